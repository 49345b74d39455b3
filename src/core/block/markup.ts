import type { MarkupPiece } from '../deck/piece.ts';
import { calloutMarkup } from './callout/markup.ts';
import { chartMarkup } from './chart/markup.ts';
import { statsMarkup } from './figures/markup.ts';
import { imageMarkup } from './image/markup.ts';
import { itemsMarkup } from './items/markup.ts';
import { quoteMarkup } from './quotation/markup.ts';
import { tableMarkup } from './table/markup.ts';
import { listMarkup } from './text/list-markup.ts';
import { textMarkup } from './text/markup.ts';
import { timelineMarkup } from './timeline/markup.ts';
import type { SlideKinds } from './types.ts';

/** What slide markup has to know of each kind of block. Its order is that of lists in messages. */
export const MARKUP_PIECES: { readonly [K in keyof SlideKinds]: MarkupPiece<K> } = {
  text: textMarkup,
  list: listMarkup,
  quote: quoteMarkup,
  table: tableMarkup,
  chart: chartMarkup,
  timeline: timelineMarkup,
  stats: statsMarkup,
  items: itemsMarkup,
  image: imageMarkup,
  callout: calloutMarkup,
};
