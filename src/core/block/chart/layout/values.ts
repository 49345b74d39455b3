import { distinct } from '../../../base/distinct.ts';
import { contrast, resolveColor } from '../../../template/theme/index.ts';
import type { ColorUse, Frame, Theme } from '../../../template/theme/types.ts';
import type { ChartWords } from './arrangement.ts';
import { isInside, overlap } from './frames.ts';
import { distanceOf, valueAt, type Axes } from './marks.ts';
import { POINT_RADIUS, runsThrough, strokesOf, type Stroke } from './strokes.ts';
import type { BarMark, ChartMark, PointMark, TotalLabel, ValueLabel } from './types.ts';
import { numberSlack } from './slack.ts';
import { totalsAt } from './totals.ts';
import { placed, type Typist } from './typist.ts';
import { voiceOf, type Voice } from './voice.ts';

/** Up to so many marks each carry their value. */
const MOST_LABELS = 12;
/** Space between a mark and its number, as a share of the type size. */
const MARK_GAP = 0.3;
/** Between numbers beside each other, as a share of the type size. */
const NUMBER_GAP = 0.6;
/** What a piece of a stack leaves beside its number, as a share of the type size. */
const PIECE_GAP = 0.6;

/** Ink or paper, whichever reads better on this colour. */
export function inkOn(use: ColorUse, theme: Theme): ColorUse {
  const ground = resolveColor(theme, use);
  const against = (other: ColorUse): number => contrast(resolveColor(theme, other), ground);
  return against('text1') >= against('background1') ? 'text1' : 'background1';
}

export interface Numbers {
  readonly labels: readonly ValueLabel[];
  /** Sums at the ends of stacks. */
  readonly totals: readonly TotalLabel[];
  /** Every value has its number, so that the axis need not be read. */
  readonly areAll: boolean;
  /** Whether a number stands beyond the plot, at its least or its greatest value. */
  readonly beyond: { readonly below: boolean; readonly above: boolean };
}

export const NO_NUMBERS: Numbers = { labels: [], totals: [], areAll: false, beyond: { below: false, above: false } };

/** At a bar's end. */
function atEnd({ t, color }: Voice, axes: Axes, { value, series, category, frame }: BarMark, text: string): ValueLabel {
  const words = t.number(text);
  const gap = t.size * MARK_GAP;
  const end = valueAt(axes, value);
  if (axes.isHorizontal) {
    const side = value < 0 === axes.isRtl ? 'right' : 'left';
    const top = frame.y + (frame.height - words.height) / 2;
    const at = side === 'right' ? { x: end + gap, top, align: 'left' as const } : { x: end - gap, top, align: 'right' as const };
    return { ...placed(words, at, color), series, category, side };
  }
  const middle = frame.x + frame.width / 2;
  const top = value < 0 ? end + gap : end - gap - words.height;
  return { ...placed(words, { x: middle, top, align: 'center' }, color), series, category, side: value < 0 ? 'below' : 'above' };
}

/** In the middle of a piece of a stack; null where it is too small for it. */
function insidePiece(t: Typist, { series, category, frame }: BarMark, text: string, color: ColorUse): ValueLabel | null {
  const words = t.number(text);
  if (words.width * numberSlack(t) > frame.width - t.size * PIECE_GAP || words.height > frame.height) return null;
  const at = { x: frame.x + frame.width / 2, top: frame.y + (frame.height - words.height) / 2, align: 'center' as const };
  return { ...placed(words, at, inkOn(color, t.context.theme)), series, category, side: 'center' };
}

/** Above a point, or below one that lies lower than its neighbours; on the other side where a line would run through the number, and there none does. */
function atPoint(
  { t, color }: Voice,
  points: readonly PointMark[],
  strokes: readonly Stroke[],
  i: number,
  text: string,
): ValueLabel | null {
  const point = points[i];
  if (!point) return null;
  const around = [points[i - 1], points[i + 1]].filter((p) => p?.series === point.series);
  const isLow = around.length === 2 && around.every((p) => p !== undefined && p.y < point.y - t.size * 0.5);
  const words = t.number(text);
  const gap = POINT_RADIUS + t.size * MARK_GAP;
  const { series, category } = point;
  const on = (side: 'above' | 'below'): ValueLabel => {
    const top = side === 'below' ? point.y + gap : point.y - gap - words.height;
    return { ...placed(words, { x: point.x, top, align: 'center' }, color), series, category, side };
  };
  const crossed = ({ frame }: ValueLabel): boolean => strokes.some((stroke) => runsThrough(stroke, frame));
  const [first, other] = isLow ? [on('below'), on('above')] : [on('above'), on('below')];
  return crossed(first) && !crossed(other) ? other : first;
}

