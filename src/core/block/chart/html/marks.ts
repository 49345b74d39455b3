import { arc } from 'd3-shape';
import type { ChartBox } from '../../../layout/types.ts';
import type { Theme } from '../../../template/theme/types.ts';
import { formatNumber, h, join, type Html } from '../../../write/html/html.ts';
import { colorVar } from '../../../write/html/sheet.ts';

type Mark = ChartBox['marks'][number];
type Kind<K extends Mark['kind']> = Extract<Mark, { kind: K }>;

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
  if (!scale) return join([]);
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
  const fill = (mark: Mark): string => colorVar(box.series[mark.series]?.color ?? 'accent1');
  return join(ofKind(box, 'bar').map((mark) => h('rect', { ...mark.frame, fill: fill(mark) })));
}

/** Each series' points joined as far as none is missing between them. */
function lines(box: ChartBox): Html {
  const points = ofKind(box, 'point');
  const drawn = box.series.map(({ color }, series) => {
    const own = points.filter((point) => point.series === series);
    const d = own
      .map(({ x, y, category }, i) => `${own[i - 1]?.category === category - 1 ? 'L' : 'M'}${formatNumber(x)} ${formatNumber(y)}`)
      .join('');
    return join([
      h('path', { d, fill: 'none', stroke: colorVar(color), 'stroke-width': 2.25, 'stroke-linejoin': 'round' }),
      ...own.map(({ x, y }) => h('circle', { cx: x, cy: y, r: 3, fill: colorVar(color) })),
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
    const fill = colorVar(box.categoryColors[slice.category] ?? 'accent1');
    return h('path', { d: rounded(shape(slice) ?? ''), fill, stroke: 'var(--background1)', 'stroke-width': 1 });
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
