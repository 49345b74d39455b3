import { scalePoint } from 'd3-scale';
import { line } from 'd3-shape';
import { escape, h, join, type Html } from '../html.ts';
import { colorVar } from '../sheet.ts';
import { categoryAxis, rounded, valueAxis } from './axes.ts';
import { valueScale, type Plot } from './plot.ts';

/** Lines with a dot at each value; a missing value is a gap. */
export function lines(plot: Plot): Html {
  const { box, ink, format } = plot;
  const { x, width } = box.plot;
  const scale = valueScale(plot);
  // PowerPoint sets points in the middle of their categories
  const point = scalePoint<number>()
    .domain(box.categories.map((_, i) => i))
    .range([x, x + width])
    .padding(0.5);
  const at = (i: number): number => point(i) ?? x;
  const drawn = box.series.map((series) => {
    const color = colorVar(series.color);
    const path = line<number | null>()
      .defined((value) => value !== null)
      .x((_, i) => at(i))
      .y((value) => scale(value ?? 0))(series.values);
    const known = series.values.flatMap((value, i) => (value === null ? [] : [{ value, i }]));
    return join([
      h('path', { d: rounded(path ?? ''), fill: 'none', stroke: color, 'stroke-width': 2.25, 'stroke-linejoin': 'round' }),
      ...known.map(({ value, i }) => h('circle', { cx: at(i), cy: scale(value), r: 3, fill: color })),
      ...(box.valueLabels
        ? known.map(({ value, i }) =>
            h('text', { x: at(i), y: scale(value) - box.size * 0.6, 'text-anchor': 'middle', fill: ink }, escape(format(value))),
          )
        : []),
    ]);
  });
  return join([valueAxis(plot, scale), categoryAxis(plot, at, point.step()), ...drawn]);
}
