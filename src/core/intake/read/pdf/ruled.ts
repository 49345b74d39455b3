import { joinLines, type WordsSeen } from '../join-lines.ts';
import { rowsOf, textOf } from './segments.ts';
import type { Box, Piece, Rule, Rules, Table } from './types.ts';

/** How near a line must come to another to end at it, in points. */
const NEAR = 3;
const MOST_CELLS = 4000;
/** A cell with more is no cell: boxes around articles. */
const LONGEST_CELL = 600;

interface Grid extends Box {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly rules: Rules;
}

/** What tables with ruled lines leave, and the tables. */
export interface Ruled {
  readonly tables: readonly Table[];
  readonly rest: readonly Piece[];
}

/** Tables whose cells are drawn: lines of both directions that meet. Boxes of one cell, and of one row or column, are left as text. */
export function ruledTables(pieces: readonly Piece[], rules: Rules, page: number, words: WordsSeen): Ruled {
  const tables: Table[] = [];
  let rest = pieces;
  for (const grid of grids(rules)) {
    const inside = rest.filter(({ x, y, width, size }) => {
      const centre = x + width / 2;
      return centre > grid.left - 1 && centre < grid.right + 1 && y - size * 0.3 > grid.top - 1 && y - size * 0.3 < grid.bottom + 1;
    });
    const table = tableOf(grid, inside, page, words);
    if (!table) continue;
    tables.push(table);
    const taken = new Set(inside);
    rest = rest.filter((piece) => !taken.has(piece));
  }
  return { tables, rest };
}

/** Lines that meet, each group with the places where its columns and rows are parted. */
function grids({ horizontal, vertical }: Rules): Grid[] {
  const meets = (h: Rule, v: Rule): boolean => v.at >= h.from - NEAR && v.at <= h.to + NEAR && h.at >= v.from - NEAR && h.at <= v.to + NEAR;
  const group = new Map<Rule, number>();
  const members: Rule[][] = [];
  const isHorizontal = new Set(horizontal);
  for (const start of horizontal) {
    if (group.has(start)) continue;
    const own: Rule[] = [];
    const waiting: Rule[] = [start];
    group.set(start, members.length);
    for (let rule = waiting.pop(); rule; rule = waiting.pop()) {
      own.push(rule);
      const flat = isHorizontal.has(rule);
      for (const other of flat ? vertical : horizontal) {
        if (group.has(other) || !(flat ? meets(rule, other) : meets(other, rule))) continue;
        group.set(other, members.length);
        waiting.push(other);
      }
    }
    members.push(own);
  }
  return members.flatMap((own): Grid[] => {
    const h = own.filter((rule) => isHorizontal.has(rule));
    const v = own.filter((rule) => !isHorizontal.has(rule));
    // Tables that are open at their sides: lines across reach further than those down, or the other way round.
    const xs = places([...v.map(({ at }) => at), ...beyond(h, v)]);
    const ys = places([...h.map(({ at }) => at), ...beyond(v, h)]);
    const columns = xs.length - 1;
    if (columns < 2 || ys.length < 3 || columns * (ys.length - 1) > MOST_CELLS) return [];
    const box = { left: xs[0] ?? 0, right: xs.at(-1) ?? 0, top: ys[0] ?? 0, bottom: ys.at(-1) ?? 0 };
    return [{ ...box, xs, ys, rules: { horizontal: h, vertical: v } }];
  });
}

/** Where lines of one direction end beyond all of the other: there an edge is that is not drawn. Two lines must reach there. */
function beyond(long: readonly Rule[], across: readonly Rule[]): number[] {
  const first = Math.min(...across.map(({ at }) => at));
  const last = Math.max(...across.map(({ at }) => at));
  const from = Math.min(...long.map((rule) => rule.from));
  const to = Math.max(...long.map((rule) => rule.to));
  const start = from < first - 8 && long.filter((rule) => rule.from < from + NEAR).length > 1;
  const end = to > last + 8 && long.filter((rule) => rule.to > to - NEAR).length > 1;
  return [...(start ? [from] : []), ...(end ? [to] : [])];
}

/** Places in order; those that nearly agree are one. */
function places(values: readonly number[]): number[] {
  const found: number[] = [];
  for (const value of [...values].sort((a, b) => a - b)) if (value - (found.at(-1) ?? -Infinity) > NEAR * 1.5) found.push(value);
  return found;
}

function tableOf(grid: Grid, inside: readonly Piece[], page: number, words: WordsSeen): Table | null {
  const { xs, ys } = grid;
  const cells = ys.slice(1).map(() => xs.slice(1).map((): Piece[] => []));
  const interval = (edges: readonly number[], value: number): number => {
    let at = 0;
    while (at < edges.length - 2 && value >= (edges[at + 1] ?? Infinity)) at++;
    return at;
  };
  for (const piece of inside.flatMap((whole) => cut(whole, grid))) {
    const row = interval(ys, piece.y - piece.size * 0.3);
    const column = interval(xs, piece.x + Math.min(piece.width, piece.size) / 2);
    // The words of a cell that reaches over several stand in the first of them.
    const [firstRow, firstColumn] = firstOf(grid, row, column);
    cells[firstRow]?.[firstColumn]?.push(piece);
  }
  const merged = mergedCount(grid);
  const texts = cells.flatMap(sublines).map((row) => row.map((cell) => cellText(cell, words)));
  const rows = texts.filter((row) => row.some((text) => text !== ''));
  const filled = rows.flat().filter((text) => text !== '');
  const used = xs.slice(1).map((_, column) => rows.some((row) => row[column] !== ''));
  const kept = rows.map((row) => row.filter((_, column) => used[column]));
  if (kept.length < 2 || (kept[0]?.length ?? 0) < 2 || filled.length < 4) return null;
  if (filled.some((text) => text.length > LONGEST_CELL) || filled.length < kept.flat().length * 0.3) return null;
  const { left, right, top, bottom } = grid;
  return { kind: 'table', page, left, right, top, bottom, rows: kept, merged, column: { left, right, index: 0 } };
}

