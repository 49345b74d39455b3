import type { PhrasingContent, Table, TableRow } from 'mdast';
import type { Alignment, FiguresBlock, TableBlock, TimelineBlock } from '../../article/types.ts';
import { readVagueDate } from '../../article/dates.ts';
import { report, type Context } from '../../article/read/context.ts';
import { readRuns, readWords } from '../../article/read/inline.ts';

/** A table's rows below its header; a row with too few or too many cells is reported and left out. */
export function goodRows(table: Table, columns: number, context: Context): TableRow[] {
  return table.children.slice(1).filter((row) => {
    if (row.children.length === columns) return true;
    report(context, 'article/row', row, {
      message: 'a row has not as many cells as the table has columns',
      received: `${row.children.length} cells`,
      allowed: `${columns} cells`,
      hint: 'Give each column its cell, empty if need be; write \\| for a bar inside a cell.',
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
    hint: `Begin the table with “| ${names.join(' | ')} |”.`,
  });
  return false;
}

const cell = (row: TableRow, index: number): PhrasingContent[] => row.children[index]?.children ?? [];

function reportEmpty(row: TableRow, what: string, context: Context): void {
  report(context, 'article/row', row, { message: `a row has no ${what}`, hint: `Write the ${what}, or take the row out.` });
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
