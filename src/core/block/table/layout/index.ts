import type { Alignment } from '../../../article/types.ts';
import type { Frame, LevelStyle } from '../../../template/theme/types.ts';
import { divideSlice, eachOf, lengthOf, memberAt, membersOf, sliceOf, type Slice } from '../../../base/slice.ts';
import { plainText } from '../../../base/text.ts';
import type { Columns, Context } from '../../../layout/context.ts';
import { fixed, type Need, type Room } from '../../../layout/item/measure.ts';
import type { BlockLayout, ItemLayout, TextItem } from '../../../layout/item/types.ts';
import type { TableBlock } from '../types.ts';
import { remembered, shownIn } from '../../../layout/text/atoms.ts';
import { levelOf, placeLines, setOnce, stacked, standing } from '../../../layout/text/setting.ts';
import { dividedPart, type Undivided } from '../../../layout/text/widths.ts';
import type { TableBox, TableCell, TableRow, TextBox } from '../../../layout/types.ts';
import { CAPTION_GAP, captionText, isTall, placeSmallText, smallText, type SmallText } from '../../../layout/item/caption.ts';
import type { Fonts } from '../../../layout/text/types.ts';
import { columnAligns, columnsOf } from './columns.ts';
import { cutRow, type SetCell } from './cut.ts';
import { columnParts } from './parts.ts';
import { bodyOf, cellStyles, EMPTY_CELL, headerOf, levelsOf, wordsOf, type Cell, type Row } from './rows.ts';

export interface TableItem {
  readonly kind: 'table';
  /** The table before it was divided: all its parts have its columns. */
  readonly whole: TableBlock;
  readonly aligns: readonly Alignment[];
  readonly caption: TableBlock['caption'];
  /** The headings above its rows; null where there are none, or where they are too tall to stand there. */
  readonly header: Row | null;
  readonly rows: Slice<Row>;
}

/** Room in a cell beyond its text: renderers give half a rule's width away. */
const CELL_SPARE = 1.02;

/** A header that takes more of a region than this is not repeated. */
const TALLEST_HEADER = 0.35;

/** All parts of a table have the columns of the whole. */
function columnsAt(context: Context, { whole }: TableItem, width: number, scale: number): Columns {
  return remembered(context.columns, whole, `${scale}|${width}`, () => columnsOf(context, whole, cellStyles(context, scale), width));
}

/** How a table's cells are set at one size. */
interface Setting {
  readonly context: Context;
  readonly columns: readonly number[];
  readonly aligns: readonly Alignment[];
  readonly levels: (row: Row) => readonly LevelStyle[];
  /** Heights of whole rows in points. */
  readonly heights: Map<object, number>;
}

function settingOf(context: Context, item: TableItem, width: number, scale: number): Setting {
  const styles = cellStyles(context, scale);
  return {
    context,
    columns: columnsAt(context, item, width, scale).widths,
    aligns: item.aligns,
    levels: (row) => levelsOf(styles, row),
    heights: remembered(context.heights, item.whole, `${scale}|${width}`, () => new Map<object, number>()),
  };
}

function textWidth({ context }: Setting, column: number): number {
  return Math.max(1, column - 2 * context.theme.table.paddingX);
}

/** A row's cells, of those that need more than `enough` points their first lines. */
function setCells(setting: Setting, row: Row, enough: number): SetCell[] {
  const { context, columns } = setting;
  const levels = setting.levels(row);
  context.fonts.cache.work.rows++;
  return columns.map((column, c): SetCell => {
    const cell = row.cells[c] ?? EMPTY_CELL;
    const p = wordsOf(context, cell.runs);
    const { stretch } = cell;
    return { cell, set: setOnce(context.fonts, p, levelOf(levels, p.level), textWidth(setting, column), { stretch, enough }) };
  });
}

function heightOfCells({ context }: Setting, cells: readonly SetCell[]): number {
  return Math.max(...cells.map(({ set }) => set.room)) * CELL_SPARE + 2 * context.theme.table.paddingY;
}

/** A row's height in points; of one that needs more than `enough`, any height that is more. */
function rowHeight(setting: Setting, row: Row, enough: number): number {
  const known = setting.heights.get(row);
  if (known !== undefined) return known;
  const cells = setCells(setting, row, enough);
  const height = heightOfCells(setting, cells);
  if (cells.every(({ cell, set }) => cell.stretch === null && !set.isCut)) setting.heights.set(row, height);
  return height;
}

