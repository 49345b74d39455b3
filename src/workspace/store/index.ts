import { randomUUID } from 'node:crypto';
import { readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isInside, realPlace, realPlaceWithin } from '../real-path.ts';
import { flushFolder, identityOf, keepOld, rollBack, rollForward, setAside, type Item } from './commit.ts';
import { nameBeside, openJournal, type Work } from './journal.ts';
import { lockFolder, type LockTimes } from './lock.ts';
import { isLeft, newId } from './owner.ts';
import { refusal, refuseGone } from './refusals.ts';
import { discard, makeFolder, missingAbove, stageFile, stageFolder, type Access, type Tree } from './stage.ts';

export { identityOf } from './commit.ts';

/**
 * All writing to the disk. A file is whole or not there, and files that belong together are all new or all old, at whatever moment the
 * process or the machine stops: each is written beside its place, flushed, and renamed; what is under way stands in the journal
 * (`journal.ts`), and `recover` finishes or undoes it. What stands at a place keeps its permissions, and where a link leads, there
 * is written.
 */
export interface Store {
  /** Lectern's own folder. */
  readonly home: string;
  /** Throws `file/write`, and `file/outside` where a link leads out of `within`. */
  readonly write: (file: string, content: string | Uint8Array, options?: WriteOptions) => Promise<void>;
  /**
   * All or none. Should one not get its place, those before it are what they were; folders made for them stay. Answers the dated names
   * under which old ones were kept. A folder takes the place of an old one where there is one. Throws as `write`.
   */
  readonly writeTogether: (entries: readonly (NewFile | NewFolder)[], options?: WriteOptions) => Promise<readonly string[]>;
  /** A folder by itself. Throws as `write`. */
  readonly putFolder: (folder: string, files: ReadonlyMap<string, Uint8Array>, options?: FolderOptions) => Promise<void>;
  /**
   * Does something while nobody else writes into the folder with a lock, in this process or another; the folder is made where it is
   * missing. `check` throws where the lock was lost, and goes with what is written as `mayReplace`. Not within itself. Throws `file/locked`.
   */
  readonly alone: <T>(
    folder: string,
    task: (check: () => Promise<void>) => Promise<T>,
    options?: Pick<WriteOptions, 'within'>,
  ) => Promise<T>;
  /** Removes a folder whole: what would be left of it where the process ends in between goes at the next start. Throws `file/write`. */
  readonly removeFolder: (folder: string) => Promise<void>;
  /** The path of a folder for temporary files, not yet made, which the next start removes should this process end before it has. */
  readonly temporary: () => string;
  /** Finishes, undoes and removes what ended processes left. */
  readonly recover: () => Promise<void>;
}

export interface NewFile {
  readonly file: string;
  readonly content: string | Uint8Array;
  /** Whether what stands there keeps a second name with the day of its last change. */
  readonly keepOld?: boolean;
}

export interface NewFolder extends Tree {
  readonly folder: string;
}

export interface WriteOptions {
  /** The folder in which all files must really lie, and which must be there. */
  readonly within?: string;
  /** Asked once all is staged; what it throws stops the writing. */
  readonly mayReplace?: () => Promise<void>;
}

export interface FolderOptions extends WriteOptions {
  /** Folders below it that are there even where no file is in them. */
  readonly folders?: readonly string[];
}

const ALWAYS = (): Promise<void> => Promise.resolve();

/** Turns of this thread by folder: those who wait here need not look at the disk again and again. */
const turns = new Map<string, Promise<unknown>>();

function inTurn<T>(key: string, task: () => Promise<T>): Promise<T> {
  const turn = (turns.get(key) ?? Promise.resolve()).then(task, task);
  const settled = turn.then(
    () => undefined,
    () => undefined,
  );
  turns.set(key, settled);
  void settled.then(() => {
    if (turns.get(key) === settled) turns.delete(key);
  });
  return turn;
}

interface Target {
  readonly given: string;
  /** With all links followed: there is written. */
  readonly real: string;
  readonly content: string | Uint8Array | Tree;
  readonly keepOld: boolean;
}

const isTree = (content: Target['content']): content is Tree => typeof content === 'object' && 'files' in content;

