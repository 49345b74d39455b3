import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, rmdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { codeOf, readText } from '../files.ts';
import { flushFolder, keepOld, rollBack, rollForward, TargetChanged, type Item } from './commit.ts';
import { isOfLock } from './lock.ts';
import { isLeft, newId } from './owner.ts';

/**
 * What is being written, so that the next start can finish or undo it: one small file a piece of work, in Lectern's own folder, where
 * nobody else can write what would then be carried out. Its name says whose work it is.
 */

const itemSchema = z.object({
  target: z.string(),
  staged: z.string(),
  aside: z.string(),
  isFolder: z.boolean(),
  before: z.string().nullable(),
  after: z.string(),
  keep: z.boolean(),
});
const entrySchema = z.object({
  version: z.literal(1),
  /** Under which its lock was asked for; whoever recovers it gives the file another name. */
  id: z.string(),
  /** `making`: nothing has its place yet. `placing`: all is staged. `undoing`: what has its place gives it back. */
  state: z.enum(['making', 'placing', 'undoing']),
  /** Temporary files and folders, to be removed where the process ends before it did so itself. */
  temporary: z.array(z.string()),
  /** Folders that are made for it, the innermost first: removed where nothing is in them. */
  folders: z.array(z.string()),
  /** Folders in which the lock of this name was asked for. */
  locks: z.array(z.string()),
  items: z.array(itemSchema),
});
type Entry = z.infer<typeof entrySchema>;

/** Work without a journal: in a home that cannot be written to. */
const NONE = '';

/** What we make beside others' files is named so, and nothing else is ever removed. */
const OURS = /^\.lectern-/;

/** A new name of our own beside a file. */
export function nameBeside(file: string, id: string, what: 'new' | 'old', index: number): string {
  return join(dirname(file), `.lectern-${id}-${index}.${what}`);
}

export interface Work {
  /** Names its files and its lock. */
  readonly id: string;
  /** All is staged: from now on it is finished, not forgotten. Throws what the disk says, and nothing has changed. */
  readonly placing: (items: readonly Item[]) => Promise<void>;
  readonly undoing: (items: readonly Item[]) => Promise<void>;
  readonly end: () => Promise<void>;
}

/** What work makes that is not to stay: see the entry's fields. */
export type Made = Readonly<Record<'temporary' | 'folders' | 'locks', readonly string[]>>;

export interface Journal {
  /** Notes work before any of it is done; what it makes is asked for with the work's name. */
  readonly begin: (of: (id: string) => Partial<Made>) => Promise<Work>;
  /** Finishes or undoes what ended processes left. What cannot be now is left for the next time. */
  readonly recover: () => Promise<void>;
}

async function put(file: string, entry: Entry, isDurable: boolean): Promise<void> {
  const handle = await open(`${file}.new`, 'w', 0o600);
  try {
    await handle.writeFile(JSON.stringify(entry));
    if (isDurable) await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(`${file}.new`, file);
  if (isDurable) await flushFolder(dirname(file));
}

/** `folder`: made when it is first needed. */
export function openJournal(folder: string): Journal {
  const fileOf = (id: string): string => join(folder, `${id}.json`);

  const begin: Journal['begin'] = async (of) => {
    const id = newId(randomUUID());
    const { temporary = [], folders = [], locks = [] } = of(id);
    const made = { temporary: [...temporary], folders: [...folders], locks: [...locks] };
    const entry = { version: 1, id, state: 'making', ...made, items: [] } satisfies Entry;
    const file = await put(fileOf(id), entry, false)
      .catch(async (error: unknown) => {
        if (codeOf(error) !== 'ENOENT') throw error;
        await mkdir(folder, { recursive: true, mode: 0o700 });
        await put(fileOf(id), entry, false);
      })
      .then(
        () => fileOf(id),
        () => NONE,
      );
    const become = async (state: Entry['state'], items: readonly Item[]): Promise<void> => {
      if (file !== NONE) await put(file, { ...entry, state, items: [...items] }, true);
    };
    return {
      id,
      placing: (items) => become('placing', items),
      undoing: (items) => become('undoing', items),
      end: async () => {
        if (file !== NONE) await rm(file, { force: true });
      },
    };
  };

  return {
    begin,
    recover: async () => {
      for (const name of await readdir(folder).catch(() => [])) await recoverOne(folder, name).catch(() => undefined);
    },
  };
}

async function recoverOne(folder: string, name: string): Promise<void> {
  const file = join(folder, name);
  const [, id = '', isUnfinished] = /^(.*?)\.json(\.new)?$/.exec(name) ?? [];
  if (!(await isLeft(id, file))) return;
  if (isUnfinished !== undefined) {
    await rm(file, { force: true });
    return;
  }
  // Whoever gets it under a name of its own does it, and no second one.
  const own = join(folder, `${newId(randomUUID())}.json`);
  await rename(file, own);
  const entry = entryOf(await readText(own));
  if (entry !== null) await settle(own, entry);
  await rm(own, { force: true });
}

/** Null: torn when a machine stopped, or of another version. */
function entryOf(text: string): Entry | null {
  try {
    return entrySchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

async function settle(file: string, entry: Entry): Promise<void> {
  if (entry.state === 'undoing') await rollBack(entry.items);
  if (entry.state === 'placing') {
    try {
      await rollForward(entry.items);
      await keepOld(entry.items, []);
    } catch (error) {
      // Somebody has saved there since, or the place is closed to us for good: what was there counts.
      if (!(error instanceof TargetChanged) && ['ENOSPC', 'EMFILE', 'ENFILE', 'EBUSY', 'EIO'].includes(codeOf(error))) throw error;
      await put(file, { ...entry, state: 'undoing' }, true);
      await rollBack(entry.items);
    }
  }
  for (const path of entry.temporary) if (OURS.test(basename(path))) await rm(path, { recursive: true, force: true });
  for (const folder of entry.folders) await rmdir(folder).catch(() => undefined);
  for (const place of entry.locks) {
    const names = await readdir(place).catch(() => []);
    for (const name of names) if (isOfLock(name, entry.id)) await rm(join(place, name), { force: true });
  }
}
