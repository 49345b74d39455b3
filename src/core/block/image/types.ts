import type { Run } from '../../base/text.ts';

/** In articles. */
export interface ArticleImage {
  readonly kind: 'image';
  /** Relative to the article's folder, `/` between parts, never leaving it. */
  readonly src: string;
  readonly alt: string;
  readonly caption: string | null;
  readonly credit: string | null;
}

export interface ImageView {
  /** `article-id/path`: how the workspace finds the bytes. */
  readonly src: string;
  readonly alt: string;
  readonly caption: string | null;
  readonly credit: string | null;
}

export interface ImageFields {
  readonly image: ImageView | null;
}

export interface ImageLists {
  readonly images: readonly ImageView[];
}

/** `<figure><img src alt data-fit data-focus="0.5 0.3"><figcaption>…</figcaption></figure>`. */
export interface ImageBlock {
  readonly kind: 'image';
  /** `article-id/path` or `pack/assets/…`: a key of the images given to layout. */
  readonly src: string;
  readonly alt: string;
  readonly caption: readonly Run[] | null;
  /** null: as the region says. */
  readonly fit: 'contain' | 'cover' | null;
  /** The point that stays in sight when cropped, as fractions of width and height. */
  readonly focus: { readonly x: number; readonly y: number };
}

export type ImageElement = 'figure' | 'image' | 'innerImage' | 'figureCaption';
