import type { MarkupPiece } from '../../deck/piece.ts';
import { align, inline, slot } from '../../deck/rule.ts';
import { anyText, matching, oneOf, references } from '../../deck/attributes.ts';
import type { ChartType } from '../../article/types.ts';
import { attributeOrigins, inlineOrigins, inlineText } from '../../deck/inline.ts';
import type { Element } from '../../deck/element.ts';
import type { Origin } from '../../base/origin.ts';
import type { ChartBlock } from '../../deck/types.ts';
import type { ChartAnnotation, ChartEmphasis, ChartOrigins, ChartTarget } from './types.ts';
import { valueFault, type BlockContext } from '../../deck/context.ts';
import { readParts, type TableParts } from '../table/markup.ts';

/** As a program writes numbers: a point for the decimals, no thousands. */
const NUMBER = /^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

function readValue(cell: Element, context: BlockContext): number | null {
  const text = inlineText(cell.children);
  if (text === '') return null;
  if (NUMBER.test(text) && Number.isFinite(Number(text))) return Number(text);
  valueFault(context, cell, {
    message: 'a chart’s cell is not a number',
    received: text.slice(0, 40),
    allowed: 'a number, as 1650 or -3.5, or nothing',
    hint: 'Print the number without thousands and units; the unit goes into data-unit.',
  });
  return null;
}

function chartOrigins(table: Element, { header, rows }: TableParts, context: BlockContext): ChartOrigins {
  const of = (cell: Element | undefined): readonly Origin[] => inlineOrigins(cell?.children ?? [], context);
  return {
    title: attributeOrigins(table, 'data-title', context),
    unit: attributeOrigins(table, 'data-unit', context),
    categories: rows.map(({ cells }) => of(cells[0])),
    series: header.slice(1).map((name, i) => ({ name: of(name), values: rows.map(({ cells }) => of(cells[i + 1])) })),
  };
}

const ONE_SERIES = { doughnut: 'a doughnut', share: 'a share bar', ranking: 'a ranking' } as const;

const marked = { 'data-marked': oneOf('', 'true', 'false') };

const isMarked = (element: Element): boolean => (element.attributes['data-marked'] ?? 'false') !== 'false';

const places = (elements: readonly Element[]): number[] => elements.flatMap((element, i) => (isMarked(element) ? [i] : []));

/** What is marked, remarked and aimed at. */
function readFinding(
  table: Element,
  { header, rows }: TableParts,
): { readonly emphasis?: ChartEmphasis; readonly annotations?: readonly ChartAnnotation[]; readonly target?: ChartTarget } {
  const emphasis = { series: places(header.slice(1)), categories: places(rows.map(({ element }) => element)) };
  const annotations = rows.flatMap(({ element }, category): ChartAnnotation[] => {
    const text = (element.attributes['data-remark'] ?? '').trim();
    return text === '' ? [] : [{ category, text }];
  });
  const { 'data-target': value, 'data-target-text': text } = table.attributes;
  return {
    ...(emphasis.series.length + emphasis.categories.length > 0 && { emphasis }),
    ...(annotations.length > 0 && { annotations }),
    ...(value && { target: { value: Number(value), text: text ?? '' } }),
  };
}

/** The first column names the categories, the header row the series. */
function readChart(table: Element, context: BlockContext): ChartBlock | null {
  const parts = readParts(table, context, ['caption', 'chartHead', 'chartBody', 'foot']);
  if (!parts) return null;
  const [, ...names] = parts.header;
  if (names.length === 0 || parts.rows.length === 0) {
    valueFault(context, table, {
      message: 'a chart needs a header row with at least one series, and at least one row',
      received: `${names.length} series, ${parts.rows.length} rows`,
      allowed: '<thead><tr><th>Quarter</th><th>Counted</th></tr></thead><tbody>…',
      hint: 'Add the series’ name to the header row, and a row for each category.',
    });
    return null;
  }
  const type = table.attributes['data-type'] as ChartType | undefined;
  if (type === undefined) return null;
  if (type !== 'bar' && type !== 'stacked-bar' && type !== 'line' && names.length > 1) {
    valueFault(context, table, {
      message: `${ONE_SERIES[type]} shows one series`,
      received: `${names.length} series`,
      allowed: '1 series',
      hint: 'Use bar or stacked-bar, or a chart for each series.',
    });
  }
  const rows = parts.rows.map(({ cells }) => ({
    category: inlineText(cells[0]?.children ?? []),
    values: cells.slice(1).map((cell) => readValue(cell, context)),
  }));
  const { 'data-title': title, 'data-unit': unit, 'data-ref': refs } = table.attributes;
  return {
    kind: 'chart',
    type,
    title: title ? title : null,
    unit: unit ? unit : null,
    categories: rows.map((row) => row.category),
    series: names.map((name, i) => ({ name: inlineText(name.children), values: rows.map((row) => row.values[i] ?? null) })),
    refs: (refs ?? '').split(' ').filter(Boolean).map(Number),
    ...readFinding(table, parts),
    origins: chartOrigins(table, parts, context),
  };
}

export const chartMarkup: MarkupPiece<'chart'> = {
  rules: {
    chart: {
      name: 'table',
      class: 'chart',
      attributes: {
        ...slot,
        'data-type': oneOf('bar', 'stacked-bar', 'line', 'doughnut', 'share', 'ranking'),
        'data-unit': anyText,
        'data-title': anyText,
        'data-ref': references,
        'data-target': matching(new RegExp(`^$|${NUMBER.source}`), 'a number, as 1650 or -3.5, or nothing'),
        'data-target-text': anyText,
      },
      required: ['data-type'],
      text: false,
      children: ['chartHead', 'chartBody'],
    },
    chartHead: { name: 'thead', attributes: {}, text: false, children: ['chartHeadRow'] },
    chartHeadRow: { name: 'tr', attributes: {}, text: false, children: ['chartHeadCell'] },
    chartHeadCell: inline('th', { ...align, ...marked }),
    chartBody: { name: 'tbody', attributes: {}, text: false, children: ['chartRow'] },
    chartRow: { name: 'tr', attributes: { ...marked, 'data-remark': anyText }, text: false, children: ['cell', 'rowHead'] },
  },
  readers: { chart: readChart },
  specimen: {
    layout: 'chart',
    block: ({ title, lines }) => ({
      kind: 'chart',
      type: 'bar',
      title: title,
      unit: 'thousands',
      categories: lines.map((line) => line.slice(0, 40)),
      series: [{ name: 'Counted', values: lines.map((_, i) => (i * 37) % 50) }],
      refs: [],
    }),
  },
};
