import type { Frame, LevelStyle } from '../../../template/theme/types.ts';
import { divideSlice, lengthOf, memberAt, membersOf, sliceOf } from '../../../base/slice.ts';
import { plainText, saidInTurn } from '../../../base/text.ts';
import { styleNamed, type Arrangement, type Context } from '../../../layout/context.ts';
import { paragraph } from '../../../layout/paragraph.ts';
import { fixed, type Need, type Room } from '../../../layout/item/measure.ts';
import { childText } from '../../../layout/item/child-text.ts';
import type { TextItem } from '../../../layout/item/types.ts';
import type { Stat } from '../types.ts';
import type { StatsItem } from './types.ts';
import { remembered } from '../../../layout/text/atoms.ts';
import { scaleLevels } from '../../../layout/text/scale.ts';
import { levelOf, setOnce, stacked } from '../../../layout/text/setting.ts';
import { naturalWidth, partDivided, widestWord, type Undivided } from '../../../layout/text/widths.ts';
import type { GroupBox, SceneParagraph, TextBox } from '../../../layout/types.ts';
import type { SetText } from '../../../layout/text/types.ts';
import { LINE_FILL, HEIGHT_FILL } from '../../../layout/text/fill.ts';

/** Points between figures beside and above each other, and between a figure and its label. */
const GUTTER = 28;
const ROW_GAP = 24;
const LABEL_GAP = 4;
const ACROSS = 4;
/** Rather than smaller than this share of their size, figures stand fewer across. */
const SMALLER = 2 / 3;
/** A unit of so few characters (%, km², bn) stands beside its number, a word below it. */
const SHORT_UNIT = 3;

interface SetStat {
  readonly stat: Stat;
  readonly value: SetText;
  readonly label: SetText;
}

interface SetStats {
  readonly rows: readonly (readonly SetStat[])[];
  readonly columnWidth: number;
  readonly valueLevels: readonly LevelStyle[];
  readonly labelLevels: readonly LevelStyle[];
  /** Heights of the value and the label of each row. */
  readonly heights: readonly { readonly value: number; readonly label: number }[];
  readonly height: number;
}

/** The number as shown, its hedge included. */
function valueText(stat: Stat): string {
  if (stat.unit === '' || stat.unit.length > SHORT_UNIT) return stat.value;
  return /^[%‰°]/.test(stat.unit) ? `${stat.value}${stat.unit}` : `${stat.value}\u00A0${stat.unit}`;
}

function valueParagraph(context: Context, stat: Stat): SceneParagraph {
  const text = valueText(stat);
  const { value = [], unit = [] } = stat.origins ?? {};
  return paragraph(context, context.words(text, text === stat.value ? value : [...value, ...unit]));
}

function labelParagraphs(context: Context, stat: Stat): SceneParagraph[] {
  const unit = stat.unit.length > SHORT_UNIT ? [paragraph(context, context.words(stat.unit, stat.origins?.unit))] : [];
  return [...unit, ...(stat.label.length > 0 ? [paragraph(context, stat.label)] : [])];
}

/** In rows of equal length, with so many beside each other at most. */
function inRows(stats: readonly Stat[], most: number): (readonly Stat[])[] {
  const rows = Math.ceil(stats.length / most);
  const across = Math.ceil(stats.length / Math.max(1, rows));
  return Array.from({ length: rows }, (_, r) => stats.slice(r * across, (r + 1) * across));
}

/** How many of so many figures stand in the first of their rows, which is the longest. */
function longestRow(count: number, most: number): number {
  return Math.ceil(count / Math.max(1, Math.ceil(count / most)));
}

/** Points for each of the columns that stand across, gutters taken off. */
function columnOf(width: number, across: number): number {
  return (width - GUTTER * (across - 1)) / across;
}

/**
 * How all figures of a block stand, in one size: as many across as have room for each number, with hedge and unit, on one line of at least
 * two thirds of the full size; else so with hedges on lines of their own; else the same two in the largest size that fits. Below each
 * other only where nothing else does. Null: some number is wider than `width` points even at the minimum.
 */
function arrange(context: Context, item: Whole, width: number, scale: number): Arrangement | null {
  return remembered(context.arrangements, item.whole, `${scale}|${width}|${item.styles.value}`, () =>
    arranged(context, item, width, scale),
  );
}

type Whole = Pick<StatsItem, 'whole' | 'styles'>;

