import type { BlockContent, List, Table, TableRow } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import type { ArticlePiece } from '../../../article/piece.ts';
import { readNumbers, writeNumber, type Reading, type Refusal } from '../../../numbers/index.ts';
import { report, type Context } from '../../../article/read/context.ts';
import { attribute, withTable } from '../../../article/read/directive-parts.ts';
import { readWords } from '../../../article/read/inline.ts';
import { goodRows } from '../../../article/read/rows.ts';
import { directive, paragraph, table } from '../../../article/write/nodes.ts';
import type { Alignment } from '../../table/types.ts';
import { readEmphasis, readRemarks, remarkNodes, withoutUnit } from './remarks.ts';
import type { ArticleChart, ChartSeries, ChartType } from '../types.ts';
import { distinct } from '../../../base/distinct.ts';
import { refRuns, textRuns, type Run } from '../../../base/text.ts';

interface ChartLook {
  readonly type: ChartType;
  readonly title: string | null;
  readonly unit: string | null;
  readonly refs: readonly number[];
  readonly notes: readonly string[];
  readonly lists: readonly List[];
}

/** Types that show one series, as they are called. */
const OF_ONE: Readonly<Partial<Record<ChartType, string>>> = { doughnut: 'a doughnut', share: 'a share bar', ranking: 'a ranking' };
const isWhole = (type: ChartType): boolean => type === 'doughnut' || type === 'share';

/** A cell of values, as its author wrote it. */
interface Cell {
  readonly text: string;
  readonly node: TableRow['children'][number] | Table;
}

const HINTS: Readonly<Record<Refusal, string>> = {
  brackets: 'Write −12 where the brackets mean a negative number, 12 where they mean another thing.',
  range: 'A mark stands for one value: write two series, the lowest and the highest, or put the range into a table.',
  bound: 'Write the number alone and say in a sentence that it is a bound, or put it into a table.',
  percent: 'Write the number alone and {unit="%"}; with that unit the sign may stay.',
  marked: 'Write the number alone; a note to it goes into a sentence.',
  none: 'Leave the cell empty where there is no value.',
  grouping: 'Write thousands in groups of three, or in none. Pairs, as in 1,20,000, are read where the language is hi, en-IN or the like.',
  words: 'Write the number alone; its unit goes into {unit="…"}.',
};

function reportAmbiguous(cells: readonly (readonly [Cell, Reading])[], context: Context): void {
  const [first] = cells;
  if (!first || first[1].kind !== 'ambiguous') return;
  const [{ text, node }, { readings }] = [first[0], first[1]];
  const language = context.custom?.language ?? null;
  const [one, other] = readings.map((reading) => writeNumber(Number(reading), language ?? 'und'));
  const more = cells.length - 1;
  report(context, 'article/number-ambiguous', node, {
    message: `a value of a chart can be read in two ways${more === 0 ? '' : `, and so can ${more} more of this chart`}`,
    received: text,
    allowed: `${one} or ${other}`,
    hint:
      language === null
        ? `Name the language at the head of the file, as “language: de” or “language: en-GB”; or write ${one} or ${other}.`
        : `Neither the language (${language}) nor the chart’s other values tell which. Write ${one} or ${other}.`,
  });
}

/** Reads all values at once, since they tell of each other how they are meant; null where a cell is empty or cannot be read. */
function readValues(columns: readonly (readonly Cell[])[], unit: string | null, context: Context): (number | null)[][] {
  const filled = columns.map((column) => column.filter(({ text }) => text !== ''));
  const readings = readNumbers(
    filled.map((column) => column.map(({ text }) => withoutUnit(text, unit))),
    context.custom ?? undefined,
  );
  const readingOf = new Map(filled.flatMap((column, at) => column.map((cell, row) => [cell, readings[at]?.[row]] as const)));
  const ambiguous: (readonly [Cell, Reading])[] = [];
  const values = columns.map((column) =>
    column.map((cell) => {
      const reading = readingOf.get(cell);
      if (reading?.kind === 'number') return reading.value;
      if (reading?.kind === 'ambiguous') ambiguous.push([cell, reading]);
      // Whether pairs may be grouped depends on a language that is not known yet.
      if (reading?.kind === 'refused' && (context.custom !== null || reading.why !== 'grouping')) {
        report(context, 'article/row', cell.node, {
          message: 'a value of a chart is not a number',
          received: cell.text,
          allowed: 'a number alone, as 1650 or −2; empty for none',
          hint: HINTS[reading.why],
        });
      }
      return null;
    }),
  );
  if (context.custom !== null) reportAmbiguous(ambiguous, context);
  return values;
}

/** Parts of a whole are there, not below zero, and make a whole. */
function reportShares(cells: readonly Cell[], values: readonly (number | null)[], context: Context): void {
  const refuse = ({ node, text }: Cell, message: string, hint: string): void =>
    report(context, 'article/row', node, { message, received: text === '' ? 'an empty cell' : text, hint });
  cells.forEach((cell, at) => {
    const value = values[at] ?? null;
    if (cell.text === '') refuse(cell, 'a part of a whole has no value', 'Write 0 where it is nothing, or leave the row out.');
    else if (value !== null && value < 0)
      refuse(cell, 'a part of a whole cannot be below zero', 'Show these values in a chart of type=bar, which has a zero line.');
  });
  const [first] = cells;
  if (first && values.every((value) => value === 0))
    refuse(first, 'the parts of a whole are all zero, so there is no whole to divide', 'Leave the chart out, or say it in a sentence.');
}

