import type { ChartBlock } from '../types.ts';
import { numberFormatter, numberStyle } from '../../../numbers/index.ts';
import type { ColorUse, Frame, LevelStyle } from '../../../template/theme/types.ts';
import { accentOf, mutedOf, paint, type Paint } from './colors.ts';
import { styleNamed, type Context } from '../../../layout/context.ts';
import type { Need } from '../../../layout/item/measure.ts';
import type { Run } from '../../../base/text.ts';
import type { BlockLayout, ItemLayout, TextItem } from '../../../layout/item/types.ts';
import { scaleLevel } from '../../../layout/text/scale.ts';
import { levelOf } from '../../../layout/text/setting.ts';
import type { ChartBox, TextBox } from '../../../layout/types.ts';
import { CAPTION_GAP, captionText, isTall, placeSmallText, smallText, type SmallText } from '../../../layout/item/caption.ts';
import { altText, remarksText } from './alt.ts';
import { arrangePartly, arrangeWhole } from './arrange.ts';
import type { Arrangement, ChartWords } from './arrangement.ts';
import { chartDates } from './dates.ts';
import { legendAcross, type LegendName } from './legend.ts';
import { isForecast } from './forecast.ts';
import { drawnForm, type Drawn } from './form.ts';
import { chartHeading } from './heading.ts';
import type { MarkColors } from './marks.ts';
import { speaking } from './speaking.ts';
import { isOffScale } from './target.ts';
import type { ChartOmission, PointShape } from './types.ts';
import { stackTotals } from './totals.ts';
import { typist } from './typist.ts';

export { BETWEEN } from './marks.ts';
export { isDivided } from './share-bar.ts';
export { POINT_RADIUS } from './strokes.ts';

export interface ChartItem {
  readonly kind: 'chart';
  readonly drawn: Drawn;
  /** Stands above it. */
  readonly heading: readonly Run[] | null;
}

/** A whole of a few parts has few words, which stand so much larger where they have room. */
const FEW_WORDS = 1.5;

function larger({ chart, isShareBar }: ChartWords): number {
  return chart.type === 'doughnut' || isShareBar ? FEW_WORDS : 1;
}

/** A chart smaller than this says nothing. Points. */
const LEAST_HEIGHT = 150;

function headingText(context: Context, item: ChartItem, width: number): SmallText | null {
  return item.heading && smallText(context, 'chart', [item.heading], width);
}

