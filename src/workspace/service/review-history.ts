import type { ReviewOperation } from '../../api/schemas/intake-view.ts';
import { LecternError } from '../../core/base/errors.ts';
import type { Draft } from '../../core/intake/types.ts';
import { applyOperation } from './review-operations.ts';

/**
 * A draft's steps from its beginning: what makes undo reach all the way, also after a restart. Drafts share what does not change, so
 * keeping each costs little; on disk the steps alone are kept, and done again.
 */
export interface History {
  readonly operations: readonly ReviewOperation[];
  /** One more than operations: before the first step, and after each. */
  readonly drafts: readonly Draft[];
  /** How many operations are in effect; those behind can be done again. */
  readonly at: number;
}

export function beginHistory(draft: Draft): History {
  return { operations: [], drafts: [draft], at: 0 };
}

export function draftOf({ drafts, at }: History): Draft {
  const draft = drafts[at];
  if (!draft) throw new Error('a history without its draft');
  return draft;
}

/** One step further; what had been undone is gone. The same history where the step changes nothing. */
export function take(history: History, operation: ReviewOperation): History {
  const before = draftOf(history);
  const after = applyOperation(before, operation);
  if (after === before) return history;
  const at = history.at + 1;
  return { operations: [...history.operations.slice(0, history.at), operation], drafts: [...history.drafts.slice(0, at), after], at };
}

/** Back (-1) or forward (1); the same history at its end. */
export function move(history: History, by: -1 | 1): History {
  const at = history.at + by;
  return at < 0 || at >= history.drafts.length ? history : { ...history, at };
}

/** All steps done again, as far as they can be: another version of Lectern may refuse one that this took. */
export function replay(draft: Draft, operations: readonly ReviewOperation[], at: number): History {
  let history = beginHistory(draft);
  for (const operation of operations) {
    try {
      history = take(history, operation);
    } catch (error) {
      if (!(error instanceof LecternError)) throw error;
    }
  }
  return { ...history, at: Math.max(0, Math.min(at, history.operations.length)) };
}

export function nextSteps({ operations, at }: History): {
  readonly undo: ReviewOperation['kind'] | null;
  readonly redo: ReviewOperation['kind'] | null;
} {
  return { undo: operations[at - 1]?.kind ?? null, redo: operations[at]?.kind ?? null };
}
