import type { ChartBox } from '../../../layout/types.ts';
import { chartLabels } from '../../../layout/index.ts';
import { escape, h, join, type Html } from '../../../write/html/html.ts';
import { colorVar } from '../../../write/html/sheet.ts';

type Label = ReturnType<typeof chartLabels>[number];

/** `text-anchor` counts from where reading starts, an alignment by sides of the page. */
const ANCHORS = {
  ltr: { left: 'start', center: 'middle', right: 'end' },
  rtl: { left: 'end', center: 'middle', right: 'start' },
} as const;

function anchorX({ align }: Label, { x, width }: Label['lines'][number]): number {
  return align === 'left' ? x : align === 'center' ? x + width / 2 : x + width;
}

/** Words where layout put them, line by line. Anchored at the side that their lines share, so that a font of other widths moves none from its mark. */
function labelHtml(label: Label, direction: 'ltr' | 'rtl'): Html {
  const { lines, align } = label;
  const [first] = lines;
  if (!first) return join([]);
  const own = {
    'text-anchor': ANCHORS[label.direction][align],
    direction: label.direction === direction ? null : label.direction,
    fill: colorVar(label.color),
    'font-weight': label.bold ? 700 : null,
    'font-size': label.size ?? null,
  };
  if (lines.length === 1) return h('text', { x: anchorX(label, first), y: first.baseline, ...own }, escape(first.text));
  const spans = lines.map((line) => h('tspan', { x: anchorX(label, line), y: line.baseline }, escape(line.text)));
  return h('text', own, ...spans);
}

/** What stands on the grid has the page's colour below it, so that no line crosses a word. */
function grounds(box: ChartBox): Html[] {
  if (box.ticks.length === 0) return [];
  const onGrid = box.type === 'line' ? [...box.valueLabels, ...box.seriesLabels] : [];
  return [...box.totals, ...box.annotations, ...onGrid].map(({ frame }) => h('rect', { ...frame, fill: colorVar('background1') }));
}

/** All words of a chart, and the swatches of its legend. */
export function chartWords(box: ChartBox, direction: 'ltr' | 'rtl'): Html {
  const swatches = box.legend.map(({ swatch, color }) => h('rect', { ...swatch, fill: colorVar(color) }));
  return join([...grounds(box), ...swatches, ...chartLabels(box).map((label) => labelHtml(label, direction))]);
}
