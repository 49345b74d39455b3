import type { ArticleSummary, Item } from '../types.ts';
import { keyOf } from './briefing.ts';

/** A place in the running order. */
export interface OrderRow {
  /** The item's key, numbered where a topic was chosen twice. */
  readonly id: string;
  readonly index: number;
}

const known = new WeakMap<readonly Item[], readonly OrderRow[]>();
let last: readonly OrderRow[] = [];

/**
 * The running order's rows: the same value for as long as the same items stand in the same order, whatever is changed in them; and
 * a row that stays where it is, the same. So that what did not change need not be drawn again.
 */
export function orderRows(items: readonly Item[]): readonly OrderRow[] {
  const before = known.get(items);
  if (before) return before;
  const seen = new Map<string, number>();
  const rows = items.map((item, index) => {
    const key = keyOf(item);
    const times = (seen.get(key) ?? 0) + 1;
    seen.set(key, times);
    const id = times === 1 ? key : `${key}#${times}`;
    const kept = last[index];
    return kept?.id === id ? kept : { id, index };
  });
  if (rows.length !== last.length || rows.some((row, index) => row !== last[index])) last = rows;
  known.set(items, last);
  return last;
}

/** The item of a row; null: it is there no more. */
export function itemOf(items: readonly Item[] | undefined, id: string): Item | null {
  if (!items) return null;
  const row = orderRows(items).find((candidate) => candidate.id === id);
  return (row && items[row.index]) ?? null;
}

const byId = new WeakMap<readonly ArticleSummary[], ReadonlyMap<string, ArticleSummary>>();

/** An article of the library; null: it has none of this id. */
export function articleOf(articles: readonly ArticleSummary[], id: string): ArticleSummary | null {
  const map = byId.get(articles) ?? new Map(articles.map((article) => [article.id, article]));
  byId.set(articles, map);
  return map.get(id) ?? null;
}
