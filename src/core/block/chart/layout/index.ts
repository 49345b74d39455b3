import type { ChartBlock } from '../../../deck/types.ts';
import { numberFormatter, numberStyle } from '../../../numbers/index.ts';
import type { ColorUse, Frame, LevelStyle } from '../../../template/theme/types.ts';
import { chartColors } from './colors.ts';
import { styleNamed, type Context } from '../../../layout/context.ts';
import type { Need } from '../../../layout/item/measure.ts';
import type { Run } from '../../../base/text.ts';
import type { BlockLayout, ItemLayout, TextItem } from '../../../layout/item/types.ts';
import { scaleLevel } from '../../../layout/text/scale.ts';
import { levelOf } from '../../../layout/text/setting.ts';
import type { ChartBox, TextBox } from '../../../layout/types.ts';
import { CAPTION_GAP, captionText, isTall, placeSmallText, smallText, type SmallText } from '../../../layout/item/caption.ts';
import { altText } from './alt.ts';
import { arrangePartly, arrangeWhole } from './arrange.ts';
import type { Arrangement, ChartWords } from './arrangement.ts';
import { chartDates } from './dates.ts';
import { legendAcross, type LegendName } from './legend.ts';
import { chartHeading } from './heading.ts';
import { withoutManyShares } from './shares.ts';
import { stackTotals } from './totals.ts';
import { typist } from './typist.ts';

export interface ChartItem {
  readonly kind: 'chart';
  readonly chart: ChartBlock;
  /** It was a doughnut of more parts than one shows. */
  readonly sorted: boolean;
  /** Stands above it. */
  readonly heading: readonly Run[] | null;
}

/** A chart smaller than this says nothing. Points. */
const LEAST_HEIGHT = 150;

function headingText(context: Context, item: ChartItem, width: number): SmallText | null {
  return item.heading && smallText(context, 'caption', [item.heading], width);
}

function chartNeed(context: Context, item: ChartItem, width: number): Need {
  const head = headingText(context, item, width);
  const above = head ? head.height + CAPTION_GAP : 0;
  const own = LEAST_HEIGHT + legendNeed(context, item.chart, width);
  return { min: own + above, max: Number.MAX_SAFE_INTEGER, least: LEAST_HEIGHT / 3 + above };
}

/** Height that a legend of more than one row takes from the plot, in the smallest type; no more than the plot's own. */
function legendNeed(context: Context, chart: ChartBlock, width: number): number {
  if (chart.type === 'doughnut' || chart.series.length < 2) return 0;
  const level = levelOf(styleNamed(context.theme, 'chart').levels, 0);
  const t = typist(context, level, Math.min(level.size, level.minimum));
  const names = chart.series.map(({ name }): LegendName => ({ name, shown: name, color: 'text1' }));
  const set = legendAcross(t, names, width, LEAST_HEIGHT);
  return set === null ? LEAST_HEIGHT : Math.max(0, set.height - 2 * t.line);
}

function placeChart(
  context: Context,
  item: ChartItem,
  frame: Frame,
  at: { readonly id: (part?: string) => string; readonly region: string },
  scale: number,
): (TextBox | ChartBox)[] {
  const { chart, sorted } = item;
  const head = headingText(context, item, frame.width);
  const above = head ? head.height + CAPTION_GAP : 0;
  const inner: Frame = { ...frame, y: frame.y + above, height: Math.max(1, frame.height - above) };
  const drawn = chartBox(context, chart, inner, at, scale);
  const changed = { what: 'shape' as const, words: [], every: 0 };
  const box = sorted ? { ...drawn, omissions: [...drawn.omissions, changed] } : drawn;
  if (!head) return [box];
  const caption = { id: at.id('title'), region: at.region, frame: { ...frame, height: head.height }, role: 'caption' as const };
  return [placeSmallText(context, head, caption), box];
}

/** Sizes from a level's down to its minimum, in whole points. */
function sizesOf({ size, minimum }: LevelStyle): number[] {
  const sizes: number[] = [];
  for (let now = size; now > minimum; now -= 1) sizes.push(now);
  return [...sizes, Math.min(size, minimum)];
}

/** The largest size in which every word stands whole; else the smallest, with what it had no room for. */
function arranged(context: Context, level: LevelStyle, words: ChartWords, frame: Frame): Arrangement & { readonly size: number } {
  for (const size of sizesOf(level)) {
    const found = arrangeWhole(typist(context, level, size), words, frame);
    if (found) return { ...found, size };
  }
  const size = Math.min(level.size, level.minimum);
  return { ...arrangePartly(typist(context, level, size), words, frame), size };
}

/** What each colour stands for. */
function namesPainted({ type, categories, series }: ChartBlock): readonly string[] {
  return type === 'doughnut' ? categories : series.map(({ name }) => name);
}

function chartBox(
  context: Context,
  chart: ChartBlock,
  frame: Frame,
  at: { readonly id: (part?: string) => string; readonly region: string },
  scale: number,
): ChartBox {
  const level = scaleLevel(levelOf(styleNamed(context.theme, 'chart').levels, 0), scale);
  const values = chart.series.flatMap((s) => s.values.filter((v) => v !== null));
  const totals = stackTotals(chart);
  const style = numberStyle(context.language, [...values, ...totals.filter((total) => total !== null)]);
  const format = numberFormatter(context.language, style);
  const palette = chartColors(context.theme, chart);
  const colorAt = (i: number): ColorUse => palette[i % palette.length] ?? 'accent1';
  const count = namesPainted(chart).length;
  const isNamedAbove = chart.title !== null || chart.unit !== null;
  const isNamed = chart.series.some(({ name }) => name.trim() !== '');
  const namesSeries = isNamed && (chart.series.length > 1 || !isNamedAbove);
  const words: ChartWords = {
    chart,
    dates: chart.type === 'doughnut' ? null : chartDates(chart.categories, context.languageOf(chart.origins?.categories.flat() ?? [])),
    colors: Array.from({ length: count }, (_, i) => colorAt(i)),
    totals,
    format,
    grouping: style.grouping,
    namesSeries,
  };
  const { isHorizontal, omissions, ...found } = arranged(context, level, words, frame);
  const alike = count > palette.length ? [{ what: 'color' as const, words: namesPainted(chart).slice(palette.length), every: 0 }] : [];
  return {
    kind: 'chart',
    id: at.id(),
    region: at.region,
    frame,
    alt: altText(chart, format),
    type: chart.type,
    title: chart.title,
    unit: chart.unit,
    categories: chart.categories,
    ...(chart.origins && { origins: chart.origins }),
    series: chart.series.map((s, i) => ({ ...s, color: colorAt(i) })),
    categoryColors: chart.categories.map((_, i) => colorAt(i)),
    horizontal: isHorizontal,
    ...found,
    omissions: [...omissions, ...alike],
    ...style,
    font: level.font,
  };
}

export const chartLayout: BlockLayout<ChartBlock, ChartItem | TextItem> = {
  counts: () => ({ charts: 1 }),
  items: (context, given, region) => {
    const chart = withoutManyShares(given);
    const heading = chartHeading(chart, context.direction);
    const item = { kind: 'chart', chart, sorted: chart !== given } as const;
    if (!heading || !isTall(context, region, heading)) return [{ ...item, heading }];
    return [captionText(context, heading), { ...item, heading: null }];
  },
};

/** Its words shrink and are left out by its own rules, so it is neither divided nor holds a number back. */
export const chartItem: ItemLayout<ChartItem> = {
  styles: ['chart'],
  need: chartNeed,
  partDivided: () => null,
  holds: null,
  split: () => null,
  plainForm: () => null,
  place: placeChart,
};
