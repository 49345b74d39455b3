import { firstWhere } from '../../base/search.ts';
import { tallest } from '../font/heights.ts';
import type { Heights } from '../font/types.ts';
import { add, NOTHING, pointsOf } from './atoms.ts';
import { extentOf, finestCuts, wordParts, type Divisions, type PartsOf, type Sized } from './word-parts.ts';
import type { Atom, Atoms, Extent, MeasuredLine, LineWidths, Stretch } from './types.ts';

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
