import type { Measure } from '../words/measures.ts';
import type { Bound } from '../../intake/types.ts';

/** A number as a text says it. */
export interface NumberMention {
  /** Offsets in the text, with its currency, multiplier and percent sign. */
  readonly start: number;
  readonly end: number;
  /** Its first token, and the one behind its last. */
  readonly from: number;
  readonly to: number;
  /** What it can mean: `5m` five millions or metres, `1.650` in a language of which that is not known. */
  readonly values: readonly number[];
  readonly kind: 'cardinal' | 'ordinal' | 'fraction' | 'vague' | 'designation';
  readonly spelled: boolean;
  /** What words behind it multiply it by: 1e6 of `5 million`. */
  readonly size: number;
  readonly percent: boolean;
  /** Of points by which shares differ, and of any others: `3 percentage points`, `3 points`. Basis points are hundredths of one. */
  readonly points: boolean;
  /** By its ISO 4217 code; null where none is said. */
  readonly currency: string | null;
  /** `about`, `more than`, `up to`. */
  readonly bound: Bound | null;
  /** What its unit measures; null for what it merely counts, or where the unit is not known. */
  readonly measure: Measure | null;
}
