import type { Parts } from '../../../base/ooxml/zip.ts';
import type { CompanyLayout, CompanyPlaceholder } from '../../../template/company/types.ts';
import type { DeckContext } from '../context.ts';

/** A layout of ours on the organisation's. */
export interface BoundTarget {
  readonly layout: CompanyLayout;
  /** By region. */
  readonly placeholders: ReadonlyMap<string, CompanyPlaceholder>;
}

/** The organisation's file that a deck is written into. */
export interface Base {
  readonly file: string;
  /** Bytes as they are in the file, by part. */
  readonly parts: ReadonlyMap<string, Uint8Array>;
  /** By what our parts call it, the font that a theme of theirs does not name. */
  readonly typefaces: ReadonlyMap<string, string>;
  /** By the name of our layout. */
  readonly targets: ReadonlyMap<string, BoundTarget>;
  /** Its parts with their XML as text. */
  readonly textParts: () => Parts;
  /** Puts our parts into theirs. */
  readonly merge: (ours: Parts, deck: DeckContext) => Parts;
}
