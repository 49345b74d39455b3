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

export interface CellView extends LineView {
  /** The value that a bar beside it shows; null where its column is not drawn as bars. */
  readonly bar: number | null;
}

export interface RowView {
  readonly cells: readonly CellView[];
  readonly total: boolean;
  /** Of its cells and of the headings above them. */
  readonly refs: readonly number[];
}

export interface TableView {
  readonly title: string | null;
  readonly align: readonly Alignment[];
  readonly header: readonly LineView[];
  readonly rows: readonly RowView[];
  readonly refs: readonly number[];
  /** The point of its topic that says what it shows, without its full stop; null where none rests on the same paragraphs. */
  readonly finding: LineView | null;
}

export interface TableFields {
  readonly table: TableView | null;
}

export interface TableLists {
  readonly tables: readonly TableView[];
}

export interface TableBlockRow {
  readonly cells: readonly (readonly Run[])[];
  /** By column, the value of a bar beside it; absent: no cell has one. */
  readonly bars?: readonly (number | null)[];
  readonly total: boolean;
}

/** `<table>` with `thead`, `tbody`, `tfoot` (the total row) and `caption`. */
export interface TableBlock {
  readonly kind: 'table';
  readonly caption: readonly Run[] | null;
  readonly align: readonly Alignment[];
  readonly header: readonly (readonly Run[])[];
  readonly rows: readonly TableBlockRow[];
}

export type TableElement = 'table' | 'caption' | 'head' | 'body' | 'foot' | 'headRow' | 'row' | 'headCell' | 'cell' | 'rowHead';
