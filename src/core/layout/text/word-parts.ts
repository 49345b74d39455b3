import { firstWhere } from '../../base/search.ts';
import type { LevelStyle } from '../../template/theme/types.ts';
import { add, NOTHING, pointsOf } from './atoms.ts';
import type { Atoms, Cut, Extent, Kept, Part, Parts, Stretch } from './types.ts';

/** Of which part of a word, or of which rest of one, a line can hold how much. */

export type Sized = Pick<LevelStyle, 'size' | 'letterSpacing'>;

/** Where words that are wider than their line are divided: wherever they may be, or only at some of these places (as a program does that is told no others). */
export type Divisions = 'all' | ReadonlySet<number>;

/** Of the rest of an atom that is longer than this many characters nobody asks whether it stands on one line. */
const LONG_REST = 2000;

/** Those of an atom's parts that a stretch of it has, from one index up to another; the first and the last may be there only in part. */
export interface PartsOf {
  readonly list: readonly Part[];
  readonly from: number;
  readonly to: number;
}

/**
 * The parts of an atom, or of a stretch of it, that lines of `limit` points can hold, a hyphen behind each: where its author said so, else
 * where its language allows it too. Null: they are too wide even so, or there are none.
 */
export function wordParts(
  paragraph: Atoms,
  stretch: Stretch,
  style: Sized,
  limit: number,
  divisions: Divisions,
  atom: Stretch = stretch,
): PartsOf | null {
  for (const by of ['author', 'rules'] as const) {
    const all = paragraph.parts(atom, by);
    const own = within(all, stretch);
    const parts = divisions === 'all' ? own : dividedAt(paragraph, own, stretch, divisions);
    if (parts.to - parts.from < 2) continue;
    if ((divisions === 'all' ? widestOf(paragraph, all, parts, stretch, style) : widest(parts, style)) <= limit) return parts;
  }
  return null;
}

function within({ list }: Parts, { start, end }: Stretch): PartsOf {
  const from = firstWhere(list.length, (i) => (list[i]?.end ?? 0) > start);
  return { list, from, to: Math.min(list.length, firstWhere(list.length, (i) => (list[i]?.end ?? 0) >= end) + 1) };
}

/** Width of a part as a line's last, in points. */
export function widthOf(part: Part, style: Sized): number {
  return pointsOf(add(part.extent, part.hyphen ?? NOTHING), style);
}

function widest({ list, from, to }: PartsOf, style: Sized): number {
  let most = 0;
  for (let i = from; i < to; i++) {
    const part = list[i];
    if (part) most = Math.max(most, widthOf(part, style));
  }
  return most;
}

/** The same of parts whose first and last a stretch may have only in part. Of a long word it is known for all that is left of it. */
function widestOf(paragraph: Atoms, all: Parts, { list, from, to }: PartsOf, { start, end }: Stretch, style: Sized): number {
  const [first, last] = [list[from], list[to - 1]];
  if (!first || !last) return 0;
  const isRest = to === list.length && last.end === end;
  const clipped = [
    ...(first.start === start ? [] : [{ ...first, start, extent: paragraph.measure({ start, end: first.end }) }]),
    ...(last.end === end ? [] : [{ ...last, end, extent: paragraph.measure({ start: last.start, end }), hyphen: null }]),
  ];
  const whole = { list, from: first.start === start ? from : from + 1, to: last.end === end ? to : to - 1 };
  const most = isRest ? (widestFrom(all, style)[whole.from] ?? 0) : widest(whole, style);
  return Math.max(most, ...clipped.map((part) => widthOf(part, style)));
}

function widestFrom({ list, widest: known }: Parts, style: Sized): Float64Array {
  const key = `${style.size}|${style.letterSpacing}`;
  let widths = known.get(key);
  if (widths) return widths;
  widths = new Float64Array(list.length);
  let most = 0;
  for (let i = list.length - 1; i >= 0; i--) {
    const part = list[i];
    if (part) most = Math.max(most, widthOf(part, style));
    widths[i] = most;
  }
  known.set(key, widths);
  return widths;
}

/** Parts joined but at these offsets. */
function dividedAt(paragraph: Atoms, { list, from, to }: PartsOf, stretch: Stretch, offsets: ReadonlySet<number>): PartsOf {
  const joined: Part[] = [];
  let { start } = stretch;
  for (let i = from; i < to; i++) {
    const part = list[i];
    if (!part || (i < to - 1 && !offsets.has(part.end))) continue;
    const end = i < to - 1 ? part.end : stretch.end;
    joined.push({ start, end, extent: paragraph.measure({ start, end }), hyphen: end === part.end ? part.hyphen : null });
    start = end;
  }
  return { list: joined, from: 0, to: joined.length };
}

/** What is kept whole first, and what where that is too wide. */
const FINER: readonly Kept[] = ['labels', 'numbers', 'nothing'];

/** The parts of a stretch of an atom that a line of `limit` points can hold, each as large as may be: only what is too wide by itself is cut finer. */
export function* finestCuts(paragraph: Atoms, stretch: Stretch, style: Sized, limit: number, whole: Stretch, depth = 0): Generator<Cut> {
  const keep = FINER[depth];
  if (keep === undefined) return;
  const cuts = paragraph.cut(whole, keep);
  for (let i = firstWhere(cuts.length, (n) => (cuts[n]?.end ?? 0) > stretch.start); i < cuts.length; i++) {
    const cut = cuts[i];
    if (cut === undefined || cut.start >= stretch.end) break;
    const part = clippedCut(paragraph, cut, stretch);
    if (depth === FINER.length - 1 || pointsOf(part.extent, style) <= limit) yield part;
    else yield* finestCuts(paragraph, part, style, limit, cut, depth + 1);
  }
}

function clippedCut(paragraph: Atoms, cut: Cut, { start, end }: Stretch): Cut {
  if (cut.start >= start && cut.end <= end) return cut;
  const own = { start: Math.max(cut.start, start), end: Math.min(cut.end, end) };
  return { ...own, extent: extentOf(paragraph, own) };
}

/** The extent of a part of an atom; of a long one, more than any line holds. */
export function extentOf(paragraph: Atoms, part: Stretch): Extent {
  return part.end - part.start > LONG_REST ? { ems: Infinity, letters: 0 } : paragraph.measure(part);
}
