import { distinct } from '../../core/base/distinct.ts';
import type { Problem } from '../../core/base/errors.ts';
import type { ComparedFile } from '../../core/pipeline/diff.ts';
import { compareWith } from '../diff.ts';
import { contentOf, type MakeDeck } from './again.ts';
import type { DeckAt, Workshop } from './types.ts';

/** Compares two decks, of which either may be what a briefing gives now. */
export function openComparing(make: MakeDeck): Workshop['compare'] {
  return async ({ from, to, now }) => {
    const problems: Problem[] = [];
    const fileOf = async (deck: DeckAt | null): Promise<ComparedFile | null> => deck && { bytes: await contentOf(deck), file: deck.shown };
    const [older, newer] = [await fileOf(from), await fileOf(to)];
    const diff = await compareWith(older, newer, async (how) => {
      if (now === null) throw new Error('nothing to compare with');
      const made = await make(now, how);
      problems.push(...made.problems);
      return { bytes: made.bytes, file: now.sources.shown };
    });
    return { diff, problems: distinct(problems) };
  };
}
