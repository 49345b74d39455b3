import type { ColorUse, Frame } from '../../../template/theme/types.ts';
import type { ChartBlock } from '../../../deck/types.ts';
import type { ChartWords } from './arrangement.ts';
import { isInside, overlap } from './frames.ts';
import { POINT_RADIUS } from './strokes.ts';
import type { BarMark, ChartLabel, ChartMark, PointMark, SeriesLabel, ValueLabel } from './types.ts';
import { LEGEND_SLACK, nameSlack } from './slack.ts';
import { folded, placed, typist, type Typist } from './typist.ts';
import { inkOn } from './values.ts';
import { speaks, voiceOf } from './voice.ts';

/** More lines than this are hard to follow to their names; they get a legend. */
const MOST_LINES = 4;
/** Share of the chart's width that names at lines' ends may take. */
const MOST_WIDTH = 0.3;
/** Between the last point and its name, as a share of the type size. */
const GAP = 0.35;

/** The category whose marks carry the names of their series: the last, but the first of bars beside each other. */
function namedAt({ type, categories }: ChartBlock): number {
  return type === 'bar' ? 0 : categories.length - 1;
}

/** Whether the marks of one category may carry the names of all series: two to four, each with a value there. */
export function mayBeDirect(chart: ChartBlock): boolean {
  const { type, series } = chart;
  const at = namedAt(chart);
  return (
    type !== 'doughnut' &&
    series.length > 1 &&
    series.length <= MOST_LINES &&
    series.every(({ name, values }) => name.trim() !== '' && (values[at] ?? null) !== null)
  );
}

/** What stands at a line's end: its name, behind it the last value where `format` writes the values. */
function labelText(chart: ChartBlock, series: number, format: ((value: number) => string) | null): string {
  const name = folded(chart.series[series]?.name ?? '');
  const value = chart.series[series]?.values[chart.categories.length - 1] ?? null;
  return format && value !== null ? `${name} ${format(value)}` : name;
}

/** Points beyond the last point that the widest name needs; null where one is too wide to stand there. */
export function directRoom(t: Typist, words: ChartWords, width: number, format: ((value: number) => string) | null): number | null {
  const { chart } = words;
  if (chart.type === 'bar') return 0;
  const isLine = chart.type === 'line';
  const widest = Math.max(...chart.series.map((_, i) => voiceOf(t, words, i, null).t.width(labelText(chart, i, isLine ? format : null))));
  const slack = isLine ? POINT_RADIUS : widest * (nameSlack(t) - 1) + t.size * LEGEND_SLACK;
  return widest > width * MOST_WIDTH ? null : widest + slack + t.size * GAP;
}

/** What stands around names at marks. */
interface Around {
  readonly numbers: readonly ValueLabel[];
  readonly others: readonly ChartLabel[];
}

/** Names at their lines' ends, or beside the pieces of the last stack. */
function beyondEnds(
  t: Typist,
  words: ChartWords,
  ends: readonly (PointMark | BarMark)[],
  format: ((value: number) => string) | null,
): SeriesLabel[] {
  const { chart } = words;
  const away = (mark: PointMark | BarMark): { readonly x: number; readonly y: number } => {
    if (mark.kind === 'point') return { x: mark.x + (t.isRtl ? -1 : 1) * (POINT_RADIUS + t.size * GAP), y: mark.y };
    const { x, y, width, height } = mark.frame;
    return { x: t.isRtl ? x - t.size * GAP : x + width + t.size * GAP, y: y + height / 2 };
  };
  const labels = ends.map((end): SeriesLabel => {
    const voice = voiceOf(t, words, end.series, null);
    const set = voice.t.set(labelText(chart, end.series, end.kind === 'point' ? format : null), Number.MAX_SAFE_INTEGER);
    const { x, y } = away(end);
    const anchor = { x, top: y - set.height / 2, align: t.isRtl ? ('right' as const) : ('left' as const) };
    const name = folded(chart.series[end.series]?.name ?? '');
    const color: ColorUse = end.kind === 'point' ? voice.color : t.color;
    return { ...placed(set, anchor, color), series: end.series, category: end.category, name, side: t.isRtl ? 'left' : 'right' };
  });
  return parted(labels, t.size * MOST_SHIFT);
}

/** A name stands beside its mark as long as it is off by no more than this, as a share of the type size. */
const MOST_SHIFT = 0.9;

function lowered<L extends ChartLabel>(label: L, by: number): L {
  const lines = label.lines.map((line) => ({ ...line, baseline: line.baseline + by }));
  return { ...label, frame: { ...label.frame, y: label.frame.y + by }, lines };
}

