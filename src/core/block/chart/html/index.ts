import type { Origin } from '../../../base/origin.ts';
import type { ChartBox } from '../../../layout/types.ts';
import { numberFormatter } from '../../../numbers/index.ts';
import { grid, marks, targetLine } from './marks.ts';
import { chartWords } from './words.ts';
import type { Context } from '../../../write/html/context.ts';
import type { Drawn } from '../../../write/html/drawn.ts';
import { EMPTY, escape, formatNumber, h, join, type Html } from '../../../write/html/html.ts';
import { fontProperty } from '../../../write/html/sheet.ts';

/** The numbers as a table: what a screen reader reads, and what stands below the chart in reading mode. Its caption says its name. */
function dataTable(box: ChartBox, format: (value: number) => string, isCaptioned: boolean): Html {
  const corner = h('td', {});
  const head = h('tr', {}, corner, ...box.series.map((s) => h('th', { scope: 'col', class: 'end' }, escape(s.name))));
  const body = box.categories.map((category, i) =>
    h(
      'tr',
      {},
      h('th', { scope: 'row' }, escape(category)),
      ...box.series.map((s) => {
        const value = s.values[i];
        return h('td', { class: 'end' }, value === null || value === undefined ? EMPTY : escape(format(value)));
      }),
    ),
  );
  const title = [box.title, box.unit].filter((part) => part !== null && part !== '').join(', ');
  return h(
    'table',
    { class: 'data', 'aria-label': title === '' || isCaptioned ? null : title },
    h('thead', {}, head),
    h('tbody', {}, ...body),
  );
}

/** What a chart says to whoever does not see it, without what its caption says. */
function spokenOf({ alt, title, unit }: ChartBox, isCaptioned: boolean): string {
  const said = unit ? `${title ?? ''} (${unit}): ` : `${title ?? ''}: `;
  return isCaptioned && title && alt.startsWith(said) ? alt.slice(said.length) : alt;
}

/**
 * A chart as SVG, its marks and words where layout put them, with its numbers as a table beside it. `data-said` is what of its words the
 * table lacks: with scripts, a screen reader hears no more of the picture.
 */
export function chart(box: ChartBox, context: Context, isCaptioned = false): Drawn {
  const { theme, meta } = context.scene;
  const { x, y, width, height } = box.frame;
  const svg = h(
    'svg',
    {
      class: `box ${context.sheet.frame(box.frame)}`,
      role: 'img',
      'aria-label': spokenOf(box, isCaptioned) || (box.title ?? 'Chart'),
      'data-said': box.remarks ?? '',
      viewBox: [x, y, width, height].map(formatNumber).join(' '),
      'font-size': box.size,
      'font-family': `var(${fontProperty(box.font)})`,
    },
    grid(box, theme),
    marks(box),
    targetLine(box),
    chartWords(box, meta.direction),
  );
  return { shapes: [], html: join([svg, dataTable(box, numberFormatter(meta.language, box), isCaptioned)]) };
}

/** Where all that it shows comes from. */
export function chartOrigins({ origins }: ChartBox): readonly Origin[] {
  if (!origins) return [];
  const { title, unit, categories, series } = origins;
  return [...title, ...unit, ...categories.flat(), ...series.flatMap(({ name, values }) => [...name, ...values.flat()])];
}