/** Whether the columns are wide enough for the table's numbers at this size. */
function tableHolds(context: Context, item: TableItem, width: number, scale: number): boolean {
  return columnsAt(context, item, width, scale).hold;
}

function* rowsOf({ header, rows }: TableItem): Generator<Row> {
  if (header) yield header;
  yield* eachOf(rows);
}

/** A number that its column has no room for; null where there is none. */
function tableDivides(context: Context, item: TableItem, width: number, scale: number, undivided: Undivided): string | null {
  const setting = settingOf(context, item, width, scale);
  for (const row of rowsOf(item)) {
    for (const [c, column] of setting.columns.entries()) {
      const p = wordsOf(context, (row.cells[c] ?? EMPTY_CELL).runs);
      const number = dividedPart(context.fonts, p, levelOf(setting.levels(row), p.level), textWidth(setting, column), undivided);
      if (number !== null) return number;
    }
  }
  return null;
}

function captionOf(context: Context, { caption }: TableItem, width: number): SmallText | null {
  return caption ? smallText(context, 'caption', [caption], width) : null;
}

const captionHeight = (caption: SmallText | null): number => (caption ? caption.height + CAPTION_GAP : 0);

function tableNeed(context: Context, item: TableItem, width: number, scale: number, enough: number): Need {
  const setting = settingOf(context, item, width, scale);
  let height = captionHeight(captionOf(context, item, width));
  for (const row of rowsOf(item)) {
    height += rowHeight(setting, row, enough);
    if (height > enough) break;
  }
  return fixed(height);
}

/** The table, its title above it. In right-to-left decks the first column stands right. */
function placeTable(
  context: Context,
  item: TableItem,
  frame: Frame,
  at: { readonly id: (part?: string) => string; readonly region: string },
  scale: number,
): (TextBox | TableBox)[] {
  const setting = settingOf(context, item, frame.width, scale);
  const caption = captionOf(context, item, frame.width);
  const top = frame.y + captionHeight(caption);
  let y = top;
  const rows = [...rowsOf(item)].map((row): TableRow => {
    const placed = placeRow(setting, row, { ...frame, y });
    y += placed.height;
    return placed;
  });
  const { whole } = item;
  const title = whole.caption ? plainText(whole.caption) : whole.header.map((cell) => plainText(cell)).join(', ');
  const box: TableBox = {
    kind: 'table',
    id: at.id(),
    region: at.region,
    frame: { ...frame, y: top, height: y - top },
    alt: title,
    columns: setting.columns,
    rows,
  };
  if (!caption) return [box];
  const captionBox = { id: at.id('title'), region: at.region, frame: { ...frame, height: caption.height }, role: 'caption' as const };
  return [placeSmallText(context, caption, captionBox), box];
}

/** A row whose top is the frame's. */
function placeRow(setting: Setting, row: Row, frame: Frame): TableRow {
  const { context, columns } = setting;
  const { paddingX, paddingY } = context.theme.table;
  const levels = setting.levels(row);
  const texts = setCells(setting, row, Infinity).map(({ set }, c) => {
    const align = setting.aligns[c] ?? 'start';
    const aligned = align === 'start' ? set : { ...set, paragraph: { ...set.paragraph, align } };
    return stacked([standing(context.fonts, aligned, textWidth(setting, columns[c] ?? 0))]);
  });
  const height = Math.max(...texts.map(({ room }) => room)) * CELL_SPARE + 2 * paddingY;
  let used = 0;
  const cells = texts.map((text, c): TableCell => {
    const column = columns[c] ?? 0;
    const x = context.direction === 'rtl' ? frame.x + frame.width - used - column : frame.x + used;
    used += column;
    const inner: Frame = { x: x + paddingX, y: frame.y + paddingY, width: textWidth(setting, column), height: height - 2 * paddingY };
    return { levels, paragraphs: text.paragraphs.map((p) => p.paragraph), lines: placeLines(text, inner, 'top') };
  });
  return { kind: row.kind, ...(row.note && { note: row.note }), height, cells };
}

/**
 * Divides by rows, the header repeated; the total row does not go alone. A row taller than a whole region divides inside its cells, and its
 * rest says again what it is of.
 */