/** First column the categories, each further one a series. References anywhere in it belong to the whole chart. */
function readChart(table: Table, look: ChartLook, context: Context): ArticleChart | null {
  const header = (table.children[0]?.children ?? []).map(({ children }) => readWords(children, context));
  const nodes = goodRows(table, header.length, context);
  const rows = nodes.map((row) => row.children.map(({ children }) => readWords(children, context)));
  if (header.length < 2 || rows.length === 0) {
    report(context, 'article/row', table, {
      message: 'a chart needs a column of categories, at least one of values, and at least one row',
      hint: 'Write it as “| Quarter | Counted |” with a row for each quarter.',
    });
    return null;
  }
  const ofOne = OF_ONE[look.type];
  if (ofOne !== undefined && header.length > 2) {
    report(context, 'article/row', table, {
      message: `${ofOne} shows one series`,
      received: String(header.length - 1),
      hint: 'Keep one column of values, or choose another type.',
    });
  }
  const columns = header
    .slice(1)
    .map((_, index) => rows.map((row, at): Cell => ({ text: row[index + 1]?.text ?? '', node: nodes[at]?.children[index + 1] ?? table })));
  const values = readValues(columns, look.unit, context);
  if (isWhole(look.type)) reportShares(columns[0] ?? [], values[0] ?? [], context);
  const series = header.slice(1).map(({ text: name }, index): ChartSeries => ({ name, values: values[index] ?? [] }));
  const categories = rows.map((row) => row[0]?.text ?? '');
  const emphasis = readEmphasis({ header, rows, nodes }, context);
  const remarks = readRemarks(look, { categories, columns: columns.map((column) => column.map(({ text }) => text)) }, context);
  const cells = [...header, ...rows.flat(), ...remarks.words];
  const refs = cells.flatMap((part) => part.refs);
  const notes = [...cells.flatMap((part) => part.notes), ...look.notes];
  return {
    kind: 'chart',
    type: look.type,
    title: look.title,
    unit: look.unit,
    categoryTitle: header[0]?.text ?? '',
    categories,
    series,
    refs: distinct([...refs, ...look.refs]),
    ...(emphasis && { emphasis }),
    ...(remarks.annotations.length > 0 && { annotations: remarks.annotations }),
    ...(remarks.target && { target: remarks.target }),
    ...(notes.length > 0 && { notes }),
  };
}

const CHART_TYPES: readonly ChartType[] = ['bar', 'stacked-bar', 'line', 'doughnut', 'share', 'ranking'];

function readChartDirective(node: ContainerDirective, context: Context): ArticleChart | null {
  const received = attribute(node, 'type');
  const type = CHART_TYPES.find((known) => known === received);
  if (!type) {
    report(context, 'article/attribute', node, {
      message: received === null ? 'a chart needs a type' : 'there is no chart of this type',
      ...(received === null ? {} : { received }),
      allowed: CHART_TYPES.join(', '),
      hint: 'Write for example :::chart{type=bar title="…"}.',
    });
  }
  const look = { type: type ?? 'bar', title: attribute(node, 'title'), unit: attribute(node, 'unit') };
  return withTable(node, context, (found, tail) => readChart(found, { ...look, ...tail }, context), 'references and lists');
}

function toNode(block: ArticleChart, language: string): BlockContent {
  const marked = (text: string, isMarked: boolean | undefined): Run[] =>
    textRuns(text).map((run) => (isMarked ? { ...run, bold: true } : run));
  const { emphasis } = block;
  const header = [textRuns(block.categoryTitle), ...block.series.map(({ name }, i) => marked(name, emphasis?.series.includes(i)))];
  const rows = block.categories.map((category, row) => [
    marked(category, emphasis?.categories.includes(row)),
    ...block.series.map(({ values }) => textRuns(values[row] == null ? '' : writeNumber(values[row], language))),
  ]);
  const align: Alignment[] = header.map((_, column) => (column === 0 ? 'start' : 'end'));
  const refs = refRuns(block.refs, block.notes ?? []);
  const { type, title, unit } = block;
  return directive('chart', { type, title, unit }, [
    table([header, ...rows], align),
    ...remarkNodes(block, language),
    ...(refs.length > 0 ? [paragraph(refs)] : []),
  ]);
}

export const chartPiece: ArticlePiece<ArticleChart> = {
  directive: {
    name: 'chart',
    attributes: ['type', 'title', 'unit'],
    example: ':::chart{type=bar title="Ships per quarter" unit="ships"}',
    read: readChartDirective,
  },
  toNode,
  lines: ({ title, categories, series, annotations, target }) => [
    title ?? '',
    ...categories,
    ...series.map(({ name }) => name),
    ...(annotations ?? []).map(({ text }) => text),
    ...(target ? [target.text] : []),
  ],
  gist: ({ title, series }) => title ?? series.map(({ name }) => name).join(', '),
  refs: ({ refs }) => refs,
  // A value as the program reads it: no more than its digits are looked for.
  statements: ({ categories, series, annotations, target, refs }) => [
    ...(annotations ?? []).map(({ text }) => ({ kind: 'words' as const, text, refs })),
    ...(target ? [{ kind: 'value' as const, text: String(target.value), refs }] : []),
    ...categories.flatMap((_, row) =>
      series.flatMap(({ values }) => (values[row] == null ? [] : [{ kind: 'value' as const, text: String(values[row]), refs }])),
    ),
  ],
};