function arranged(context: Context, { whole: stats, styles }: Whole, width: number, scale: number): Arrangement | null {
  const levels = scaleLevels(context.fonts, styleNamed(context.theme, styles.value).levels, scale);
  const [first] = levels;
  if (!first) return null;
  const values = stats.map((stat) => valueParagraph(context, stat));
  const lines = values.reduce((most, p) => Math.max(most, naturalWidth(context.fonts, p, levels)), 0);
  const words = values.reduce((most, p) => Math.max(most, widestWord(context.fonts, p, levels)), 0);
  // Widths grow with the size; sizes are half points.
  const sizeFor = (widest: number, across: number): number => {
    const room = columnOf(width, across) * LINE_FILL;
    return widest <= room ? first.size : Math.floor(((first.size * room) / widest) * 2) / 2;
  };
  const counts = Array.from({ length: ACROSS }, (_, i) => Math.max(1, longestRow(stats.length, ACROSS - i)));
  for (const some of [counts.filter((across) => across > 1), counts.filter((across) => across === 1)]) {
    const tried = [lines, words].map((widest) => some.map((across) => ({ across, size: sizeFor(widest, across) })));
    const found =
      tried.flat().find(({ size }) => size >= Math.max(first.minimum, first.size * SMALLER)) ??
      tried.map(largest).find((best) => best !== undefined && best.size >= first.minimum);
    if (!found) continue;
    const { across, size } = found;
    return { across, levels: levels.map((level, i) => (i === 0 && size !== level.size ? { ...level, size } : level)) };
  }
  return null;
}

function largest<T extends { readonly size: number }>(list: readonly T[]): T | undefined {
  return list.reduce<T | undefined>((best, one) => (best && best.size >= one.size ? best : one), undefined);
}

/** The block's figures in their plain form; as running text where a number is too wide for a figure. */
export function plainItem(context: Context, formed: StatsItem, width: number): StatsItem | TextItem {
  const item: StatsItem = { ...formed, look: null };
  return arrange(context, item, width, 0) ? item : statsAsText(context, item);
}

/** How a block's figures are set at one size. */
interface Setting {
  readonly across: number;
  readonly valueLevels: readonly LevelStyle[];
  readonly labelLevels: readonly LevelStyle[];
}

function settingOf(context: Context, item: StatsItem, width: number, scale: number): Setting {
  const { levels } = styleNamed(context.theme, item.styles.value);
  const arrangement = arrange(context, item, width, scale) ?? { across: 1, levels: scaleLevels(context.fonts, levels, 0) };
  const labelLevels = scaleLevels(context.fonts, styleNamed(context.theme, item.styles.label).levels, scale);
  return { across: arrangement.across, valueLevels: arrangement.levels, labelLevels };
}

function setWords(context: Context, paragraphs: readonly SceneParagraph[], levels: readonly LevelStyle[], width: number): SetText {
  return stacked(paragraphs.map((p) => setOnce(context.fonts, p, levelOf(levels, p.level), width)));
}

function setStats(context: Context, item: StatsItem, width: number, scale: number): SetStats {
  const { across, valueLevels, labelLevels } = settingOf(context, item, width, scale);
  const rows = inRows(membersOf(item.stats), across);
  const columnWidth = columnOf(width, Math.max(1, rows[0]?.length ?? 0));
  const set = rows.map((row) =>
    row.map((stat): SetStat => ({
      stat,
      value: setWords(context, [valueParagraph(context, stat)], valueLevels, columnWidth),
      label: setWords(context, labelParagraphs(context, stat), labelLevels, columnWidth),
    })),
  );
  const heights = set.map((row) => ({
    value: Math.max(...row.map((s) => s.value.room)) / HEIGHT_FILL + 0.5,
    label: Math.max(...row.map((s) => s.label.room)) / HEIGHT_FILL + 0.5,
  }));
  return { rows: set, columnWidth, valueLevels, labelLevels, heights, height: stackedHeight(heights) };
}

function stackedHeight(rows: SetStats['heights']): number {
  return rows.reduce((h, row) => h + row.value + LABEL_GAP + row.label, ROW_GAP * Math.max(0, rows.length - 1));
}

/** A line is higher than this share of its type. */
const LEAST_LINE = 0.5;

/** How many figures can stand in a height at most: whatever they say, each has a line for its number. */
function mostIn({ across, valueLevels: [first] }: Setting, height: number): number {
  const least = (first ? first.size * first.lineSpacing * LEAST_LINE : 0) + LABEL_GAP;
  return across * Math.ceil((height + ROW_GAP) / (least + ROW_GAP));
}

