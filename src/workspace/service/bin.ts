import { readdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { sha256 } from '../../core/base/hash.ts';
import { briefingSchema, hashSchema } from '../../api/schemas/common.ts';
import { LecternError, problem } from '../../core/base/errors.ts';
import { readBytes, readText } from '../files.ts';
import type { Store } from '../store/index.ts';

const entrySchema = z.object({
  id: z.string(),
  /** Where it stood, below the workspace. */
  file: z.string(),
  /** As it was called; the file's name where it could not be read. */
  title: z.string(),
  /** Milliseconds since 1970. */
  deleted: z.number(),
  /** Work on a briefing that had not reached its file. */
  draft: z.object({ briefing: briefingSchema, basedOn: hashSchema }).nullable(),
});
export type BinEntry = z.infer<typeof entrySchema>;

/**
 * A workspace's deleted briefings and articles, in Lectern's own folder, each as a note and the file's bytes as they were. They stay until somebody
 * empties the bin.
 */
export interface Bin {
  /** The newest first; what cannot be read is left out and left there. */
  readonly list: () => Promise<readonly BinEntry[]>;
  /** Throws `file/write`. */
  readonly put: (entry: Omit<BinEntry, 'id' | 'deleted'>, bytes: Uint8Array) => Promise<BinEntry>;
  /** Throws `file/missing` where it is not there any more. */
  readonly read: (id: string) => Promise<{ readonly entry: BinEntry; readonly bytes: Uint8Array }>;
  readonly drop: (id: string) => Promise<void>;
}

const NOTE = '.json';
const BODY = '.yaml';

/** `folder`: of this workspace alone. */
export function openBin(store: Store, folder: string, now: () => number): Bin {
  const noteOf = async (id: string): Promise<BinEntry | null> => {
    const text = await readText(join(folder, `${basename(id)}${NOTE}`)).catch(() => null);
    if (text === null) return null;
    try {
      const entry = entrySchema.parse(JSON.parse(text));
      return entry.id === id ? entry : null;
    } catch {
      return null;
    }
  };
  return {
    list: async () => {
      const names = await readdir(folder).catch(() => []);
      const ids = names.filter((name) => name.endsWith(NOTE)).map((name) => name.slice(0, -NOTE.length));
      const entries = (await Promise.all(ids.map(noteOf))).filter((entry) => entry !== null);
      return entries.sort((a, b) => b.deleted - a.deleted);
    },
    put: async (what, bytes) => {
      const deleted = now();
      const entry = { ...what, id: `${deleted}-${sha256(`${what.file}\n${sha256(bytes)}`).slice(0, 12)}`, deleted };
      await store.writeTogether([
        { file: join(folder, `${entry.id}${BODY}`), content: bytes },
        { file: join(folder, `${entry.id}${NOTE}`), content: JSON.stringify(entry) },
      ]);
      return entry;
    },
    read: async (id) => {
      const entry = await noteOf(id);
      if (entry === null) {
        throw new LecternError(
          problem('file/missing', {
            message: 'this file is not in the bin any more',
            received: id,
            hint: 'It was taken out of it, or the bin was emptied; look for it among the briefings and articles.',
          }),
        );
      }
      return { entry, bytes: await readBytes(join(folder, `${id}${BODY}`)) };
    },
    // The note first: what has none is in no list.
    drop: async (id) => {
      for (const ending of [NOTE, BODY]) await rm(join(folder, `${basename(id)}${ending}`), { force: true });
    },
  };
}