function splitTable(context: Context, item: TableItem, room: Room, scale: number): readonly [TableItem, TableItem] | null {
  const setting = settingOf(context, item, room.width, scale);
  const header = item.header ? rowHeight(setting, item.header, room.full) : 0;
  if (header > room.full * TALLEST_HEADER) return splitTable(context, withoutHeader(item), room, scale);
  const above = header + captionHeight(captionOf(context, item, room.width));
  const { rows } = item;
  let used = above;
  let fits = 0;
  for (const row of eachOf(rows)) {
    const height = rowHeight(setting, row, room.full);
    if (used + height > room.height) break;
    used += height;
    fits++;
  }
  const next = memberAt(rows, fits);
  if (next && above + rowHeight(setting, next, room.full) > room.full) {
    const parts = divideRow(setting, next, used, { ...room, force: room.force && fits === 0 });
    if (parts) return tableHalves(item, fits, parts);
  }
  const all = lengthOf(rows);
  const count = fits === all - 1 && memberAt(rows, fits)?.kind === 'total' && fits > 1 ? fits - 1 : fits;
  return count > 0 && count < all ? tableHalves(item, count, null) : null;
}

/** The part of a row that stands below what is used of a room, and its rest; null where no line does. */
function divideRow(setting: Setting, row: Row, used: number, room: Room): readonly [Row, Row] | null {
  const { context } = setting;
  const cells = setCells(setting, row, room.full);
  const inner = (room.height - used - 2 * context.theme.table.paddingY) / CELL_SPARE;
  // A cut that falls into a label keeps the label whole and may so be a line too long: then a little less goes.
  for (const less of [0, 1, 2, 3].map((n) => (n * inner) / 8)) {
    const cut = cutRow(context.fonts, cells, inner - less, room.force);
    if (!cut) continue;
    const head: Row = { ...row, cells: cut[0] };
    if (less <= inner / 4 && used + rowHeight(setting, head, room.full) > room.height) continue;
    return [head, { ...row, note: 'continued', cells: namedAgain(context.fonts, cells, cut[1], room.full) }];
  }
  return null;
}

/** A row's first cell that takes more of a region than this is not said again. */
const TALLEST_NAME = 0.35;

/** The rest of a row with its first cell again, which says what the row is of, where the part before has all of it. */
function namedAgain(fonts: Fonts, [own]: readonly SetCell[], rest: readonly Cell[], full: number): readonly Cell[] {
  const [left, ...others] = rest;
  if (!own || left !== EMPTY_CELL || others.length === 0 || own.set.room > full * TALLEST_NAME) return rest;
  // The end of a name is none.
  if (own.cell.stretch !== null) return rest;
  // A number said twice would be counted twice.
  const { start, end } = own.set.stretch;
  return /\p{L}/u.test(shownIn(fonts, own.set.paragraph.runs).text.slice(start, end)) ? [own.cell, ...others] : rest;
}

/** The header as the first row: it is too tall to be repeated. */
function withoutHeader(item: TableItem): TableItem {
  const { header, rows } = item;
  if (!header) return item;
  const first: Row = { kind: 'body', cells: header.cells, note: 'heading', headed: true };
  return { ...item, header: null, rows: sliceOf([first, ...membersOf(rows)]) };
}

function tableHalves(item: TableItem, whole: number, cut: readonly [Row, Row] | null): readonly [TableItem, TableItem] {
  const [head, tail] = divideSlice(item.rows, whole, cut);
  return [
    { ...item, rows: head },
    { ...item, rows: tail },
  ];
}

export const tableLayout: BlockLayout<TableBlock, TableItem | TextItem> = {
  counts: () => ({ tables: 1 }),
  items: (context, block, region) => {
    const { caption } = block;
    const tall = caption !== null && isTall(context, region, caption);
    const parts = columnParts(context, tall ? { ...block, caption: null } : block, region.frame.width);
    const tables = parts.map((table): TableItem => ({
      kind: 'table',
      whole: table,
      aligns: columnAligns(table),
      caption: table.caption,
      header: headerOf(table),
      rows: sliceOf(bodyOf(table)),
    }));
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
  plainForm: (_, item) => (item.header ? withoutHeader(item) : null),
  place: placeTable,
};
