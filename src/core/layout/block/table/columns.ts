import type { Alignment } from '../../../article/types.ts';
import type { TableBlock } from '../../../deck/types.ts';
import type { LevelStyle } from '../../../template/theme/types.ts';
import { plainText } from '../../../text.ts';
import type { Context } from '../../context.ts';
import { paragraph } from '../../paragraph.ts';
import { FILL } from '../../text/lines.ts';
import { naturalWidth, widestPiece, widestWord } from '../../text/setting.ts';
import { rowsOf, type CellStyles } from './rows.ts';

/** A number as tables write it: sign, thousands, decimals, a unit or a mark of doubt about it. */
const NUMERIC = /^[~≈<>≤≥+\-−–]?\s?[$€£¥]?\s?\d[\d\s.,'’\u00A0\u202F]*\s?(?:%|‰|[a-zA-Z°µ²³/]{1,4})?$/u;
const ABSENT = /^(?:|[-–—−]|n\/?a|\.{2,3}|…)$/iu;

export function columnCount(table: TableBlock): number {
  return Math.max(1, table.header.length, ...table.rows.map((row) => row.cells.length));
}

/** How each column stands: as the table says; a column of numbers to the end. */
export function columnAligns(table: TableBlock): Alignment[] {
  return Array.from({ length: columnCount(table) }, (_, c) => {
    const given = table.align[c] ?? 'start';
    if (given !== 'start') return given;
    const cells = table.rows.map((row) => plainText(row.cells[c] ?? []));
    const numbers = cells.filter((cell) => NUMERIC.test(cell));
    return numbers.length > 0 && cells.every((cell) => NUMERIC.test(cell) || ABSENT.test(cell)) ? 'end' : 'start';
  });
}

/**
 * Column widths in points that sum up to `width`: each as wide as its content asks where there is room (the rest is shared in proportion);
 * else between its widest word and that. Where not even the words fit, all columns give way in proportion and words divide.
 */
export function columnWidths(context: Context, table: TableBlock, styles: CellStyles, width: number): number[] {
  const { paddingX } = context.theme.table;
  const room = (points: number): number => points / FILL + 2 * paddingX + 1;
  const rows = rowsOf(table);
  const words: number[] = [];
  const wishes: number[] = [];
  for (let c = 0; c < columnCount(table); c++) {
    const cells = rows.map((row): [ReturnType<typeof paragraph>, readonly LevelStyle[]] => [
      paragraph(context, row.cells[c] ?? []),
      styles[row.kind],
    ]);
    words.push(room(Math.max(...cells.map(([p, levels]) => widestWord(context.fonts, p, levels)))));
    wishes.push(room(Math.max(...cells.map(([p, levels]) => naturalWidth(context.fonts, p, levels)))));
  }
  if (sum(words) <= width) return share(words, wishes, width);
  const floors = (fine: boolean): number[] =>
    words.map((_, c) => {
      const cells = rows.map((row) => widestPiece(context.fonts, paragraph(context, row.cells[c] ?? []), styles[row.kind], fine));
      return room(Math.max(...cells));
    });
  const whole = floors(false);
  return squeeze(sum(whole) <= width ? whole : floors(true), words, width);
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
