import type { Alignment } from '../../../article/types.ts';
import type { TableBlock } from '../../../deck/types.ts';
import type { LevelStyle } from '../../../template/theme/types.ts';
import { plainText } from '../../../base/text.ts';
import type { BarRoom, Columns, Context } from '../../../layout/context.ts';
import { naturalWidth, widestPart, widestPiece, widestWord } from '../../../layout/text/widths.ts';
import type { SceneParagraph } from '../../../layout/types.ts';
import { NO_WORDS, wordsOf, type CellStyles } from './rows.ts';
import type { Fonts, Kept } from '../../../layout/text/types.ts';
import { LINE_FILL } from '../../../layout/text/fill.ts';

/** A number as tables write it: sign, thousands, decimals, a unit or a mark of doubt about it. */
const NUMERIC = /^[~≈<>≤≥+\-−–]?\s?[$€£¥]?\s?\d[\d\s.,'’\u00A0\u202F]*\s?(?:%|‰|[a-zA-Z°µ²³/]{1,4})?$/u;
const ABSENT = /^(?:|[-–—−]|n\/?a|\.{2,3}|…)$/iu;

export function columnCount(table: TableBlock): number {
  return table.rows.reduce((most, row) => Math.max(most, row.cells.length), Math.max(1, table.header.length));
}

/** How each column stands: as the table says; a column of numbers to the end. */
export function columnAligns(table: TableBlock): Alignment[] {
  return Array.from({ length: columnCount(table) }, (_, c) => {
    const given = table.align[c] ?? 'start';
    if (given !== 'start') return given;
    return areNumbers(table.rows.map((row) => plainText(row.cells[c] ?? []))) ? 'end' : 'start';
  });
}

/** Whether a column's cells are numbers, where they are anything. */
export function areNumbers(cells: readonly string[]): boolean {
  return cells.some((cell) => NUMERIC.test(cell)) && cells.every((cell) => NUMERIC.test(cell) || ABSENT.test(cell));
}

/**
 * Columns whose widths sum up to `width` points: each as wide as its content asks where there is room (the rest is shared in proportion);
 * else between its widest word and that. Where not even the words fit, columns give way in proportion and words divide, by the rules of
 * their language if that is enough; but no number.
 */
export function columnsOf(context: Context, table: TableBlock, styles: CellStyles, width: number): Columns {
  const room = barRoom(context, table, styles, width);
  const barred = room && columnsBeside(context, table, styles, { width: width - room.width, room });
  if (!room || !barred?.hold) return { ...columnsBeside(context, table, styles, { width, room: null }), bars: null };
  return { widths: barred.widths.map((w, c) => (c === room.column ? w + room.width : w)), hold: true, bars: room };
}

/** Points between a value and its bar. */
export const BAR_GAP = 14;
/** Points of the longest bar. Shorter ones tell nothing, longer ones lead away from their values. */
const SHORTEST = 80;
const LONGEST = 300;
/** Of the width that the words leave, the share that bars take. */
const BAR_SHARE = 0.6;

/**
 * Where bars stand beside all cells in lines of their own; null where that would take words their line. None where one reads from the right:
 * LibreOffice does not turn tables round (docs/ooxml/theme-and-tables.md), so bars would stand on words there.
 */
function barRoom(context: Context, table: TableBlock, styles: CellStyles, width: number): BarRoom | null {
  if (context.direction === 'rtl') return null;
  const column = table.rows.reduce((found, { bars }) => Math.max(found, bars?.findIndex((bar) => bar !== null) ?? -1), -1);
  if (column < 0) return null;
  const free = width - sum(wholeCells(context, table, styles, { column, width: BAR_GAP + SHORTEST }));
  if (free < BAR_GAP + SHORTEST) return null;
  return { column, width: BAR_GAP + Math.min(LONGEST, Math.max(SHORTEST, free * BAR_SHARE - BAR_GAP)) };
}

/** Of each column, what its cells take in lines of their own, and the widest word of its heading, which has a lent room too. */
function wholeCells(context: Context, table: TableBlock, styles: CellStyles, room: BarRoom): number[] {
  const cells = columnsFor(context, { ...table, header: [] }, styles, naturalWidth);
  const heads = columnsFor(context, { ...table, rows: [] }, styles, widestWord, room);
  return cells.map((cell, c) => Math.max(cell, heads[c] ?? 0));
}

type Beside = { readonly width: number; readonly room: BarRoom | null };

/** Columns in a width that has no bars; the heading of the column with bars stands over them too. */
function columnsBeside(context: Context, table: TableBlock, styles: CellStyles, { width, room }: Beside): Pick<Columns, 'widths' | 'hold'> {
  const words = room ? wholeCells(context, table, styles, room) : columnsFor(context, table, styles, widestWord);
  if (sum(words) <= width) return { widths: share(words, columnsFor(context, table, styles, naturalWidth, room), width), hold: true };
  const [first = 0, ...others] = columnsFor(context, table, styles, widestPart);
  const parts = [Math.max(first, wholeFirst(words, width)), ...others];
  if (sum(parts) <= width) return { widths: level(parts, words, width), hold: true };
  const whole = leastWidths(context, table, styles, width);
  if (sum(whole) <= width) return { widths: squeeze(whole, words, width), hold: true };
  const floors = (keep: Kept): number[] => columnsFor(context, table, styles, (...cell) => widestPiece(...cell, keep));
  const numbers = floors('numbers');
  return { widths: squeeze(sum(numbers) <= width ? numbers : floors('nothing'), words, width), hold: false };
}

/** A first column whose words take more of the width than this divides them. */
const WIDEST_FIRST = 1 / 3;

/** What the first column, which says what a row is of, must have for its widest word; 0 where it divides its words. */
function wholeFirst([word = 0]: readonly number[], width: number): number {
  return word <= width * WIDEST_FIRST ? word : 0;
}

/** The width in points that each column must have: its widest number; the first one, which says what a row is of, its widest word. */
export function leastWidths(context: Context, table: TableBlock, styles: CellStyles, width: number): number[] {
  const words = columnsFor(context, table, styles, widestWord);
  const [first = 0, ...others] = columnsFor(context, table, styles, (...cell) => widestPiece(...cell, 'labels'));
  return [Math.max(first, wholeFirst(words, width)), ...others];
}

type Measure = (fonts: Fonts, cell: SceneParagraph, levels: readonly LevelStyle[]) => number;

/** Of each column, the widest that any cell measures, with the room around it. */
function columnsFor(context: Context, table: TableBlock, styles: CellStyles, measure: Measure, room: BarRoom | null = null): number[] {
  const widest = new Array<number>(columnCount(table)).fill(0);
  const take = (cells: TableBlock['header'], levels: readonly LevelStyle[], lent: BarRoom | null = null): void =>
    widest.forEach((most, c) => {
      const own = measure(context.fonts, wordsOf(context, cells[c] ?? NO_WORDS), levels);
      widest[c] = Math.max(most, lent?.column === c ? own - lent.width : own);
    });
  if (table.header.length > 0) take(table.header, styles.header, room);
  for (const { cells, total } of table.rows) take(cells, total ? styles.total : styles.body);
  return widest.map((most) => most / LINE_FILL + 2 * context.theme.table.paddingX + 1);
}

const sum = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0);

