import { itemLayout, type Item } from '../../block/layout.ts';
import type { Context } from '../context.ts';
import { paginate } from '../flow/paginate.ts';
import { WHOLE_WORDS } from '../text/scale.ts';
import type { Undivided } from '../text/widths.ts';
import type { RegionContent } from './content.ts';

/** How many slides regions need at a share of their full size. */
export function pagesAt(context: Context, regions: readonly RegionContent[], scale: number): number {
  const counts = regions.map(
    ({ region, items }) => paginate(context, items, region.frame, scale, { limit: region.frame.height })?.pages.length ?? 1,
  );
  return Math.max(1, ...counts);
}

/** Whether regions need no more slides than these at a size, and divide nothing that they need not: told without laying out what comes behind. */
export function fitsAt(
  context: Context,
  regions: readonly RegionContent[],
  steps: readonly number[],
): (scale: number, most: number) => boolean {
  const holds = partsHold(context, regions, steps);
  return (scale, most) =>
    regions.every(
      ({ region, items }) => paginate(context, items, region.frame, scale, { limit: region.frame.height, most })?.overflows === false,
    ) && holds(scale);
}

/** Whether an item's numbers, and those of its words that shall, stand undivided at this size; in a table the first column's words. */
function holdsWhole(context: Context, item: Item, width: number, scale: number, undivided: Undivided): boolean {
  const { holds, partDivided } = itemLayout(item.kind);
  return holds ? holds(context, item, width, scale) : partDivided(context, item, width, scale, undivided) === null;
}

/**
 * Whether a size divides nothing that it need not: no word that stands whole in type a little smaller; no number, and no word that rules
 * do not divide, that stands undivided at the smallest.
 */
function partsHold(context: Context, regions: readonly RegionContent[], steps: readonly number[]): (scale: number) => boolean {
  const smallest = steps.at(-1) ?? 1;
  const little = steps.findLast((step) => step >= WHOLE_WORDS) ?? 1;
  const all = regions.flatMap(({ region, items }) => items.map((item) => ({ item, width: region.frame.width })));
  const needs = all.flatMap(({ item, width }) => {
    const holdsAt = (scale: number, undivided: Undivided): boolean => holdsWhole(context, item, width, scale, undivided);
    if (holdsAt(1, 'words')) return [];
    if (holdsAt(little, 'words')) return [(scale: number) => holdsAt(scale, 'words')];
    return !holdsAt(1, 'unruly') && holdsAt(smallest, 'unruly') ? [(scale: number) => holdsAt(scale, 'unruly')] : [];
  });
  return (scale) => needs.every((holds) => holds(scale));
}
