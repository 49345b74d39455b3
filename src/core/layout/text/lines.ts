import { firstWhere } from '../../base/search.ts';
import { tallest } from '../font/heights.ts';
import type { Heights } from '../font/types.ts';
import type { LevelStyle } from '../../template/theme/types.ts';
import { add, NOTHING, pointsOf } from './atoms.ts';
import type { Atom, Atoms, Cut, Extent, Kept, MeasuredLine, LineWidths, Part, Parts, Stretch } from './types.ts';

/** A line that may take more. It grows in place: a long text has as many of its steps as words. */
interface Open extends Pick<MeasuredLine, 'divided'> {
  start: number;
  end: number;
  ems: number;
  letters: number;
  gap: Extent;
  heights: Heights;
}

type Words = Omit<Atom, 'forced'>;

type Sized = Pick<LevelStyle, 'size' | 'letterSpacing'>;

/** Where words that are wider than their line are divided: wherever they may be, or only at some of these places (as a program does that is told no others). */
export type Divisions = 'all' | ReadonlySet<number>;

export interface Breaking {
  /** Null: words are not divided. */
  readonly divisions?: Divisions | null;
  /** What of the text is broken into lines; all of it where nothing is said. */
  readonly stretch?: Stretch | null;
  /** The last line wanted is the first with which their heights, in points, are more than `enough`. */
  readonly until?: { readonly heightOf: (heights: Heights) => number; readonly enough: number } | null;
}

/**
 * First-fit lines. The words of an atom that is wider than a whole line are divided as `divisions` has it, the first part on the line that
 * is open; where they may not be, or a part is too wide itself, the atom is cut between graphemes, but not inside its labels and numbers
 * unless one of these is. At least one grapheme stands on a line. The work is that of the lines that are wanted, however long the text.
 */
export function breakLines(paragraph: Atoms, style: Sized, widths: LineWidths, how: Breaking = {}): MeasuredLine[] {
  return new Breaker(paragraph, style, widths, how).lines();
}

/** Of the rest of an atom that is longer than this many characters nobody asks whether it stands on one line. */
const LONG_REST = 2000;

class Breaker {
  private readonly done: Open[] = [];
  private open: Open | undefined;
  private used = 0;

  private readonly paragraph: Atoms;
  private readonly style: Sized;
  private readonly widths: LineWidths;
  private readonly how: Breaking;

  constructor(paragraph: Atoms, style: Sized, widths: LineWidths, how: Breaking) {
    [this.paragraph, this.style, this.widths, this.how] = [paragraph, style, widths, how];
  }

  lines(): MeasuredLine[] {
    const { atoms, text } = this.paragraph;
    const { start, end } = this.how.stretch ?? { start: 0, end: text.length };
    for (let i = start === 0 ? 0 : firstWhere(atoms.length, (n) => isBehind(atoms[n], start)); i < atoms.length; i++) {
      const atom = atoms[i];
      if (atom === undefined || this.isFull() || (atom.start >= end && end < text.length)) break;
      this.take(atom, start, end);
    }
    if (this.open && !this.isFull()) this.push(this.open);
    return this.done.map((line): MeasuredLine => {
      const { start: from, end: to, heights, divided } = line;
      const width = pointsOf(line, this.style);
      return divided ? { start: from, end: to, width, heights, divided } : { start: from, end: to, width, heights };
    });
  }

  private isFull(): boolean {
    const { until } = this.how;
    return until ? this.used > until.enough : false;
  }

  private push(line: Open): void {
    this.done.push(line);
    if (this.how.until) this.used += this.how.until.heightOf(line.heights);
  }

  private limit(more = 0): number {
    return this.done.length + more === 0 ? this.widths.first : this.widths.rest;
  }

  private take(whole: Atom, start: number, end: number): void {
    const atom = whole.start >= start && whole.end <= end ? whole : this.clipped(whole, start, end);
    if (!this.open || !this.joins(this.open, atom)) {
      const next = this.limit(this.open ? 1 : 0);
      const { divisions = null } = this.how;
      const isWide = divisions !== null && pointsOf(atom.extent, this.style) > next;
      const parts = isWide ? wordParts(this.paragraph, atom, this.style, Math.min(next, this.widths.rest), divisions, whole) : null;
      if (parts) this.fill(atom, parts);
      else {
        if (this.open) this.push(this.open);
        this.open = undefined;
        if (!this.isFull()) this.cutToFit(atom, whole);
      }
    }
    if (atom.forced && this.open && !this.isFull()) {
      this.push(this.open);
      this.open = undefined;
    }
  }

