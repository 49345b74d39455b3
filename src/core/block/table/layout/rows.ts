import type { TableBlock } from '../../../deck/types.ts';
import type { LevelStyle } from '../../../template/theme/types.ts';
import type { Run } from '../../../base/text.ts';
import { styleNamed, type Context } from '../../../layout/context.ts';
import { scaleLevels } from '../../../layout/text/scale.ts';
import type { TableRow } from '../../../layout/types.ts';

export interface Row {
  readonly kind: TableRow['kind'];
  readonly cells: readonly (readonly Run[])[];
}

/** Levels of the cells of each kind of row. */
export type CellStyles = Readonly<Record<TableRow['kind'], readonly LevelStyle[]>>;

/** At a share of their full size; at 0 all are at their minimum. */
export function cellStyles(context: Context, scale: number): CellStyles {
  const body = scaleLevels(context.fonts, styleNamed(context.theme, 'table').levels, scale);
  const header = scaleLevels(context.fonts, styleNamed(context.theme, 'tableHeader').levels, scale);
  return { header, body, total: body.map((level) => ({ ...level, bold: true })) };
}

/** Header, body and total rows in order. */
export function rowsOf(table: TableBlock): Row[] {
  const header: Row[] = table.header.length > 0 ? [{ kind: 'header', cells: table.header }] : [];
  return [...header, ...table.rows.map((row): Row => ({ kind: row.total ? 'total' : 'body', cells: row.cells }))];
}
