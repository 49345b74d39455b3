import { constants } from 'node:fs';
import { copyFile, link, open, rename, rm, stat, utimes } from 'node:fs/promises';
import { dirname, join, parse } from 'node:path';
import { codeOf } from '../files.ts';

/**
 * Files and folders that take their places together. Each step can be done again after it was done, and undone, whatever the
 * moment at which the process ended: what is on the disk says how far it came.
 */

/** One file or folder. All paths absolute; `staged` and `aside` lie beside `target`, on the same disk. */
export interface Item {
  readonly target: string;
  /** The new one, whole and flushed. */
  readonly staged: string;
  /** Where the old one is until all have their places: of a file a second name, and a folder is moved there. */
  readonly aside: string;
  readonly isFolder: boolean;
  /** What stood at the target, and what is to stand there, by `identityOf`; null: nothing. */
  readonly before: string | null;
  readonly after: string;
  /** The old one gets a dated name and stays. */
  readonly keep: boolean;
}

/** Tells a file from every other and from itself once it was written to; a folder only from others. Null: nothing is there. */
export async function identityOf(path: string): Promise<string | null> {
  try {
    const found = await stat(path, { bigint: true });
    return (found.isDirectory() ? [found.ino] : [found.ino, found.size, found.mtimeNs]).join(' ');
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(codeOf(error))) return null;
    throw error;
  }
}

/** Thrown where something else stands at a target than what stood there when the commit began. */
export class TargetChanged extends Error {
  readonly target: string;

  constructor(target: string) {
    super(`${target} has changed`);
    this.target = target;
  }
}

/** Gives each old file its second name. */
export async function setAside({ target, aside, isFolder, before }: Item): Promise<void> {
  if (isFolder || before === null) return;
  await nameOrCopy(target, aside);
}

/** Gives a file a second name; some disks (USB sticks) have none, and there it is a copy with the day of the file. Throws `EEXIST`. */
async function nameOrCopy(file: string, name: string): Promise<void> {
  await link(file, name).catch(async (error: unknown) => {
    if (codeOf(error) === 'EEXIST') throw error;
    await copyFile(file, name, constants.COPYFILE_EXCL);
    const { atime, mtime } = await stat(file);
    await utimes(name, atime, mtime);
  });
}

/** Puts all that have not got there yet in their places; `at` is told of each before. Throws `TargetChanged`, and what the operating system says. */
export async function rollForward(items: readonly Item[], at: (target: string) => void = () => undefined): Promise<void> {
  for (const { target, staged, aside, isFolder, before } of items) {
    at(target);
    if ((await identityOf(staged)) === null) continue;
    const there = await identityOf(target);
    if (there !== before && !(isFolder && there === null && (await identityOf(aside)) === before)) throw new TargetChanged(target);
    if (isFolder && there !== null) await rename(target, aside);
    await rename(staged, target);
  }
  await flushFolders(items);
}

/** Puts back what stood there. Somebody else's file that stands there meanwhile stays. */
export async function rollBack(items: readonly Item[]): Promise<void> {
  for (const { target, staged, aside, isFolder, before, after } of [...items].reverse()) {
    if ((await identityOf(staged)) === null && (await identityOf(target)) === after) {
      if (isFolder || before === null) await rename(target, staged);
      else await rename(aside, target);
    }
    if (isFolder && (await identityOf(target)) === null && (await identityOf(aside)) !== null) await rename(aside, target);
    for (const path of [staged, aside]) await rm(path, { recursive: true, force: true });
  }
  await flushFolders(items);
}

/** Gives the old files that are to stay their dated names, once all have their places; `kept` gets each as it is there. */
export async function keepOld(items: readonly Item[], kept: string[]): Promise<void> {
  for (const { target, aside, before, keep } of items) {
    if (keep && before !== null && (await identityOf(aside)) !== null) kept.push(await nameByDay(aside, target));
  }
}

/**
 * Gives what lies aside the name of its target with the day of its last change: `deck.2025-03-14.pptx`, then
 * `deck.2025-03-14 (2).pptx`. Never a name that is taken.
 */
async function nameByDay(aside: string, target: string): Promise<string> {
  const { mtime } = await stat(aside);
  const two = (n: number): string => String(n).padStart(2, '0');
  const day = `${mtime.getFullYear()}-${two(mtime.getMonth() + 1)}-${two(mtime.getDate())}`;
  const { name, ext } = parse(target);
  for (let n = 1; ; n += 1) {
    const kept = join(dirname(target), `${name}.${day}${n === 1 ? '' : ` (${n})`}${ext}`);
    // The same file already: this was done before the process ended.
    if (await nameAgain(aside, kept)) return kept;
  }
}

async function nameAgain(path: string, kept: string): Promise<boolean> {
  try {
    await nameOrCopy(path, kept);
    return true;
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
    return (await identityOf(path)) === (await identityOf(kept));
  }
}

async function flushFolders(items: readonly Item[]): Promise<void> {
  for (const folder of new Set(items.map(({ target }) => dirname(target)))) await flushFolder(folder);
}

/**
 * Has a folder's names reach the disk. Windows has no such thing, nor have some network disks; and where a disk fails at it, the files
 * have their places all the same, with what was flushed into them.
 */
export async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null);
  await handle?.sync().catch(() => undefined);
  await handle?.close().catch(() => undefined);
}
