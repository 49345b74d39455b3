import { randomUUID } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { LecternError } from '../../../src/core/base/errors.ts';
import { openStore, type Store } from '../../../src/workspace/store/index.ts';
import { newId } from '../../../src/workspace/store/owner.ts';
import { beforeDiskSteps, type DiskStep } from '../../support/crash/disk.ts';
import { filesOf } from '../../support/crash/look.ts';
import { folderWith, lecternAt } from '../../support/cli.ts';

/** What each kind of writing makes of OLD; it must be that, or nothing. */
const OLD = { 'a.txt': 'old a', 'b.txt': 'old b', 'pack/x.txt': 'old x', 'pack/y.txt': 'old y' } as const;
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
interface Writing {
  readonly write: (store: Store, folder: string) => Promise<unknown>;
  readonly makes: Readonly<Record<string, string>>;
}
const WRITINGS: Readonly<Record<string, Writing>> = {
  'one file': {
    write: (store, folder) => store.alone(folder, (mayReplace) => store.write(join(folder, 'a.txt'), 'new a', { mayReplace })),
    makes: { ...OLD, 'a.txt': 'new a' },
  },
  'files that belong together': {
    write: (store, folder) =>
      store.alone(folder, (mayReplace) =>
        store.writeTogether(
          [
            { file: join(folder, 'a.txt'), content: 'new a', keepOld: true },
            { file: join(folder, 'b.txt'), content: 'new b' },
            { file: join(folder, 'c.txt'), content: 'new c' },
          ],
          { mayReplace },
        ),
      ),
    makes: { ...OLD, 'a.txt': 'new a', 'a.2025-03-14.txt': 'old a', 'b.txt': 'new b', 'c.txt': 'new c' },
  },
  'a folder': {
    write: (store, folder) => store.putFolder(join(folder, 'pack'), new Map([['z.txt', bytes('new z')]])),
    makes: { 'a.txt': 'old a', 'b.txt': 'old b', 'pack/z.txt': 'new z' },
  },
  'folders and a file that belong together': {
    write: (store, folder) =>
      store.writeTogether([
        { folder: join(folder, 'new'), files: new Map([['in/x.txt', bytes('new x')]]), folders: ['empty'] },
        { folder: join(folder, 'pack'), files: new Map([['z.txt', bytes('new z')]]) },
        { file: join(folder, 'b.txt'), content: 'new b' },
      ]),
    makes: { 'a.txt': 'old a', 'b.txt': 'new b', 'new/in/x.txt': 'new x', 'pack/z.txt': 'new z' },
  },
  'the removal of a folder': {
    write: (store, folder) => store.removeFolder(join(folder, 'pack')),
    makes: { 'a.txt': 'old a', 'b.txt': 'old b' },
  },
};

interface Fault {
  readonly code: string;
  readonly of: readonly DiskStep[];
  /** Whether all later steps of these kinds fail, too. */
  readonly stays: boolean;
}
const CREATING = ['open', 'write', 'mkdir', 'link', 'copyFile', 'writeFile'] as const;
const ALL = [...CREATING, 'sync', 'rename', 'rm', 'rmdir'] as const;
const FAULTS: Readonly<Record<string, Fault>> = {
  'a full disk': { code: 'ENOSPC', of: CREATING, stays: true },
  'a disk that is full for a moment': { code: 'ENOSPC', of: [...CREATING, 'sync'], stays: false },
  'a read-only disk': { code: 'EROFS', of: ALL, stays: false },
  'too many open files': { code: 'EMFILE', of: ['open'], stays: true },
  'a program that has the file open': { code: 'EPERM', of: ['rename', 'rm'], stays: false },
  'a disk that is broken for a moment': { code: 'EIO', of: ALL, stays: false },
  'a disk without second names': { code: 'EPERM', of: ['link'], stays: true },
};

async function contents(folder: string): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const path of await filesOf(folder)) {
    const text = await readFile(join(folder, path), 'utf8').catch(() => null);
    if (text !== null) found[path] = text;
  }
  return found;
}

