import { divideSlice, lengthOf, memberAt, membersOf } from '../../../base/slice.ts';
import type { Context, RowWidths } from '../../../layout/context.ts';
import { fixed, type Need, type Room } from '../../../layout/item/measure.ts';
import type { ItemPlace } from '../../../layout/item/types.ts';
import { remembered } from '../../../layout/text/atoms.ts';
import { naturalWidth, type Undivided } from '../../../layout/text/widths.ts';
import type { GroupBox, SceneParagraph, ShapeBox, TextBox } from '../../../layout/types.ts';
import type { Frame } from '../../../template/theme/types.ts';
import { bar, fromStart, panel, spread, sum } from './shapes.ts';
import { altOf, dividedOf, NAME_SLACK, setPart, stylesAt, textBox, type PartSet, type PartStyle } from './text.ts';
import type { EntryText, ItemsItem } from './types.ts';

/** Points between number, words and what stands at the row's end. */
const PART_GAP = 14;
/** Shares of a row's width that its number and its end take at most. */
const MOST_NUMBER = 0.25;
const MOST_SIDE = 0.34;

interface SetRow {
  readonly entry: EntryText;
  readonly number: PartSet;
  readonly words: PartSet;
  readonly side: PartSet;
  readonly height: number;
}

/** Points at a row's sides: none without panels and marks. */
function sides({ look, whole }: ItemsItem): number {
  return look.fill === null && !whole.some(({ marked }) => marked) ? 0 : look.padding.x;
}

function measured(context: Context, item: ItemsItem, width: number, scale: number): RowWidths {
  const column = (width - item.look.gap * (item.across - 1)) / item.across;
  const inner = column - 2 * sides(item);
  const widest = (partsOf: (entry: EntryText) => readonly SceneParagraph[], style: 'number' | 'side'): number =>
    item.whole.reduce((most, entry) => {
      const { levels } = stylesAt(context, item.look, entry.marked, scale)[style];
      return partsOf(entry).reduce((own, p) => Math.max(own, naturalWidth(context.fonts, p, levels) * NAME_SLACK), most);
    }, 0);
  const number = Math.min(
    inner * MOST_NUMBER,
    widest(({ number }) => (number ? [number] : []), 'number'),
  );
  const side = Math.min(
    inner * MOST_SIDE,
    widest((entry) => entry.side, 'side'),
  );
  const gaps = (number > 0 ? PART_GAP : 0) + (side > 0 ? PART_GAP : 0);
  return { column, number, side, words: Math.max(1, inner - number - side - gaps) };
}

function widthsOf(context: Context, item: ItemsItem, width: number, scale: number): RowWidths {
  return remembered(context.itemWidths, item.whole, `${item.across}|${width}|${scale}`, () => measured(context, item, width, scale));
}

function setRow(context: Context, item: ItemsItem, entry: EntryText, widths: RowWidths, scale: number): SetRow {
  const styles = stylesAt(context, item.look, entry.marked, scale);
  const part = (paragraphs: readonly SceneParagraph[], style: PartStyle, width: number): PartSet =>
    setPart(context, paragraphs, style, Math.max(1, width));
  const number = part(entry.number ? [entry.number] : [], styles.number, widths.number);
  const words = part(entry.words, styles.words, widths.words);
  const side = part(entry.side, styles.side, widths.side);
  return { entry, number, words, side, height: Math.max(number.height, words.height, side.height) + 2 * item.look.padding.y };
}

/** Points between two rows: the rule, where there is one. */
function between({ look }: ItemsItem): number {
  return look.rule === null ? 0 : look.ruleWidth;
}

/** The rows of a number of entries by line, column by column: those of one line have one height. */
function linesOf<T>(entries: readonly T[], across: number): T[][] {
  const count = Math.ceil(entries.length / across);
  return Array.from({ length: count }, (_, i) => entries.filter((_, at) => at % count === i));
}

function heightsOf(rows: readonly SetRow[], item: ItemsItem): number[] {
  return linesOf(rows, item.across).map((line) => Math.max(...line.map(({ height }) => height)));
}

/** The first so many entries, set; as many as are more than `enough` points where there are more. */
function setFirst(context: Context, item: ItemsItem, width: number, scale: number, enough: number): { rows: SetRow[]; height: number } {
  const widths = widthsOf(context, item, width, scale);
  const rows: SetRow[] = [];
  // One column of several is no taller than all of them.
  let total = 0;
  for (let i = 0; i < lengthOf(item.entries); i++) {
    const entry = memberAt(item.entries, i);
    if (!entry) break;
    const row = setRow(context, item, entry, widths, scale);
    rows.push(row);
    total += row.height + between(item);
    if (total / item.across > enough + between(item)) return { rows, height: Infinity };
  }
  const heights = heightsOf(rows, item);
  const height = sum(heights) + between(item) * Math.max(0, heights.length - 1);
  return { rows, height };
}

