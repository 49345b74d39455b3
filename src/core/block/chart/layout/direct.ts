import type { Frame } from '../../../template/theme/types.ts';
import type { ChartBlock } from '../../../deck/types.ts';
import { isInside, overlap } from './frames.ts';
import type { ChartLabel, ChartMark, PointMark, SeriesLabel, ValueLabel } from './types.ts';
import { folded, placed, type Typist } from './typist.ts';
import { POINT_RADIUS } from './values.ts';

/** More lines than this are hard to follow to their names; they get a legend. */
const MOST_LINES = 4;
/** Share of the chart's width that names at lines' ends may take. */
const MOST_WIDTH = 0.3;
/** Between the last point and its name, as a share of the type size. */
const GAP = 0.35;

/** Whether a chart's lines may carry their names: two to four, each with a value in the last category. */
export function mayBeDirect({ type, series, categories }: ChartBlock): boolean {
  const last = categories.length - 1;
  return (
    type === 'line' &&
    series.length > 1 &&
    series.length <= MOST_LINES &&
    series.every(({ name, values }) => name.trim() !== '' && (values[last] ?? null) !== null)
  );
}

/** What stands at a line's end: its name, behind it the last value where `format` writes the values. */
function labelText(chart: ChartBlock, series: number, format: ((value: number) => string) | null): string {
  const name = folded(chart.series[series]?.name ?? '');
  const value = chart.series[series]?.values[chart.categories.length - 1] ?? null;
  return format && value !== null ? `${name} ${format(value)}` : name;
}

/** Points beyond the last point that the widest name needs; null where one is too wide to stand there. */
export function directRoom(t: Typist, chart: ChartBlock, width: number, format: ((value: number) => string) | null): number | null {
  const widest = Math.max(...chart.series.map((_, i) => t.width(labelText(chart, i, format))));
  return widest > width * MOST_WIDTH ? null : widest + POINT_RADIUS + t.size * GAP;
}

/** Names at their lines' ends; null where two would stand on each other, on a number or an axis' name, or beyond the frame. */
export function directNames(
  t: Typist,
  chart: ChartBlock,
  marks: readonly ChartMark[],
  frame: Frame,
  around: { readonly numbers: readonly ValueLabel[]; readonly names: readonly ChartLabel[] },
  format: ((value: number) => string) | null,
): SeriesLabel[] | null {
  const last = chart.categories.length - 1;
  const ends = marks.filter((mark): mark is PointMark => mark.kind === 'point' && mark.category === last);
  const away = POINT_RADIUS + t.size * GAP;
  const labels = ends.map((end): SeriesLabel => {
    const set = t.set(labelText(chart, end.series, format), Number.MAX_SAFE_INTEGER);
    const anchor = {
      x: end.x + (t.isRtl ? -away : away),
      top: end.y - set.height / 2,
      align: t.isRtl ? ('right' as const) : ('left' as const),
    };
    const name = folded(chart.series[end.series]?.name ?? '');
    return { ...placed(set, anchor, t.color), series: end.series, category: last, name, side: t.isRtl ? 'left' : 'right' };
  });
  const others = [...around.numbers.filter(({ category }) => category !== last), ...around.names].map((label) => label.frame);
  const clear = labels.every(
    (label, i) =>
      isInside(label.frame, frame) &&
      !labels.slice(i + 1).some((b) => overlap(label.frame, b.frame)) &&
      !others.some((other) => overlap(label.frame, other)),
  );
  return clear ? labels : null;
}
