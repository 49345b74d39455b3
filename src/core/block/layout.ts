import { textItem } from '../layout/item/text.ts';
import type { BlockLayout, ItemLayout, TextItem } from '../layout/item/types.ts';
import { calloutItem, calloutLayout, type CalloutItem } from './callout/layout.ts';
import { chartItem, chartLayout, type ChartItem } from './chart/layout/index.ts';
import { statsItem, statsLayout } from './figures/layout/index.ts';
import type { StatsItem } from './figures/layout/types.ts';
import { imageItem, imageLayout, type ImageItem } from './image/layout/index.ts';
import { itemsItem, itemsLayout } from './items/layout/index.ts';
import type { ItemsItem } from './items/layout/types.ts';
import { quoteLayout } from './quotation/layout.ts';
import { tableItem, tableLayout, type TableItem } from './table/layout/index.ts';
import { listLayout, textLayout } from './text/layout.ts';
import { timelineItem, timelineLayout } from './timeline/layout/index.ts';
import type { TimelineItem } from './timeline/layout/types.ts';
import type { SlideKinds } from './types.ts';

/** What stands in a region, top to bottom. Neighbouring text blocks are one item; everything else is one or more a block. */
export interface ItemKinds {
  readonly text: TextItem;
  readonly callout: CalloutItem;
  readonly table: TableItem;
  readonly stats: StatsItem;
  readonly timeline: TimelineItem;
  readonly chart: ChartItem;
  readonly image: ImageItem;
  readonly items: ItemsItem;
}

export type Item = ItemKinds[keyof ItemKinds];

/** How each kind of block becomes items. */
const BLOCKS: { readonly [K in keyof SlideKinds]: BlockLayout<SlideKinds[K]['block'], Item> } = {
  text: textLayout,
  list: listLayout,
  quote: quoteLayout,
  table: tableLayout,
  chart: chartLayout,
  timeline: timelineLayout,
  stats: statsLayout,
  items: itemsLayout,
  image: imageLayout,
  callout: calloutLayout,
};

/** How each kind of item is measured, divided and placed. */
const ITEMS: { readonly [K in keyof ItemKinds]: ItemLayout<ItemKinds[K]> } = {
  text: textItem,
  callout: calloutItem,
  table: tableItem,
  stats: statsItem,
  timeline: timelineItem,
  chart: chartItem,
  image: imageItem,
  items: itemsItem,
};

export function blockLayout<K extends keyof SlideKinds>(kind: K): BlockLayout<SlideKinds[K]['block'], Item> {
  return BLOCKS[kind];
}

export function itemLayout<K extends keyof ItemKinds>(kind: K): ItemLayout<ItemKinds[K]> {
  return ITEMS[kind];
}
