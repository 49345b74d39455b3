import type { TableBlock } from '../../../deck/types.ts';
import type { LevelStyle } from '../../../template/theme/types.ts';
import type { Run } from '../../../base/text.ts';
import { styleNamed, type Context } from '../../../layout/context.ts';
import { scaleLevels } from '../../../layout/text/scale.ts';
import type { Stretch } from '../../../layout/text/types.ts';
import { paragraph } from '../../../layout/paragraph.ts';
import type { SceneParagraph, TableRow } from '../../../layout/types.ts';

/** A cell's words, or what of them stands in one part of a row. */
export interface Cell {
  readonly runs: readonly Run[];
  /** Of the text as shown with its marks of direction; null: all of it. */
  readonly stretch: Stretch | null;
}

/** A row, known by its identity: however a table is divided, it is set once for each size. */
export interface Row {
  readonly kind: TableRow['kind'];
  readonly cells: readonly Cell[];
  /** What it is, where that is no row as it was written. */
  readonly note?: TableRow['note'];
  /** It is of the table's headings, and is set in their style, in which its columns were measured. */
  readonly headed?: true;
}

/** Levels of the cells of each kind of row. */
export type CellStyles = Readonly<Record<TableRow['kind'], readonly LevelStyle[]>>;

/** At a share of their full size; at 0 all are at their minimum. */
export function cellStyles(context: Context, scale: number): CellStyles {
  const body = scaleLevels(context.fonts, styleNamed(context.theme, 'table').levels, scale);
  const header = scaleLevels(context.fonts, styleNamed(context.theme, 'tableHeader').levels, scale);
  return { header, body, total: body.map((level) => ({ ...level, bold: true })) };
}

export function levelsOf(styles: CellStyles, { kind, headed }: Row): readonly LevelStyle[] {
  return headed ? styles.header : styles[kind];
}

/** A cell's words as a paragraph, but for the side that its column stands at: the same for the same runs, as each is measured at many sizes. */
export function wordsOf(context: Context, runs: readonly Run[]): SceneParagraph {
  const { cells } = context;
  let words = cells.get(runs);
  if (!words) cells.set(runs, (words = paragraph(context, runs)));
  return words;
}

export const wholeCell = (runs: readonly Run[]): Cell => ({ runs, stretch: null });

/** The same for every missing cell, so that it is measured once. */
export const NO_WORDS: readonly Run[] = [];

/** A cell that has nothing of what its column says. */
export const EMPTY_CELL: Cell = wholeCell(NO_WORDS);

/** The row of a table's headings; null where it has none. */
export function headerOf({ header }: TableBlock): Row | null {
  return header.length > 0 ? { kind: 'header', cells: header.map(wholeCell) } : null;
}

/** Body and total rows in order. */
export function bodyOf({ rows }: TableBlock): Row[] {
  return rows.map((row): Row => ({ kind: row.total ? 'total' : 'body', cells: row.cells.map(wholeCell) }));
}
