import type { Run } from '../../base/text.ts';

/** A picture of an article. */
export interface ArticlePicture {
  /** Relative to the article's folder, `/` between parts, never leaving it. */
  readonly src: string;
  readonly alt: string;
  readonly caption: string | null;
  readonly credit: string | null;
}

export interface ArticleImage extends ArticlePicture {
  readonly kind: 'image';
  /** Further pictures of the same paragraph, which stand beside it. */
  readonly beside: readonly ArticlePicture[];
}

export interface PictureView {
  /** `article-id/path`: how the workspace finds the bytes. */
  readonly src: string;
  readonly alt: string;
  readonly caption: string | null;
  readonly credit: string | null;
}

export interface ImageView extends PictureView {
  readonly beside: readonly PictureView[];
}

export interface ImageFields {
  readonly image: ImageView | null;
}

export interface ImageLists {
  readonly images: readonly ImageView[];
}

/** `<figure><img src alt data-fit data-focus="0.5 0.3"><figcaption>…</figcaption></figure>`. */
export interface Picture {
  /** `article-id/path` or `pack/assets/…`: a key of the images given to layout. */
  readonly src: string;
  readonly alt: string;
  readonly caption: readonly Run[] | null;
  /** null: as the region says. */
  readonly fit: 'contain' | 'cover' | null;
  /** The point that stays in sight when cropped, as fractions of width and height. */
  readonly focus: { readonly x: number; readonly y: number };
}

/** Pictures that follow each other in one region: they stand beside each other. */
export interface ImageBlock {
  readonly kind: 'image';
  readonly pictures: readonly Picture[];
}

export type ImageElement = 'figure' | 'image' | 'innerImage' | 'figureCaption';
