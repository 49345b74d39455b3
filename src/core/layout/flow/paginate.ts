import type { Context } from '../context.ts';
import type { Frame } from '../../template/theme/types.ts';
import { itemLayout, type Item } from '../../block/layout.ts';
import { ITEM_GAP } from './stack.ts';

export interface Pages {
  readonly pages: readonly (readonly Item[])[];
  /** Something is taller than its region and cannot be divided further. */
  readonly overflows: boolean;
}

/**
 * Spreads a region's items over as many pages as they need, each filled up to `limit` points of the region's height.
 * Null: with this limit something would have to be divided that an empty region holds whole.
 */
export function paginate(context: Context, items: readonly Item[], frame: Frame, scale: number, limit: number): Pages | null {
  const pages: Item[][] = [[]];
  const queue = [...items];
  let used = 0;
  let overflows = false;
  for (let item = queue.shift(); item; item = queue.shift()) {
    const page = pages.at(-1) ?? [];
    const empty = page.length === 0;
    const room = limit - used - (empty ? 0 : ITEM_GAP);
    const layout = itemLayout(item.kind);
    const { min, least } = layout.need(context, item, frame.width, scale, frame.height);
    if (min <= room) {
      page.push(item);
      used = limit - room + min;
      continue;
    }
    const whole = empty && limit >= frame.height;
    const parts = layout.split(
      context,
      item,
      { width: frame.width, height: room, full: frame.height, force: empty && limit >= frame.height },
      scale,
    );
    if (parts) {
      page.push(parts[0]);
      queue.unshift(parts[1]);
    } else if (!empty) queue.unshift(item);
    else if (!whole) return null;
    else {
      const plain = least > room ? layout.plainForm(context, item) : null;
      if (plain) {
        queue.unshift(plain);
        continue;
      }
      overflows ||= least > room;
      page.push(item);
    }
    if (queue.length > 0) pages.push([]);
    used = 0;
  }
  return { pages, overflows };
}

/** The same, with the pages about equally full: the smallest limit that needs no more pages. */
export function paginateEvenly(context: Context, items: readonly Item[], frame: Frame, scale: number): Pages {
  const full = paginate(context, items, frame, scale, frame.height);
  if (!full) throw new Error('a whole region is always enough');
  if (full.pages.length < 2 || full.overflows) return full;
  let best = full;
  let [low, high] = [0, frame.height];
  for (let step = 0; step < 7; step++) {
    const middle = (low + high) / 2;
    const tried = paginate(context, items, frame, scale, middle);
    if (tried && tried.pages.length <= full.pages.length) {
      best = tried;
      high = middle;
    } else low = middle;
  }
  return best;
}