  /** Puts an atom on the line that is open, where there is room. */
  private joins(line: Open, { end, extent, gap, heights }: Atom): boolean {
    const ems = line.ems + line.gap.ems + extent.ems;
    const letters = line.letters + line.gap.letters + extent.letters;
    if (ems * this.style.size + letters * this.style.letterSpacing > this.limit()) return false;
    line.end = end;
    line.ems = ems;
    line.letters = letters;
    line.gap = gap;
    line.heights = tallest(line.heights, heights);
    return true;
  }

  private clipped(whole: Atom, start: number, end: number): Atom {
    const own = { start: Math.max(whole.start, start), end: Math.min(whole.end, end) };
    return { ...whole, ...own, extent: extentOf(this.paragraph, own), forced: whole.forced || end < whole.end };
  }

  /** Puts as many parts on each line as it holds with a hyphen behind them; the last part's line stays open. */
  private fill(atom: Atom, parts: PartsOf): void {
    let before = this.open;
    let at = atom.start;
    let from = parts.from;
    while (!this.isFull()) {
      const limit = this.limit();
      let [most, next] = [undefined as Open | undefined, from];
      for (let i = from; i < parts.to; i++) {
        const line = this.withParts(atom, parts, at, i, before);
        const width = pointsOf(line, this.style);
        const isLast = i === parts.to - 1;
        if (isLast && (width <= limit || (!before && i === from))) {
          this.open = line;
          return;
        }
        if (!isLast && (width <= limit || (!before && !most))) [most, next] = [line, i + 1];
        // Kerning may make a longer word narrower, but not by an em.
        if (width > limit + this.style.size) break;
      }
      if (most) {
        this.push(most);
        at = parts.list[next - 1]?.end ?? atom.end;
        from = next;
      } else if (before) this.push(before);
      before = undefined;
    }
    this.open = undefined;
  }

  /** A line of what stands on it and an atom's words from an offset up to the end of a part. */
  private withParts(atom: Atom, { list, to }: PartsOf, start: number, index: number, before: Open | undefined): Open {
    const isLast = index === to - 1;
    const part = list[index];
    const end = isLast || part === undefined ? atom.end : part.end;
    const hyphen = isLast ? null : (part?.hyphen ?? null);
    const words = { ...atom, start, end, extent: add(this.paragraph.measure({ start, end }), hyphen ?? NOTHING) };
    return { ...(before ? append(before, words) : opened(words)), ...(!isLast && { divided: hyphen ? 'hyphen' : 'bare' }) };
  }

  private cutToFit(atom: Atom, whole: Atom): void {
    if (pointsOf(atom.extent, this.style) <= this.limit()) {
      this.open = opened(atom);
      return;
    }
    let start = atom.start;
    let extent: Extent = NOTHING;
    for (const cut of finestCuts(this.paragraph, atom, this.style, this.limit(1), whole)) {
      const wider = add(extent, cut.extent);
      if (cut.start > start && pointsOf(wider, this.style) > this.limit()) {
        this.push(opened({ ...atom, start, end: cut.start, extent }));
        if (this.isFull()) return;
        start = cut.start;
        extent = cut.extent;
      } else extent = wider;
    }
    this.open = opened({ ...atom, start, end: atom.end, extent });
  }
}

function isBehind(atom: Atom | undefined, offset: number): boolean {
  return atom !== undefined && (atom.end > offset || atom.start >= offset);
}

function opened({ start, end, extent: { ems, letters }, gap, heights }: Words): Open {
  return { start, end, ems, letters, gap, heights };
}

function append(line: Open, words: Words): Open {
  const { end, extent, gap, heights } = words;
  return {
    start: line.start,
    end,
    ems: line.ems + line.gap.ems + extent.ems,
    letters: line.letters + line.gap.letters + extent.letters,
    gap,
    heights: tallest(line.heights, heights),
  };
}

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
function* finestCuts(paragraph: Atoms, stretch: Stretch, style: Sized, limit: number, whole: Stretch, depth = 0): Generator<Cut> {
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
function extentOf(paragraph: Atoms, part: Stretch): Extent {
  return part.end - part.start > LONG_REST ? { ems: Infinity, letters: 0 } : paragraph.measure(part);
}
