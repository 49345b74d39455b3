import type { ChartBox, Scene } from '../../../layout/types.ts';
import { dateAxis } from './date-axis.ts';
import { chartText, dataLabels, totalLabels } from './labels.ts';
import { chartInk } from './options.ts';
import { solidFill } from '../../../write/pptx/colors.ts';
import { child, children, descendants, type Element, parseXml, put, remove, sort } from '../../../base/ooxml/xml/tree.ts';
import { attributes } from '../../../base/ooxml/xml/escape.ts';

const CHARTS = ['c:barChart', 'c:lineChart', 'c:doughnutChart'];

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

/** What tells a line from others: its points' shape, and dashes. */
function lineLook(series: Element, { stroke }: ChartBox['series'][number]): void {
  if (!stroke) return;
  const symbol = child(child(series, 'c:marker') ?? series, 'c:symbol');
  if (symbol) symbol.attributes = attributes({ val: stroke.shape });
  const line = child(child(series, 'c:spPr') ?? series, 'a:ln');
  if (line && stroke.isDashed) put(line, '<a:prstDash val="dash"/>');
}

/** A mark in another colour than its series. */
function paintMarks(series: Element, box: ChartBox, at: number): void {
  const own = box.series[at]?.color;
  for (const mark of box.marks) {
    if (mark.kind !== 'bar' || mark.series !== at || mark.color === own) continue;
    const look = `<c:spPr>${solidFill(mark.color)}</c:spPr>`;
    series.children.push(
      parseXml(`<c:dPt><c:idx val="${mark.category}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/>${look}</c:dPt>`),
    );
  }
  sort(series);
}

/** The series of sums is not seen, but for its labels. */
function totals(series: Element, box: ChartBox, scene: Scene): void {
  put(series, '<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>');
  put(series, totalLabels(box, scene));
}

/** What layout fixed and pptxgenjs' options cannot say: labels by mark, words of the axes upright in their own lines, colours by slot throughout. */
export function chartLook(root: Element, box: ChartBox, scene: Scene): void {
  const chart = child(root, 'c:chart');
  if (!chart) return;
  for (const kind of CHARTS.flatMap((name) => descendants(chart, name))) {
    remove(kind, (element) => element.name === 'c:dLbls');
    // pptxgenjs takes 0 for none given, and writes 50.
    const gap = child(kind, 'c:gapWidth');
    if (gap) gap.attributes = attributes({ val: box.gapWidth });
    children(kind, 'c:ser').forEach((series, i) => {
      const own = box.series[i];
      if (!own) {
        totals(series, box, scene);
        return;
      }
      put(series, dataLabels(box, i, scene));
      if (box.type === 'line') lineLook(series, own);
      else paintMarks(series, box, i);
    });
  }
  for (const axis of ['c:catAx', 'c:valAx'].flatMap((name) => descendants(chart, name))) put(axis, chartText(box, chartInk(scene), scene));
  dateAxis(chart, box, scene);
  // Each name, though a program should think that they stand too close.
  for (const axis of descendants(chart, 'c:catAx')) put(axis, '<c:tickLblSkip val="1"/>');
  partSlices(root);
}
