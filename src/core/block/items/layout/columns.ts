import type { Context } from '../../../layout/context.ts';
import type { Need, Room } from '../../../layout/item/measure.ts';
import type { ItemPlace } from '../../../layout/item/types.ts';
import { naturalWidth, widestWord, type Undivided } from '../../../layout/text/widths.ts';
import type { GroupBox, ShapeBox, TextBox } from '../../../layout/types.ts';
import type { Frame } from '../../../template/theme/types.ts';
import { bar, fromStart, panel, spread, sum } from './shapes.ts';
import { altOf, dividedOf, NAME_SLACK, setPart, stylesAt, textBox, type PartSet } from './text.ts';
import type { EntryText, ItemsItem } from './types.ts';

/** What rows are about takes at most this share of the width. */
const MOST_NAMES = 0.26;

interface Column {
  readonly entry: EntryText;
  readonly x: number;
  readonly width: number;
  /** Points at its sides. */
  readonly side: number;
  readonly head: PartSet;
  readonly cells: readonly PartSet[];
}

interface SetColumns {
  readonly columns: readonly Column[];
  /** Heights of the heads and of each row, common to all columns. */
  readonly head: number;
  readonly rows: readonly number[];
  readonly height: number;
}

/** The column of the rows' names stands without a panel. */
const isNames = (entry: EntryText): boolean => entry.place === 1;

function namesWidth(context: Context, { whole, look }: ItemsItem, width: number, scale: number): number {
  const [names] = whole;
  if (!names) return 0;
  const { words } = stylesAt(context, look, false, scale);
  const all = [...names.words.slice(0, names.top.length), ...names.parts.map(({ paragraph }) => paragraph)];
  const fitting = (points: number): number => points * NAME_SLACK;
  const natural = Math.max(0, ...all.map((p) => naturalWidth(context.fonts, p, words.levels)));
  const word = Math.max(0, ...all.map((p) => widestWord(context.fonts, p, words.levels)));
  return Math.min(fitting(natural), Math.max(width * MOST_NAMES, Math.min(fitting(word), width / 3)));
}

function setColumns(context: Context, item: ItemsItem, width: number, scale: number): SetColumns {
  const { look, whole, cells } = item;
  const names = namesWidth(context, item, width, scale);
  const others = whole.length - 1;
  const left = names > 0 ? names + look.gap : 0;
  const own = (width - left - look.gap * Math.max(0, others - 1)) / Math.max(1, others);
  const columns = whole.map((entry, i): Column => {
    const side = isNames(entry) ? 0 : look.padding.x;
    const column = isNames(entry) ? names : own;
    const inner = Math.max(1, column - 2 * side);
    const { words } = stylesAt(context, look, entry.marked, scale);
    return {
      entry,
      x: isNames(entry) ? 0 : left + (i - 1) * (own + look.gap),
      width: column,
      side,
      head: setPart(context, entry.top, words, inner),
      cells: entry.parts.slice(cells.from, cells.to).map(({ paragraph }) => setPart(context, [paragraph], words, inner)),
    };
  });
  const padded = (height: number): number => height + 2 * look.padding.y;
  const head = padded(Math.max(0, ...columns.map((column) => column.head.height)));
  const rows = Array.from({ length: cells.to - cells.from }, (_, r) =>
    padded(Math.max(0, ...columns.map((column) => column.cells[r]?.height ?? 0))),
  );
  return { columns, head, rows, height: head + sum(rows) };
}

/** How tall a comparison is, in points, and how tall it may grow. */
export function columnsNeed(context: Context, item: ItemsItem, width: number, scale: number): Need {
  const { head, rows, height } = setColumns(context, item, width, scale);
  return { min: height, least: height, max: head + sum(rows.map((row) => Math.max(row, item.look.rowMaximum))) };
}

export function columnsDivide(context: Context, item: ItemsItem, width: number, scale: number, undivided: Undivided): string | null {
  const { columns } = setColumns(context, item, width, scale);
  return dividedOf(
    context,
    columns.flatMap(({ head, cells }) => [head, ...cells]),
    undivided,
  );
}

/** Divides between rows; each part has the heads. */
export function splitColumns(context: Context, item: ItemsItem, room: Room, scale: number): readonly [ItemsItem, ItemsItem] | null {
  const { head, rows } = setColumns(context, item, room.width, scale);
  let used = head;
  const over = rows.findIndex((row) => (used += row) > room.height);
  const { from, to } = item.cells;
  if (over < 1) return null;
  return [
    { ...item, cells: { from, to: from + over } },
    { ...item, cells: { from: from + over, to } },
  ];
}

/** A group for each column: its panel, its head, and a text box for each cell, on common lines. */
export function placeColumns(context: Context, item: ItemsItem, frame: Frame, at: ItemPlace, scale: number): GroupBox[] {
  const { look } = item;
  const { columns, head, rows } = setColumns(context, item, frame.width, scale);
  const heights = spread(rows, frame.height - head, look.rowMaximum);
  const tops = heights.map((_, i) => frame.y + head + sum(heights.slice(0, i)));
  const start = fromStart(context, frame);
  const total = head + sum(heights);
  return columns.flatMap(({ entry, x, width, side, head: title, cells }): GroupBox[] => {
    if (width <= 0) return [];
    const id = at.id(`Column ${entry.place}`);
    const outer = { x: start(x, width), y: frame.y, width, height: total };
    const inner = { x: outer.x + side, width: width - 2 * side };
    const fill = isNames(entry) ? null : entry.marked ? look.markedFill : look.fill;
    const top = isNames(entry) ? null : entry.marked ? look.markedRule : look.rule;
    const children: (TextBox | ShapeBox)[] = [
      ...panel(id, outer, fill),
      ...bar(id, { ...outer, height: look.markedRuleWidth }, top),
      ...heights.flatMap((_, r) => bar(`${id}.${r + 1}`, { ...inner, y: tops[r] ?? frame.y, height: look.ruleWidth }, look.rule)),
      ...(title.height === 0
        ? []
        : [
            textBox(
              `${id}.head`,
              title,
              { ...inner, y: frame.y + look.padding.y, height: head - 2 * look.padding.y },
              {
                role: 'label',
                anchor: 'bottom',
              },
            ),
          ]),
      ...cells.flatMap((cell, r) => {
        const y = (tops[r] ?? frame.y) + look.padding.y;
        const height = (heights[r] ?? cell.height) - 2 * look.padding.y;
        return cell.set.paragraphs.every(({ paragraph }) => paragraph.runs.length === 0)
          ? []
          : [textBox(`${id}.${r + 1}.text`, cell, { ...inner, y, height }, { role: 'body', anchor: look.anchor })];
      }),
    ];
    return [
      { kind: 'group', role: 'items', id, region: at.region, frame: outer, alt: altOf(entry, true) || String(entry.place), children },
    ];
  });
}
