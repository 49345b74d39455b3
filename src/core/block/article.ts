import type { ArticlePiece } from '../article/piece.ts';
import { calloutPiece } from './callout/article.ts';
import { chartPiece } from './chart/article/index.ts';
import { figuresPiece } from './figures/article.ts';
import { imagePiece } from './image/article/index.ts';
import { itemsPiece } from './items/article.ts';
import { quotationPiece } from './quotation/article.ts';
import { tablePiece } from './table/article/index.ts';
import { notesPiece, paragraphPiece, pointsPiece } from './text/article.ts';
import { timelinePiece } from './timeline/article.ts';
import type { ArticleKinds } from './types.ts';

type Pieces = { readonly [K in keyof ArticleKinds]: ArticlePiece<ArticleKinds[K]> };

/** What articles have to know of each kind of block. Its order is that of lists in messages. */
export const ARTICLE_PIECES: Pieces = {
  paragraph: paragraphPiece,
  points: pointsPiece,
  quotation: quotationPiece,
  timeline: timelinePiece,
  figures: figuresPiece,
  chart: chartPiece,
  table: tablePiece,
  items: itemsPiece,
  image: imagePiece,
  callout: calloutPiece,
  notes: notesPiece,
};

/** The piece of a kind. */
export function articlePiece<K extends keyof ArticleKinds>(kind: K): ArticlePiece<ArticleKinds[K]> {
  return ARTICLE_PIECES[kind];
}
