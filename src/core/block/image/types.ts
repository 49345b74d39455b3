import type { Run } from '../../base/text.ts';

/** A picture of an article. */
export interface ArticlePicture {
  /** Relative to the article's folder, `/` between parts, never leaving it. */
  readonly src: string;
  readonly alt: string;
  readonly caption: string | null;
  readonly credit: string | null;
  /** The point that stays in sight, as fractions of width and height: it may be cropped to fill its place. Absent: it is shown whole. */
  readonly focus?: Focus;
}

export interface Focus {
  readonly x: number;
  readonly y: number;
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
  /** As `data-focus` has it, `0.5 0.3`: it may be cropped. Null: it is shown whole. */
  readonly focus: string | null;
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
  readonly focus: Focus;
}

/** Pictures that follow each other in one region: they stand beside each other. */
export interface ImageBlock {
  readonly kind: 'image';
  readonly pictures: readonly Picture[];
}

export type ImageElement = 'figure' | 'image' | 'innerImage' | 'figureCaption';
