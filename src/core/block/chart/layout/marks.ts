import type { ChartBlock } from '../../../deck/types.ts';
import type { ColorUse, Frame } from '../../../template/theme/types.ts';
import type { BarMark, ChartMark, ChartScale, PointMark, SliceMark } from './types.ts';

/** Share of its place that the bars of a category take together. */
const FILL = 0.78;
/** The same of a bar that is alone there. */
const FILL_ALONE = 0.64;
/** Bars are no thicker, in points. */
const MOST_THICK = 120;
/** Space between the bars of one category, as a share of a bar: `c:overlap` of −3 %. */
export const BETWEEN = 0.03;
/** What `c:gapWidth` may be: the space between the bars of two categories, in hundredths of a bar. */
const MOST_GAP = 500;
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
  /** Bars fill their places: one bar, divided. */
  readonly isFilled?: true;
}

/** What a chart's marks are painted with. */
export interface MarkColors {
  readonly of: (series: number, category: number) => ColorUse;
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

function barsBeside({ type, series }: ChartBlock): number {
  return type === 'stacked-bar' ? 1 : Math.max(1, series.length);
}

/** Bars' widths beside each other with what is between them, in bars. */
const across = (count: number): number => count + (count - 1) * BETWEEN;

/** `c:gapWidth`: the space between the bars of two categories, in hundredths of a bar. Whole, so that every program reckons with the same. */
export function gapWidth(axes: Axes, chart: ChartBlock): number {
  if (axes.isFilled) return 0;
  const count = barsBeside(chart);
  const band = bandOf(axes);
  const thickness = Math.min((band * (count === 1 ? FILL_ALONE : FILL)) / across(count), MOST_THICK);
  return Math.min(MOST_GAP, Math.round((band / thickness - across(count)) * 100));
}

/** Thickness of one bar. */
export function barThickness(axes: Axes, chart: ChartBlock): number {
  return bandOf(axes) / (across(barsBeside(chart)) + gapWidth(axes, chart) / 100);
}

function barMarks(axes: Axes, chart: ChartBlock, colors: MarkColors): BarMark[] {
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
      const start = categoryAt(axes, category) + thickness * (place * (1 + BETWEEN) - across(count) / 2);
      const from = isStacked ? (value < 0 ? sums.down : sums.up) : 0;
      if (value < 0) sums.down += value;
      else sums.up += value;
      const color = colors.of(series, category);
      return [{ kind: 'bar', series, category, value, color, frame: bar(axes, from, from + value, start, thickness) }];
    });
  });
}

function pointMarks(axes: Axes, chart: ChartBlock, colors: MarkColors): PointMark[] {
  return chart.series.flatMap(({ values }, series) =>
    chart.categories.flatMap((_, category): PointMark[] => {
      const value = values[category] ?? null;
      if (value === null) return [];
      const color = colors.of(series, category);
      return [{ kind: 'point', series, category, value, color, x: categoryAt(axes, category), y: valueAt(axes, value) }];
    }),
  );
}

/** The marks of a chart with axes. */
export function marksOf(axes: Axes, chart: ChartBlock, colors: MarkColors): readonly ChartMark[] {
  return chart.type === 'line' ? pointMarks(axes, chart, colors) : barMarks(axes, chart, colors);
}

/** The parts of a ring in the table's order. What is not above zero takes none of it. */
export function sliceMarks(chart: ChartBlock, colors: MarkColors): SliceMark[] {
  const values = chart.categories.map((_, c) => Math.max(0, chart.series[0]?.values[c] ?? 0));
  const total = values.reduce((sum, value) => sum + value, 0);
  let sum = 0;
  return values.flatMap((value, category): SliceMark[] => {
    const from = sum;
    sum += value;
    if (value === 0) return [];
    const angle = (part: number): number => (part / total) * 2 * Math.PI;
    const color = colors.of(0, category);
    return [{ kind: 'slice', series: 0, category, value, color, from: angle(from), to: angle(sum) }];
  });
}
