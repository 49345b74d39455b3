import { distinct } from '../../../base/distinct.ts';
import type { Run } from '../../../base/text.ts';
import type { BlockContext, ViewPiece } from '../../../briefing/piece.ts';
import { lineKeys, line, list, object, value } from '../../../briefing/schema-node.ts';
import type { LineView } from '../../text/types.ts';
import { barsOf } from './bars.ts';
import { tableOutline } from '../outline.ts';
import type { ArticleTable, CellView, RowView, TableView } from '../types.ts';

const row = object({ cells: list(object({ ...lineKeys, bar: value })), total: value, refs: list(value) });
const schema = object({ title: value, align: list(value), header: list(line), rows: list(row), refs: list(value), finding: line });

const namedIn = (cells: readonly LineView[]): number[] => cells.flatMap(({ refs }) => refs);

function view(block: ArticleTable, { lines, writtenIn }: BlockContext): TableView {
  const { title, align } = block;
  const cells = (row: readonly (readonly Run[])[]): TableView['header'] => row.map((runs) => lines.line(runs, { covered: true }));
  const header = cells(block.header);
  const bars = barsOf(block, writtenIn);
  const rows = block.rows.map((runs, r): RowView => {
    const row = cells(runs);
    return {
      cells: row.map((cell, c): CellView => ({ bar: bars[r]?.[c] ?? null, ...cell })),
      total: block.total && r === block.rows.length - 1,
      refs: distinct(namedIn([...row, ...header])),
    };
  });
  return { title, align, header, rows, refs: distinct([...namedIn(header), ...rows.flatMap((row) => namedIn(row.cells))]), finding: null };
}

/** A table is seen, not said. */
export const tableView: ViewPiece<'table'> = {
  empty: { table: null },
  schema: { fields: { table: schema }, lists: { tables: list(schema) } },
  view: (block, context) => ({ table: view(block, context) }),
  lists: ({ table }) => ({ tables: table ? [table] : [] }),
  outline: tableOutline,
  said: () => [],
};
