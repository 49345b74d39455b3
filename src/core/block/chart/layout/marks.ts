import type { ChartBlock } from '../../../deck/types.ts';
import type { Frame } from '../../../template/theme/types.ts';
import type { BarMark, ChartMark, ChartScale, PointMark, SliceMark } from './types.ts';

/** Empty space between the bars of two categories, as a share of a bar: `c:gapWidth` of 80 %. */
export const GAP_WIDTH = 0.8;
/** The hole of a ring, as a share of its radius: `c:holeSize`. */
export const HOLE = 0.6;

/** A plot with its axes: where values and categories stand in it. */
export interface Axes {
  readonly plot: Frame;
  readonly scale: ChartScale;
  /** Bars lie. */
  readonly isHorizontal: boolean;
  readonly isRtl: boolean;
  /** The place of each category along the category axis, from 0. */
  readonly slots: readonly number[];
  /** Places that the axis has. */
  readonly places: number;
}

/** Names stand side by side, each in a place of its own. */
export function sideBySide(categories: number): Pick<Axes, 'slots' | 'places'> {
  return { slots: Array.from({ length: categories }, (_, i) => i), places: Math.max(1, categories) };
}

/** The place of a value along the value axis: an x where bars lie, else a y. */
export function valueAt({ plot, scale, isHorizontal, isRtl }: Axes, value: number): number {
  const share = (value - scale.min) / (scale.max - scale.min);
  if (!isHorizontal) return plot.y + plot.height * (1 - share);
  return isRtl ? plot.x + plot.width * (1 - share) : plot.x + plot.width * share;
}

/** Length of a place along the category axis. */
function bandOf({ plot, isHorizontal, places }: Axes): number {
  return (isHorizontal ? plot.height : plot.width) / places;
}

/** The least distance between two categories. */
export function distanceOf(axes: Axes): number {
  const steps = axes.slots.slice(1).map((slot, i) => slot - (axes.slots[i] ?? 0));
  return bandOf(axes) * Math.min(axes.places, ...steps);
}

/** The middle of a place along the category axis: a y where bars lie, else an x. */
export function slotAt(axes: Axes, slot: number): number {
  const { plot, isHorizontal, isRtl } = axes;
  const along = bandOf(axes) * (slot + 0.5);
  if (isHorizontal) return plot.y + along;
  return isRtl ? plot.x + plot.width - along : plot.x + along;
}

/** The middle of a category's place. */
export function categoryAt(axes: Axes, category: number): number {
  return slotAt(axes, axes.slots[category] ?? 0);
}

function bar(axes: Axes, from: number, to: number, start: number, thickness: number): Frame {
  const [a, b] = [valueAt(axes, from), valueAt(axes, to)];
  const [low, length] = [Math.min(a, b), Math.abs(a - b)];
  return axes.isHorizontal
    ? { x: low, y: start, width: length, height: thickness }
    : { x: start, y: low, width: thickness, height: length };
}

/** Thickness of one bar; programs reckon the gap from it. */
export function barThickness(axes: Axes, chart: ChartBlock): number {
  const beside = chart.type === 'stacked-bar' ? 1 : Math.max(1, chart.series.length);
  return bandOf(axes) / (beside + GAP_WIDTH);
}

function barMarks(axes: Axes, chart: ChartBlock): BarMark[] {
  const isStacked = chart.type === 'stacked-bar';
  const count = isStacked ? 1 : chart.series.length;
  const thickness = barThickness(axes, chart);
  // In a right-to-left deck the first series stands at the right too, but lying bars run from the top.
  const turned = axes.isRtl && !axes.isHorizontal;
  return chart.categories.flatMap((_, category) => {
    const sums = { up: 0, down: 0 };
    return chart.series.flatMap(({ values }, series): BarMark[] => {
      const value = values[category] ?? null;
      if (value === null) return [];
      const place = isStacked ? 0 : turned ? count - 1 - series : series;
      const start = categoryAt(axes, category) + thickness * (place - count / 2);
      const from = isStacked ? (value < 0 ? sums.down : sums.up) : 0;
      if (value < 0) sums.down += value;
      else sums.up += value;
      return [{ kind: 'bar', series, category, value, frame: bar(axes, from, from + value, start, thickness) }];
    });
  });
}

function pointMarks(axes: Axes, chart: ChartBlock): PointMark[] {
  return chart.series.flatMap(({ values }, series) =>
    chart.categories.flatMap((_, category): PointMark[] => {
      const value = values[category] ?? null;
      if (value === null) return [];
      return [{ kind: 'point', series, category, value, x: categoryAt(axes, category), y: valueAt(axes, value) }];
    }),
  );
}

/** The marks of a chart with axes. */
export function marksOf(axes: Axes, chart: ChartBlock): readonly ChartMark[] {
  return chart.type === 'line' ? pointMarks(axes, chart) : barMarks(axes, chart);
}

/** The parts of a ring in the table's order. What is not above zero takes none of it. */
export function sliceMarks(chart: ChartBlock): SliceMark[] {
  const values = chart.categories.map((_, c) => Math.max(0, chart.series[0]?.values[c] ?? 0));
  const total = values.reduce((sum, value) => sum + value, 0);
  let sum = 0;
  return values.flatMap((value, category): SliceMark[] => {
    const from = sum;
    sum += value;
    if (value === 0) return [];
    const angle = (part: number): number => (part / total) * 2 * Math.PI;
    return [{ kind: 'slice', series: 0, category, value, from: angle(from), to: angle(sum) }];
  });
}
