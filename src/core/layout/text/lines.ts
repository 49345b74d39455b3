import { tallest } from '../font/heights.ts';
import type { LevelStyle } from '../../template/theme/types.ts';
import { add, pointsOf } from './atoms.ts';
import type { Atom, Atoms, Cut, Extent, MeasuredLine, LineWidths } from './types.ts';
type Open = Omit<Atom, 'forced'>;
type Sized = Pick<LevelStyle, 'size' | 'letterSpacing'>;

/**
 * First-fit lines. An atom wider than a whole line is cut between graphemes, but not inside its labels and numbers unless one of these is.
 * At least one grapheme stands on a line.
 */
export function breakLines(paragraph: Atoms, style: Sized, widths: LineWidths): MeasuredLine[] {
  const lines: Open[] = [];
  let open: Open | undefined;
  for (const atom of paragraph.atoms) {
    const limit = limitOf(widths, lines.length);
    const joined: Open | undefined = open && append(open, atom);
    if (joined && pointsOf(joined.extent, style) <= limit) open = joined;
    else {
      if (open) lines.push(open);
      const pieces = cutToFit(paragraph, atom, style, (n) => limitOf(widths, lines.length + n));
      const opened = pieces.map(({ start, end, extent }) => ({ ...atom, start, end, extent }));
      lines.push(...opened.slice(0, -1));
      open = opened.at(-1);
    }
    if (atom.forced && open) {
      lines.push(open);
      open = undefined;
    }
  }
  if (open) lines.push(open);
  return lines.map(({ start, end, extent, heights }) => ({ start, end, width: pointsOf(extent, style), heights }));
}

function limitOf(widths: LineWidths, line: number): number {
  return line === 0 ? widths.first : widths.rest;
}

function append(line: Open, atom: Atom): Open {
  return {
    start: line.start,
    end: atom.end,
    extent: add(add(line.extent, line.gap), atom.extent),
    gap: atom.gap,
    heights: tallest(line.heights, atom.heights),
  };
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
