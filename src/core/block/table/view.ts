import { distinct } from '../../base/distinct.ts';
import type { Run } from '../../base/text.ts';
import type { BlockContext, ViewPiece } from '../../briefing/piece.ts';
import { line, list, object, value } from '../../briefing/schema-node.ts';
import { tableOutline } from './outline.ts';
import type { ArticleTable, TableView } from './types.ts';

const row = object({ cells: list(line), total: value });
const schema = object({ title: value, align: list(value), header: list(line), rows: list(row), refs: list(value) });

function view(block: ArticleTable, { lines }: BlockContext): TableView {
  const { title, align } = block;
  const cells = (row: readonly (readonly Run[])[]): TableView['header'] => row.map((runs) => lines.line(runs, { covered: true }));
  const header = cells(block.header);
  const rows = block.rows.map((row, index) => ({ cells: cells(row), total: block.total && index === block.rows.length - 1 }));
  const refs = [header, ...rows.map((row) => row.cells)].flat().flatMap((cell) => cell.refs);
  return { title, align, header, rows, refs: distinct(refs) };
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