/** How tall rows are, in points, and how tall they may grow. */
export function rowsNeed(context: Context, item: ItemsItem, width: number, scale: number, enough: number): Need {
  const { rows, height } = setFirst(context, item, width, scale, enough);
  if (height === Infinity) return fixed(Infinity);
  const heights = heightsOf(rows, item).map((one) => Math.max(one, item.look.rowMaximum));
  return { min: height, least: height, max: sum(heights) + between(item) * Math.max(0, heights.length - 1) };
}

export function rowsDivide(context: Context, item: ItemsItem, width: number, scale: number, undivided: Undivided): string | null {
  const widths = widthsOf(context, item, width, scale);
  for (const entry of membersOf(item.entries)) {
    const { number, words, side } = setRow(context, item, entry, widths, scale);
    const found = dividedOf(context, [number, words, side], undivided);
    if (found !== null) return found;
  }
  return null;
}

/** Divides between rows: as many as fit. */
export function splitRows(context: Context, item: ItemsItem, room: Room, scale: number): readonly [ItemsItem, ItemsItem] | null {
  const widths = widthsOf(context, item, room.width, scale);
  const rows: SetRow[] = [];
  let fits = 0;
  for (let i = 0; i < lengthOf(item.entries) - 1; i++) {
    const entry = memberAt(item.entries, i);
    if (!entry) break;
    rows.push(setRow(context, item, entry, widths, scale));
    const heights = heightsOf(rows, item);
    if (sum(heights) + between(item) * (heights.length - 1) > room.height) break;
    fits = rows.length;
  }
  if (fits === 0) return null;
  const [head, tail] = divideSlice(item.entries, fits);
  return [
    { ...item, entries: head },
    { ...item, entries: tail },
  ];
}

/** A group for each row: number, words, what stands at its end, and the rule below it where another row follows. */
export function placeRows(context: Context, item: ItemsItem, frame: Frame, at: ItemPlace, scale: number): GroupBox[] {
  const { look } = item;
  const { rows } = setFirst(context, item, frame.width, scale, Infinity);
  const widths = widthsOf(context, item, frame.width, scale);
  const least = heightsOf(rows, item);
  const heights = spread(least, frame.height - between(item) * Math.max(0, least.length - 1), look.rowMaximum);
  const tops = heights.map((_, i) => frame.y + sum(heights.slice(0, i)) + i * between(item));
  const start = fromStart(context, frame);
  return rows.map((row, i): GroupBox => {
    const { entry } = row;
    const [line, column] = [i % heights.length, Math.floor(i / heights.length)];
    const left = column * (widths.column + look.gap);
    const [y, height] = [tops[line] ?? frame.y, heights[line] ?? row.height];
    const id = at.id(`Row ${entry.place}`);
    const isLast = line === heights.length - 1 || i === rows.length - 1;
    const whole = { x: start(left, widths.column), y, width: widths.column, height: height + (isLast ? 0 : between(item)) };
    const box = (x: number, width: number): Frame => ({
      x: start(left + sides(item) + x, width),
      y: y + look.padding.y,
      width,
      height: height - 2 * look.padding.y,
    });
    const wordsAt = widths.number > 0 ? widths.number + PART_GAP : 0;
    const sideAt = wordsAt + widths.words + PART_GAP;
    const text = (name: string, part: PartSet, place: Frame, role: TextBox['role']): TextBox[] =>
      part.height === 0 ? [] : [textBox(`${id}.${name}`, part, place, { role, anchor: look.anchor })];
    const children: (TextBox | ShapeBox)[] = [
      ...panel(id, { ...whole, height }, entry.marked ? look.markedFill : look.fill),
      ...(entry.marked
        ? bar(`${id}.mark`, { x: start(left, look.markedRuleWidth), y, width: look.markedRuleWidth, height }, look.markedRule)
        : []),
      ...(isLast ? [] : bar(id, { ...whole, y: y + height, height: between(item) }, look.rule)),
      ...text('number', row.number, box(0, widths.number), 'stat'),
      ...text('text', row.words, box(wordsAt, widths.words), 'body'),
      ...text('side', row.side, box(sideAt, widths.side), 'label'),
    ];
    return { kind: 'group', role: 'items', id, region: at.region, frame: whole, alt: altOf(entry), children };
  });
}
