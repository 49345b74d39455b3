import { chmod, lstat, mkdir, mkdtemp, readdir, readFile, readlink, rm, stat, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { LecternError } from '../../../src/core/base/errors.ts';
import { openStore, type Store } from '../../../src/workspace/store/index.ts';
import { folderWith, STORE } from '../../support/cli.ts';

const codes = async (promise: Promise<unknown>): Promise<readonly string[]> =>
  promise.then(
    () => [],
    (error: unknown) => (error instanceof LecternError ? error.problems.map(({ code }) => code) : [String(error)]),
  );
const modeOf = async (path: string): Promise<number> => (await stat(path)).mode & 0o777;

async function ownStore(): Promise<{ readonly store: Store; readonly home: string }> {
  const home = await mkdtemp(join(tmpdir(), 'lectern-home-'));
  onTestFinished(() => rm(home, { recursive: true, force: true }));
  return { store: openStore(home), home };
}

describe('a file', () => {
  it('keeps its permissions', async () => {
    const folder = await folderWith({ 'a.txt': 'old' });
    for (const mode of [0o600, 0o640, 0o755]) {
      await chmod(join(folder, 'a.txt'), mode);
      await STORE.write(join(folder, 'a.txt'), 'new');
      expect(await modeOf(join(folder, 'a.txt'))).toBe(mode);
    }
  });

  it('that is new is as the umask says, in a folder that is', async () => {
    const folder = await folderWith();
    const before = process.umask(0o027);
    onTestFinished(() => void process.umask(before));
    await STORE.write(join(folder, 'b', 'a.txt'), 'new');
    expect([await modeOf(join(folder, 'b')), await modeOf(join(folder, 'b', 'a.txt'))]).toEqual([0o750, 0o640]);
  });

  it('of Lectern’s own is for nobody else, nor the folders made for it', async () => {
    const { store, home } = await ownStore();
    await writeFile(join(home, 'state.json'), 'of an older Lectern', { mode: 0o644 });
    for (const path of ['state.json', 'drafts/a/x.json']) {
      await store.write(join(home, path), '{}');
      expect(await modeOf(join(home, path))).toBe(0o600);
    }
    for (const path of ['drafts', 'drafts/a', 'journal']) expect(await modeOf(join(home, path))).toBe(0o700);
  });

  it('that is a link is written where it leads, and stays a link', async () => {
    const folder = await folderWith({ 'there/a.txt': 'old' });
    await symlink(join('there', 'a.txt'), join(folder, 'a.txt'));
    await symlink(join('there', 'none.txt'), join(folder, 'b.txt'));
    for (const [link, target] of [
      ['a.txt', 'there/a.txt'],
      ['b.txt', 'there/none.txt'],
    ] as const) {
      await STORE.write(join(folder, link), 'new', { within: folder });
      expect((await lstat(join(folder, link))).isSymbolicLink()).toBe(true);
      expect(await readlink(join(folder, link))).toBe(target);
      expect(await readFile(join(folder, target), 'utf8')).toBe('new');
    }
    expect((await readdir(folder)).sort()).toEqual(['a.txt', 'b.txt', 'there']);
  });

  it('is not written through a link that leads out of its folder', async () => {
    const folder = await folderWith({ 'inside/.keep': '', 'outside/a.txt': 'old' });
    await symlink(join(folder, 'outside', 'a.txt'), join(folder, 'inside', 'a.txt'));
    await symlink(join(folder, 'outside'), join(folder, 'inside', 'folder'));
    const within = join(folder, 'inside');
    for (const path of ['a.txt', 'folder/a.txt', 'folder/new/b.txt'])
      expect(await codes(STORE.write(join(within, path), 'new', { within }))).toEqual(['file/outside']);
    expect(await readFile(join(folder, 'outside', 'a.txt'), 'utf8')).toBe('old');
    expect(await readdir(join(folder, 'outside'))).toEqual(['a.txt']);
  });

  it('does not bring back a workspace that has gone', async () => {
    const folder = await folderWith();
    expect(await codes(STORE.write(join(folder, 'gone', 'a.txt'), 'new', { within: join(folder, 'gone') }))).toEqual(['file/missing']);
    expect(await readdir(folder)).toEqual([]);
  });

  it('of the longest name that there is can be written', async () => {
    const folder = await folderWith();
    const name = `${'ü'.repeat(125)}.txt`;
    await STORE.write(join(folder, name), 'new');
    expect(await readdir(folder)).toEqual([name]);
  });

  it('does not take the place of a folder', async () => {
    const folder = await folderWith({ 'a.txt/x': '' });
    expect(await codes(STORE.write(join(folder, 'a.txt'), 'new'))).toEqual(['file/write']);
    expect(await readdir(folder)).toEqual(['a.txt']);
  });

  it('is written where there can be no journal', async () => {
    const folder = await folderWith({ home: 'a file' });
    await openStore(join(folder, 'home')).write(join(folder, 'a.txt'), 'new');
    expect((await readdir(folder)).sort()).toEqual(['a.txt', 'home']);
  });
});

describe('files that belong together', () => {
  it('are written, in folders of their own too', async () => {
    const folder = await folderWith({ 'a.txt': 'old' });
    await STORE.writeTogether([
      { file: join(folder, 'a.txt'), content: 'new' },
      { file: join(folder, 'b/c.txt'), content: Buffer.from('more') },
    ]);
    expect(await readFile(join(folder, 'a.txt'), 'utf8')).toBe('new');
    expect(await readFile(join(folder, 'b/c.txt'), 'utf8')).toBe('more');
    expect((await readdir(folder)).sort()).toEqual(['a.txt', 'b']);
  });

  it('are all as they were where the last cannot take its place', async () => {
    const folder = await folderWith({ 'a.txt': 'old', 'c.txt': 'old' });
    const { ino } = await stat(join(folder, 'a.txt'));
    const files = ['a.txt', 'b.txt', 'c.txt'].map((name) => ({ file: join(folder, name), content: 'new' }));
    // Somebody saves the last while they are being written.
    const mayReplace = async (): Promise<void> => {
      await writeFile(join(folder, 'c.txt'), 'theirs');
      await utimes(join(folder, 'c.txt'), 1, 1);
    };
    expect(await codes(STORE.writeTogether(files, { mayReplace }))).toEqual(['file/conflict']);
    expect((await readdir(folder)).sort()).toEqual(['a.txt', 'c.txt']);
    expect(await readFile(join(folder, 'a.txt'), 'utf8')).toBe('old');
    expect((await stat(join(folder, 'a.txt'))).ino).toBe(ino);
    expect(await readFile(join(folder, 'c.txt'), 'utf8')).toBe('theirs');
  });

  it('are none of them written where one cannot be', async () => {
    const folder = await folderWith({ 'a.txt': 'old', 'c.txt/x': '' });
    const files = ['a.txt', 'b.txt', 'c.txt'].map((name) => ({ file: join(folder, name), content: 'new' }));
    expect(await codes(STORE.writeTogether(files))).toEqual(['file/write']);
    expect((await readdir(folder)).sort()).toEqual(['a.txt', 'c.txt']);
    expect(await readFile(join(folder, 'a.txt'), 'utf8')).toBe('old');
  });

  it('leave the old one under a dated name that is free, where it shall be kept', async () => {
    const folder = await folderWith({ 'a.txt': 'old', 'a.2025-03-14.txt': 'taken', 'b.txt': 'old' });
    const day = new Date(2025, 2, 14, 12);
    await utimes(join(folder, 'a.txt'), day, day);
    const kept = await STORE.writeTogether([
      { file: join(folder, 'a.txt'), content: 'new', keepOld: true },
      { file: join(folder, 'b.txt'), content: 'new' },
    ]);
    expect(kept).toEqual([join(folder, 'a.2025-03-14 (2).txt')]);
    expect((await readdir(folder)).sort()).toEqual(['a.2025-03-14 (2).txt', 'a.2025-03-14.txt', 'a.txt', 'b.txt']);
    expect(await readFile(join(folder, 'a.2025-03-14 (2).txt'), 'utf8')).toBe('old');
  });
});

describe('a folder', () => {
  it('takes the place of an old one whole', async () => {
    const folder = await folderWith({ 'pack/a.txt': 'old', 'pack/gone.txt': 'old' });
    await STORE.putFolder(join(folder, 'pack'), new Map([['b/c.txt', Buffer.from('new')]]), { folders: ['empty'] });
    expect((await readdir(folder, { recursive: true })).sort()).toEqual(['pack', 'pack/b', 'pack/b/c.txt', 'pack/empty']);
  });

  it('stays where the new one cannot be written', async () => {
    const folder = await folderWith({ 'pack/a.txt': 'old' });
    const files = new Map([
      ['b', Buffer.from('new')],
      ['b/c', Buffer.from('new')],
    ]);
    expect(await codes(STORE.putFolder(join(folder, 'pack'), files))).toEqual(['file/write']);
    expect((await readdir(folder, { recursive: true })).sort()).toEqual(['pack', 'pack/a.txt']);
  });
});

describe('alone in a folder', () => {
  it('is one at a time, of several stores too, and whoever fails makes room', async () => {
    const folder = await folderWith();
    const stores = [STORE, (await ownStore()).store, (await ownStore()).store];
    let [inside, most, count] = [0, 0, 0];
    const task = async (): Promise<void> => {
      most = Math.max(most, ++inside);
      await new Promise((resolve) => setTimeout(resolve, 1));
      inside -= 1;
      count += 1;
      if (count % 5 === 0) throw new Error('fails');
    };
    const tasks = stores.flatMap((store) => Array.from({ length: 10 }, () => store.alone(folder, task).catch(() => undefined)));
    await Promise.all(tasks);
    expect([most, count]).toEqual([1, 30]);
    expect(await readdir(folder)).toEqual([]);
  });

  it('makes the folder, but no workspace that has gone', async () => {
    const folder = await folderWith({ 'w/.keep': '' });
    await STORE.alone(join(folder, 'w', 'briefings'), () => Promise.resolve(), { within: join(folder, 'w') });
    expect((await readdir(join(folder, 'w'))).sort()).toEqual(['.keep', 'briefings']);
    await mkdir(join(folder, 'x'));
    await rm(join(folder, 'x'), { recursive: true });
    expect(await codes(STORE.alone(join(folder, 'x', 'y'), () => Promise.resolve(), { within: join(folder, 'x') }))).toEqual([
      'file/missing',
    ]);
  });
});
