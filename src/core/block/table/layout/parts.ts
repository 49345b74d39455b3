import type { TableBlock } from '../../../deck/types.ts';
import type { Context } from '../../../layout/context.ts';
import { columnCount, columnsOf, leastWidths } from './columns.ts';
import { cellStyles } from './rows.ts';

/**
 * The table, in parts of fewer columns where even its smallest type does not hold its numbers side by side in `width` points:
 * as few parts as do, about equal, each with the first column.
 */
export function columnParts(context: Context, table: TableBlock, width: number): TableBlock[] {
  const smallest = cellStyles(context, 0);
  if (columnCount(table) < 3 || columnsOf(context, table, smallest, width).hold) return [table];
  const [first = 0, ...others] = leastWidths(context, table, smallest, width);
  const room = width - first;
  const filled = fill(others, room);
  const count = Math.ceil(others.length / filled.length);
  const even = filled.map((_, i) => others.slice(i * count, (i + 1) * count));
  const groups = even.every((group) => group.length > 0 && sum(group) <= room) ? even : filled;
  let next = 1;
  return groups.map((group) => withColumns(table, [0, ...group.map(() => next++)]));
}

const sum = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0);

/** Widths in groups that each fit into `room`, or are one alone. */
function fill(widths: readonly number[], room: number): number[][] {
  const groups: number[][] = [];
  for (const width of widths) {
    const open = groups.at(-1);
    if (open && sum(open) + width <= room) open.push(width);
    else groups.push([width]);
  }
  return groups;
}

function withColumns(table: TableBlock, columns: readonly number[]): TableBlock {
  const cells = <T>(row: readonly T[], empty: T): T[] => columns.map((c) => row[c] ?? empty);
  return {
    ...table,
    align: cells(table.align, 'start'),
    header: table.header.length > 0 ? cells(table.header, []) : [],
    rows: table.rows.map((row) => ({ ...row, cells: cells(row.cells, []) })),
  };
}
