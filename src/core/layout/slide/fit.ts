import type { Context } from '../context.ts';
import { itemLayout, type Item } from '../../block/layout.ts';
import { paginate, paginateEvenly } from '../flow/paginate.ts';
import type { Undivided } from '../text/widths.ts';
import type { RegionContent, SlideContent } from './content.ts';
import { WHOLE_WORDS } from '../text/scale.ts';

/** The parts of a slide: what each region holds on each. */
export interface Part {
  readonly regions: readonly { readonly content: RegionContent; readonly items: readonly Item[] }[];
}

export interface FittedSlide {
  readonly content: SlideContent;
  readonly scale: number;
  readonly parts: readonly Part[];
  /** Names of regions that something is too tall for, even alone and at its smallest. */
  readonly overflows: readonly string[];
}

function partsNeeded(context: Context, content: SlideContent, scale: number): number {
  const counts = content.regions.map(
    ({ region, items }) => paginate(context, items, region.frame, scale, { limit: region.frame.height })?.pages.length ?? 1,
  );
  return Math.max(1, ...counts);
}

/** Whether a slide needs no more parts than these: told without laying out what comes behind them. */
function fitsInto(context: Context, content: SlideContent, scale: number, most: number): boolean {
  return content.regions.every(
    ({ region, items }) => paginate(context, items, region.frame, scale, { limit: region.frame.height, most }) !== null,
  );
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
function partsHold(context: Context, content: SlideContent): (scale: number) => boolean {
  const smallest = content.steps.at(-1) ?? 1;
  const little = content.steps.findLast((step) => step >= WHOLE_WORDS) ?? 1;
  const all = content.regions.flatMap(({ region, items }) => items.map((item) => ({ item, width: region.frame.width })));
  const needs = all.flatMap(({ item, width }) => {
    const holdsAt = (scale: number, undivided: Undivided): boolean => holdsWhole(context, item, width, scale, undivided);
    if (holdsAt(1, 'words')) return [];
    if (holdsAt(little, 'words')) return [(scale: number) => holdsAt(scale, 'words')];
    return !holdsAt(1, 'unruly') && holdsAt(smallest, 'unruly') ? [(scale: number) => holdsAt(scale, 'unruly')] : [];
  });
  return (scale) => needs.every((holds) => holds(scale));
}

/** The largest size at which the slide needs no more parts than at its smallest, and divides nothing that it need not. */
export function chooseScale(context: Context, content: SlideContent): number {
  const { steps } = content;
  const holds = partsHold(context, content);
  if (fitsInto(context, content, 1, 1) && holds(1)) return 1;
  const fewest = partsNeeded(context, content, steps.at(-1) ?? 1);
  let [fits, fails] = [steps.length - 1, -1];
  while (fits - fails > 1) {
    const middle = Math.floor((fits + fails) / 2);
    const step = steps[middle] ?? 1;
    if (fitsInto(context, content, step, fewest) && holds(step)) fits = middle;
    else fails = middle;
  }
  return steps[fits] ?? 1;
}

/** Divides the slide at a given share of its full size. */
export function fitAt(context: Context, content: SlideContent, scale: number): FittedSlide {
  const pages = content.regions.map((region) => ({ region, ...paginateEvenly(context, region.items, region.region.frame, scale) }));
  const count = Math.max(1, ...pages.map((p) => p.pages.length));
  const parts = Array.from({ length: count }, (_, part) => ({
    regions: pages.flatMap(({ region, pages: own }) => {
      const items = own[part] ?? (region.repeats && own.length === 1 ? own[0] : undefined);
      return items ? [{ content: region, items }] : [];
    }),
  }));
  return { content, scale, parts, overflows: pages.filter((p) => p.overflows).map((p) => p.region.region.name) };
}

/** The sizes of all slides: those of one topic in the same styles take the smallest that one of them needs, so that type does not jump. */
export function commonScales(slides: readonly { readonly content: SlideContent; readonly scale: number }[]): number[] {
  const common = new Map<string, number>();
  for (const { content, scale } of slides) {
    const { sizeGroup } = content;
    if (sizeGroup !== null) common.set(sizeGroup, Math.min(common.get(sizeGroup) ?? 1, scale));
  }
  return slides.map(({ content, scale }) => (content.sizeGroup === null ? scale : (common.get(content.sizeGroup) ?? scale)));
}
