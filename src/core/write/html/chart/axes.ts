import type { ScaleBand, ScaleLinear } from 'd3-scale';
import { escape, h, join, type Html } from '../html.ts';
import { colorVar } from '../sheet.ts';
import { ticks, wrapLabel, type Plot } from './plot.ts';

/** Space between the plot and the words at its edge, as a share of the type size. */
const GAP = 0.5;

/** Grid lines and the words of the value axis. */
export function valueAxis(plot: Plot, scale: ScaleLinear<number, number>): Html {
  const { box, theme, ink } = plot;
  const { x, y, width, height } = box.plot;
  return join(
    ticks(plot).map(({ value, label }) => {
      const at = scale(value);
      const line = box.horizontal ? `M${at} ${y}v${height}` : `M${x} ${at}h${width}`;
      const zero = value === 0;
      const words = box.horizontal
        ? { x: at, y: y + height + box.size * (1 + GAP), 'text-anchor': 'middle' }
        : { x: x - box.size * GAP, y: at + box.size * 0.35, 'text-anchor': 'end' };
      return join([
        h('path', {
          d: rounded(line),
          stroke: colorVar(zero ? theme.chart.axis : theme.chart.grid),
          'stroke-width': zero ? 1 : 0.5,
          fill: 'none',
        }),
        box.valueLabels && box.type !== 'line' ? join([]) : h('text', { ...words, fill: ink }, escape(label)),
      ]);
    }),
  );
}

/** Numbers in a path at two decimals. */
export function rounded(path: string): string {
  return path.replace(/-?\d+\.\d+/g, (n) => String(Math.round(Number(n) * 100) / 100));
}

/** The words of the category axis. */
export function categoryAxis(plot: Plot, place: (index: number) => number, step: number): Html {
  const { box, ink } = plot;
  const { x, y, height } = box.plot;
  return join(
    box.categories.map((category, i) => {
      const room = box.horizontal ? x - box.frame.x - box.size * GAP : step;
      const lines = wrapLabel(category, room, box.size, box.horizontal ? 2 : 3);
      const at = place(i);
      const first = box.horizontal ? at + box.size * (0.35 - (lines.length - 1) * 0.55) : y + height + box.size * (1 + GAP);
      const left = box.horizontal ? x - box.size * GAP : at;
      const parts = lines.map((line, k) => h('tspan', { x: left, dy: k === 0 ? null : box.size * 1.1 }, escape(line)));
      return h('text', { x: left, y: first, 'text-anchor': box.horizontal ? 'end' : 'middle', fill: ink }, ...parts);
    }),
  );
}

/** Middle of each category's band. */
export function bandMiddle(band: ScaleBand<number>): (index: number) => number {
  return (index) => (band(index) ?? 0) + band.bandwidth() / 2;
}
