import { spawnSync } from 'node:child_process';
import { cp, mkdir, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LecternError } from '../../src/core/base/errors.ts';
import { loadArticle, loadImage } from '../../src/workspace/articles.ts';
import { fileNameOf, readBytes, readText } from '../../src/workspace/files.ts';
import { realPlace } from '../../src/workspace/real-path.ts';
import { folderWith, lectern } from '../support/cli.ts';

const codes = async (promise: Promise<unknown>): Promise<readonly string[]> =>
  promise.then(
    () => [],
    (error: unknown) => (error instanceof LecternError ? error.problems.map(({ code }) => code) : [String(error)]),
  );

describe('a file', () => {
  it('is read to its end, empty ones too', async () => {
    const folder = await folderWith({ a: 'abc', b: '' });
    expect([await readText(join(folder, 'a')), await readText(join(folder, 'b'))]).toEqual(['abc', '']);
  });

  it('above the bound is refused, however long it says that it is', async () => {
    const folder = await folderWith({ a: 'abcd' });
    expect((await readBytes(join(folder, 'a'), { limit: 4 })).length).toBe(4);
    expect(await codes(readBytes(join(folder, 'a'), { limit: 3 }))).toEqual(['file/too-large']);
    await writeFile(join(folder, 'b'), '');
    await truncate(join(folder, 'b'), 2 ** 40);
    expect(await codes(readBytes(join(folder, 'b')))).toEqual(['file/too-large']);
  });

  it.runIf(process.platform === 'linux')('of a disk that says it is empty is read, up to the bound', async () => {
    expect((await readText('/proc/self/status')).startsWith('Name:')).toBe(true);
    expect(await codes(readBytes('/proc/self/status', { limit: 10 }))).toEqual(['file/too-large']);
  });

  it('that is a folder, a link to a device, or a pipe that nobody writes to, is refused at once', async () => {
    const folder = await folderWith();
    await mkdir(join(folder, 'folder'));
    const names = ['folder'];
    if (process.platform !== 'win32') {
      await symlink('/dev/zero', join(folder, 'zero'));
      spawnSync('mkfifo', [join(folder, 'pipe')]);
      names.push('zero', 'pipe');
    }
    for (const name of names) expect(await codes(readBytes(join(folder, name)))).toEqual(['file/not-regular']);
  });

  it('is not read through a link that leads out of the folder it must lie in', async () => {
    const folder = await folderWith({ 'in/a': 'a', out: 'secret' });
    await symlink('../out', join(folder, 'in', 'b'));
    await symlink('a', join(folder, 'in', 'c'));
    const within = join(folder, 'in');
    expect(await codes(readBytes(join(within, 'b'), { within }))).toEqual(['file/outside']);
    expect(await readText(join(within, 'c'), { within })).toBe('a');
  });

  it('whose links lead to each other is said to be so', async () => {
    const folder = await folderWith();
    await symlink('b', join(folder, 'a'));
    await symlink('a', join(folder, 'b'));
    expect(await codes(readBytes(join(folder, 'a')))).toEqual(['file/read']);
    expect(() => realPlace(join(folder, 'a'))).toThrow(/ELOOP/);
  });
});

describe('what an article names', () => {
  it('is no other file of the machine, whatever links lie beside it', async () => {
    const folder = await folderWith({ 'w/a.md': '---\ntitle: A\n---\n\n## T\n\nWords. [¶1]\n', secret: 'Secret.', 'p.png': 'x' });
    await symlink('../secret', join(folder, 'w', 'a.source.txt'));
    await symlink('../p.png', join(folder, 'w', 'p.png'));
    expect(await codes(loadArticle(join(folder, 'w', 'a.md')))).toEqual(['file/outside']);
    const image = await loadImage({ file: join(folder, 'w', 'a.md'), shown: 'a.md' }, 'p.png');
    expect(image.problems).toMatchObject([
      { code: 'article/image-unreadable', message: expect.stringContaining('a link leads out') as string },
    ]);
  });
});

describe('a briefing’s template', () => {
  const PACK = { 'template.yaml': 'x' };
  const briefing = (template: string): string => `title: T\ntemplate: ${template}\nitems:\n  - topic: a/t\n`;
  const files = (template: string): Record<string, string> => ({
    'w/briefings/b.briefing.yaml': briefing(template),
    'w/content/a.md': '---\ntitle: A\n---\n\n## T\n\nWords.\n',
    'w/packs/mine/template.yaml': PACK['template.yaml'],
    'theirs/template.yaml': PACK['template.yaml'],
  });

  it.each(['../theirs', './packs/../../theirs', 'link'])('is no folder outside its workspace: %s', async (template) => {
    const folder = await folderWith(files(template === 'link' ? './packs/link' : template));
    await symlink('../../theirs', join(folder, 'w', 'packs', 'link'));
    for (const command of ['build', 'check']) {
      const { status, err } = await lectern(join(folder, 'w'), command, 'briefings/b.briefing.yaml');
      expect([status, err]).toEqual([1, expect.stringContaining('pack/outside')]);
    }
  });

  it('is none of a folder above its workspace, by its name either', async () => {
    const folder = await folderWith({
      'up/sub/b.briefing.yaml': briefing('mine'),
      'up/sub/a.md': '---\ntitle: A\n---\n\n## T\n\nWords.\n',
    });
    await cp(join(process.cwd(), 'templates', 'policy-brief'), join(folder, 'up', 'templates', 'mine'), { recursive: true });
    const { status, err } = await lectern(join(folder, 'up', 'sub'), 'build', 'b.briefing.yaml');
    expect([status, err]).toEqual([1, expect.stringContaining('pack/missing')]);
  });

  it('may be a folder in it; and the user may name any', async () => {
    const folder = await folderWith(files('./packs/mine'));
    const inside = await lectern(join(folder, 'w'), 'build', 'briefings/b.briefing.yaml');
    expect(inside.err).toMatch(/pack\/(?:yaml|field)/);
    const named = await lectern(join(folder, 'w'), 'build', 'briefings/b.briefing.yaml', '--template', '../theirs');
    expect(named.err).toMatch(/pack\/(?:yaml|field)/);
  });
});

describe('a name made of a title', () => {
  it('is no device’s, and leaves room for an ending', () => {
    for (const title of ['COM¹', 'Con', 'nul', '!!', 'LPT0']) expect(fileNameOf(title)).toBe('briefing');
    const long = fileNameOf('\u{20000}'.repeat(100));
    expect(new TextEncoder().encode(long).length).toBe(180);
    expect(long).toBe('\u{20000}'.repeat(45));
  });
});