/** `home`: Lectern's own folder, made when it is first needed; what is written below it is for nobody else. `times`: of locks, for tests. */
export function openStore(home: string, times?: LockTimes): Store {
  const journal = openJournal(join(home, 'journal'));
  const temporary = join(home, 'temporary');

  const accessOf = (path: string): Access => ({ isPrivate: isInside(realPlace(home), path) });
  const placeOf = async (file: string, within: string | undefined): Promise<string> => {
    if (within === undefined) return realPlace(file);
    await refuseGone(within);
    return realPlaceWithin(within, file);
  };

  const place = async (work: Work, items: readonly Item[], told: (target: string) => void): Promise<readonly string[]> => {
    const [only] = items;
    if (only !== undefined && items.length === 1 && !only.isFolder && !only.keep) {
      told(only.target);
      await rename(only.staged, only.target);
      await flushFolder(dirname(only.target));
      return [];
    }
    for (const item of items) {
      told(item.target);
      await setAside(item);
    }
    await work.placing(items);
    const kept: string[] = [];
    try {
      await rollForward(items, told);
      await keepOld(items, kept);
      return kept;
    } catch (error) {
      await undo(work, items, kept).catch(() => {
        throw new LeftToRecovery(error);
      });
      throw error;
    }
  };

  const write = async (targets: readonly Target[], mayReplace: () => Promise<void>): Promise<readonly string[]> => {
    const files = (id: string, what: 'new' | 'old'): string[] => targets.map(({ real }, index) => nameBeside(real, id, what, index));
    let at = targets[0]?.given ?? '';
    const folders = (await Promise.all(targets.map(({ real }) => missingAbove(real)))).flat();
    const work = await journal.begin((id) => ({ temporary: [...files(id, 'new'), ...files(id, 'old')], folders }));
    const [staged, aside] = [files(work.id, 'new'), files(work.id, 'old')];
    try {
      const items: Item[] = [];
      for (const [index, { given, real, content, keepOld }] of targets.entries()) {
        at = given;
        const [fresh = '', old = ''] = [staged[index], aside[index]];
        if (isTree(content)) await stageFolder(fresh, content, accessOf(real));
        else await stageFile(fresh, real, content, accessOf(real));
        items.push({
          target: real,
          staged: fresh,
          aside: old,
          isFolder: isTree(content),
          before: await identityOf(real),
          after: (await identityOf(fresh)) ?? '',
          keep: keepOld,
        });
      }
      await mayReplace();
      const kept = await place(work, items, (target) => (at = targets.find(({ real }) => real === target)?.given ?? at));
      await close(work, aside);
      return kept;
    } catch (error) {
      if (error instanceof LeftToRecovery) throw refusal(at, error.cause);
      await close(work, [...staged, ...aside]);
      throw refusal(at, error);
    }
  };

  const targetsOf = async (entries: readonly (NewFile | NewFolder)[], within: string | undefined): Promise<Target[]> => {
    const targets: Target[] = [];
    for (const entry of entries) {
      const [given, content, keepOld] =
        'folder' in entry ? [entry.folder, entry, false] : [entry.file, entry.content, entry.keepOld ?? false];
      try {
        targets.push({ given, real: await placeOf(given, within), content, keepOld });
      } catch (error) {
        throw refusal(given, error);
      }
    }
    return targets;
  };

  return {
    home,
    write: async (file, content, { within, mayReplace = ALWAYS } = {}) => {
      await write(await targetsOf([{ file, content }], within), mayReplace);
    },
    writeTogether: async (entries, { within, mayReplace = ALWAYS } = {}) => write(await targetsOf(entries, within), mayReplace),
    putFolder: async (folder, files, { within, mayReplace = ALWAYS, folders = [] } = {}) => {
      await write(await targetsOf([{ folder, files, folders }], within), mayReplace);
    },
    alone: async (folder, task, { within } = {}) => {
      let real: string;
      let folders: string[];
      try {
        real = await placeOf(folder, within);
        folders = await missingAbove(join(real, 'file'));
      } catch (error) {
        throw refusal(folder, error);
      }
      return inTurn(real, async () => {
        const work = await journal.begin(() => ({ locks: [real], folders }));
        // A ticket that cannot be removed now is left to the next start, and until then passed over like any that gives no sign.
        let isFree = true;
        try {
          await makeFolder(real, accessOf(real)).catch((error: unknown) => {
            throw refusal(folder, error);
          });
          const lock = await lockFolder(real, work.id, times).catch((error: unknown) => {
            throw refusal(folder, error);
          });
          isFree = false;
          try {
            return await task(lock.check);
          } finally {
            isFree = await lock.release();
          }
        } finally {
          if (isFree) await work.end().catch(() => undefined);
        }
      });
    },
    removeFolder: async (folder) => {
      const target = realPlace(folder);
      if ((await identityOf(target)) === null) return;
      const pathOf = (id: string): string => nameBeside(target, id, 'old', 0);
      const work = await journal.begin((id) => ({ temporary: [pathOf(id)] }));
      await rename(target, pathOf(work.id)).catch(async (error: unknown) => {
        await close(work, []);
        throw refusal(folder, error);
      });
      await close(work, [pathOf(work.id)]);
    },
    temporary: () => join(temporary, newId(randomUUID())),
    recover: async () => {
      await journal.recover();
      for (const name of await readdir(temporary).catch(() => [])) {
        const path = join(temporary, name);
        if (await isLeft(name, path).catch(() => false)) await discard([path]);
      }
    },
  };
}

/** What has its place, or had it, is on the disk, with the journal that says so: removing anything now could lose it. */
class LeftToRecovery extends Error {
  constructor(cause: unknown) {
    super('left to the next start', { cause });
  }
}

async function undo(work: Work, items: readonly Item[], kept: readonly string[]): Promise<void> {
  // Where that cannot be noted (a full disk), a process that ended now would have it finished: whole, too.
  await work.undoing(items).catch(() => undefined);
  await rollBack(items);
  for (const path of kept) await rm(path, { force: true });
}

/** The end of a piece of work: what is left of it goes, and then the note of it; what cannot go now is left to the next start. */
async function close(work: Work, temporary: readonly string[]): Promise<void> {
  if (await discard(temporary)) await work.end().catch(() => undefined);
}