function chartNeed(context: Context, item: ChartItem, width: number): Need {
  const head = headingText(context, item, width);
  const above = head ? head.height + CAPTION_GAP : 0;
  const own = LEAST_HEIGHT + legendNeed(context, item.drawn.chart, width);
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
  const head = headingText(context, item, frame.width);
  const above = head ? head.height + CAPTION_GAP : 0;
  const inner: Frame = { ...frame, y: frame.y + above, height: Math.max(1, frame.height - above) };
  const box = chartBox(context, item.drawn, inner, at, scale);
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

/** Type that is smaller by no more than this is worth a number at every mark and every name where it belongs. */
const WORTH = 0.66;

/** Names of more letters are as well beside lying bars as below standing ones. */
const LONG_NAME = 14;

/** Whether all is told at the marks, no axis to read, no legend to look up; and bars stand, unless long names make them lie. */
function isBest({ ticks, legend, isHorizontal }: Arrangement, { chart, lies, isShareBar }: ChartWords): boolean {
  const mayLie = lies || isShareBar || chart.categories.some((name) => name.length > LONG_NAME);
  // Numbers on several lines are not worth smaller type: their axis is read as well.
  const mayHaveAxis = chart.type === 'line' && chart.series.length > 1;
  return (ticks.length === 0 || mayHaveAxis) && legend.length === 0 && (!isHorizontal || mayLie);
}

/** The largest size in which every word stands whole, at the marks if it may; null: there is none. */
function whole(context: Context, level: LevelStyle, words: ChartWords, frame: Frame): (Arrangement & { readonly size: number }) | null {
  let first: (Arrangement & { readonly size: number }) | null = null;
  for (const size of sizesOf(level)) {
    if (first && size < (level.size / larger(words)) * WORTH) return first;
    const found = arrangeWhole(typist(context, level, size), words, frame);
    if (found && isBest(found, words)) return { ...found, size };
    if (found) first ??= { ...found, size };
  }
  return first;
}

/** Every word if it stands whole in some size; else without remarks, without a target; else the smallest, with what it had no room for. */
function arranged(context: Context, level: LevelStyle, words: ChartWords, frame: Frame): Arrangement & { readonly size: number } {
  const { annotations, target, ...chart } = words.chart;
  const lost = (what: ChartOmission['what'], all: readonly string[]): ChartOmission[] =>
    all.length > 0 ? [{ what, words: all, every: 0 }] : [];
  const remarks = lost(
    'annotation',
    (annotations ?? []).map(({ text }) => text),
  );
  const aims = lost('target', target ? [target.text === '' ? words.format(target.value) : target.text] : []);
  const less = [
    { words, omissions: [] },
    ...(remarks.length > 0 && target ? [{ words: { ...words, chart: { ...chart, target } }, omissions: remarks }] : []),
    ...(remarks.length + aims.length > 0 ? [{ words: { ...words, chart }, omissions: [...remarks, ...aims] }] : []),
  ];
  for (const { words: own, omissions } of less) {
    const found = whole(context, level, own, frame);
    if (found) return { ...found, omissions: [...found.omissions, ...omissions] };
  }
  const size = Math.min(level.size, level.minimum);
  const { words: bare, omissions } = less.at(-1) ?? { words, omissions: [] };
  const found = arrangePartly(typist(context, level, size), bare, frame);
  return { ...found, omissions: [...found.omissions, ...omissions], size };
}

/** Colours of series, or of a ring's parts, and of single marks where a category has the accent. */
function painted(
  context: Context,
  chart: ChartBlock,
  words: Pick<ChartWords, 'speaking'>,
): { readonly paint: Paint; readonly marks: MarkColors } {
  const { theme } = context;
  const { series, categories } = words.speaking;
  const isRing = chart.type === 'doughnut';
  const found = paint(theme, namesPainted(chart).length, isRing ? (categories[0] ?? null) : series);
  const at = (i: number): ColorUse => found.colors[i] ?? 'accent1';
  if (isRing) return { paint: found, marks: { of: (_, category) => at(category) } };
  if (series !== null) return { paint: found, marks: { of: (own) => at(own) } };
  const [accent, muted] = [accentOf(theme), mutedOf(theme)];
  return { paint: { ...found, colors: [muted] }, marks: { of: (_, category) => (categories.includes(category) ? accent : muted) } };
}

const SHAPES: readonly PointShape[] = ['circle', 'square', 'triangle', 'diamond'];

/** What each colour stands for. */
function namesPainted({ type, categories, series }: ChartBlock): readonly string[] {
  return type === 'doughnut' ? categories : series.map(({ name }) => name);
}

function chartBox(
  context: Context,
  { chart: given, form, isSorted }: Drawn,
  frame: Frame,
  at: { readonly id: (part?: string) => string; readonly region: string },
  scale: number,
): ChartBox {
  const isOff = isOffScale(given);
  const { target, ...untargeted } = given;
  const chart: Drawn['chart'] = isOff ? untargeted : given;
  const level = scaleLevel(levelOf(styleNamed(context.theme, 'chart').levels, 0), scale);
  const values = chart.series.flatMap((s) => s.values.filter((v) => v !== null));
  const totals = stackTotals(chart);
  const style = numberStyle(context.language, [
    ...values,
    ...(chart.target ? [chart.target.value] : []),
    ...totals.filter((total) => total !== null),
  ]);
  const format = numberFormatter(context.language, style);
  const own = { speaking: speaking(chart) };
  const { paint: palette, marks: markColors } = painted(context, chart, own);
  const colorAt = (i: number): ColorUse => palette.colors[i] ?? 'accent1';
  const isNamedAbove = chart.title !== null || chart.unit !== null;
  const isNamed = chart.series.some(({ name }) => name.trim() !== '');
  const namesSeries = isNamed && (chart.series.length > 1 || !isNamedAbove);
  const words: ChartWords = {
    chart,
    dates: chart.type === 'doughnut' ? null : chartDates(chart.categories, context.languageOf(chart.origins?.categories.flat() ?? [])),
    ...own,
    colors: palette.colors,
    markColors,
    lies: form === 'lying',
    isShareBar: form === 'share',
    totals,
    format,
    grouping: style.grouping,
    namesSeries,
  };
  const { isHorizontal, omissions, ...found } = arranged(context, { ...level, size: level.size * larger(words) }, words, frame);
  const said: ChartOmission[] = [
    ...(palette.repeated.length > 0
      ? [{ what: 'color' as const, words: palette.repeated.map((i) => namesPainted(chart)[i] ?? ''), every: 0 }]
      : []),
    ...(isOff && target ? [{ what: 'target' as const, words: [`${target.text} ${format(target.value)}`.trim()], every: 0 }] : []),
    ...(isSorted ? [{ what: 'shape' as const, words: [], every: 0 }] : []),
  ];
  const remarks = remarksText(given, format);
  return {
    kind: 'chart',
    id: at.id(),
    region: at.region,
    frame,
    alt: altText(given, format, own.speaking),
    ...(remarks !== '' && { remarks }),
    type: chart.type,
    title: chart.title,
    unit: chart.unit,
    categories: chart.categories,
    ...(chart.origins && { origins: chart.origins }),
    series: chart.series.map((s, i) => ({
      ...s,
      color: colorAt(i),
      ...(chart.type === 'line' && {
        stroke: { shape: SHAPES[i % SHAPES.length] ?? 'circle', isDashed: chart.series.length > 1 && isForecast(s.name) },
      }),
    })),
    categoryColors: chart.categories.map((_, i) => colorAt(i)),
    horizontal: isHorizontal,
    ...found,
    omissions: [...omissions, ...said],
    ...style,
    font: level.font,
  };
}

export const chartLayout: BlockLayout<ChartBlock, ChartItem | TextItem> = {
  counts: () => ({ charts: 1 }),
  items: (context, given, region) => {
    const drawn = drawnForm(given);
    const heading = chartHeading(drawn.chart, context.direction);
    const item = { kind: 'chart', drawn } as const;
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
