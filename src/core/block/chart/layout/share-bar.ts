import type { Frame } from '../../../template/theme/types.ts';
import type { Arrangement, ChartWords } from './arrangement.ts';
import { legendAcross, placeLegend, type LegendName } from './legend.ts';
import { marksOf, type Axes } from './marks.ts';
import type { BarMark, ChartScale, SeriesLabel, ValueLabel } from './types.ts';
import { nameSlack, numberSlack } from './slack.ts';
import { folded, placed, type Typist } from './typist.ts';
import { inkOn } from './values.ts';
import { speaks, voiceOf } from './voice.ts';

/** The bar's height: so much of the frame's, and no more than so many lines. */
const SHARE = 0.34;
const MOST_LINES = 5;
/** Between the bar and the names below it, and between two names, as shares of the type size. */
const BELOW = 0.5;
const BETWEEN = 0.7;
/** Lines that a name may have below its part. */
const NAME_LINES = 4;
/** Where what is drawn stands in a frame that is higher, as a share of what is left: a little above its middle. */
const RISE = 0.42;

/** Whether a chart is one divided bar, which stands on no axis. */
export function isDivided({ type, gapWidth }: { readonly type: string; readonly gapWidth: number }): boolean {
  return type === 'stacked-bar' && gapWidth === 0;
}

/** Numbers in the middle of their parts. */
function numbersInside(t: Typist, words: ChartWords, bars: readonly BarMark[]): ValueLabel[] {
  return bars.flatMap((bar): ValueLabel[] => {
    const { series, category, frame, color } = bar;
    const own = speaks(words, series, null) ? t.strong : t;
    const set = own.number(words.format(bar.value));
    if (set.width * numberSlack(t) > frame.width - t.size * 0.5 || set.height > frame.height) return [];
    const at = { x: frame.x + frame.width / 2, top: frame.y + (frame.height - set.height) / 2, align: 'center' as const };
    return [{ ...placed(set, at, inkOn(color, t.context.theme)), series, category, side: 'center' }];
  });
}

/** Names below their parts, each as wide as its part; null where one is wider, or a part has no number inside it. */
function namesBelow(t: Typist, words: ChartWords, bars: readonly BarMark[]): SeriesLabel[] | null {
  const labels = bars.flatMap(({ series, category, frame }): SeriesLabel[] => {
    const name = folded(words.chart.series[series]?.name ?? '');
    const voice = voiceOf(t, words, series, null);
    const set = voice.t.set(name, frame.width / nameSlack(t) - t.size * BETWEEN);
    if (!set.isWhole || set.lines.length > NAME_LINES) return [];
    const top = frame.y + frame.height + t.size * BELOW;
    const anchor = { x: t.isRtl ? frame.x + frame.width : frame.x, top, align: t.isRtl ? ('right' as const) : ('left' as const) };
    return [{ ...placed(set, anchor, speaks(words, series, null) ? voice.color : t.color), series, category, name, side: 'below' }];
  });
  return labels.length === bars.length ? labels : null;
}

/**
 * Parts of a whole as one bar across the frame: each number in its part and each name below it, or all names with their numbers in a legend
 * where a part is too narrow. Null: the legend has no room either.
 */
export function wholeShareBar(t: Typist, words: ChartWords, frame: Frame): Arrangement | null {
  const { chart } = words;
  const total = chart.series.reduce((sum, { values }) => sum + (values[0] ?? 0), 0);
  const scale: ChartScale = { min: 0, max: total, step: total, decimals: 0 };
  const height = Math.min(frame.height * SHARE, t.line * MOST_LINES);
  const at = (y: number): readonly BarMark[] => {
    const plot = { ...frame, y, height };
    const axes: Axes = { plot, scale, isHorizontal: true, isRtl: t.isRtl, slots: [0], places: 1, isFilled: true };
    return marksOf(axes, chart, words.markColors).flatMap((mark) => (mark.kind === 'bar' && mark.value > 0 ? [mark] : []));
  };
  const arrangement = (y: number, more: Partial<Arrangement>): Arrangement => ({
    plot: { ...frame, y, height },
    scale,
    isHorizontal: true,
    marks: at(y),
    dates: null,
    categoryLabels: [],
    ticks: [],
    valueLabels: numbersInside(t, words, at(y)),
    totals: [],
    seriesLabels: [],
    annotations: [],
    target: null,
    gapWidth: 0,
    legend: [],
    omissions: [],
    ...more,
  });
  const names = namesBelow(t, words, at(frame.y));
  if (names && numbersInside(t, words, at(frame.y)).length === chart.series.length) {
    const taken = height + t.size * BELOW + Math.max(0, ...names.map((label) => label.frame.height));
    if (taken <= frame.height) {
      const y = frame.y + (frame.height - taken) * RISE;
      return arrangement(y, { seriesLabels: namesBelow(t, words, at(y)) ?? [] });
    }
  }
  const entries = chart.series.map(({ name, values }, i): LegendName => {
    const value = values[0] ?? null;
    return { name, shown: value === null ? name : `${folded(name)}: ${words.format(value)}`, color: words.colors[i] ?? 'accent1' };
  });
  const set = legendAcross(t, entries, frame.width, frame.height - height - t.size);
  if (!set) return null;
  const y = frame.y + (frame.height - height - t.size - set.height) * RISE;
  const below = { ...frame, y: y + height + t.size, height: set.height };
  return arrangement(y, { valueLabels: [], legend: placeLegend(t, set, below, 'top') });
}
