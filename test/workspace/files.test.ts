import { chmod, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LecternError } from '../../src/core/base/errors.ts';
import { writeTogether } from '../../src/workspace/files.ts';
import { folderWith } from '../support/cli.ts';

const codes = async (promise: Promise<unknown>): Promise<readonly string[]> =>
  promise.then(
    () => [],
    (error: unknown) => (error instanceof LecternError ? error.problems.map(({ code }) => code) : [String(error)]),
  );

describe('files that belong together', () => {
  it('are written, in folders of their own too', async () => {
    const folder = await folderWith({ 'a.txt': 'old' });
    await writeTogether([
      { file: join(folder, 'a.txt'), content: 'new' },
      { file: join(folder, 'b/c.txt'), content: Buffer.from('more') },
    ]);
    expect(await readFile(join(folder, 'a.txt'), 'utf8')).toBe('new');
    expect(await readFile(join(folder, 'b/c.txt'), 'utf8')).toBe('more');
  });

  it('are all as they were where the last cannot take its place', async () => {
    const folder = await folderWith({ 'a.txt': 'old' });
    // A folder is there, with something in it: no file can replace it.
    await mkdir(join(folder, 'c.txt'));
    await writeFile(join(folder, 'c.txt', 'x'), '');
    const files = [
      { file: join(folder, 'a.txt'), content: 'new' },
      { file: join(folder, 'b.txt'), content: 'new' },
      { file: join(folder, 'c.txt'), content: 'new' },
    ];
    expect(await codes(writeTogether(files))).toEqual(['file/write']);
    expect(await readdir(folder)).toEqual(['a.txt', 'c.txt']);
    expect(await readFile(join(folder, 'a.txt'), 'utf8')).toBe('old');
  });

  it.skipIf(process.getuid?.() === 0)('are all as they were where one cannot be written at all', async () => {
    const folder = await folderWith({ 'a.txt': 'old', 'locked/.keep': '' });
    await chmod(join(folder, 'locked'), 0o500);
    const files = [
      { file: join(folder, 'a.txt'), content: 'new' },
      { file: join(folder, 'locked/b.txt'), content: 'new' },
    ];
    expect(await codes(writeTogether(files))).toEqual(['file/write']);
    expect(await readFile(join(folder, 'a.txt'), 'utf8')).toBe('old');
    await chmod(join(folder, 'locked'), 0o700);
  });
});
