import type { PhrasingContent, Table, TableRow } from 'mdast';
import type { Alignment, ChartBlock, ChartSeries, ChartType, FiguresBlock, TableBlock, TimelineBlock } from '../types.ts';
import { readVagueDate } from '../dates.ts';
import { report, type Context } from './context.ts';
import { readRuns, readWords } from './inline.ts';

/** A table's rows below its header; a row with too few or too many cells is reported and left out. */
function goodRows(table: Table, columns: number, context: Context): TableRow[] {
  return table.children.slice(1).filter((row) => {
    if (row.children.length === columns) return true;
    report(context, 'article/row', row, {
      message: 'a row has not as many cells as the table has columns',
      received: `${row.children.length} cells`,
      allowed: `${columns} cells`,
      cure: 'Give each column its cell, empty if need be; write \\| for a bar inside a cell.',
    });
    return false;
  });
}

function hasColumns(table: Table, names: readonly string[], context: Context): boolean {
  const received = table.children[0]?.children.length ?? 0;
  if (received === names.length) return true;
  report(context, 'article/row', table, {
    message: 'this table has the wrong number of columns',
    received: String(received),
    allowed: `${names.length}: ${names.join(', ')}`,
    cure: `Begin the table with “| ${names.join(' | ')} |”.`,
  });
  return false;
}

const cell = (row: TableRow, index: number): PhrasingContent[] => row.children[index]?.children ?? [];

function reportEmpty(row: TableRow, what: string, context: Context): void {
  report(context, 'article/row', row, { message: `a row has no ${what}`, cure: `Write the ${what}, or take the row out.` });
}

/** `| Date | Event |`. */
export function readTimeline(table: Table, context: Context): TimelineBlock | null {
  if (!hasColumns(table, ['Date', 'Event'], context)) return null;
  const events = goodRows(table, 2, context).flatMap((row) => {
    const date = readWords(cell(row, 0), context);
    const runs = readRuns(cell(row, 1), context);
    if (date.text === '') reportEmpty(row, 'date', context);
    if (runs.length === 0) reportEmpty(row, 'event', context);
    const refs = date.refs.length > 0 ? [{ refs: date.refs }] : [];
    return [{ date: readVagueDate(date.text), runs: [...runs, ...refs] }];
  });
  return { kind: 'timeline', events };
}

/** `| Value | Unit | Label |`. */
export function readFigures(table: Table, context: Context): FiguresBlock | null {
  if (!hasColumns(table, ['Value', 'Unit', 'Label'], context)) return null;
  const figures = goodRows(table, 3, context).flatMap((row) => {
    const value = readWords(cell(row, 0), context);
    const unit = readWords(cell(row, 1), context);
    const runs = readRuns(cell(row, 2), context);
    if (value.text === '') reportEmpty(row, 'value', context);
    if (runs.length === 0) reportEmpty(row, 'label', context);
    const refs = [...value.refs, ...unit.refs];
    return [{ value: value.text, unit: unit.text, label: refs.length > 0 ? [...runs, { refs }] : runs }];
  });
  return { kind: 'figures', figures };
}

const ALIGNMENTS: Readonly<Record<string, Alignment>> = { left: 'start', center: 'center', right: 'end' };

export function readTable(table: Table, look: { title: string | null; total: boolean }, context: Context): TableBlock {
  const [header, ...rest] = table.children;
  const columns = header?.children.length ?? 0;
  const runsOf = (row: TableRow): TableBlock['header'] => row.children.map(({ children }) => readRuns(children, context));
  const rows = rest.length === 0 ? [] : goodRows(table, columns, context).map(runsOf);
  const align = Array.from({ length: columns }, (_, index) => ALIGNMENTS[table.align?.[index] ?? 'left'] ?? 'start');
  return { kind: 'table', ...look, align, header: header ? runsOf(header) : [], rows };
}

const NUMBER = /^[+-]?(?:\d{1,3}(?:[, \u00A0\u2009\u202F]\d{3})+|\d+)(?:\.\d+)?(?:e[+-]?\d+)?$/i;

/** A number as people write it (`1,650`, `1 650`, `−3.5`), or null. */
export function readNumber(text: string): number | null {
  const plain = text.replace(/^[−–]/, '-');
  return NUMBER.test(plain) ? Number(plain.replace(/[, \u00A0\u2009\u202F]/g, '')) : null;
}

interface ChartLook {
  readonly type: ChartType;
  readonly title: string | null;
  readonly unit: string | null;
  readonly refs: readonly number[];
}

/** First column the categories, each further one a series. References anywhere in it belong to the whole chart. */
export function readChart(table: Table, look: ChartLook, context: Context): ChartBlock | null {
  const header = (table.children[0]?.children ?? []).map(({ children }) => readWords(children, context));
  const rows = goodRows(table, header.length, context).map((row) => row.children.map(({ children }) => readWords(children, context)));
  const nodes = table.children.slice(1);
  if (header.length < 2 || rows.length === 0) {
    report(context, 'article/row', table, {
      message: 'a chart needs a column of categories, at least one of values, and at least one row',
      cure: 'Write it as “| Quarter | Counted |” with a row for each quarter.',
    });
    return null;
  }
  if (look.type === 'doughnut' && header.length > 2) {
    report(context, 'article/row', table, {
      message: 'a doughnut shows one series',
      received: String(header.length - 1),
      cure: 'Keep one column of values, or choose another type.',
    });
  }
  const series = header.slice(1).map(({ text: name }, index): ChartSeries => {
    const values = rows.map((row, at) => {
      const text = row[index + 1]?.text ?? '';
      const value = readNumber(text);
      if (value === null && text !== '') {
        report(context, 'article/row', nodes[at]?.children[index + 1] ?? table, {
          message: 'a value of a chart is not a number',
          received: text,
          allowed: '1650, 1,650, 3.5 or −2; empty for none',
          cure: 'Write the number alone; its unit goes into {unit="…"}.',
        });
      }
      return value;
    });
    return { name, values };
  });
  const refs = [...header, ...rows.flat()].flatMap((part) => part.refs);
  return {
    kind: 'chart',
    type: look.type,
    title: look.title,
    unit: look.unit,
    categoryTitle: header[0]?.text ?? '',
    categories: rows.map((row) => row[0]?.text ?? ''),
    series,
    refs: [...new Set([...refs, ...look.refs])],
  };
}
