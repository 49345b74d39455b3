import { RIGHT_TO_LEFT, UNSPACED_WITH_SIGNS } from '../../../base/unicode.ts';
import { textOfRun } from '../../../base/text.ts';
import type { Box, Face, Page, Piece, Segment } from './types.ts';

/** In sizes of the type. A wider gap is a space that the file does not spell out … */
const SPACE = 0.18;
/** … and an even wider one may part two columns or cells. */
const APART = 0.75;
/** How far baselines of one line may lie apart. */
const LEVEL = 0.35;
/** Type this much smaller than what it stands beside may be raised or lowered. */
const SMALLER = 0.82;
const ENDS_DENSE = new RegExp(`[${UNSPACED_WITH_SIGNS}]$`, 'u');
const BEGINS_DENSE = new RegExp(`^[${UNSPACED_WITH_SIGNS}]`, 'u');
/** In characters. */
const LONGEST_RAISED = 6;
const RTL = new RegExp(`[${RIGHT_TO_LEFT}]`, 'u');
const LETTER = /\p{L}/u;

/** Rows of pieces that share a baseline, from top to bottom; raised and lowered figures are in the row of what they belong to. */
export function rowsOf<T extends Piece>(pieces: readonly T[]): T[][] {
  const rows: { y: number; size: number; pieces: T[] }[] = [];
  const near = new Map<number, typeof rows>();
  const bucket = (y: number): number => Math.floor(y / 8);
  const candidates = (y: number): typeof rows => [-1, 0, 1].flatMap((step) => near.get(bucket(y) + step) ?? []);
  for (const piece of [...pieces].sort((a, b) => b.size - a.size || a.y - b.y || a.x - b.x)) {
    const row = candidates(piece.y)
      .filter((other) => {
        const off = Math.abs(other.y - piece.y);
        return (
          off <= LEVEL * piece.size ||
          (piece.text.length <= LONGEST_RAISED &&
            piece.size < other.size * SMALLER &&
            off <= other.size * 0.55 &&
            isBeside(piece, other.pieces))
        );
      })
      .sort((a, b) => Math.abs(a.y - piece.y) - Math.abs(b.y - piece.y))[0];
    if (row) {
      row.pieces.push(piece);
      continue;
    }
    const made = { y: piece.y, size: piece.size, pieces: [piece] };
    rows.push(made);
    const key = bucket(piece.y);
    near.set(key, [...(near.get(key) ?? []), made]);
  }
  return rows.sort((a, b) => a.y - b.y).map((row) => row.pieces.sort((a, b) => a.x - b.x));
}

