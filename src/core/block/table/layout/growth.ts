import { styleNamed, type Context } from '../../../layout/context.ts';
import { captionHeight, captionOf, isWhole, rowsOf, type TableItem } from './item.ts';
import { heightAround, isHead, rowHeight, setCells, settingOf, type Setting } from './setting.ts';
import type { Row } from './rows.ts';

/** Shares of the full size that a table's type may have where its region has room, the largest first. */
const SIZES = [4 / 3, 11 / 9, 10 / 9, 1] as const;
const [LARGEST] = SIZES;
/** The height of a row that reads at a glance, as a multiple of its type; in taller ones words lose their rows. */
const TALLEST_ROW = 3.3;
/** In cells of more lines words stand at the top, or one would look for where a row begins. */
const SHORT = 2;
/** What rows of many lines may have more, as a share of the tallest row that reads at a glance. */
const MOST_BETWEEN = 0.45;
/** In one of a table's parts rows grow by so much at most, so that all parts have rows alike. */
const PART_GROWTH = 1.25;
/** Renderers break and round a little otherwise. */
const SPARE = 0.99;

/** How a table fills its place: its setting, where words stand in their rows, and how tall these are in points. */
export interface Grown {
  readonly setting: Setting;
  readonly anchor: 'top' | 'middle';
  readonly heightOf: (row: Row) => number;
}

function sizeOf(context: Context, scale: number): number {
  return styleNamed(context.theme, 'table').levels[0].size * scale;
}

/** The tallest that a table of its own accord would be, in points. */
export function mostHeight(context: Context, item: TableItem, width: number): number {
  if (!isWhole(item)) return 0;
  const most = sizeOf(context, LARGEST) * TALLEST_ROW;
  return captionHeight(captionOf(context, item, width)) + [...rowsOf(item)].length * most;
}

/** Whether no cell takes more lines in larger type than it does in smaller. */
function keepsLines(small: Setting, large: Setting, rows: readonly Row[], growth: number): boolean {
  const pad = heightAround(small.context, 0);
  return rows.every((row) => rowHeight(large, row, Infinity) - pad <= (rowHeight(small, row, Infinity) - pad) * growth * 1.04);
}

function isShort(setting: Setting, row: Row): boolean {
  return setCells(setting, row, Infinity).every(({ set }) => set.lines.length <= SHORT);
}

/** A table in its place: in type as large as leaves its lines as they are, its rows as generous as there is room. One in parts keeps its type. */
export function grownIn(
  context: Context,
  item: TableItem,
  room: { readonly width: number; readonly height: number },
  scale: number,
): Grown {
  const fitted = settingOf(context, item, room.width, scale);
  const plain: Grown = { setting: fitted, anchor: 'top', heightOf: (row) => rowHeight(fitted, row, Infinity) };
  const rows = [...rowsOf(item)];
  const free = room.height * SPARE;
  if (totalOf(fitted, rows) > free) return plain;
  if (!isWhole(item))
    return spreadIn(fitted, rows, { free, most: PART_GROWTH * Math.max(...rows.map((row) => rowHeight(fitted, row, Infinity))) });
  const larger = SIZES.find((size) => {
    if (size <= scale) return false;
    const setting = settingOf(context, item, room.width, size);
    return setting.columns.hold && totalOf(setting, rows) <= free && keepsLines(fitted, setting, rows, size / scale);
  });
  const setting = larger === undefined ? fitted : settingOf(context, item, room.width, larger);
  return spreadIn(setting, rows, { free, most: sizeOf(context, larger ?? scale) * TALLEST_ROW });
}

/** Rows as tall as so much room lets them be together, none taller than `most`. Points. */
function spreadIn(setting: Setting, rows: readonly Row[], { free, most }: { readonly free: number; readonly most: number }): Grown {
  const natural = (row: Row): number => rowHeight(setting, row, Infinity);
  const body = rows.filter((row) => !isHead(row));
  const left = free - totalOf(setting, rows);
  if (!rows.every((row) => isShort(setting, row))) {
    const more = Math.min(left / Math.max(1, body.length), most * MOST_BETWEEN);
    return { setting, anchor: 'top', heightOf: (row) => natural(row) + (isHead(row) ? 0 : more) };
  }
  const common = spread(body.map(natural), left + totalOf(setting, body), most);
  return { setting, anchor: 'middle', heightOf: (row) => (isHead(row) ? natural(row) : Math.max(natural(row), common)) };
}

function totalOf(setting: Setting, rows: readonly Row[]): number {
  return rows.reduce((sum, row) => sum + rowHeight(setting, row, Infinity), 0);
}

/** The height to which rows rise together in so much room: those that are taller stay, none rises above `most`. Points. */
function spread(heights: readonly number[], room: number, most: number): number {
  let [low, high] = [0, most];
  for (let step = 0; step < 30; step++) {
    const middle = (low + high) / 2;
    if (heights.reduce((sum, height) => sum + Math.max(height, middle), 0) <= room) low = middle;
    else high = middle;
  }
  return low;
}
