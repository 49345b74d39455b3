import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { problemsSchema } from '../../api/schemas/common.ts';
import { operationSchema } from '../../api/schemas/intake-operations.ts';
import { mergeChangeSchema } from '../../api/schemas/intake-view.ts';
import type { Draft } from '../../core/intake/types.ts';
import { readBytes, readText } from '../files.ts';
import { identityOf, type Store } from '../store/index.ts';
import { sha256 } from '../../core/base/hash.ts';
import { replay, type History } from './review-history.ts';

/**
 * Unfinished reviews on disk, a folder each: the original; what intake made of it, written once; and the steps taken since.
 * A draft is trusted for its hash: what Lectern wrote comes back, what is damaged does not.
 */

const basedSchema = z.object({ id: z.string(), title: z.string(), file: z.string(), hash: z.string() });

const beginningSchema = z.object({
  version: z.literal(1),
  /** Milliseconds since 1970. */
  opened: z.number(),
  problems: problemsSchema,
  changes: z.array(mergeChangeSchema).readonly(),
  based: basedSchema.nullable(),
  drafts: z.object({ hash: z.string(), text: z.string() }),
});
const draftsSchema = z.object({ taken: z.custom<Draft>(), start: z.custom<Draft>().nullable() });
const stepsSchema = z.object({
  operations: z.array(operationSchema).readonly(),
  at: z.number().int(),
  changed: z.number(),
  revision: z.number(),
});

export interface Beginning extends Omit<z.infer<typeof beginningSchema>, 'version' | 'drafts'> {
  /** As intake found it. */
  readonly taken: Draft;
  /** As the review began: merged with the saved article that it renews, else the same. */
  readonly start: Draft;
}

export interface Review {
  readonly id: string;
  beginning: Beginning;
  history: History;
  changed: number;
  /** Counts up; never the same for two states, not even after a restart. */
  revision: number;
}

export interface ReviewStore {
  /**
   * Makes `known` what is on the disk, where another Lectern may have begun, gone on with or ended reviews since; answers those that it
   * has changed. What cannot be read is left where it is.
   */
  readonly refresh: (known: Map<string, Review>) => Promise<readonly Review[]>;
  readonly original: (id: string) => Promise<Uint8Array>;
  /** Throws `file/write`. `original` is left out where it is there already. */
  readonly begin: (review: Review, original: Uint8Array | null) => Promise<void>;
  /** Writes the steps in the background, the latest alone where they come fast; a disk that refuses costs only the memory of them. */
  readonly keep: (review: Review) => void;
  readonly drop: (id: string) => Promise<void>;
  readonly settled: () => Promise<void>;
}

/** The role of what is no part of the article had another name in reviews begun before it was called so. */
function withRoles(key: string, value: unknown): unknown {
  return key === 'role' && value === 'furniture' ? 'boilerplate' : value;
}

const ORIGINAL = 'original';
const BEGINNING = 'beginning.json';
const STEPS = 'steps.json';

export function openReviewStore(store: Store, folder: string, now: () => number): ReviewStore {
  const writing = new Map<string, Promise<void>>();
  const waiting = new Map<string, Review>();
  /** Which state on the disk was read or written last. */
  const marks = new Map<string, string>();
  const markOf = async (id: string): Promise<string> =>
    (await Promise.all([BEGINNING, STEPS].map((name) => identityOf(join(folder, id, name))))).join('|');
  const mark = async (id: string): Promise<void> => void marks.set(id, await markOf(id));

  const steps = ({ history, changed, revision }: Review): string =>
    JSON.stringify({ operations: history.operations, at: history.at, changed, revision } satisfies z.infer<typeof stepsSchema>);

  const read = async (id: string): Promise<Review> => {
    const { opened, problems, changes, based, drafts } = beginningSchema.parse(JSON.parse(await readText(join(folder, id, BEGINNING))));
    if (sha256(drafts.text) !== drafts.hash) throw new Error('damaged');
    const { taken, start } = draftsSchema.parse(JSON.parse(drafts.text, withRoles));
    const beginning = { opened, problems, changes, based, taken, start: start ?? taken };
    const kept = await readText(join(folder, id, STEPS))
      .then((text) => stepsSchema.parse(JSON.parse(text, withRoles)))
      .catch(() => ({ operations: [], at: 0, changed: opened, revision: 0 }));
    const history = replay(beginning.start, kept.operations, kept.at);
    return { id, beginning, history, changed: kept.changed, revision: Math.max(now(), kept.revision + 1) };
  };

  const write = async (id: string): Promise<void> => {
    for (let review = waiting.get(id); review; review = waiting.get(id)) {
      waiting.delete(id);
      await store.write(join(folder, id, STEPS), steps(review)).catch(() => undefined);
      await mark(id);
    }
    writing.delete(id);
  };

  /** Null: it is as it was, or cannot be read. */
  const reload = async (id: string, known: Map<string, Review>): Promise<Review | null> => {
    const now = await markOf(id);
    if (writing.has(id) || (known.has(id) && marks.get(id) === now)) return null;
    const found = await read(id).catch(() => null);
    if (found === null || writing.has(id)) return null;
    const review = Object.assign(known.get(id) ?? found, found);
    known.set(id, review);
    marks.set(id, now);
    return review;
  };

  return {
    refresh: async (known) => {
      const ids = (await readdir(folder).catch(() => [])).filter((id) => z.uuid().safeParse(id).success);
      for (const id of known.keys()) if (!ids.includes(id) && marks.delete(id)) known.delete(id);
      const changed = await Promise.all(ids.map((id) => reload(id, known)));
      return changed.filter((review) => review !== null);
    },
    original: (id) => readBytes(join(folder, id, ORIGINAL)),
    begin: async (review, original) => {
      const { taken, start, ...rest } = review.beginning;
      const text = JSON.stringify({ taken, start: start === taken ? null : start } satisfies z.infer<typeof draftsSchema>);
      const beginning = { version: 1, ...rest, drafts: { hash: sha256(text), text } } satisfies z.infer<typeof beginningSchema>;
      const at = (name: string): string => join(folder, review.id, name);
      await store.writeTogether([
        ...(original === null ? [] : [{ file: at(ORIGINAL), content: original }]),
        { file: at(STEPS), content: steps(review) },
        { file: at(BEGINNING), content: JSON.stringify(beginning) },
      ]);
      await mark(review.id);
    },
    keep: (review) => {
      waiting.set(review.id, review);
      if (!writing.has(review.id)) writing.set(review.id, write(review.id));
    },
    drop: async (id) => {
      waiting.delete(id);
      await writing.get(id);
      marks.delete(id);
      await store.removeFolder(join(folder, id));
    },
    settled: async () => {
      await Promise.all(writing.values());
    },
  };
}
