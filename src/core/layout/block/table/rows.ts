import type { TableBlock } from '../../../deck/types.ts';
import type { LevelStyle } from '../../../template/theme/types.ts';
import type { Run } from '../../../text.ts';
import type { TableRow } from '../../types.ts';

export interface Row {
  readonly kind: TableRow['kind'];
  readonly cells: readonly (readonly Run[])[];
}

/** Levels of the cells of each kind of row. */
export type CellStyles = Readonly<Record<TableRow['kind'], readonly LevelStyle[]>>;

/** Header, body and total rows in order. */
export function rowsOf(table: TableBlock): Row[] {
  const header: Row[] = table.header.length > 0 ? [{ kind: 'header', cells: table.header }] : [];
  return [...header, ...table.rows.map((row): Row => ({ kind: row.total ? 'total' : 'body', cells: row.cells }))];
}
