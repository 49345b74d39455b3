import { writeFileSync } from 'node:fs';
import { mkdir, readdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { compare, snapshot, watchFolder, type Changes, type Watcher } from '../../src/workspace/watch.ts';
import { folderWith } from '../support/cli.ts';

describe('a snapshot', () => {
  it('has every file by its path, but hidden ones and folders put aside', async () => {
    const folder = await folderWith({
      'a.md': 'x',
      'content/b ü.md': 'x',
      '.hidden': 'x',
      'output/deck.pptx': 'x',
      'node_modules/x.js': 'x',
    });
    expect([...(await snapshot(folder, ['output'])).keys()].sort()).toEqual(['a.md', 'content/b ü.md']);
  });

  it('of a folder that is not there is empty', async () => {
    expect((await snapshot('/nowhere/at/all')).size).toBe(0);
  });

  it('differs where a file was written, came or went', async () => {
    const folder = await folderWith({ 'same.md': 'x', 'changed.md': 'x', 'gone.md': 'x' });
    const before = await snapshot(folder);
    await writeFile(join(folder, 'changed.md'), 'longer');
    await writeFile(join(folder, 'new.md'), 'x');
    await rm(join(folder, 'gone.md'));
    const { changed, gone } = compare(before, await snapshot(folder));
    expect([...changed].sort()).toEqual(['changed.md', 'new.md']);
    expect(gone).toEqual(['gone.md']);
  });
});

describe('watching', () => {
  const watched = async (
    poll = 200,
    files: Readonly<Record<string, string>> = {},
  ): Promise<Pick<Watcher, 'check' | 'forget'> & { folder: string; next: () => Promise<Changes> }> => {
    const folder = await folderWith({ 'a.md': 'x', ...files });
    const waiting: ((changes: Changes) => void)[] = [];
    const seen: Changes[] = [];
    const watcher = watchFolder(folder, {
      skip: ['output'],
      first: await snapshot(folder, ['output']),
      // long enough for the two ends of a renaming
      quiet: poll > 1000 ? 100 : 10,
      poll,
      onChange: (changes) => {
        const next = waiting.shift();
        if (next) next(changes);
        else seen.push(changes);
      },
    });
    onTestFinished(() => watcher.close());
    const next = (): Promise<Changes> =>
      new Promise((resolve) => {
        const ready = seen.shift();
        if (ready) resolve(ready);
        else waiting.push(resolve);
      });
    return { folder, next, check: watcher.check, forget: watcher.forget };
  };

  it('misses no change while it looks at everything for the first time, whenever it falls', async () => {
    const files = Object.fromEntries(Array.from({ length: 3000 }, (_, n) => [`sub/${n}.md`, 'x']));
    const folder = await folderWith(files);
    // The one that is looked at first: what happens to it after that is seen by no look.
    const [name = ''] = await readdir(join(folder, 'sub'));
    const began = performance.now();
    await snapshot(folder);
    const took = performance.now() - began;
    for (let part = 1; part <= 8; part += 1) {
      const told: Changes[] = [];
      const first = await snapshot(folder);
      // It never looks again by itself: what is not noticed is lost.
      const watcher = watchFolder(folder, { skip: [], first, quiet: 5, poll: 1e8, onChange: (one) => told.push(one) });
      const looking = watcher.check();
      await new Promise((next) => setTimeout(next, (took * part) / 8));
      writeFileSync(join(folder, 'sub', name), 'x'.repeat(part + 1));
      await looking;
      await expect
        .poll(() => told.flatMap(({ changed }) => changed), { timeout: 3000, interval: 10, message: `${part} of 8` })
        .toContain(`sub/${name}`);
      watcher.close();
    }
  });

  it('tells of a change by itself', async () => {
    const { folder, next } = await watched();
    await writeFile(join(folder, 'b.md'), 'x');
    expect((await next()).changed).toEqual(['b.md']);
  });

  // An hour: what is told comes from the system's notices alone.
  it('tells where the system says it was, in folders old and new, of what came, changed and went', async () => {
    const { folder, next, check } = await watched(3_600_000, { 'content/b.md': 'x', 'content/deep/c.md': 'x', 'output/deck.html': 'x' });
    await mkdir(join(folder, 'empty'));
    await check();
    await writeFile(join(folder, 'content/deep/c.md'), 'longer');
    expect(await next()).toEqual({ changed: ['content/deep/c.md'], gone: [] });
    await writeFile(join(folder, 'empty/first.md'), 'x');
    expect(await next()).toEqual({ changed: ['empty/first.md'], gone: [] });
    // put aside, and hidden
    await writeFile(join(folder, 'output/deck.html'), 'longer');
    await writeFile(join(folder, 'content/.b.md.tmp'), 'x');
    await mkdir(join(folder, '.staged/inside'), { recursive: true });
    await writeFile(join(folder, '.staged/inside/d.md'), 'x');
    await rename(join(folder, '.staged'), join(folder, 'content/new'));
    expect(await next()).toEqual({ changed: ['content/new/inside/d.md'], gone: [] });
    await writeFile(join(folder, 'content/new/inside/e.md'), 'x');
    expect(await next()).toEqual({ changed: ['content/new/inside/e.md'], gone: [] });
    await rename(join(folder, 'content'), join(folder, 'texts'));
    const renamed = await next();
    expect([...renamed.changed].sort()).toEqual(['b.md', 'deep/c.md', 'new/inside/d.md', 'new/inside/e.md'].map((path) => `texts/${path}`));
    expect([...renamed.gone].sort()).toEqual(['b.md', 'deep/c.md', 'new/inside/d.md', 'new/inside/e.md'].map((path) => `content/${path}`));
    await rm(join(folder, 'texts/deep'), { recursive: true });
    expect(await next()).toEqual({ changed: [], gone: ['texts/deep/c.md'] });
  });

  it('tells of folders that go together, and of none whose name only begins as theirs', async () => {
    const names = ['a', 'a/deep', 'ab', 'b', 'keep'];
    const { folder, next, check } = await watched(3_600_000, Object.fromEntries(names.map((name) => [`${name}/x.md`, 'x'])));
    await check();
    const trash = await folderWith();
    for (const name of ['a', 'b']) await rename(join(folder, name), join(trash, name));
    const { changed, gone } = await next();
    expect(changed).toEqual([]);
    expect([...gone].sort()).toEqual(['a/deep/x.md', 'a/x.md', 'b/x.md']);
  });

  it('leaves links out where they are noticed, as a look at everything does', async () => {
    const { folder, next, check } = await watched(3_600_000, { 'content/b.md': 'x' });
    const outside = await folderWith({ 'secret.md': 'x' });
    await check();
    await symlink(join(outside, 'secret.md'), join(folder, 'content/link.md'));
    await symlink(outside, join(folder, 'content/linked'));
    await writeFile(join(folder, 'content/own.md'), 'x');
    expect(await next()).toEqual({ changed: ['content/own.md'], gone: [] });
  });

  it('tells each change once', async () => {
    const { folder, next, check } = await watched();
    await writeFile(join(folder, 'b.md'), 'x');
    await next();
    await check();
    await rm(join(folder, 'b.md'));
    expect(await next()).toEqual({ changed: [], gone: ['b.md'] });
  });

  it('tells of a file anew that was forgotten, if it is there', async () => {
    const { next, forget } = await watched();
    forget('never-there.md');
    forget('a.md');
    expect(await next()).toEqual({ changed: ['a.md'], gone: [] });
  });

  it('does not know a file again that was forgotten while it looked at others', async () => {
    const { next, forget } = await watched(3_600_000);
    for (let n = 0; n < 5000; n += 1) forget(`never-there-${n}.md`);
    // The look begins after 100 ms of quiet, and takes longer than this.
    await new Promise((later) => setTimeout(later, 110));
    forget('a.md');
    expect(await next()).toEqual({ changed: ['a.md'], gone: [] });
  });
});
