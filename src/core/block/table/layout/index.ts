import { divideSlice, eachOf, lengthOf, memberAt, membersOf, sliceOf } from '../../../base/slice.ts';
import type { Context } from '../../../layout/context.ts';
import { captionText, isTall } from '../../../layout/item/caption.ts';
import { fixed, type Need, type Room } from '../../../layout/item/measure.ts';
import type { BlockLayout, ItemLayout, TextItem } from '../../../layout/item/types.ts';
import { shownIn } from '../../../layout/text/atoms.ts';
import { levelOf } from '../../../layout/text/setting.ts';
import type { Fonts } from '../../../layout/text/types.ts';
import { dividedPart, type Undivided } from '../../../layout/text/widths.ts';
import type { TableBlock } from '../types.ts';
import { columnAligns } from './columns.ts';
import { cutRow, type SetCell } from './cut.ts';
import { mostHeight } from './growth.ts';
import { captionHeight, captionOf, rowsOf, type TableItem } from './item.ts';
import { columnParts } from './parts.ts';
import { placeTable } from './place.ts';
import { bodyOf, EMPTY_CELL, headerOf, wordsOf, type Cell, type Row } from './rows.ts';
import { columnsAt, roomWithin, rowHeight, setCells, settingOf, textWidth, type Setting } from './setting.ts';

export type { TableItem } from './item.ts';

/** A header that takes more of a region than this is not repeated. */
const TALLEST_HEADER = 0.35;

/** Whether the columns are wide enough for the table's numbers at this size. */
function tableHolds(context: Context, item: TableItem, width: number, scale: number): boolean {
  return columnsAt(context, item.whole, width, scale).hold;
}

/** A number that its column has no room for; null where there is none. */
function tableDivides(context: Context, item: TableItem, width: number, scale: number, undivided: Undivided): string | null {
  const setting = settingOf(context, item, width, scale);
  for (const row of rowsOf(item)) {
    for (const c of setting.columns.widths.keys()) {
      const p = wordsOf(context, (row.cells[c] ?? EMPTY_CELL).runs);
      const number = dividedPart(context.fonts, p, levelOf(setting.levels(row), p.level), textWidth(setting, row, c), undivided);
      if (number !== null) return number;
    }
  }
  return null;
}

function tableNeed(context: Context, item: TableItem, width: number, scale: number, enough: number): Need {
  const setting = settingOf(context, item, width, scale);
  let height = captionHeight(captionOf(context, item, width));
  for (const row of rowsOf(item)) {
    height += rowHeight(setting, row, enough);
    if (height > enough) return fixed(height);
  }
  return { min: height, max: Math.max(height, mostHeight(context, item, width)), least: height };
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
  const inner = roomWithin(context, room.height - used);
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
