import type { Alignment } from '../../../article/types.ts';
import type { CellInset, CellInsetOf, Columns, Context } from '../../../layout/context.ts';
import { remembered } from '../../../layout/text/atoms.ts';
import { levelOf, setOnce } from '../../../layout/text/setting.ts';
import type { LevelStyle } from '../../../template/theme/types.ts';
import type { TableBlock } from '../types.ts';
import { columnsOf } from './columns.ts';
import type { SetCell } from './cut.ts';
import { insetsOf } from './insets.ts';
import { cellStyles, EMPTY_CELL, levelsOf, wordsOf, type Row } from './rows.ts';

/** Room in a cell beyond its text: renderers give half a rule's width away. */
const CELL_SPARE = 1.02;

/** How a table's cells are set at one size. */
export interface Setting {
  readonly context: Context;
  readonly columns: Columns;
  readonly aligns: readonly Alignment[];
  readonly levels: (row: Row) => readonly LevelStyle[];
  readonly insets: CellInsetOf;
  /** Heights of whole rows in points. */
  readonly heights: Map<object, number>;
}

/** Of all parts of a table, which have the columns of the whole. */
export interface Whole {
  readonly whole: TableBlock;
  readonly aligns: readonly Alignment[];
}

export function columnsAt(context: Context, whole: TableBlock, width: number, scale: number): Columns {
  return remembered(context.columns, whole, `${scale}|${width}`, () => columnsOf(context, whole, cellStyles(context, scale), width));
}

export function settingOf(context: Context, { whole, aligns }: Whole, width: number, scale: number): Setting {
  const styles = cellStyles(context, scale);
  const columns = columnsAt(context, whole, width, scale);
  return {
    context,
    columns,
    aligns,
    levels: (row) => levelsOf(styles, row),
    insets: remembered(context.insets, whole, `${scale}|${width}`, () => insetsOf(context, whole, { styles, columns, aligns })),
    heights: remembered(context.heights, whole, `${scale}|${width}`, () => new Map<object, number>()),
  };
}

/** Whether a row is of a table's headings. */
export const isHead = ({ kind, headed }: Row): boolean => kind === 'header' || headed === true;

export function insetAt({ insets }: Setting, row: Row, c: number): CellInset {
  return insets((row.cells[c] ?? EMPTY_CELL).runs, c, isHead(row));
}

/** Points for the words of a cell. */
export function textWidth(setting: Setting, row: Row, c: number): number {
  const { start, end } = insetAt(setting, row, c);
  return Math.max(1, (setting.columns.widths[c] ?? 0) - 2 * setting.context.theme.table.paddingX - start - end);
}

/** A row's cells, of those that need more than `enough` points their first lines. */
export function setCells(setting: Setting, row: Row, enough: number): SetCell[] {
  const { context, columns } = setting;
  const levels = setting.levels(row);
  context.fonts.cache.work.rows++;
  return columns.widths.map((_, c): SetCell => {
    const cell = row.cells[c] ?? EMPTY_CELL;
    const p = wordsOf(context, cell.runs);
    const { stretch } = cell;
    return { cell, set: setOnce(context.fonts, p, levelOf(levels, p.level), textWidth(setting, row, c), { stretch, enough }) };
  });
}

/** Height of a row whose text needs so many points. */
export function heightAround({ theme }: Context, room: number): number {
  return room * CELL_SPARE + 2 * theme.table.paddingY;
}

/** Points for the text of a row of this height. */
export function roomWithin({ theme }: Context, height: number): number {
  return (height - 2 * theme.table.paddingY) / CELL_SPARE;
}

/** A row's height in points; of one that needs more than `enough`, any height that is more. */
export function rowHeight(setting: Setting, row: Row, enough: number): number {
  const known = setting.heights.get(row);
  if (known !== undefined) return known;
  const cells = setCells(setting, row, enough);
  const height = heightAround(setting.context, Math.max(...cells.map(({ set }) => set.room)));
  if (cells.every(({ cell, set }) => cell.stretch === null && !set.isCut)) setting.heights.set(row, height);
  return height;
}