/** A row that is drawn as one, and holds several: most of its cells have as many lines, at the same heights. */
function sublines(row: readonly (readonly Piece[])[]): (readonly Piece[])[][] {
  const lines = row.map((cell) => rowsOf(cell));
  const filled = lines.filter((own) => own.length > 0);
  const heights = (own: readonly (readonly Piece[])[]): string => own.map((line) => Math.round(lowest(line) / 3)).join(' ');
  const counts = new Map<string, number>();
  for (const own of filled) if (own.length > 1) counts.set(heights(own), (counts.get(heights(own)) ?? 0) + 1);
  const most = Math.max(0, ...counts.values());
  if (most < 2 || most < filled.length * 0.5) return [[...row]];
  const all = rowsOf(row.flat()).map(lowest);
  return all.map((y) => lines.map((own) => own.filter((line) => nearestTo(all, lowest(line)) === y).flat()));
}

function nearestTo(values: readonly number[], value: number): number {
  return values.reduce((best, other) => (Math.abs(other - value) < Math.abs(best - value) ? other : best), values[0] ?? 0);
}

/** A run that goes over a line between two cells is parted at its space nearest to it. */
function cut(piece: Piece, { xs, rules }: Grid): Piece[] {
  const inner = xs.slice(1, -1).filter((x) => {
    const crosses = x > piece.x + piece.size * 0.5 && x < piece.x + piece.width - piece.size * 0.5;
    return (
      crosses && rules.vertical.some(({ at, from, to }) => Math.abs(at - x) <= NEAR * 1.5 && from < piece.y && to > piece.y - piece.size)
    );
  });
  const [x] = inner;
  if (x === undefined || !piece.text.includes(' ')) return [piece];
  const wanted = ((x - piece.x) / piece.width) * piece.text.length;
  const spaces = Array.from(piece.text.matchAll(/ /g), ({ index }) => index);
  const at = spaces.reduce((best, index) => (Math.abs(index - wanted) < Math.abs(best - wanted) ? index : best), spaces[0] ?? 0);
  const share = at / piece.text.length;
  const first = { ...piece, text: piece.text.slice(0, at), width: piece.width * share };
  const second = {
    ...piece,
    text: piece.text.slice(at + 1),
    x: Math.max(x + 0.1, piece.x + piece.width * share),
    width: piece.width * (1 - share),
  };
  return [
    first,
    ...cut(second, { left: 0, top: 0, right: 0, bottom: 0, xs: xs.filter((place) => place > x || place === xs[0]), ys: [], rules }),
  ];
}

function hasLine(rules: readonly Rule[], at: number, along: number): boolean {
  return rules.some((rule) => Math.abs(rule.at - at) <= NEAR * 1.5 && rule.from <= along && rule.to >= along);
}

const centre = (edges: readonly number[], index: number): number => ((edges[index] ?? 0) + (edges[index + 1] ?? 0)) / 2;
const openAbove = ({ ys, xs, rules }: Grid, row: number, column: number): boolean =>
  row > 0 && !hasLine(rules.horizontal, ys[row] ?? 0, centre(xs, column));
const openLeft = ({ ys, xs, rules }: Grid, row: number, column: number): boolean =>
  column > 0 && !hasLine(rules.vertical, xs[column] ?? 0, centre(ys, row));

function firstOf(grid: Grid, row: number, column: number): [number, number] {
  let [r, c] = [row, column];
  while (openLeft(grid, r, c)) c--;
  while (openAbove(grid, r, c)) r--;
  return [r, c];
}

function mergedCount(grid: Grid): number {
  let count = 0;
  grid.ys.slice(1).forEach((_, row) => {
    grid.xs.slice(1).forEach((__, column) => {
      if (openAbove(grid, row, column) || openLeft(grid, row, column)) count++;
    });
  });
  return count;
}

/** A cell's lines as one text. */
export function cellText(pieces: readonly Piece[], words: WordsSeen): string {
  const lines = rowsOf(pieces).map((row) => textOf(row, { size: Math.max(...row.map(({ size }) => size)), y: lowest(row) }));
  return withoutLeaders(joinLines(lines, words));
}

/** Dots that lead from a row's name to its numbers say nothing. */
export function withoutLeaders(text: string): string {
  return text.replace(/(?:\s?[.…_·]){4,}\s*$/u, '');
}

function lowest(row: readonly Piece[]): number {
  const size = Math.max(...row.map((piece) => piece.size));
  return row.find((piece) => piece.size === size)?.y ?? 0;
}
