import { chmod, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LecternError } from '../../src/core/base/errors.ts';
import { createPlace, inside, openPlace } from '../../src/workspace/service/place.ts';
import { folderWith, STORE } from '../support/cli.ts';

const codeOf = (error: unknown): unknown => (error instanceof LecternError ? error.problems[0]?.code : error);

describe('opening', () => {
  it('takes a folder with content as a workspace, any other as its own content', async () => {
    const folder = await folderWith({ 'whole/content/a.md': '', 'loose/a.md': '' });
    expect((await openPlace(join(folder, 'whole'))).workspace.content).toBe(join(folder, 'whole', 'content'));
    expect((await openPlace(join(folder, 'loose'))).workspace.content).toBe(join(folder, 'loose'));
  });

  it('takes a briefing file for its workspace, and names it', async () => {
    const folder = await folderWith({ 'w/content/a.md': '', 'w/briefings/x.briefing.yaml': '', 'alone/y.briefing.yaml': '' });
    expect(await openPlace(join(folder, 'w/briefings/x.briefing.yaml'))).toMatchObject({
      workspace: { root: join(folder, 'w') },
      briefing: 'briefings/x.briefing.yaml',
    });
    expect(await openPlace(join(folder, 'alone/y.briefing.yaml'))).toMatchObject({
      workspace: { root: join(folder, 'alone') },
      briefing: 'y.briefing.yaml',
    });
  });

  it('says that a folder is not there, or that a file is no briefing', async () => {
    const folder = await folderWith({ 'a.txt': '' });
    expect(codeOf(await openPlace(join(folder, 'no')).catch((e: unknown) => e))).toBe('file/missing');
    expect(codeOf(await openPlace(join(folder, 'a.txt')).catch((e: unknown) => e))).toBe('file/read');
  });

  it.skipIf(process.getuid?.() === 0)('says that a folder may not be read', async () => {
    const folder = await folderWith({ 'shut/a.md': '' });
    await chmod(join(folder, 'shut'), 0);
    const error = await openPlace(join(folder, 'shut')).catch((e: unknown) => e);
    await chmod(join(folder, 'shut'), 0o700);
    expect(codeOf(error)).toBe('file/read');
  });
});

describe('making', () => {
  const SAMPLES = { 'samples/a.md': 'A', 'samples/a.source.txt': 'S', 'samples/pictures/map.png': 'P', 'samples/a.briefing.yaml': 'B' };

  it('lays out the folders with the samples in them', async () => {
    const folder = await folderWith(SAMPLES);
    const { root } = await createPlace(STORE, null, join(folder, 'documents'), join(folder, 'samples'));
    expect(root).toBe(join(folder, 'documents', 'Lectern'));
    expect((await readdir(root)).sort()).toEqual(['briefings', 'content', 'output', 'templates']);
    expect(await readFile(join(root, 'content', 'pictures', 'map.png'), 'utf8')).toBe('P');
    expect(await readFile(join(root, 'briefings', 'a.briefing.yaml'), 'utf8')).toBe('B');
  });

  it('takes a free name, never a folder that is there', async () => {
    const folder = await folderWith({ ...SAMPLES, 'documents/Lectern/mine.md': 'mine' });
    expect((await createPlace(STORE, null, join(folder, 'documents'), join(folder, 'samples'))).root).toBe(
      join(folder, 'documents', 'Lectern 2'),
    );
    const error = await createPlace(STORE, join(folder, 'documents', 'Lectern'), '', join(folder, 'samples')).catch((e: unknown) => e);
    expect(codeOf(error)).toBe('file/exists');
    expect(await readFile(join(folder, 'documents/Lectern/mine.md'), 'utf8')).toBe('mine');
  });

  it('uses an empty folder that was chosen', async () => {
    const folder = await folderWith(SAMPLES);
    await mkdir(join(folder, 'empty'));
    await createPlace(STORE, join(folder, 'empty'), '', join(folder, 'samples'));
    expect(await readdir(join(folder, 'empty'))).toContain('content');
  });

  it('leaves nothing behind where it cannot be made', async () => {
    const folder = await folderWith(SAMPLES);
    await writeFile(join(folder, 'file'), 'x');
    const error = await createPlace(STORE, join(folder, 'file', 'new'), '', join(folder, 'samples')).catch((e: unknown) => e);
    expect(codeOf(error)).toBe('file/write');
    expect((await readdir(folder)).sort()).toEqual(['file', 'samples']);
  });
});

it.each(['../other', 'a/../../other', '..'])('keeps %s from leading out of a workspace', async (path) => {
  const folder = await folderWith({ 'w/content/a.md': '', 'other/x': '' });
  const { workspace } = await openPlace(join(folder, 'w'));
  expect(() => inside(workspace, path)).toThrow(LecternError);
});
