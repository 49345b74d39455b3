import type { ChartBox, Scene } from '../../../layout/types.ts';
import { dateAxis } from './date-axis.ts';
import { chartText, dataLabels, totalLabels } from './labels.ts';
import { chartInk } from './options.ts';
import { solidFill } from '../../../write/pptx/colors.ts';
import { child, children, descendants, type Element, put, remove } from '../../../base/ooxml/xml/tree.ts';

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
    children(kind, 'c:ser').forEach((series, i) => {
      if (i < box.series.length) put(series, dataLabels(box, i, scene));
      else totals(series, box, scene);
    });
  }
  for (const axis of ['c:catAx', 'c:valAx'].flatMap((name) => descendants(chart, name))) put(axis, chartText(box, chartInk(scene), scene));
  dateAxis(chart, box, scene);
  // Each name, though a program should think that they stand too close.
  for (const axis of descendants(chart, 'c:catAx')) put(axis, '<c:tickLblSkip val="1"/>');
  partSlices(root);
}
