import { tallest } from '../font/heights.ts';
import type { LevelStyle } from '../../template/theme/types.ts';
import { add, NOTHING, pointsOf } from './atoms.ts';
import type { Atom, Atoms, Cut, Extent, MeasuredLine, LineWidths, Part } from './types.ts';

type Open = Omit<Atom, 'forced'> & Pick<MeasuredLine, 'divided'>;
type Sized = Pick<LevelStyle, 'size' | 'letterSpacing'>;

/** Where words that are wider than their line are divided: wherever they may be, or only at some of these places (as a program does that is told no others). */
export type Divisions = 'all' | ReadonlySet<number>;

/**
 * First-fit lines. The words of an atom that is wider than a whole line are divided as `divisions` has it, the first part on the line that
 * is open; where they may not be, or a part is too wide itself, the atom is cut between graphemes, but not inside its labels and numbers
 * unless one of these is. At least one grapheme stands on a line.
 */
export function breakLines(paragraph: Atoms, style: Sized, widths: LineWidths, divisions: Divisions | null = null): MeasuredLine[] {
  const lines: Open[] = [];
  let open: Open | undefined;
  for (const atom of paragraph.atoms) {
    const limit = limitOf(widths, lines.length);
    const joined: Open | undefined = open && append(open, atom);
    if (joined && pointsOf(joined.extent, style) <= limit) open = joined;
    else {
      const next = limitOf(widths, lines.length + (open ? 1 : 0));
      const parts =
        divisions && pointsOf(atom.extent, style) > next ? wordParts(paragraph, atom, style, Math.min(next, widths.rest), divisions) : null;
      if (parts) open = fillParts(paragraph, lines, open, { atom, parts }, style, widths);
      else {
        if (open) lines.push(open);
        const pieces = cutToFit(paragraph, atom, style, (n) => limitOf(widths, lines.length + n));
        const opened = pieces.map(({ start, end, extent }) => ({ ...atom, start, end, extent }));
        lines.push(...opened.slice(0, -1));
        open = opened.at(-1);
      }
    }
    if (atom.forced && open) {
      lines.push(open);
      open = undefined;
    }
  }
  if (open) lines.push(open);
  return lines.map(({ start, end, extent, heights, divided }) => {
    return { start, end, width: pointsOf(extent, style), heights, ...(divided && { divided }) };
  });
}

function limitOf(widths: LineWidths, line: number): number {
  return line === 0 ? widths.first : widths.rest;
}

function append(line: Open, atom: Omit<Atom, 'forced'>): Open {
  return {
    start: line.start,
    end: atom.end,
    extent: add(add(line.extent, line.gap), atom.extent),
    gap: atom.gap,
    heights: tallest(line.heights, atom.heights),
  };
}

/**
 * The parts of an atom that lines of `limit` points can hold, a hyphen behind each: where its author said so, else where its language allows
 * it too. Null: they are too wide even so, or there are none.
 */
export function wordParts(paragraph: Atoms, atom: Atom, style: Sized, limit: number, divisions: Divisions): readonly Part[] | null {
  for (const by of ['author', 'rules'] as const) {
    const all = paragraph.parts(atom, by);
    const parts = divisions === 'all' ? all : dividedAt(paragraph, all, divisions);
    if (parts.length > 1 && parts.every((part) => widthOf(part, style) <= limit)) return parts;
  }
  return null;
}

/** Width of a part as a line's last, in points. */
export function widthOf(part: Part, style: Sized): number {
  return pointsOf(add(part.extent, part.hyphen ?? NOTHING), style);
}

/** Parts joined but at these offsets. */
function dividedAt(paragraph: Atoms, parts: readonly Part[], offsets: ReadonlySet<number>): Part[] {
  const joined: Part[] = [];
  let start = parts[0]?.start ?? 0;
  parts.forEach((part, i) => {
    if (i < parts.length - 1 && !offsets.has(part.end)) return;
    joined.push({ ...part, start, extent: paragraph.measure({ start, end: part.end }) });
    start = part.end;
  });
  return joined;
}

/** Puts as many parts on each line as it holds with a hyphen behind them. Returns the line that the last part stands on. */
function fillParts(
  paragraph: Atoms,
  lines: Open[],
  open: Open | undefined,
  { atom, parts }: { readonly atom: Atom; readonly parts: readonly Part[] },
  style: Sized,
  widths: LineWidths,
): Open | undefined {
  let [before, from] = [open, 0];
  for (;;) {
    const limit = limitOf(widths, lines.length);
    const start = parts[from]?.start ?? atom.end;
    const ends = parts.slice(from).map((part): Open => {
      const extent = add(paragraph.measure({ start, end: part.end }), part.hyphen ?? NOTHING);
      const words = { ...atom, start, end: part.end, extent };
      return { ...(before ? append(before, words) : words), ...(part !== parts.at(-1) && { divided: part.hyphen ? 'hyphen' : 'bare' }) };
    });
    const fits = (line: Open): boolean => pointsOf(line.extent, style) <= limit;
    const whole = ends.at(-1);
    if (!whole || fits(whole) || (!before && ends.length === 1)) return whole;
    const most = ends.slice(0, -1).findLast(fits) ?? (before ? undefined : ends[0]);
    if (most) {
      lines.push(most);
      from += ends.indexOf(most) + 1;
    } else if (before) lines.push(before);
    before = undefined;
  }
}

/** The parts of an atom that a line of `limit` points can hold, each as large as may be: only what is too wide by itself is cut finer. */
export function partsOf(paragraph: Atoms, atom: Atom, style: Sized, limit: number): Cut[] {
  const tooWide = (part: Cut): boolean => pointsOf(part.extent, style) > limit;
  return paragraph
    .cut(atom, 'labels')
    .flatMap((part) => (tooWide(part) ? paragraph.cut(part, 'numbers') : [part]))
    .flatMap((part) => (tooWide(part) ? paragraph.cut(part, 'nothing') : [part]));
}

function cutToFit(paragraph: Atoms, atom: Atom, style: Sized, limit: (line: number) => number): Cut[] {
  if (pointsOf(atom.extent, style) <= limit(0)) return [atom];
  const cuts = partsOf(paragraph, atom, style, limit(1));
  const pieces: Cut[] = [];
  let start = atom.start;
  let extent: Extent = { ems: 0, letters: 0 };
  cuts.forEach((cut) => {
    const wider = add(extent, cut.extent);
    if (cut.start > start && pointsOf(wider, style) > limit(pieces.length)) {
      pieces.push({ start, end: cut.start, extent });
      start = cut.start;
      extent = cut.extent;
    } else extent = wider;
  });
  return [...pieces, { start, end: atom.end, extent }];
}
