import { arc } from 'd3-shape';
import type { ChartBox } from '../../../layout/types.ts';
import { isDivided, POINT_RADIUS } from '../layout/index.ts';
import type { Theme } from '../../../template/theme/types.ts';
import { formatNumber, h, join, type Html } from '../../../write/html/html.ts';
import { colorVar } from '../../../write/html/sheet.ts';

type Mark = ChartBox['marks'][number];
type Kind<K extends Mark['kind']> = Extract<Mark, { kind: K }>;

/** Width of a series' line, in points. */
const LINE = 3;
/** PowerPoint's hole of 60 %. */
const HOLE = 0.6;

function ofKind<K extends Mark['kind']>(box: ChartBox, kind: K): Kind<K>[] {
  return box.marks.filter((mark): mark is Kind<K> => mark.kind === kind);
}

function valueAt({ plot, scale, horizontal }: ChartBox, value: number, isRtl: boolean): number {
  if (!scale) return 0;
  const share = (value - scale.min) / (scale.max - scale.min);
  if (!horizontal) return plot.y + plot.height * (1 - share);
  return isRtl ? plot.x + plot.width * (1 - share) : plot.x + plot.width * share;
}

/** The line that marks stand on, and one at each tick that has words. */
export function grid(box: ChartBox, { chart, direction }: Theme): Html {
  const { plot, scale } = box;
  if (!scale || isDivided(box)) return join([]);
  const base = Math.min(scale.max, Math.max(scale.min, 0));
  const line = (value: number, isBase: boolean): Html => {
    const at = formatNumber(valueAt(box, value, direction === 'rtl'));
    const { x, y, width, height } = plot;
    const d = box.horizontal ? `M${at} ${formatNumber(y)}v${formatNumber(height)}` : `M${formatNumber(x)} ${at}h${formatNumber(width)}`;
    return h('path', { d, stroke: colorVar(isBase ? chart.axis : chart.grid), 'stroke-width': isBase ? 1 : 0.5, fill: 'none' });
  };
  const others = box.ticks.filter(({ value }) => value !== base).map(({ value }) => line(value, false));
  return join([...others, line(base, true)]);
}

function bars(box: ChartBox): Html {
  return join(ofKind(box, 'bar').map(({ frame, color }) => h('rect', { ...frame, fill: colorVar(color) })));
}

/** A point's shape, of one size to the eye. */
function pointHtml({ x, y, color }: Kind<'point'>, shape: NonNullable<ChartBox['series'][number]['stroke']>['shape']): Html {
  const r = POINT_RADIUS;
  const fill = colorVar(color);
  const path = (d: string): Html => h('path', { d, fill });
  const n = formatNumber;
  switch (shape) {
    case 'circle':
      return h('circle', { cx: x, cy: y, r, fill });
    case 'square':
      return h('rect', { x: x - r, y: y - r, width: 2 * r, height: 2 * r, fill });
    case 'triangle':
      return path(`M${n(x)} ${n(y - r)}l${r} ${2 * r}h${-2 * r}z`);
    case 'diamond':
      return path(`M${n(x)} ${n(y - r)}l${r} ${r}l${-r} ${r}l${-r} ${-r}z`);
  }
}

/** Each series' points joined as far as none is missing between them. */
function lines(box: ChartBox): Html {
  const points = ofKind(box, 'point');
  const drawn = box.series.map(({ color, stroke }, series) => {
    const own = points.filter((point) => point.series === series);
    const d = own
      .map(({ x, y, category }, i) => `${own[i - 1]?.category === category - 1 ? 'L' : 'M'}${formatNumber(x)} ${formatNumber(y)}`)
      .join('');
    return join([
      h('path', {
        d,
        fill: 'none',
        stroke: colorVar(color),
        'stroke-width': LINE,
        'stroke-linejoin': 'round',
        'stroke-dasharray': stroke?.isDashed ? `${LINE * 3} ${LINE * 2}` : null,
      }),
      ...own.map((point) => pointHtml(point, stroke?.shape ?? 'circle')),
    ]);
  });
  return join(drawn);
}

function ring(box: ChartBox): Html {
  const { x, y, width, height } = box.plot;
  const radius = Math.min(width, height) / 2;
  const shape = arc<Kind<'slice'>>()
    .innerRadius(radius * HOLE)
    .outerRadius(radius)
    .startAngle(({ from }) => from)
    .endAngle(({ to }) => to);
  const rounded = (path: string): string => path.replace(/-?\d+\.\d+/g, (n) => formatNumber(Number(n)));
  const slices = ofKind(box, 'slice').map((slice) => {
    return h('path', { d: rounded(shape(slice) ?? ''), fill: colorVar(slice.color), stroke: 'var(--b1)', 'stroke-width': 1 });
  });
  return h('g', { transform: `translate(${formatNumber(x + width / 2)} ${formatNumber(y + height / 2)})` }, ...slices);
}

/** Bars, lines or a ring, as placed. */
export function marks(box: ChartBox): Html {
  switch (box.type) {
    case 'bar':
    case 'stacked-bar':
      return bars(box);
    case 'line':
      return lines(box);
    case 'doughnut':
      return ring(box);
  }
}

/** The line of a target. */
export function targetLine({ target }: ChartBox): Html {
  const lines = (target?.lines ?? []).map(({ from, to }) => {
    const d = `M${formatNumber(from.x)} ${formatNumber(from.y)}L${formatNumber(to.x)} ${formatNumber(to.y)}`;
    return h('path', { d, fill: 'none', stroke: colorVar('text1'), 'stroke-width': 1.5, 'stroke-dasharray': '6 4.5' });
  });
  return join(lines);
}