async function prepared(): Promise<{ readonly folder: string; readonly home: string }> {
  const home = await mkdtemp(join(tmpdir(), 'lectern-home-'));
  const folder = await mkdtemp(join(tmpdir(), 'lectern-'));
  onTestFinished(async () => {
    for (const path of [home, folder]) await rm(path, { recursive: true, force: true });
  });
  for (const [path, text] of Object.entries(OLD)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  const day = new Date(2025, 2, 14, 12);
  await utimes(join(folder, 'a.txt'), day, day);
  return { folder, home };
}

/** The number of a process that has ended. */
const ended = spawnSync(process.execPath, ['-e', '']).pid;

/** As the next start would find it: whose work it was has ended. */
async function end(home: string): Promise<void> {
  const journal = join(home, 'journal');
  for (const name of await readdir(journal).catch(() => [])) {
    const id = newId(randomUUID()).replace(`-${process.pid}-`, `-${ended}-`);
    await rename(join(journal, name), join(journal, name.replace(/^[^.]*/, id)));
  }
}

async function nextStart(home: string): Promise<void> {
  await end(home);
  await openStore(home).recover();
}

describe.each(Object.keys(FAULTS))('%s', (name) => {
  const { code, of, stays } = FAULTS[name] ?? { code: '', of: [], stays: false };

  it.each(Object.keys(WRITINGS))('at whatever step of writing %s leaves the old or the new whole, and says so', async (kind) => {
    const { write, makes } = WRITINGS[kind] ?? { write: () => Promise.resolve(), makes: {} };
    let wasHit = true;
    for (let at = 1; wasHit; at += 1) {
      wasHit = false;
      const { folder, home } = await prepared();
      let step = 0;
      const takeAway = beforeDiskSteps((what, path) => {
        if (!(of as readonly string[]).includes(what)) return;
        step += 1;
        if (step < at || (step > at && !stays)) return;
        wasHit = true;
        throw Object.assign(new Error(`${code}: ${what} ${path}`), { code });
      });
      const error = await write(openStore(home), folder)
        .then(
          () => null,
          (thrown: unknown) => thrown,
        )
        .finally(takeAway);
      if (error !== null) {
        expect(error).toBeInstanceOf(LecternError);
        expect((error as LecternError).problems).toMatchObject([{ code: 'file/write', place: { file: expect.any(String) as string } }]);
      }
      const now = await contents(folder);
      // What was left lies under a name of ours, until the next start.
      const visible = Object.fromEntries(Object.entries(now).filter(([path]) => !/(?:^|\/)\.lectern-/.test(path)));
      expect([at, visible]).toEqual([at, error === null ? makes : OLD]);
      await nextStart(home);
      expect([at, await contents(folder)]).toEqual([at, error === null ? makes : OLD]);
      expect((await filesOf(join(home, 'journal'))).filter((path) => path.endsWith('.json'))).toEqual([]);
    }
  });
});

describe('a workspace', () => {
  it('on a disk that is really full stays as it was', async (context) => {
    const { folder, home } = await prepared();
    const disk = join(folder, 'disk');
    await mkdir(disk);
    if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', disk]).status !== 0) context.skip('no disk can be mounted here');
    onTestFinished(() => void spawnSync('umount', [disk]));
    await writeFile(join(disk, 'a.txt'), 'old');
    const files = ['a.txt', 'b.txt'].map((name) => ({ file: join(disk, name), content: new Uint8Array(200_000) }));
    const error = await openStore(home)
      .writeTogether(files)
      .catch((thrown: unknown) => thrown);
    expect((error as LecternError).problems).toMatchObject([{ code: 'file/write', message: 'cannot write this file: the disk is full' }]);
    expect(await contents(disk)).toEqual({ 'a.txt': 'old' });
  });

  it('that was left half done by a process that could not undo it is put right at the next start', async () => {
    const { folder, home } = await prepared();
    let renames = 0;
    // The disk lets the first file have its place, and from then on nothing more.
    const takeAway = beforeDiskSteps((what, path) => {
      if (what === 'rename' && path.startsWith(folder)) renames += 1;
      if (renames > 1) throw Object.assign(new Error('EROFS'), { code: 'EROFS' });
    });
    const files = ['a.txt', 'b.txt'].map((name) => ({ file: join(folder, name), content: 'new' }));
    const error = await openStore(home)
      .writeTogether(files)
      .catch((thrown: unknown) => thrown)
      .finally(takeAway);
    expect((error as LecternError).problems).toMatchObject([{ code: 'file/write' }]);
    await end(home);
    const pages = openStore(home).temporary().replace(`-${process.pid}-`, `-${ended}-`);
    await mkdir(pages, { recursive: true });
    await writeFile(join(pages, 'deck.html'), 'notes');
    // Whatever is started next: here a command.
    expect((await lecternAt(openStore(home), folder, 'list')).status).toBe(0);
    expect(await contents(folder)).toEqual({ ...OLD, 'a.txt': 'new', 'b.txt': 'new' });
    expect(await filesOf(home)).toEqual(['journal', 'temporary']);
  });

  it('is not finished over what somebody has saved since', async () => {
    const { folder, home } = await prepared();
    let renames = 0;
    const takeAway = beforeDiskSteps((what, path) => {
      if (what === 'rename' && path.startsWith(folder)) renames += 1;
      if (renames > 1) throw Object.assign(new Error('EROFS'), { code: 'EROFS' });
    });
    const files = ['a.txt', 'b.txt'].map((name) => ({ file: join(folder, name), content: 'new' }));
    await openStore(home)
      .writeTogether(files)
      .catch(() => undefined)
      .finally(takeAway);
    await writeFile(join(folder, 'b.txt'), 'theirs, saved since');
    await nextStart(home);
    expect(await contents(folder)).toEqual({ ...OLD, 'b.txt': 'theirs, saved since' });
  });

  it('has nothing of a stranger’s finished: a journal lies in Lectern’s own folder, and what it removes has a name of ours', async () => {
    const folder = await folderWith({ 'mine.txt': 'mine' });
    const home = join(folder, 'home');
    const id = newId(randomUUID()).replace(`-${process.pid}-`, `-${ended}-`);
    await mkdir(join(home, 'journal'), { recursive: true });
    const made = { temporary: [join(folder, 'mine.txt')], folders: [], locks: [] };
    await writeFile(join(home, 'journal', `${id}.json`), JSON.stringify({ version: 1, id, state: 'making', ...made, items: [] }));
    await writeFile(join(home, 'journal', `${id.slice(0, -1)}0.json`), '{"version":1');
    await openStore(home).recover();
    expect(await filesOf(folder)).toEqual(['home', 'home/journal', 'mine.txt']);
  });
});
