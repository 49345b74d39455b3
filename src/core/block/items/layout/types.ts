import type { Slice } from '../../../base/slice.ts';
import type { ItemsArrangement, ItemsLook } from '../../../template/theme/types.ts';
import type { SceneParagraph } from '../../../layout/types.ts';
import type { ItemsForm } from '../types.ts';

/** An entry's words as paragraphs, made once: what was measured of them is found again. */
export interface EntryText {
  readonly marked: boolean;
  /** Its place among all entries, from 1. */
  readonly place: number;
  readonly number: SceneParagraph | null;
  /** Kicker, head and what stands below it. */
  readonly top: readonly SceneParagraph[];
  readonly body: readonly SceneParagraph[];
  readonly words: readonly SceneParagraph[];
  readonly side: readonly SceneParagraph[];
  /** Cells of a column, steps of a lane. */
  readonly parts: readonly PartText[];
}

export interface PartText {
  readonly marked: boolean;
  readonly paragraph: SceneParagraph;
}

export interface ItemsItem {
  readonly kind: 'items';
  readonly form: ItemsForm;
  readonly look: ItemsLook;
  readonly arrange: ItemsArrangement;
  /** How many stand side by side, columns of rows. */
  readonly across: number;
  readonly entries: Slice<EntryText>;
  /** All entries, before they were divided: all parts have common widths. */
  readonly whole: readonly EntryText[];
  /** Of its region. */
  readonly room: { readonly width: number; readonly height: number };
  /** Of columns: the rows of this part. */
  readonly cells: { readonly from: number; readonly to: number };
}
