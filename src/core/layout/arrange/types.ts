import type { Pin } from '../../deck/types.ts';

/**
 * What an arrangement costs, part by part; the least is taken. `WEIGHTS` (weights.ts) says what a unit of each weighs; these are weighed.
 */
export interface ScoreParts {
  /** What is cut, divided or overflows. */
  readonly faults: number;
  /** Conditions of its layouts that do not hold. */
  readonly conditions: number;
  /** Slides beyond the fewest that an option needs. */
  readonly slides: number;
  /** Type smaller than the largest that an option is set in. */
  readonly type: number;
  /** The largest empty rectangle. */
  readonly hole: number;
  /** Of the page that is not used. */
  readonly unused: number;
  /** How far what stands there is from the middle, across. */
  readonly balance: number;
  /** Lines of titles beyond two. */
  readonly title: number;
  /** Layouts that the designer prefers less than another of the group. */
  readonly preference: number;
}

/** One way in which slides of a group may stand, and what it came to. */
export interface Candidate {
  /** The layouts of its slides. */
  readonly layouts: readonly string[];
  /** How many slides it needs. */
  readonly slides: number;
  /** Null: it was measured only, and others fared better. */
  readonly parts: ScoreParts | null;
  readonly total: number | null;
}

/** Why a group stands as it does. */
export interface ChoiceReason {
  /** Of its first slide as laid out, from 1. */
  readonly slide: number;
  readonly id: string;
  readonly topic: string | null;
  /** In words. */
  readonly title: string;
  /** Index into `candidates`. */
  readonly chosen: number;
  /** `score`: it costs least; `rhythm`: less than what would look like the slides before; `kept`: as it was handed out; `pinned`: the briefing asks for it. */
  readonly because: 'score' | 'rhythm' | 'kept' | 'pinned';
  readonly candidates: readonly Candidate[];
}

/** Layouts by slide id, as an earlier deck had them. */
export interface Preference {
  readonly layouts: ReadonlyMap<string, string>;
  /** `firm`: of a deck that was handed out, stays while it fits; `loose`: of the last preview, stays unless another is clearly better. */
  readonly hold: 'firm' | 'loose';
}

export type { Pin };