/** Names that would stand on each other, moved apart as little as they need; as they were where one would go too far. */
function parted(labels: readonly SeriesLabel[], most: number): SeriesLabel[] {
  const order = [...labels].sort((a, b) => a.frame.y - b.frame.y);
  const tops = order.map(({ frame }) => frame.y);
  for (let round = 0; round < order.length * 4; round += 1) {
    for (let i = 1; i < order.length; i += 1) {
      const lap = (tops[i - 1] ?? 0) + (order[i - 1]?.frame.height ?? 0) - (tops[i] ?? 0);
      if (lap <= 0) continue;
      tops[i - 1] = (tops[i - 1] ?? 0) - lap / 2 - 0.01;
      tops[i] = (tops[i] ?? 0) + lap / 2 + 0.01;
    }
  }
  const shifts = new Map(order.map((label, i) => [label, (tops[i] ?? 0) - label.frame.y]));
  const isFar = [...shifts.values()].some((by) => Math.abs(by) > most);
  return isFar ? [...labels] : labels.map((label) => lowered(label, shifts.get(label) ?? 0));
}

/** What a name keeps clear of its bar's edges, as a share of the type size; and lines that it may have there. */
const INSET = 0.3;
const MOST_INSIDE = 2;
/** Names inside bars may be smaller than the numbers above them, as shares of their size. */
const SMALLER = [1, 0.86, 0.74];

/** Names inside the first bars, at the line that they stand on; null where one is wider or taller than its bar. */
function insideBars(t: Typist, words: ChartWords, bars: readonly BarMark[], isHorizontal: boolean): SeriesLabel[] | null {
  for (const share of SMALLER) {
    const size = Math.round(t.size * share);
    const own = share === 1 ? t : typist(t.context, t.level, Math.max(Math.min(size, t.size), Math.min(t.level.minimum, t.size)));
    const labels = namesInside(own, words, bars, isHorizontal);
    if (labels) return own.size === t.size ? labels : labels.map((label) => ({ ...label, size: own.size }));
  }
  return null;
}

function namesInside(t: Typist, words: ChartWords, bars: readonly BarMark[], isHorizontal: boolean): SeriesLabel[] | null {
  const inset = t.size * INSET;
  const labels = bars.flatMap(({ series, category, value, color, frame }): SeriesLabel[] => {
    const name = folded(words.chart.series[series]?.name ?? '');
    const own = speaks(words, series, null) ? t.strong : t;
    const room = { width: frame.width - 2 * inset, height: frame.height - 2 * inset };
    const set = own.set(name, room.width / nameSlack(t));
    const fits =
      set.isWhole && set.lines.length <= (isHorizontal ? 1 : MOST_INSIDE) && set.height <= (isHorizontal ? frame.height : room.height);
    if (!fits) return [];
    const isFromStart = value < 0 === t.isRtl;
    const anchor = isHorizontal
      ? {
          x: isFromStart ? frame.x + inset : frame.x + frame.width - inset,
          top: frame.y + (frame.height - set.height) / 2,
          align: isFromStart ? ('left' as const) : ('right' as const),
        }
      : {
          x: frame.x + frame.width / 2,
          top: value < 0 ? frame.y + inset : frame.y + frame.height - inset - set.height,
          align: 'center' as const,
        };
    return [{ ...placed(set, anchor, inkOn(color, t.context.theme)), series, category, name, side: 'inside' }];
  });
  return labels.length === bars.length ? labels : null;
}

/** Names at their marks; null where two would stand on each other, on a number or an axis' name, or beyond the frame. */
export function directNames(
  t: Typist,
  words: ChartWords,
  marks: readonly ChartMark[],
  frame: Frame,
  around: Around,
  format: ((value: number) => string) | null,
  isHorizontal: boolean,
): SeriesLabel[] | null {
  const { chart } = words;
  const at = namedAt(chart);
  const ends = marks.filter((mark): mark is PointMark | BarMark => mark.kind !== 'slice' && mark.category === at);
  if (chart.type === 'stacked-bar' && isHorizontal) return null;
  const labels =
    chart.type === 'bar'
      ? insideBars(
          t,
          words,
          ends.filter((mark) => mark.kind === 'bar'),
          isHorizontal,
        )
      : beyondEnds(t, words, ends, format);
  if (!labels) return null;
  const numbers = around.numbers.filter(({ category }) => chart.type !== 'line' || category !== at);
  const others = [...numbers, ...around.others].map((label) => label.frame);
  const clear = labels.every(
    (label, i) =>
      isInside(label.frame, frame) &&
      !labels.slice(i + 1).some((b) => overlap(label.frame, b.frame)) &&
      !others.some((other) => overlap(label.frame, other)),
  );
  return clear ? labels : null;
}
