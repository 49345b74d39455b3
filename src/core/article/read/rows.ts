import type { PhrasingContent, Table, TableRow } from 'mdast';
import { report, type Context } from './context.ts';

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

/** Whether a table has these columns; if not, that is reported. */
export function hasColumns(table: Table, names: readonly string[], context: Context): boolean {
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

export const cell = (row: TableRow, index: number): PhrasingContent[] => row.children[index]?.children ?? [];

export function reportEmpty(row: TableRow, what: string, context: Context): void {
  report(context, 'article/row', row, { message: `a row has no ${what}`, hint: `Write the ${what}, or take the row out.` });
}
