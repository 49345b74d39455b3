import { arc, pie, type PieArcDatum } from 'd3-shape';
import { escape, formatNumber, h, join, type Html } from '../html.ts';
import { colorVar } from '../sheet.ts';
import { rounded } from './axes.ts';
import { inkOn, type Plot } from './plot.ts';

/** PowerPoint's hole of 60 %. */
const HOLE = 0.6;

/** A ring, from twelve o'clock clockwise in the table's order. */
export function doughnut(plot: Plot): Html {
  const { box, theme, format } = plot;
  const { x, y, width, height } = box.plot;
  const radius = Math.min(width, height) / 2;
  const values = (box.series[0]?.values ?? []).map((value) => Math.max(0, value ?? 0));
  const total = values.reduce((sum, value) => sum + value, 0);
  const shape = arc<PieArcDatum<number>>()
    .innerRadius(radius * HOLE)
    .outerRadius(radius);
  const slices = pie<number>().sort(null)(values);
  const color = (i: number) => box.categoryColors[i] ?? box.series[0]?.color ?? 'accent1';
  const drawn = slices.map((slice) =>
    h('path', { d: rounded(shape(slice) ?? ''), fill: colorVar(color(slice.index)), stroke: 'var(--background1)', 'stroke-width': 1 }),
  );
  const labels = slices.flatMap((slice) => {
    if (!box.valueLabels || total === 0 || slice.value / total < 0.05) return [];
    const [cx, cy] = shape.centroid(slice);
    const fill = inkOn(color(slice.index), theme);
    return [h('text', { x: cx, y: cy + box.size * 0.35, 'text-anchor': 'middle', fill }, escape(format(slice.value)))];
  });
  const centre = `translate(${formatNumber(x + width / 2)} ${formatNumber(y + height / 2)})`;
  return h('g', { transform: centre }, join(drawn), join(labels));
}
