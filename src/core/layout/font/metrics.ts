/**
 * What a font file says about widths, taken out of it once, when Lectern was built or a pack's font was first read.
 * Opening the file itself to shape text costs a hundred times as much. Lengths are in font units.
 */
export interface FontMetrics {
  readonly unitsPerEm: number;
  /** Above and below the baseline, both positive, and the gap that a font asks for between lines. */
  readonly ascent: number;
  readonly descent: number;
  readonly lineGap: number;
  /** Sorted. */
  readonly codePoints: readonly number[];
  /** By index in `codePoints`, then the ligatures'. */
  readonly advances: readonly number[];
  /** Characters that one glyph stands for, those with more characters first. */
  readonly ligatures: readonly string[];
  /** Null: the font has no pair kerning. */
  readonly kerning: Kerning | null;
  /** Arabic letters by the forms they take between others; null in other scripts. */
  readonly joining: readonly JoiningLetter[] | null;
}

/** Pairs by classes: `values[first[a]][second[b]]` is added to the advance of `a` before `b`. Indices as in `advances`. */
export interface Kerning {
  readonly first: readonly number[];
  readonly second: readonly number[];
  readonly values: readonly (readonly number[])[];
}

export interface JoiningLetter {
  /** One letter, or lam with an alef. */
  readonly text: string;
  readonly isolated: number;
  /** Joined to the letter before. */
  readonly final: number;
  /** Joined to the letter after, and to both; null: it joins to none after it. */
  readonly initial: number | null;
  readonly medial: number | null;
}
