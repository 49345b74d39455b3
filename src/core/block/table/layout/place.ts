import { plainText } from '../../../base/text.ts';
import type { Context } from '../../../layout/context.ts';
import { placeSmallText } from '../../../layout/item/caption.ts';
import type { ItemPlace } from '../../../layout/item/types.ts';
import { placeLines, stacked, standing } from '../../../layout/text/setting.ts';
import type { GroupBox, ShapeBox, TableBox, TableCell, TableRow, TextBox } from '../../../layout/types.ts';
import type { Frame } from '../../../template/theme/types.ts';
import { BAR_GAP } from './columns.ts';
import { grownIn, type Grown } from './growth.ts';
import { captionHeight, captionOf, rowsOf, type TableItem } from './item.ts';
import { insetAt, isHead, rowHeight, setCells, textWidth } from './setting.ts';
import type { Row } from './rows.ts';

/** A bar's share of its row's height, and its bounds in points. */
const BAR_SHARE = 0.42;
const THINNEST = 6;
const THICKEST = 30;
/** What a value that is next to nothing still shows. Points. */
const LEAST_BAR = 0.75;

/** The table, its title above it, bars over it. In right-to-left decks the first column stands right. */
export function placeTable(
  context: Context,
  item: TableItem,
  frame: Frame,
  at: Pick<ItemPlace, 'id' | 'region'>,
  scale: number,
): (TextBox | TableBox | GroupBox)[] {
  const caption = captionOf(context, item, frame.width);
  const top = frame.y + captionHeight(caption);
  const grown = grownIn(context, item, { width: frame.width, height: frame.y + frame.height - top }, scale);
  let y = top;
  const placed = [...rowsOf(item)].map((row) => {
    const own = { ...frame, y, height: grown.heightOf(row) };
    y += own.height;
    return { row, frame: own, placed: placeRow(grown, row, own) };
  });
  const { whole } = item;
  const title = whole.caption ? plainText(whole.caption) : whole.header.map((cell) => plainText(cell)).join(', ');
  const box: TableBox = {
    kind: 'table',
    id: at.id(),
    region: at.region,
    frame: { ...frame, y: top, height: y - top },
    alt: title,
    columns: grown.setting.columns.widths,
    rows: placed.map((one) => one.placed),
  };
  const bars = placeBars(grown, item, placed, at);
  if (!caption) return [box, ...bars];
  const captionBox = { id: at.id('title'), region: at.region, frame: { ...frame, height: caption.height }, role: 'caption' as const };
  return [placeSmallText(context, caption, captionBox), box, ...bars];
}

/** A row in its frame. */
function placeRow(grown: Grown, row: Row, frame: Frame): TableRow {
  const { setting } = grown;
  const { context, columns } = setting;
  const { paddingX, paddingY } = context.theme.table;
  const levels = setting.levels(row);
  const anchor = isHead(row) && grown.anchor === 'middle' ? 'bottom' : grown.anchor;
  const lead = anchor === 'top' ? Math.max(0, (frame.height - rowHeight(setting, row, Infinity)) / 2) : 0;
  let used = 0;
  const cells = setCells(setting, row, Infinity).map(({ set }, c): TableCell => {
    const isBarred = columns.bars?.column === c;
    // A heading begins above the values that it names, and reaches over their bars.
    const align = isBarred ? (isHead(row) ? 'start' : 'end') : (setting.aligns[c] ?? 'start');
    const aligned = align === 'start' ? set : { ...set, paragraph: { ...set.paragraph, align } };
    const width = textWidth(setting, row, c);
    const text = stacked([standing(context.fonts, aligned, width)]);
    const column = columns.widths[c] ?? 0;
    const rtl = context.direction === 'rtl';
    const x = rtl ? frame.x + frame.width - used - column : frame.x + used;
    used += column;
    const { start, end } = insetAt(setting, row, c);
    const inset = rtl ? { left: end, right: start } : { left: start, right: end };
    const inner: Frame = { x: x + paddingX + inset.left, y: frame.y + paddingY + lead, width, height: frame.height - 2 * paddingY - lead };
    return {
      ...(start + end > 0 && { inset }),
      levels,
      paragraphs: text.paragraphs.map((p) => p.paragraph),
      lines: placeLines(text, inner, anchor),
    };
  });
  return {
    kind: row.kind,
    ...(row.note && { note: row.note }),
    ...(row.marked && { marked: true as const }),
    ...(anchor !== 'top' && { anchor }),
    ...(lead > 0 && { lead }),
    height: frame.height,
    cells,
  };
}

interface Placed {
  readonly row: Row;
  readonly frame: Frame;
  readonly placed: TableRow;
}

/** The bars of a column, as long as their values, over the table: the largest of the whole table takes all of their room. */
function placeBars({ setting }: Grown, { whole }: TableItem, rows: readonly Placed[], at: Pick<ItemPlace, 'id' | 'region'>): GroupBox[] {
  const { context, columns } = setting;
  const { bars } = columns;
  if (!bars) return [];
  const { theme } = context;
  const most = Math.max(...whole.rows.map((row) => row.bars?.[bars.column] ?? 0));
  const before = columns.widths.slice(0, bars.column + 1).reduce((sum, width) => sum + width, 0);
  const longest = bars.width - BAR_GAP;
  const children = rows.flatMap(({ row, frame, placed }, i): ShapeBox[] => {
    const value = row.bars?.[bars.column] ?? null;
    const line = placed.cells[bars.column]?.lines[0];
    if (value === null || !line || row.note === 'continued') return [];
    const from = before - theme.table.paddingX - longest;
    const width = Math.max(LEAST_BAR, (longest * value) / most);
    const height = Math.min(THICKEST, Math.max(THINNEST, Math.min(frame.height, 2 * line.height) * BAR_SHARE));
    return [
      {
        kind: 'shape',
        id: at.id(`bars.${i}`),
        region: null,
        shape: 'rectangle',
        frame: { x: frame.x + from, y: line.top + (line.height - height) / 2, width, height },
        fill: row.marked ? theme.table.markedBar : theme.table.bar,
        stroke: null,
        strokeWidth: 0,
      },
    ];
  });
  if (children.length === 0) return [];
  return [{ kind: 'group', id: at.id('bars'), region: at.region, frame: around(children), role: 'table', alt: '', children }];
}

function around(boxes: readonly ShapeBox[]): Frame {
  const left = Math.min(...boxes.map(({ frame }) => frame.x));
  const top = Math.min(...boxes.map(({ frame }) => frame.y));
  const right = Math.max(...boxes.map(({ frame }) => frame.x + frame.width));
  const bottom = Math.max(...boxes.map(({ frame }) => frame.y + frame.height));
  return { x: left, y: top, width: right - left, height: bottom - top };
}
