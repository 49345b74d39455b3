import type { Frame, LevelStyle } from '../../../template/theme/types.ts';
import { plainText } from '../../../base/text.ts';
import type { Columns, Context } from '../../../layout/context.ts';
import { paragraph } from '../../../layout/paragraph.ts';
import { fixed, type Need, type Room } from '../../../layout/item/measure.ts';
import type { BlockLayout, ItemLayout, TextItem } from '../../../layout/item/types.ts';
import type { TableBlock } from '../types.ts';
import { remembered } from '../../../layout/text/atoms.ts';
import { partDivided, placeLines, setText, type Undivided } from '../../../layout/text/setting.ts';
import type { TableBox, TableCell, TableRow, TextBox } from '../../../layout/types.ts';
import { CAPTION_GAP, captionText, isTall, placeSmallText, smallText, type SmallText } from '../../../layout/item/caption.ts';
import { columnAligns, columnsOf } from './columns.ts';
import { cutRow } from './cut.ts';
import { columnParts } from './parts.ts';
import { cellStyles, rowsOf, type Row } from './rows.ts';
import type { SetText } from '../../../layout/text/types.ts';

export interface TableItem {
  readonly kind: 'table';
  readonly table: TableBlock;
  /** The table before it was divided: all its parts have its columns. */
  readonly whole: TableBlock;
  /** What its first row is, where that is no row as it was written. */
  readonly first?: TableRow['note'];
  /** Its first row is of the table's headings, and is set in their style, in which its columns were measured. */
  readonly headed?: true;
}

/** Room in a cell beyond its text: renderers give half a rule's width away. */
const CELL_SPARE = 1.02;

/** A header that takes more of a region than this is not repeated. */
const TALLEST_HEADER = 0.35;

interface SetCell {
  readonly levels: readonly LevelStyle[];
  readonly text: SetText;
}

interface SetRow {
  readonly row: Row;
  readonly cells: readonly SetCell[];
  readonly height: number;
}

export interface SetTable {
  readonly columns: readonly number[];
  readonly rows: readonly SetRow[];
  readonly caption: SmallText | null;
  readonly height: number;
}

/** All parts of a table have the columns of the whole. */
function columnsAt(context: Context, { whole }: TableItem, width: number, scale: number): Columns {
  return remembered(context.columns, whole, `${scale}|${width}`, () => columnsOf(context, whole, cellStyles(context, scale), width));
}

/** Measures every cell. */
export function setTable(context: Context, item: TableItem, width: number, scale: number): SetTable {
  const styles = cellStyles(context, scale);
  const { widths: columns } = columnsAt(context, item, width, scale);
  const aligns = columnAligns(item.whole);
  const { paddingX, paddingY } = context.theme.table;
  const rows = rowsOf(item.table).map((row, r): SetRow => {
    const levels = item.headed && r === 0 ? styles.header : styles[row.kind];
    const cells = columns.map((column, c): SetCell => {
      const align = aligns[c] === 'start' ? null : (aligns[c] ?? null);
      const p = paragraph(context, row.cells[c] ?? [], { align });
      return { levels, text: setText(context.fonts, [p], levels, Math.max(1, column - 2 * paddingX)) };
    });
    return { row, cells, height: Math.max(...cells.map((cell) => cell.text.room)) * CELL_SPARE + 2 * paddingY };
  });
  const caption = item.table.caption ? smallText(context, 'caption', [item.table.caption], width) : null;
  const height = rows.reduce((total, row) => total + row.height, caption ? caption.height + CAPTION_GAP : 0);
  return { columns, rows, caption, height };
}

/** Whether the columns are wide enough for the table's numbers at this size. */
function tableHolds(context: Context, item: TableItem, width: number, scale: number): boolean {
  return columnsAt(context, item, width, scale).hold;
}

/** A number that its column has no room for; null where there is none. */
function tableDivides(context: Context, item: TableItem, width: number, scale: number, undivided: Undivided): string | null {
  const { columns, rows } = setTable(context, item, width, scale);
  for (const { cells } of rows) {
    for (const [c, { text }] of cells.entries()) {
      const number = partDivided(context.fonts, text, Math.max(1, (columns[c] ?? 0) - 2 * context.theme.table.paddingX), undivided);
      if (number !== null) return number;
    }
  }
  return null;
}

function tableNeed(context: Context, item: TableItem, width: number, scale: number): Need {
  return fixed(setTable(context, item, width, scale).height);
}

/** The table, its title above it. In right-to-left decks the first column stands right. */
function placeTable(
  context: Context,
  item: TableItem,
  frame: Frame,
  at: { readonly id: (part?: string) => string; readonly region: string },
  scale: number,
): (TextBox | TableBox)[] {
  const set = setTable(context, item, frame.width, scale);
  const head = set.caption ? set.caption.height + CAPTION_GAP : 0;
  const top = frame.y + head;
  const { paddingX, paddingY } = context.theme.table;
  let y = top;
  const noted = set.rows.findIndex(({ row }) => row.kind !== 'header');
  const rows = set.rows.map((row, r): TableRow => {
    let used = 0;
    const cells = row.cells.map((cell, c): TableCell => {
      const column = set.columns[c] ?? 0;
      const x = context.direction === 'rtl' ? frame.x + frame.width - used - column : frame.x + used;
      used += column;
      const inner: Frame = {
        x: x + paddingX,
        y: y + paddingY,
        width: Math.max(1, column - 2 * paddingX),
        height: row.height - 2 * paddingY,
      };
      return { levels: cell.levels, paragraphs: cell.text.paragraphs.map((p) => p.paragraph), lines: placeLines(cell.text, inner, 'top') };
    });
    y += row.height;
    return { kind: row.row.kind, ...(item.first && r === noted && { note: item.first }), height: row.height, cells };
  });
  const { whole } = item;
  const title = whole.caption ? plainText(whole.caption) : whole.header.map((cell) => plainText(cell)).join(', ');
  const box: TableBox = {
    kind: 'table',
    id: at.id(),
    region: at.region,
    frame: { ...frame, y: top, height: y - top },
    alt: title,
    columns: set.columns,
    rows,
  };
  if (!set.caption) return [box];
  const caption = { id: at.id('title'), region: at.region, frame: { ...frame, height: set.caption.height }, role: 'caption' as const };
  return [placeSmallText(context, set.caption, caption), box];
}

