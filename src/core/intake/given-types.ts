import type { ChartBlock } from '../article/types.ts';

/** A picture inside the original. */
export interface SourcePicture {
  /** How it is found there again: a part's name, or the place of a page's or message's part. */
  readonly part: string;
  /** The ending that says its form: png, jpg, gif, webp, svg. */
  readonly form: string;
  /** Eight hexadecimal digits of its bytes, for its name beside the article. */
  readonly key: string;
  readonly alt: string;
  readonly caption: string | null;
  readonly credit: string | null;
}

/** What a format says outright that a block is, so that nothing has to be found in it. `level` of a point's block: how deep it stands. */
export type Given =
  | { readonly kind: 'point'; readonly ordered: boolean; readonly start?: number }
  /** Of a list in running text: a point too, whose words may besides hold a quotation or a date. */
  | { readonly kind: 'item'; readonly ordered: boolean; readonly start?: number }
  | { readonly kind: 'summary' }
  | { readonly kind: 'event'; readonly date: string; readonly text: string }
  | { readonly kind: 'figure'; readonly value: string; readonly unit: string; readonly label: string }
  | { readonly kind: 'quotation'; readonly text: string; readonly speaker: string | null; readonly role: string | null }
  | { readonly kind: 'table'; readonly title: string }
  | { readonly kind: 'chart'; readonly chart: ChartBlock }
  /** `sure`: whether it is part of what is told, and no ornament. */
  | { readonly kind: 'picture'; readonly picture: SourcePicture; readonly sure: boolean }
  | { readonly kind: 'speech' };

/** A file beside an article, and where its bytes are in the original. */
export interface SavedPicture {
  readonly file: string;
  readonly picture: SourcePicture;
}