function beyondPlot(labels: readonly { readonly frame: Frame }[], plot: Frame, axes: Axes): Numbers['beyond'] {
  const over = (frame: Frame): { first: boolean; last: boolean } =>
    axes.isHorizontal
      ? { first: frame.x < plot.x, last: frame.x + frame.width > plot.x + plot.width }
      : { first: frame.y + frame.height > plot.y + plot.height, last: frame.y < plot.y };
  const all = labels.map(({ frame }) => over(frame));
  const [first, last] = [all.some((o) => o.first), all.some((o) => o.last)];
  return axes.isHorizontal && axes.isRtl ? { below: last, above: first } : { below: first, above: last };
}

/** Whether numbers stand apart, and beside each other so far that they are not read as one. */
export function areApart(t: Typist, labels: readonly ValueLabel[]): boolean {
  const gap = t.size * NUMBER_GAP;
  const grown = ({ frame }: ValueLabel): Frame => ({ ...frame, width: frame.width + gap });
  return labels.every((a, i) => labels.slice(i + 1).every((b) => !overlap(grown(a), grown(b))));
}

/** The numbers of marks, where there are few enough and each has room: at bars' ends, inside pieces of stacks with their sums at the ends, at points. All or none, but in stacks. */
export function numbersAt(t: Typist, axes: Axes, words: ChartWords, marks: readonly ChartMark[]): Numbers {
  const { chart, totals, format } = words;
  const voice = ({ series, category }: ChartMark): Voice => voiceOf(t, words, series, category);
  const bars = marks.filter((mark) => mark.kind === 'bar');
  const isFew = chart.categories.length * chart.series.length <= MOST_LABELS;
  if (chart.type === 'stacked-bar') {
    const inside = (mark: BarMark): ValueLabel | null => insidePiece(t, mark, format(mark.value), mark.color);
    const labels = isFew ? bars.flatMap((mark) => inside(mark) ?? []) : [];
    const sums = totalsAt(t.strong, axes, totals, format);
    return {
      labels,
      totals: sums ?? [],
      areAll: labels.length === bars.length && sums !== null,
      beyond: beyondPlot(sums ?? [], axes.plot, axes),
    };
  }
  if (!isFew) return NO_NUMBERS;
  const points = marks.filter((mark) => mark.kind === 'point');
  const strokes = strokesOf(points);
  const labels = [
    ...bars.map((mark) => atEnd(voice(mark), axes, mark, format(mark.value))),
    ...points.flatMap((mark, i) => atPoint(voice(mark), points, strokes, i, format(mark.value)) ?? []),
  ];
  const isTooWide = bars.some((mark, i) => {
    const label = labels[i]?.frame;
    return label !== undefined && (axes.isHorizontal ? label.height > mark.frame.height * 1.05 : label.width > mark.frame.width * 1.05);
  });
  const isCrowded = points.length > 0 && labels.some(({ frame }) => frame.width > distanceOf(axes) * 0.95);
  if (isTooWide || isCrowded || !areApart(t, labels)) return NO_NUMBERS;
  // A number on another line's point would be read as that point's.
  const covers =
    points.length > 0 &&
    chart.series.length > 1 &&
    labels.some(({ frame, series, category }) =>
      points.some(
        (p) =>
          !(p.series === series && p.category === category) &&
          overlap(frame, { x: p.x - POINT_RADIUS, y: p.y - POINT_RADIUS, width: 2 * POINT_RADIUS, height: 2 * POINT_RADIUS }),
      ),
    );
  if (covers) return NO_NUMBERS;
  return { labels, totals: [], areAll: true, beyond: beyondPlot(labels, axes.plot, axes) };
}

/** Where a line's numbers do not all have room: its last, its first, its greatest and its least, as far as they stand apart. */
export function keyNumbersAt(t: Typist, axes: Axes, words: ChartWords, marks: readonly ChartMark[], frame: Frame): Numbers {
  const points = marks.filter((mark) => mark.kind === 'point');
  const [first] = points;
  const last = points.at(-1);
  if (words.chart.series.length > 1 || !first || !last) return NO_NUMBERS;
  const most = points.reduce((best, point) => (point.value > best.value ? point : best), first);
  const least = points.reduce((best, point) => (point.value < best.value ? point : best), first);
  const strokes = strokesOf(points);
  const labels: ValueLabel[] = [];
  for (const mark of distinct([last, first, most, least])) {
    const label = atPoint(voiceOf(t, words, 0, mark.category), points, strokes, points.indexOf(mark), words.format(mark.value));
    const isClear =
      label !== null && isInside({ ...label.frame, y: frame.y, height: 1 }, frame) && !strokes.some((one) => runsThrough(one, label.frame));
    if (isClear && areApart(t, [...labels, label])) labels.push(label);
  }
  return { labels, totals: [], areAll: false, beyond: beyondPlot(labels, axes.plot, axes) };
}
