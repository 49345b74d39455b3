import { LecternError } from '../core/base/errors.ts';
import { openHistory } from './handover/history.ts';

/** Where the history of hand-overs lies: Lectern's own folder, and the workspace's. */
export interface HistoryAt {
  readonly home: string;
  readonly root: string;
}

/**
 * The words of a deck when it was handed out, by the digests that it carries; null where no hand-over of this machine has that deck. A
 * history that cannot be read is none: a merge needs no words.
 */
export async function wordsHandedOut({ home, root }: HistoryAt, edited: Uint8Array): Promise<ReadonlyMap<string, string> | null> {
  const { wordsIn, recipeStamp } = await import('../core/write/pptx/index.ts');
  try {
    const stamp = recipeStamp(edited);
    const history = openHistory(home, root);
    const record = stamp === null ? undefined : (await history.list()).records.find((one) => one.stamp === stamp);
    return record ? await wordsIn(await history.deckOf(record)) : null;
  } catch (error) {
    if (error instanceof LecternError) return null;
    throw error;
  }
}
