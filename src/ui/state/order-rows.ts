import type { Item } from '../types.ts';
import { keyOf } from './briefing.ts';

/** A place in the running order. */
export interface OrderRow {
  /** The item's key, numbered where a topic was chosen twice. */
  readonly id: string;
  readonly item: Item;
  readonly index: number;
}

const known = new WeakMap<Item, OrderRow>();

/** The running order's rows. One that did not change is the same value as before, so that it need not be drawn again. */
export function orderRows(items: readonly Item[]): OrderRow[] {
  const seen = new Map<string, number>();
  return items.map((item, index) => {
    const key = keyOf(item);
    const times = (seen.get(key) ?? 0) + 1;
    seen.set(key, times);
    const id = times === 1 ? key : `${key}#${times}`;
    const before = known.get(item);
    if (before?.id === id && before.index === index) return before;
    const row = { id, item, index };
    known.set(item, row);
    return row;
  });
}
