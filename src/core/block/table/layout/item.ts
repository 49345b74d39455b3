import type { Alignment } from '../../../article/types.ts';
import { eachOf, lengthOf, type Slice } from '../../../base/slice.ts';
import type { Context } from '../../../layout/context.ts';
import { CAPTION_GAP, smallText, type SmallText } from '../../../layout/item/caption.ts';
import type { TableBlock } from '../types.ts';
import type { Row } from './rows.ts';

export interface TableItem {
  readonly kind: 'table';
  /** The table before it was divided: all its parts have its columns. */
  readonly whole: TableBlock;
  readonly aligns: readonly Alignment[];
  readonly caption: TableBlock['caption'];
  /** The headings above its rows; null where there are none, or where they are too tall to stand there. */
  readonly header: Row | null;
  readonly rows: Slice<Row>;
}

export function* rowsOf({ header, rows }: TableItem): Generator<Row> {
  if (header) yield header;
  yield* eachOf(rows);
}

/** Whether it has all rows, as they were written. */
export function isWhole({ whole, rows }: TableItem): boolean {
  return lengthOf(rows) === whole.rows.length;
}

export function captionOf(context: Context, { caption }: TableItem, width: number): SmallText | null {
  return caption ? smallText(context, 'caption', [caption], width) : null;
}

export const captionHeight = (caption: SmallText | null): number => (caption ? caption.height + CAPTION_GAP : 0);
