import type { ChartBox, Scene } from '../../layout/types.ts';
import type { Frame } from '../../template/theme/types.ts';
import { dataLabels } from './chart-labels.ts';
import { solidFill } from './colors.ts';
import { child, children, descendants, type Element, put, remove } from '../../ooxml/xml/tree.ts';

const CHARTS = ['c:barChart', 'c:lineChart', 'c:doughnutChart'];

/** Shares of the chart's frame, at four decimals. */
function share(value: number, of: number): number {
  return Math.round(Math.min(1, Math.max(0, value / of)) * 10_000) / 10_000;
}

/** Ems of a mean letter, and of a legend entry's key with the space round it. */
const LETTER = 0.55;
const KEY = 2.4;

function legendFrame({ frame, plot, size, legend, type, series, categories }: ChartBox): Frame {
  const names = type === 'doughnut' ? categories : series.map((s) => s.name);
  const widths = names.map((name) => size * (KEY + LETTER * name.length));
  if (legend === 'top') {
    const width = Math.min(
      plot.width,
      widths.reduce((sum, w) => sum + w, 0),
    );
    return { x: plot.x, y: frame.y, width, height: Math.max(size * 1.4, plot.y - frame.y - size * 0.5) };
  }
  const x = plot.x + plot.width + size;
  const height = Math.min(plot.height, names.length * size * 1.8);
  return { x, y: plot.y + (plot.height - height) / 2, width: Math.min(frame.x + frame.width - x, Math.max(...widths)), height };
}

/** The legend's place beside or above the plot, as in the HTML deck. Wider than its entries it would spread them, and left to itself lie over the plot. */
function placeLegend(chart: Element, box: ChartBox): void {
  const element = child(chart, 'c:legend');
  if (!element) return;
  const { x, y, width, height } = legendFrame(box);
  const { frame } = box;
  const edges = `<c:x val="${share(x - frame.x, frame.width)}"/><c:y val="${share(y - frame.y, frame.height)}"/>`;
  const size = `<c:w val="${share(width, frame.width)}"/><c:h val="${share(height, frame.height)}"/>`;
  put(element, `<c:layout><c:manualLayout><c:xMode val="edge"/><c:yMode val="edge"/>${edges}${size}</c:manualLayout></c:layout>`);
}

/** A ring's slices are parted by the page's own colour. */
function partSlices(root: Element): void {
  const line = `<a:ln w="12700">${solidFill('background1')}</a:ln>`;
  for (const series of descendants(root, 'c:doughnutChart').flatMap((ring) => children(ring, 'c:ser'))) {
    for (const part of [series, ...children(series, 'c:dPt')]) {
      const properties = child(part, 'c:spPr');
      if (properties) put(properties, line);
    }
  }
}

/** What layout fixed and pptxgenjs' options cannot say: labels by mark, the legend's place, colours by slot throughout. */
export function chartLook(root: Element, box: ChartBox, scene: Scene): void {
  const chart = child(root, 'c:chart');
  if (!chart) return;
  for (const kind of CHARTS.flatMap((name) => descendants(chart, name))) {
    remove(kind, (element) => element.name === 'c:dLbls');
    children(kind, 'c:ser').forEach((series, i) => put(series, dataLabels(box, i, scene)));
  }
  placeLegend(chart, box);
  partSlices(root);
}
