import { mentionReader } from '../claims/index.ts';
import { LecternError, type Problem } from '../base/errors.ts';
import { deckSide, diffDecks, type DeckSide } from '../write/pptx/diff/index.ts';
import type { DeckDiff } from '../write/pptx/diff/types.ts';

/** A .pptx as one compares it, and how problems name it. */
export interface ComparedFile {
  readonly bytes: Uint8Array;
  readonly file: string;
}

function sideOf({ bytes, file }: ComparedFile, problems: Problem[]): DeckSide | null {
  try {
    return deckSide(bytes);
  } catch (error) {
    if (!(error instanceof LecternError)) throw error;
    problems.push(...error.problems.map((p) => ({ ...p, place: { ...p.place, file } })));
    return null;
  }
}

/**
 * What differs between two .pptx, whoever wrote them, from the first to the second. Throws a `LecternError` `inspect/unreadable` for each
 * that is no deck or damaged.
 */
export function diffPptx(from: ComparedFile, to: ComparedFile): DeckDiff {
  const problems: Problem[] = [];
  const [a, b] = [sideOf(from, problems), sideOf(to, problems)];
  if (a === null || b === null) throw new LecternError(problems);
  return diffDecks(a, b, mentionReader);
}
