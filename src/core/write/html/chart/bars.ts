import { scaleBand } from 'd3-scale';
import { escape, h, join, type Html } from '../html.ts';
import { colorVar } from '../sheet.ts';
import { bandMiddle, categoryAxis, valueAxis } from './axes.ts';
import { inkOn, valueScale, type Plot } from './plot.ts';

interface Bar {
  /** Along the value axis. */
  readonly from: number;
  readonly to: number;
  /** Across it. */
  readonly start: number;
  readonly thickness: number;
  readonly series: number;
  readonly value: number;
}

/** Share of a category's step that stays empty: PowerPoint's gap width of 80 %. */
const GAP = 0.8 / 1.8;

function barsOf({ box }: Plot, band: (index: number) => number, bandwidth: number): Bar[] {
  const stacked = box.type === 'stacked-bar';
  const count = stacked ? 1 : Math.max(1, box.series.length);
  return box.categories.flatMap((_, category) => {
    let up = 0;
    let down = 0;
    return box.series.flatMap((series, index) => {
      const value = series.values[category];
      if (value === null || value === undefined) return [];
      const thickness = bandwidth / count;
      const start = band(category) + (stacked ? 0 : index * thickness);
      const from = stacked ? (value < 0 ? down : up) : 0;
      if (stacked && value < 0) down += value;
      else if (stacked) up += value;
      return [{ from, to: from + value, start, thickness, series: index, value }];
    });
  });
}

/** Bars, standing or lying, side by side or stacked. */
export function bars(plot: Plot): Html {
  const { box } = plot;
  const { x, y, width, height } = box.plot;
  const scale = valueScale(plot);
  const band = scaleBand<number>()
    .domain(box.categories.map((_, i) => i))
    .range(box.horizontal ? [y, y + height] : [x, x + width])
    .paddingInner(GAP)
    .paddingOuter(GAP / 2);
  const set = barsOf(plot, (i) => band(i) ?? 0, band.bandwidth());
  return join([
    valueAxis(plot, scale),
    ...set.map((bar) => mark(bar, plot, scale)),
    ...(box.valueLabels ? set.map((bar) => label(bar, plot, scale)) : []),
    categoryAxis(plot, bandMiddle(band), band.step()),
  ]);
}

function mark(bar: Bar, { box }: Plot, scale: (value: number) => number): Html {
  const [a, b] = [scale(bar.from), scale(bar.to)];
  const [start, length] = [Math.min(a, b), Math.abs(a - b)];
  const fill = colorVar(box.series[bar.series]?.color ?? 'accent1');
  return box.horizontal
    ? h('rect', { x: start, y: bar.start, width: length, height: bar.thickness, fill })
    : h('rect', { x: bar.start, y: start, width: bar.thickness, height: length, fill });
}

/** The value at the bar's end, or in the middle of a stacked one where it has room. */
function label(bar: Bar, { box, theme, ink, format }: Plot, scale: (value: number) => number): Html {
  const inside = box.type === 'stacked-bar';
  const across = bar.start + bar.thickness / 2;
  const [a, b] = [scale(bar.from), scale(bar.to)];
  if (inside && Math.abs(a - b) < box.size * (box.horizontal ? 2 : 1.2)) return join([]);
  const words = escape(format(bar.value));
  const fill = inside ? inkOn(box.series[bar.series]?.color ?? 'accent1', theme) : ink;
  const negative = bar.value < 0;
  if (box.horizontal) {
    const x = inside ? (a + b) / 2 : b + box.size * (negative ? -0.4 : 0.4);
    return h('text', { x, y: across + box.size * 0.35, 'text-anchor': inside ? 'middle' : negative ? 'end' : 'start', fill }, words);
  }
  const y = inside ? (a + b) / 2 + box.size * 0.35 : b + box.size * (negative ? 1.1 : -0.35);
  return h('text', { x: across, y, 'text-anchor': 'middle', fill }, words);
}