/** A letter that reaches over several lines joins the first of them. */
function withoutDropCaps(pieces: readonly Piece[]): Piece[] {
  const joined = new Map<Piece, Piece | null>();
  for (const cap of pieces) {
    if (!/^[“"„«]?\p{Lu}$/u.test(cap.text)) continue;
    const first = pieces.find(({ text, size, x, y }) => {
      const gap = x - (cap.x + cap.width);
      const isTop = Math.abs(y - size * 0.7 - (cap.y - cap.size * 0.7)) < size * 0.7;
      return size * 1.8 < cap.size && text.length > LONGEST_RAISED && gap > -size && gap < size * 1.5 && isTop;
    });
    if (!first || joined.has(first)) continue;
    const x = cap.x;
    joined.set(cap, null);
    joined.set(first, { ...first, text: `${cap.text}${first.text}`, x, width: first.x + first.width - x });
  }
  return joined.size === 0 ? [...pieces] : pieces.flatMap((piece) => joined.get(piece) ?? (joined.has(piece) ? [] : [piece]));
}

function isBeside(piece: Piece, others: readonly Piece[]): boolean {
  return others.some((other) => {
    const gap = Math.max(other.x - (piece.x + piece.width), piece.x - (other.x + other.width));
    return other.size > piece.size && gap < other.size * 0.5;
  });
}

/** A page's words, joined up to gaps that may part columns or cells. */
export function segmentsOf({ pieces, number, dots }: Page): Segment[] {
  return rowsOf(withoutDropCaps(pieces)).flatMap((row) => {
    const groups: Piece[][] = [];
    let right = -Infinity;
    for (const piece of row) {
      const group = groups.at(-1);
      if (group && piece.x - right <= APART * Math.max(piece.size, group.at(-1)?.size ?? 0)) group.push(piece);
      else groups.push([piece]);
      right = Math.max(right, piece.x + piece.width);
    }
    return groups.map((group) => segmentOf(group, number, dots));
  });
}

const PLAIN: Face = { font: '', bold: false, italic: false };

/** A segment as one piece, to be put into rows with others. */
export function asPiece({ text, left, right, y, size }: Segment): Piece {
  return { text, x: left, y, width: right - left, size, face: PLAIN, spaced: { left: true, right: true } };
}

export function segmentOf(pieces: readonly Piece[], page: number, dots: readonly Box[]): Segment {
  const size = mostOf(pieces, ({ size: own }) => Math.round(own * 4) / 4);
  const y = mostOf(pieces, (piece) => piece.y);
  const left = Math.min(...pieces.map(({ x }) => x));
  const right = Math.max(...pieces.map(({ x, width }) => x + width));
  const letters = (of: (face: Face) => boolean): number => pieces.reduce((sum, { text, face }) => sum + (of(face) ? text.length : 0), 0);
  const all = letters(() => true);
  const box = { left, right, top: y - size * 0.8, bottom: y + size * 0.22 };
  const isBullet = (dot: Box): boolean =>
    dot.right <= left + 1 && left - dot.right < size * 2.5 && dot.top > y - size && dot.bottom < y + size * 0.2;
  return {
    ...box,
    page,
    pieces,
    text: textOf(pieces, { size, y }),
    y,
    size,
    bold: letters(({ bold }) => bold) > all * 0.9,
    italic: letters(({ italic }) => italic) > all * 0.9,
    dotted: dots.some(isBullet),
  };
}

function mostOf(pieces: readonly Piece[], value: (piece: Piece) => number): number {
  const counts = new Map<number, number>();
  for (const piece of pieces) counts.set(value(piece), (counts.get(value(piece)) ?? 0) + piece.text.length);
  return [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0;
}

/** Words in the order of reading: from the right where most letters are of such a script, numbers and foreign words in it from the left. */
export function textOf(pieces: readonly Piece[], { size, y }: { readonly size: number; readonly y: number }): string {
  const isRtl = (text: string): boolean => RTL.test(text);
  const count = (of: (text: string) => boolean): number => pieces.reduce((sum, { text }) => sum + (of(text) ? text.length : 0), 0);
  const fromRight = count(isRtl) > count((text) => !isRtl(text) && LETTER.test(text));
  const ordered = [...pieces].sort((a, b) => a.x - b.x);
  const read = fromRight ? turnedAround(ordered.map(withSignBehind), isRtl) : ordered;
  return read
    .reduce((words, piece, index) => {
      const before = read[index - 1];
      return words + (before && isSpaced(before, piece) ? ' ' : '') + shown(piece, { size, y });
    }, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** A sign that ends a sentence stands on the left of its number there. */
function withSignBehind(piece: Piece): Piece {
  return { ...piece, text: piece.text.replace(/^([.,:;!؟،؛]+)([\d٠-٩][^\p{L}]*)$/u, '$2$1') };
}

function turnedAround(pieces: readonly Piece[], isRtl: (text: string) => boolean): Piece[] {
  const runs: Piece[][] = [];
  for (const piece of pieces) {
    const run = runs.at(-1);
    const [first] = run ?? [];
    if (run && first && !isRtl(first.text) && !isRtl(piece.text)) run.push(piece);
    else runs.push([piece]);
  }
  return runs.reverse().flat();
}

function isSpaced(before: Piece, piece: Piece): boolean {
  const [left, right] = before.x <= piece.x ? [before, piece] : [piece, before];
  const gap = right.x - (left.x + left.width);
  if (left.spaced.right || right.spaced.left) return true;
  // Letters of scripts without spaces stand apart where a line is spread.
  if (ENDS_DENSE.test(left.text) && BEGINS_DENSE.test(right.text)) return gap > SPACE * 4 * Math.min(piece.size, before.size);
  return gap > SPACE * Math.min(piece.size, before.size);
}

/** Raised and lowered figures keep their place in plain words: 10⁶, and not 106. */
function shown({ text, size, y }: Piece, line: { readonly size: number; readonly y: number }): string {
  if (size >= line.size * SMALLER || text.length > LONGEST_RAISED) return text;
  if (line.y - y > line.size * 0.15) return textOfRun({ text, script: 'super' });
  return y - line.y > line.size * 0.05 ? textOfRun({ text, script: 'sub' }) : text;
}
