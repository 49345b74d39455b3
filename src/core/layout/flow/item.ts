import { calloutDivides, calloutNeed, placeCallout, splitCallout } from '../../block/callout/layout.ts';
import { chartNeed, placeChart } from '../../block/chart/layout/index.ts';
import { imageNeed, placeImage } from '../../block/image/layout.ts';
import { placeStats, splitStats, statsAsText, statsDivide, statsNeed } from '../../block/figures/layout.ts';
import { placeTable, splitTable, tableDivides, tableHolds, tableNeed } from '../../block/table/layout/index.ts';
import { SPARE, splitText, textDivides, textHeight } from '../../block/text/layout.ts';
import { placeTimeline, splitTimeline, timelineDivides, timelineNeed } from '../../block/timeline/layout/index.ts';
import type { Context } from '../context.ts';
import type { Frame } from '../../template/theme/types.ts';
import type { Box } from '../types.ts';
import { fixed, type Need, type Room } from '../measure.ts';
import type { Item, TextItem } from './types.ts';

/** How tall an item must and would like to be. Of text that needs more than `enough`, any height that is more. */
export function needOf(context: Context, item: Item, width: number, scale: number, enough = Infinity): Need {
  switch (item.kind) {
    case 'text':
      return fixed(textHeight(context.fonts, item, width, scale, enough * SPARE) / SPARE);
    case 'callout':
      return calloutNeed(context, item, width, scale);
    case 'table':
      return tableNeed(context, item, width, scale);
    case 'stats':
      return statsNeed(context, item, width, scale);
    case 'timeline':
      return timelineNeed(context, item, width, scale);
    case 'chart':
      return chartNeed(context, item, width);
    case 'image':
      return imageNeed(context, item, width);
  }
}

/** The first number of an item that has no line wide enough for it, so that it would be divided; null where each has one. */
export function numberDividedIn(context: Context, item: Item, width: number, scale: number): string | null {
  switch (item.kind) {
    case 'text':
      return textDivides(context.fonts, item, width, scale);
    case 'callout':
      return calloutDivides(context, item, width, scale);
    case 'table':
      return tableDivides(context, item, width, scale);
    case 'stats':
      return statsDivide(context, item, width, scale);
    case 'timeline':
      return timelineDivides(context, item, width, scale);
    case 'chart':
    case 'image':
      return null;
  }
}

/** Whether an item's numbers stand undivided at this size, and in a table the first column's words. */
export function holdsNumbers(context: Context, item: Item, width: number, scale: number): boolean {
  return item.kind === 'table' ? tableHolds(context, item, width, scale) : numberDividedIn(context, item, width, scale) === null;
}

/** Divides an item so that its head fits; null where nothing of it does, or it cannot be divided. */
export function splitItem(context: Context, item: Item, room: Room, scale: number): readonly [Item, Item] | null {
  switch (item.kind) {
    case 'text':
      return splitText(context.fonts, item, { ...room, height: room.height * SPARE, full: room.full * SPARE }, scale);
    case 'callout':
      return splitCallout(context, item, room, scale);
    case 'table':
      return splitTable(context, item, room, scale);
    case 'stats':
      return splitStats(context, item, room, scale);
    case 'timeline':
      return splitTimeline(context, item, room, scale);
    case 'chart':
    case 'image':
      return null;
  }
}

/** The same words as running text, for an item that is too tall for its region and cannot be divided; null where it has none. */
export function plainForm(context: Context, item: Item): TextItem | null {
  return item.kind === 'stats' ? statsAsText(context, item) : null;
}

/** The boxes of an item that is not text. */
export function placeItem(
  context: Context,
  item: Exclude<Item, TextItem>,
  frame: Frame,
  at: { readonly id: (part?: string) => string; readonly region: string },
  scale: number,
): Box[] {
  switch (item.kind) {
    case 'callout':
      return [placeCallout(context, item, frame, { id: at.id(), region: at.region }, scale)];
    case 'table':
      return placeTable(context, item, frame, at, scale);
    case 'stats':
      return [placeStats(context, item, frame, { id: at.id(), region: at.region }, scale)];
    case 'timeline':
      return [placeTimeline(context, item, frame, { id: at.id(), region: at.region }, scale)];
    case 'chart':
      return placeChart(context, item, frame, at, scale);
    case 'image':
      return placeImage(context, item, frame, at);
  }
}
