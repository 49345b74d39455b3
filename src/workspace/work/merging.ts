import { distinct } from '../../core/base/distinct.ts';
import { sha256 } from '../../core/base/hash.ts';
import { baseWordsOf } from '../../core/write/pptx/merge/handed-out.ts';
import { asIn } from '../earlier.ts';
import { wordsHandedOut } from '../handed-out.ts';
import { mergeBytes, shrunkProblems } from '../merge.ts';
import { contentOf, type MakeDeck } from './again.ts';
import type { LookedConflict, Workshop } from './types.ts';

/** The same for the same two decks. */
export const stateOf = (theirs: Uint8Array, ours: Uint8Array): string => sha256(`${sha256(theirs)} ${sha256(ours)}`);

/** Makes the deck anew and merges the edited one with it. */
export function openMerging(make: MakeDeck): Workshop['merge'] {
  return async ({ edited, settings, history, wanted, ...work }) => {
    const theirs = await contentOf(edited);
    const { problems, ...ours } = await make(work, { forPresenter: true, prefer: asIn(theirs) });
    const merged = await mergeBytes(theirs, ours, settings);
    const { bytes, slides } = merged;
    const words = merged.conflicts.length > 0 ? await wordsHandedOut(history, theirs) : null;
    const { lineMarker } = await import('../../core/pipeline/marks.ts');
    const mark = lineMarker(ours.scene.meta.language);
    const conflicts = merged.conflicts.map((one): LookedConflict => {
      const baseWords = words && baseWordsOf(one, words);
      const marked = { theirs: mark(one.theirs, baseWords ?? one.ours), ours: mark(one.ours, baseWords ?? one.theirs) };
      return { ...one, baseWords, marked };
    });
    const state = stateOf(theirs, ours.bytes);
    const found = [...problems, ...shrunkProblems(merged, edited.shown)];
    return { state, conflicts, slides, bytes: state === wanted ? bytes : null, problems: distinct(found) };
  };
}