/**
 * Divides by rows, the header repeated; the total row does not go alone. A row taller than a whole region divides inside its cells, and its
 * rest says again what it is of.
 */
function splitTable(context: Context, item: TableItem, room: Room, scale: number): readonly [TableItem, TableItem] | null {
  const set = setTable(context, item, room.width, scale);
  if (set.rows[0]?.row.kind === 'header' && set.rows[0].height > room.full * TALLEST_HEADER) {
    return splitTable(context, withoutHeader(item), room, scale);
  }
  const header = set.rows.filter((row) => row.row.kind === 'header').reduce((h, row) => h + row.height, 0);
  const fixedHeight = header + (set.caption ? set.caption.height + CAPTION_GAP : 0);
  const rows = set.rows.filter((row) => row.row.kind !== 'header');
  let used = fixedHeight;
  let fits = 0;
  for (const row of rows) {
    if (used + row.height > room.height) break;
    used += row.height;
    fits++;
  }
  const next = rows[fits];
  if (next && fixedHeight + next.height > room.full) {
    const cells = next.cells.map((cell) => cell.text);
    const inner = (room.height - used - 2 * context.theme.table.paddingY) / CELL_SPARE;
    // A cut that falls into a label keeps the label whole and may so be a line too long: then a little less goes.
    for (const less of [0, 1, 2, 3].map((n) => (n * inner) / 8)) {
      const cut = cutRow(cells, inner - less, room.force && fits === 0);
      const halves = cut && tableHalves(item, fits, [cut[0], namedAgain(next, cut[1], room.full)]);
      if (halves && (setTable(context, halves[0], room.width, scale).height <= room.height || less > inner / 4)) return halves;
    }
  }
  const count = fits === rows.length - 1 && rows.at(-1)?.row.kind === 'total' && fits > 1 ? fits - 1 : fits;
  return count > 0 && count < rows.length ? tableHalves(item, count, null) : null;
}

/** A row's first cell that takes more of a region than this is not said again. */
const TALLEST_NAME = 0.35;

/** The rest of a row with its first cell again, which says what the row is of, where the part before has all of it. */
function namedAgain({ cells }: SetRow, rest: Cells, full: number): Cells {
  const [own] = cells;
  const [left = [], ...others] = rest;
  const name = own?.text.paragraphs[0]?.paragraph.runs ?? [];
  // A number said twice would be counted twice.
  const names = /\p{L}/u.test(plainText(name));
  return others.length > 0 && left.length === 0 && names && own && own.text.room <= full * TALLEST_NAME ? [name, ...others] : rest;
}

/** The header as the first row: it is too tall to be repeated. */
function withoutHeader(item: TableItem): TableItem {
  const { table } = item;
  return {
    ...item,
    first: 'heading',
    headed: true,
    table: { ...table, header: [], rows: [{ cells: table.header, total: false }, ...table.rows] },
  };
}

type Cells = Row['cells'];

function tableHalves(item: TableItem, whole: number, cut: readonly [Cells, Cells] | null): readonly [TableItem, TableItem] {
  const { rows } = item.table;
  const divided = rows[whole];
  const head = rows.slice(0, whole);
  const tail = rows.slice(cut ? whole + 1 : whole);
  if (cut && divided) {
    head.push({ ...divided, cells: cut[0] });
    tail.unshift({ ...divided, cells: cut[1] });
  }
  return [
    { ...item, table: { ...item.table, rows: head } },
    {
      kind: 'table',
      whole: item.whole,
      table: { ...item.table, rows: tail },
      ...(cut && { first: 'continued' }),
      ...(cut && whole === 0 && item.headed && { headed: true }),
    },
  ];
}

export const tableLayout: BlockLayout<TableBlock, TableItem | TextItem> = {
  items: (context, block, region) => {
    const { caption } = block;
    const tall = caption !== null && isTall(context, region, caption);
    const parts = columnParts(context, tall ? { ...block, caption: null } : block, region.frame.width);
    const tables = parts.map((table): TableItem => ({ kind: 'table', table, whole: table }));
    return tall ? [captionText(context, caption), ...tables] : tables;
  },
};

export const tableItem: ItemLayout<TableItem> = {
  styles: ['table', 'tableHeader'],
  need: tableNeed,
  partDivided: tableDivides,
  holds: tableHolds,
  split: splitTable,
  // Headings that leave no room for what is below them, where the two together have room as rows.
  plainForm: (_, item) => (item.table.header.length > 0 ? withoutHeader(item) : null),
  place: placeTable,
};
