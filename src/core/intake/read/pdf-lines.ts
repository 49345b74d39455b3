import { foldKey } from '../words/fold.ts';
import { joinLines } from './join-lines.ts';
import { block, type RawBlock } from './types.ts';

/** A run of text as a page places it. Points, from the page's lower left corner. */
export interface PdfPiece {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
}

export interface PdfLine {
  readonly text: string;
  readonly page: number;
  readonly x: number;
  readonly y: number;
  readonly right: number;
  readonly size: number;
  /** In the strip at the top or bottom of its page where running heads and page numbers stand. */
  readonly margin: boolean;
}

export interface PageFrame {
  readonly page: number;
  readonly bottom: number;
  readonly top: number;
}

/** How much of a page's height running heads and feet take. */
const MARGIN = 0.1;
/** A gap wider than this share of the size is a space that the file does not spell out. */
const SPACE = 0.18;
/** Text this much larger than the body is a heading. */
const HEADING = 1.12;
/** Lines further apart than this many times the usual distance belong to two paragraphs. */
const GAP = 1.35;

/** Pieces to lines, in the file's own order: it keeps columns apart where sorting by height would weave them together. */
export function linesOf(pieces: readonly PdfPiece[], { page, bottom, top }: PageFrame): PdfLine[] {
  const rows: PdfPiece[][] = [];
  for (const piece of pieces) {
    const row = rows.at(-1);
    const last = row?.at(-1);
    const same = last && Math.abs(last.y - piece.y) < Math.max(last.size, piece.size) * 0.4 && piece.x >= last.x - 1;
    if (row && same) row.push(piece);
    else rows.push([piece]);
  }
  const strip = (top - bottom) * MARGIN;
  return rows.flatMap((row) => {
    const [first] = row;
    const text = row
      .reduce((words, piece, index) => words + gap(row[index - 1], piece) + piece.text, '')
      .replace(/\s+/g, ' ')
      .trim();
    if (!first || text === '') return [];
    const size = Math.max(...row.map((piece) => (piece.text.trim() === '' ? 0 : piece.size)));
    const right = Math.max(...row.map((piece) => piece.x + piece.width));
    return [{ text, page, x: first.x, y: first.y, right, size, margin: first.y < bottom + strip || first.y > top - strip }];
  });
}

function gap(before: PdfPiece | undefined, piece: PdfPiece): string {
  return before && piece.x - (before.x + before.width) > piece.size * SPACE ? ' ' : '';
}

/** Lines to blocks: running heads left out, paragraphs by distance and indent, headings by size, words mended at line ends. */
export function pdfBlocks(all: readonly PdfLine[]): RawBlock[] {
  const lines = withoutRunningHeads(all);
  const body = bodySize(lines);
  const distance = usualDistance(lines, body);
  const whole = lines.map((line) => line.text).join('\n');
  const sizes = [...new Set(lines.map((line) => Math.round(line.size)))].filter((size) => size > body * HEADING).sort((a, b) => b - a);
  const right = Math.max(...lines.filter((line) => line.size <= body * HEADING).map((line) => line.right), 0);
  const groups: PdfLine[][] = [];
  for (const line of lines) {
    const before = groups.at(-1)?.at(-1);
    if (before && belongs(before, line, { distance, right })) groups.at(-1)?.push(line);
    else groups.push([line]);
  }
  return groups.map((group) => {
    const text = joinLines(
      group.map((line) => line.text),
      whole,
    );
    const level = sizes.indexOf(Math.round(group[0]?.size ?? 0)) + 1;
    return level > 0 ? block(text, { shape: 'heading', level }) : block(text);
  });
}

function belongs(before: PdfLine, line: PdfLine, { distance, right }: { readonly distance: number; readonly right: number }): boolean {
  if (Math.abs(before.size - line.size) > 0.6) return false;
  const full = before.right > right - before.size * 8;
  const ended = /[.!?:”"»)]$/.test(before.text);
  // A new page or column: the paragraph goes on where the line before it was full and its sentence open.
  if (line.page !== before.page || line.y > before.y) return full && !ended && /^[\p{Ll}\p{N}“"(]/u.test(line.text);
  const down = before.y - line.y;
  if (down > Math.max(distance, line.size) * GAP) return false;
  return !(line.x > before.x + line.size * 0.8 && ended);
}

function withoutRunningHeads(lines: readonly PdfLine[]): PdfLine[] {
  const pages = new Set(lines.map((line) => line.page)).size;
  const body = bodySize(lines);
  const keyOf = (line: PdfLine): string => foldKey(line.text.replace(/\d+/g, ''));
  const seen = new Map<string, Set<number>>();
  for (const line of lines.filter((l) => l.margin)) {
    const key = keyOf(line);
    seen.set(key, (seen.get(key) ?? new Set()).add(line.page));
  }
  return lines.filter((line) => {
    if (!line.margin) return true;
    const isNumber = /^[\s\p{P}]*(?:page\s*)?\d{1,4}(?:\s*(?:\/|of)\s*\d{1,4})?[\s\p{P}]*$/iu.test(line.text);
    const isSmall = pages === 1 && line.size < body * 0.9;
    return !isNumber && !isSmall && !(pages > 1 && (seen.get(keyOf(line))?.size ?? 0) > 1);
  });
}

/** The size that most letters have. */
function bodySize(lines: readonly PdfLine[]): number {
  const letters = new Map<number, number>();
  for (const line of lines) {
    const size = Math.round(line.size * 2) / 2;
    letters.set(size, (letters.get(size) ?? 0) + line.text.length);
  }
  return [...letters].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

function usualDistance(lines: readonly PdfLine[], body: number): number {
  const counts = new Map<number, number>();
  lines.forEach((line, index) => {
    const before = lines[index - 1];
    if (before?.page !== line.page || Math.abs(line.size - body) > 0.6 || Math.abs(before.size - body) > 0.6) return;
    const down = Math.round((before.y - line.y) * 2) / 2;
    if (down > 0 && down < body * 3) counts.set(down, (counts.get(down) ?? 0) + 1);
  });
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? body * 1.2;
}