/** Height in points of figures from the start of a part of them: each is set once in a column of one width, however they are divided. */
function heightOfFirst(context: Context, item: StatsItem, count: number, width: number, scale: number): number {
  const { across, valueLevels, labelLevels } = settingOf(context, item, width, scale);
  const long = longestRow(count, across);
  const column = columnOf(width, Math.max(1, long));
  const known = (part: 'value' | 'label'): Map<object, number> =>
    remembered(context.heights, item.whole, `${part}|${scale}|${width}|${column}|${item.styles[part]}`, () => new Map<object, number>());
  const [values, labels] = [known('value'), known('label')];
  const roomIn = (heights: Map<object, number>, stat: Stat, set: () => SetText): number => {
    let room = heights.get(stat);
    if (room === undefined) heights.set(stat, (room = set().room));
    return room;
  };
  const rows: { value: number; label: number }[] = [];
  for (let i = 0; i < count; i++) {
    const stat = memberAt(item.stats, i);
    if (!stat) break;
    const row = (rows[Math.floor(i / long)] ??= { value: 0, label: 0 });
    row.value = Math.max(
      row.value,
      roomIn(values, stat, () => setWords(context, [valueParagraph(context, stat)], valueLevels, column)),
    );
    row.label = Math.max(
      row.label,
      roomIn(labels, stat, () => setWords(context, labelParagraphs(context, stat), labelLevels, column)),
    );
  }
  return stackedHeight(rows.map(({ value, label }) => ({ value: value / HEIGHT_FILL + 0.5, label: label / HEIGHT_FILL + 0.5 })));
}

export function statsNeed(context: Context, item: StatsItem, width: number, scale: number, enough: number): Need {
  const count = lengthOf(item.stats);
  const isMore = count > mostIn(settingOf(context, item, width, scale), enough);
  return fixed(isMore ? Infinity : heightOfFirst(context, item, count, width, scale));
}

/** The first number, of figures or in what they count, that its column is too narrow for; null where none is. */
export function statsDivide(context: Context, item: StatsItem, width: number, scale: number, undivided: Undivided): string | null {
  const { rows, columnWidth } = setStats(context, item, width, scale);
  for (const text of rows.flat().flatMap(({ value, label }) => [value, label])) {
    const number = partDivided(context.fonts, text, columnWidth, undivided);
    if (number !== null) return number;
  }
  return null;
}

/** The figures in words, for whoever does not see them. */
export function altOf({ stats }: Pick<StatsItem, 'stats'>): string {
  return saidInTurn(membersOf(stats).map((s) => [s.value, s.unit, plainText(s.label)].filter(Boolean).join(' ')));
}

/** A group of figures: each a text box of its number above one of what it counts. */
export function placeStats(
  context: Context,
  item: StatsItem,
  frame: Frame,
  at: { readonly id: string; readonly region: string },
  scale: number,
): GroupBox {
  const set = setStats(context, item, frame.width, scale);
  const children: TextBox[] = [];
  let y = frame.y;
  set.rows.forEach((row, r) => {
    const height = set.heights[r] ?? { value: 0, label: 0 };
    row.forEach((stat, c) => {
      const step = c * (set.columnWidth + GUTTER);
      const x = context.direction === 'rtl' ? frame.x + frame.width - step - set.columnWidth : frame.x + step;
      const number = children.length / 2 + 1;
      const valueFrame = { x, y, width: set.columnWidth, height: height.value };
      const labelFrame = { x, y: y + height.value + LABEL_GAP, width: set.columnWidth, height: height.label };
      const value = { style: item.styles.value, levels: set.valueLevels, set: stat.value, anchor: 'bottom', term: true } as const;
      const label = { style: item.styles.label, levels: set.labelLevels, set: stat.label, anchor: 'top' } as const;
      children.push(childText(context, `${at.id}/${number}.value`, 'stat', valueFrame, value));
      children.push(childText(context, `${at.id}/${number}.label`, 'label', labelFrame, label));
    });
    y += height.value + LABEL_GAP + height.label + ROW_GAP;
  });
  return { kind: 'group', role: 'stats', ...at, frame: { ...frame, height: set.height }, alt: altOf(item), children };
}

/** Divides between figures: as many rows as fit, balanced by the caller. */
export function splitStats(context: Context, item: StatsItem, room: Room, scale: number): readonly [StatsItem, StatsItem] | null {
  const most = Math.min(lengthOf(item.stats) - 1, mostIn(settingOf(context, item, room.width, scale), room.height));
  for (let count = most; count > 0; count--) {
    if (heightOfFirst(context, item, count, room.width, scale) > room.height) continue;
    const [head, tail] = divideSlice(item.stats, count);
    return [
      { ...item, stats: head },
      { ...item, stats: tail },
    ];
  }
  return null;
}

/** Figures whose words are too many for a figure: each a paragraph of number, unit and label. */
export function statsAsText(context: Context, item: StatsItem): TextItem {
  const { levels } = styleNamed(context.theme, item.styles.label);
  const paragraphs = membersOf(item.stats).map((stat) => {
    const value = [stat.value, stat.unit].filter(Boolean).join(' ');
    return { paragraph: paragraph(context, [{ text: value, bold: true }, { text: ' ' }, ...stat.label]), isItem: true, keepsNext: false };
  });
  return { kind: 'text', role: 'body', style: item.styles.label, levels, paragraphs: sliceOf(paragraphs) };
}