function share(least: readonly number[], wishes: readonly number[], width: number): number[] {
  const [allWishes, allLeast] = [sum(wishes), sum(least)];
  if (allWishes <= width) return wishes.map((w) => w + ((width - allWishes) * w) / allWishes);
  // The square root keeps one long column from starving the others.
  const pull = wishes.map((w, i) => Math.sqrt(Math.max(0, w - (least[i] ?? 0))));
  const total = Math.max(sum(pull), Number.EPSILON);
  const grown = least.map((l, i) => l + ((width - allLeast) * (pull[i] ?? 0)) / total);
  return trimToWishes(grown, wishes, width);
}

/** Columns that share `width` so that none is wider than another but for its floor, nor than its words: short words stay whole, long ones give way. */
function level(floors: readonly number[], words: readonly number[], width: number): number[] {
  const at = (most: number): number[] => floors.map((floor, i) => Math.max(floor, Math.min(words[i] ?? 0, most)));
  let [low, high] = [0, width];
  for (let step = 0; step < 40; step++) {
    const middle = (low + high) / 2;
    if (sum(at(middle)) <= width) low = middle;
    else high = middle;
  }
  const widths = at(low);
  const total = sum(widths);
  return widths.map((w) => (w * width) / total);
}

/** Columns too narrow for their words: each gets its floor and, in proportion, what its words lack. */
function squeeze(floors: readonly number[], words: readonly number[], width: number): number[] {
  const free = width - sum(floors);
  if (free <= 0) return floors.map((f) => (f * width) / sum(floors));
  const lacking = words.map((w, i) => Math.max(0, w - (floors[i] ?? 0)));
  const total = Math.max(sum(lacking), Number.EPSILON);
  return floors.map((f, i) => f + (free * (lacking[i] ?? 0)) / total);
}

/** A column that got more than it asks gives the surplus to those that got less. */
function trimToWishes(grown: readonly number[], wishes: readonly number[], width: number): number[] {
  let widths = [...grown];
  for (let round = 0; round < grown.length; round++) {
    const surplus = sum(widths.map((w, i) => Math.max(0, w - (wishes[i] ?? w))));
    const hungry = widths.map((w, i) => Math.max(0, (wishes[i] ?? w) - w));
    const hunger = sum(hungry);
    if (surplus < 0.01 || hunger < 0.01) break;
    widths = widths.map((w, i) => Math.min(w, wishes[i] ?? w) + (surplus * (hungry[i] ?? 0)) / hunger);
  }
  const total = sum(widths);
  return widths.map((w) => (w * width) / total);
}
