import type { Context } from '../context.ts';
import type { Frame } from '../../template/theme/types.ts';
import { itemLayout, type Item } from '../../block/layout.ts';
import { ITEM_GAP } from './stack.ts';

export interface Pages {
  readonly pages: readonly (readonly Item[])[];
  /** Something is taller than its region and cannot be divided further. */
  readonly overflows: boolean;
}

export interface Bounds {
  /** Points of the region's height that each page is filled up to. */
  readonly limit: number;
  /** No more pages than this are wanted. */
  readonly most?: number;
}

/**
 * Spreads a region's items over as many pages as they need. Null: with this limit something would have to be divided that an empty region
 * holds whole, or there would be more pages than wanted.
 */
export function paginate(context: Context, items: readonly Item[], frame: Frame, scale: number, bounds: Bounds): Pages | null {
  const { limit, most = Infinity } = bounds;
  const pages: Item[][] = [[]];
  let used = 0;
  let overflows = false;
  let next = 1;
  let item = items[0];
  while (item) {
    const page = pages.at(-1) ?? [];
    const empty = page.length === 0;
    const room = limit - used - (empty ? 0 : ITEM_GAP);
    const layout = itemLayout(item.kind);
    const { min, least } = layout.need(context, item, frame.width, scale, frame.height);
    if (min <= room) {
      page.push(item);
      used = limit - room + min;
      item = items[next++];
      continue;
    }
    const whole = empty && limit >= frame.height;
    const parts = layout.split(context, item, { width: frame.width, height: room, full: frame.height, force: whole }, scale);
    if (parts) {
      page.push(parts[0]);
      item = parts[1];
    } else if (empty) {
      if (!whole) return null;
      const plain = least > room ? layout.plainForm(context, item) : null;
      if (plain) {
        item = plain;
        continue;
      }
      overflows ||= least > room;
      page.push(item);
      item = items[next++];
    }
    if (item) {
      if (pages.length >= most) return null;
      pages.push([]);
    }
    used = 0;
  }
  return { pages, overflows };
}

/** The same, with the pages about equally full: the smallest limit that needs no more pages. */
export function paginateEvenly(context: Context, items: readonly Item[], frame: Frame, scale: number): Pages {
  const full = paginate(context, items, frame, scale, { limit: frame.height });
  if (!full) throw new Error('a whole region is always enough');
  if (full.pages.length < 2 || full.overflows) return full;
  let best = full;
  let [low, high] = [0, frame.height];
  for (let step = 0; step < 7; step++) {
    const middle = (low + high) / 2;
    const tried = paginate(context, items, frame, scale, { limit: middle, most: full.pages.length });
    if (tried) {
      best = tried;
      high = middle;
    } else low = middle;
  }
  return best;
}
