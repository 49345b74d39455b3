import type { ChartType } from '../../../article/types.ts';
import { chartBlock } from '../chart.ts';
import type { RawBlock } from '../types.ts';
import { child, children, textOf, value, within, type XmlElement } from '../xml/index.ts';

/** OpenDocument's classes of charts that we draw. */
const TYPES: Readonly<Record<string, ChartType>> = { bar: 'bar', line: 'line', area: 'line', circle: 'doughnut', ring: 'doughnut' };

/** An embedded chart (`office:document-content` of an object) by the table that it keeps; null where the object is none. */
export function objectChart(root: XmlElement | null): RawBlock | null {
  const chart = child(root, 'office:body', 'office:chart', 'chart:chart');
  if (root === null || chart === null) return null;
  const table = within(chart, 'table:table')[0];
  const rows = table === undefined ? [] : within(table, 'table:table-row').map((row) => children(row, 'table:table-cell').map(cellText));
  const [header = [], ...body] = rows;
  if (header.length < 2 || body.length === 0) return null;
  const words = (element: XmlElement | null): string | null => textOf(element).replace(/\s+/g, ' ').trim() || null;
  const axes = within(chart, 'chart:axis').filter((axis) => value(axis, 'chart:dimension') === 'y');
  const type = TYPES[(value(chart, 'chart:class') ?? '').replace(/^.*:/, '')] ?? null;
  const stacked = within(root, 'style:chart-properties').some((properties) => value(properties, 'chart:stacked') === 'true');
  return chartBlock({
    type: type === 'bar' && stacked ? 'stacked-bar' : type,
    title: words(child(chart, 'chart:title')),
    unit: axes.map((axis) => words(child(axis, 'chart:title'))).find((unit) => unit !== null) ?? null,
    categories: body.map(([category = ''], index) => category || `${index + 1}`),
    series: header.slice(1).map((name, index) => ({ name, values: body.map((row) => row[index + 1] ?? '') })),
  });
}

/** A value as the file has it for programs, else its words; `NaN` stands for none. */
function cellText(cell: XmlElement): string {
  const number = value(cell, 'office:value');
  return number === null ? textOf(cell).replace(/\s+/g, ' ').trim() : /nan/i.test(number) ? '' : number;
}
