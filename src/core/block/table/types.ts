import type { Run } from '../../base/text.ts';
import type { LineView } from '../text/types.ts';

export type Alignment = 'start' | 'center' | 'end';

/** In articles. */
export interface ArticleTable {
  readonly kind: 'table';
  readonly title: string | null;
  readonly align: readonly Alignment[];
  readonly header: readonly (readonly Run[])[];
  readonly rows: readonly (readonly (readonly Run[])[])[];
  /** The last row is a total: `{total}` in the directive's attributes. */
  readonly total: boolean;
}

export interface TableView {
  readonly title: string | null;
  readonly align: readonly Alignment[];
  readonly header: readonly LineView[];
  readonly rows: readonly { readonly cells: readonly LineView[]; readonly total: boolean }[];
  readonly refs: readonly number[];
}

export interface TableFields {
  readonly table: TableView | null;
}

export interface TableLists {
  readonly tables: readonly TableView[];
}

/** `<table>` with `thead`, `tbody`, `tfoot` (the total row) and `caption`. */
export interface TableBlock {
  readonly kind: 'table';
  readonly caption: readonly Run[] | null;
  readonly align: readonly Alignment[];
  readonly header: readonly (readonly Run[])[];
  readonly rows: readonly { readonly cells: readonly (readonly Run[])[]; readonly total: boolean }[];
}

export type TableElement = 'table' | 'caption' | 'head' | 'body' | 'foot' | 'headRow' | 'row' | 'headCell' | 'cell' | 'rowHead';
