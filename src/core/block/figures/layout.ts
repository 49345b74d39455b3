import type { Frame, LevelStyle } from '../../template/theme/types.ts';
import { plainText } from '../../base/text.ts';
import { styleNamed, type Context } from '../../layout/context.ts';
import { paragraph } from '../../layout/paragraph.ts';
import { fixed, type Need, type Room } from '../../layout/item/measure.ts';
import { childText } from '../../layout/item/child-text.ts';
import type { BlockLayout, ItemLayout, TextItem } from '../../layout/item/types.ts';
import type { Stat, StatsBlock } from './types.ts';
import { scaleLevels } from '../../layout/text/scale.ts';
import { naturalWidth, partDivided, setText, widestWord, type Undivided } from '../../layout/text/setting.ts';
import type { GroupBox, SceneParagraph, TextBox } from '../../layout/types.ts';
import type { SetText } from '../../layout/text/types.ts';
import { LINE_FILL, HEIGHT_FILL } from '../../layout/text/fill.ts';

export interface StatsItem {
  readonly kind: 'stats';
  readonly stats: StatsBlock['stats'];
  /** The figures before they were divided: all parts have their size, and no more beside each other. */
  readonly whole: StatsBlock['stats'];
}

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

/** Points for each of the columns that stand across, gutters taken off. */
function columnOf(width: number, across: number): number {
  return (width - GUTTER * (across - 1)) / across;
}

interface Arrangement {
  /** How many figures stand beside each other at most. */
  readonly across: number;
  readonly levels: readonly LevelStyle[];
}

/**
 * How all figures of a block stand, in one size: as many across as have room for each number, with hedge and unit, on one line of at least
 * two thirds of the full size; else so with hedges on lines of their own; else the same two in the largest size that fits. Below each
 * other only where nothing else does. Null: some number is wider than `width` points even at the minimum.
 */
function arrange(context: Context, stats: readonly Stat[], width: number, scale: number): Arrangement | null {
  const levels = scaleLevels(context.fonts, styleNamed(context.theme, 'statValue').levels, scale);
  const [first] = levels;
  if (!first) return null;
  const values = stats.map((stat) => valueParagraph(context, stat));
  const lines = Math.max(0, ...values.map((p) => naturalWidth(context.fonts, p, levels)));
  const words = Math.max(0, ...values.map((p) => widestWord(context.fonts, p, levels)));
  // Widths grow with the size; sizes are half points.
  const sizeFor = (widest: number, across: number): number => {
    const room = columnOf(width, across) * LINE_FILL;
    return widest <= room ? first.size : Math.floor(((first.size * room) / widest) * 2) / 2;
  };
  const counts = Array.from({ length: ACROSS }, (_, i) => Math.max(1, ...inRows(stats, ACROSS - i).map((row) => row.length)));
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

/** The block's figures; as running text where a number is too wide for a figure. */
function itemOf(context: Context, stats: readonly Stat[], width: number): StatsItem | TextItem {
  const item: StatsItem = { kind: 'stats', stats, whole: stats };
  return arrange(context, stats, width, 0) ? item : statsAsText(context, item);
}

function setStats(context: Context, item: StatsItem, width: number, scale: number): SetStats {
  const { levels } = styleNamed(context.theme, 'statValue');
  const arrangement = arrange(context, item.whole, width, scale) ?? { across: 1, levels: scaleLevels(context.fonts, levels, 0) };
  const rows = inRows(item.stats, arrangement.across);
  const columnWidth = columnOf(width, Math.max(1, ...rows.map((row) => row.length)));
  const valueLevels = arrangement.levels;
  const labelLevels = scaleLevels(context.fonts, styleNamed(context.theme, 'statLabel').levels, scale);
  const set = rows.map((row) =>
    row.map((stat): SetStat => ({
      stat,
      value: setText(context.fonts, [valueParagraph(context, stat)], valueLevels, columnWidth),
      label: setText(context.fonts, labelParagraphs(context, stat), labelLevels, columnWidth),
    })),
  );
  const heights = set.map((row) => ({
    value: Math.max(...row.map((s) => s.value.room)) / HEIGHT_FILL + 0.5,
    label: Math.max(...row.map((s) => s.label.room)) / HEIGHT_FILL + 0.5,
  }));
  const height = heights.reduce((h, row) => h + row.value + LABEL_GAP + row.label, ROW_GAP * Math.max(0, rows.length - 1));
  return { rows: set, columnWidth, valueLevels, labelLevels, heights, height };
}

function statsNeed(context: Context, item: StatsItem, width: number, scale: number): Need {
  return fixed(setStats(context, item, width, scale).height);
}

/** The first number, of figures or in what they count, that its column is too narrow for; null where none is. */
function statsDivide(context: Context, item: StatsItem, width: number, scale: number, undivided: Undivided): string | null {
  const { rows, columnWidth } = setStats(context, item, width, scale);
  for (const text of rows.flat().flatMap(({ value, label }) => [value, label])) {
    const number = partDivided(context.fonts, text, columnWidth, undivided);
    if (number !== null) return number;
  }
  return null;
}

/** A group of figures: each a text box of its number above one of what it counts. */
function placeStats(
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
      const value = { style: 'statValue', levels: set.valueLevels, set: stat.value, anchor: 'bottom', term: true } as const;
      const label = { style: 'statLabel', levels: set.labelLevels, set: stat.label, anchor: 'top' } as const;
      children.push(childText(context, `${at.id}/${number}.value`, 'stat', valueFrame, value));
      children.push(childText(context, `${at.id}/${number}.label`, 'label', labelFrame, label));
    });
    y += height.value + LABEL_GAP + height.label + ROW_GAP;
  });
  const alt = item.stats.map((s) => [s.value, s.unit, plainText(s.label)].filter(Boolean).join(' ')).join('; ');
  return { kind: 'group', role: 'stats', ...at, frame: { ...frame, height: set.height }, alt, children };
}

/** Divides between figures: as many rows as fit, balanced by the caller. */
function splitStats(context: Context, item: StatsItem, room: Room, scale: number): readonly [StatsItem, StatsItem] | null {
  for (let count = item.stats.length - 1; count > 0; count--) {
    const head = { ...item, stats: item.stats.slice(0, count) };
    if (setStats(context, head, room.width, scale).height <= room.height) return [head, { ...item, stats: item.stats.slice(count) }];
  }
  return null;
}

/** Figures whose words are too many for a figure: each a paragraph of number, unit and label. */
function statsAsText(context: Context, item: StatsItem): TextItem {
  const { levels } = styleNamed(context.theme, 'statLabel');
  const paragraphs = item.stats.map((stat) => {
    const value = [stat.value, stat.unit].filter(Boolean).join(' ');
    return { paragraph: paragraph(context, [{ text: value, bold: true }, { text: ' ' }, ...stat.label]), isItem: true, keepsNext: false };
  });
  return { kind: 'text', role: 'body', style: 'statLabel', levels, paragraphs };
}

export const statsLayout: BlockLayout<StatsBlock, StatsItem | TextItem> = {
  items: (context, block, region) => [itemOf(context, block.stats, region.frame.width)],
};

export const statsItem: ItemLayout<StatsItem> = {
  styles: ['statValue', 'statLabel'],
  need: statsNeed,
  partDivided: statsDivide,
  holds: null,
  split: splitStats,
  plainForm: statsAsText,
  place: (context, item, frame, at, scale) => [placeStats(context, item, frame, { id: at.id(), region: at.region }, scale)],
};
