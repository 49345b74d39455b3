import type { ChartBox, Scene } from '../../../layout/types.ts';
import { attributes } from '../../../base/ooxml/xml/escape.ts';
import { child, children, descendants, put, type Element } from '../../../base/ooxml/xml/tree.ts';
import { dateFormatCode } from './date-format.ts';
import { SHEET_DATE } from './workbook.ts';

/** What only axes of names have. */
const OF_NAMES = ['c:lblAlgn', 'c:tickLblSkip', 'c:noMultiLvlLbl'];

/** Dates as words that no number format writes: they are the chart's own drawing. */
export function drawsDates({ dates }: ChartBox, language: string): boolean {
  return dates !== null && dateFormatCode(language, dates.words) === null;
}

/** A series' categories as days counted by the sheet. */
function datesOf(serials: readonly number[]): string {
  const points = serials.map((serial, i) => `<c:pt idx="${i}"><c:v>${serial}</c:v></c:pt>`).join('');
  const cache = `<c:numCache><c:formatCode>${SHEET_DATE}</c:formatCode><c:ptCount val="${serials.length}"/>${points}</c:numCache>`;
  return `<c:cat><c:numRef><c:f>Sheet1!$A$2:$A$${serials.length + 1}</c:f>${cache}</c:numRef></c:cat>`;
}

/**
 * Makes the category axis one of dates. Its end is not fixed, nor its beginning where the first date is a round one: a row that somebody adds
 * to the data has its place.
 */
export function dateAxis(chart: Element, box: ChartBox, scene: Scene): void {
  const { dates } = box;
  if (!dates) return;
  for (const series of descendants(chart, 'c:ser')) put(series, datesOf(dates.serials));
  const plot = descendants(chart, 'c:plotArea')[0];
  const axis = plot && child(plot, 'c:catAx');
  if (!plot || !axis) return;
  const own: Element = {
    name: 'c:dateAx',
    attributes: axis.attributes,
    children: children(axis).filter(({ name }) => !OF_NAMES.includes(name)),
  };
  plot.children = plot.children.map((part) => (part === axis ? own : part));
  const scaling = child(own, 'c:scaling');
  if (scaling && dates.start < (dates.serials[0] ?? 0)) put(scaling, `<c:min${attributes({ val: dates.start })}/>`);
  const format = dateFormatCode(scene.meta.language, dates.words) ?? SHEET_DATE;
  put(own, `<c:numFmt${attributes({ formatCode: format, sourceLinked: 0 })}/>`);
  put(own, '<c:auto val="0"/>');
  put(own, '<c:lblOffset val="100"/>');
  put(own, `<c:baseTimeUnit val="${dates.unit}"/>`);
  put(own, `<c:majorUnit val="${dates.step.count}"/>`);
  put(own, `<c:majorTimeUnit val="${dates.step.unit}"/>`);
}
