import type { TableBlock } from '../../../deck/types.ts';
import { markedRows } from '../article/index.ts';
import type { TableBlockRow } from '../types.ts';
import type { LevelStyle } from '../../../template/theme/types.ts';
import type { Run } from '../../../base/text.ts';
import { styleNamed, type Context } from '../../../layout/context.ts';
import { remembered } from '../../../layout/text/atoms.ts';
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
  /** By column, the value of a bar beside it. */
  readonly bars?: TableBlockRow['bars'];
  /** Its author set it off from the others. */
  readonly marked?: true;
  /** What it is, where that is no row as it was written. */
  readonly note?: TableRow['note'];
  /** It is of the table's headings, and is set in their style, in which its columns were measured. */
  readonly headed?: true;
}

/** Levels of the cells of each kind of row. */
export type CellStyles = Readonly<Record<TableRow['kind'], readonly LevelStyle[]>>;

/** At a share of their full size, more than 1 too; at 0 all are at their minimum. */
export function cellStyles(context: Context, scale: number): CellStyles {
  const levelsAt = (style: string): readonly LevelStyle[] => {
    const { levels } = styleNamed(context.theme, style);
    return scale > 1 ? grown(context, levels, scale) : scaleLevels(context.fonts, levels, scale);
  };
  const [body, header] = [levelsAt('table'), levelsAt('tableHeader')];
  return { header, body, total: body.map((level) => ({ ...level, bold: true })) };
}

/** Levels in half points above their full size: the same for the same share, since what is measured is remembered by them. */
function grown({ fonts }: Context, levels: readonly LevelStyle[], scale: number): readonly LevelStyle[] {
  return levels.map((level) =>
    remembered(fonts.cache.scaled, level, scale, () => ({ ...level, size: Math.round(level.size * scale * 2) / 2 })),
  );
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
  const marked = markedRows(rows.flatMap((row) => (row.total ? [] : [row.cells])));
  return rows.map(({ cells, bars, total }, i): Row => ({
    kind: total ? 'total' : 'body',
    cells: cells.map(wholeCell),
    ...(bars && { bars }),
    ...(marked.has(i) && { marked: true as const }),
  }));
}
