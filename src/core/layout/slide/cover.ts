import type { Run } from '../../base/text.ts';
import { firstWhere } from '../../base/search.ts';
import { divideSlice, lengthOf, membersOf } from '../../base/slice.ts';
import type { Item } from '../../block/layout.ts';
import type { Context } from '../context.ts';
import { paginate } from '../flow/paginate.ts';
import type { RegionContent } from './content.ts';
import { scaleIn, type FittedSlide, type Part } from './fit.ts';

/** A slide that opens something and is never continued: a deck's cover, a section's divider. */
const isCover = ({ content }: FittedSlide): boolean => content.layout.type === 'title' || content.layout.type === 'secHead';

/** The items of text with their first paragraphs alone. */
function firstParagraphs(items: readonly Item[], count: number): Item[] {
  let room = count;
  const kept: Item[] = [];
  for (const item of items) {
    if (item.kind !== 'text') continue;
    const count = Math.min(room, lengthOf(item.paragraphs));
    room -= count;
    if (count > 0) kept.push({ ...item, paragraphs: divideSlice(item.paragraphs, count)[0] });
  }
  return kept;
}

const paragraphsOf = (items: readonly Item[]): (readonly Run[])[] =>
  items.flatMap((item) => (item.kind === 'text' ? membersOf(item.paragraphs).map(({ paragraph }) => paragraph.runs) : []));

/** As many whole paragraphs as the region holds at this size, and those that it does not; null where it holds things that are no text. */
function held(context: Context, { region, items }: RegionContent, scale: number): { kept: Item[]; left: (readonly Run[])[] } | null {
  const all = paragraphsOf(items);
  if (items.some((item) => item.kind !== 'text')) return null;
  const isTooMany = (count: number): boolean => {
    const pages = paginate(context, firstParagraphs(items, count), region.frame, scale, { limit: region.frame.height, most: 1 });
    return pages === null;
  };
  const count = Math.max(
    0,
    firstWhere(all.length, (last) => isTooMany(last + 1)),
  );
  return { kept: firstParagraphs(items, count), left: all.slice(count) };
}

/**
 * A cover or divider on one slide: paragraphs that have no room even in the smallest type are left for its notes. A slide of another kind,
 * or with more than text on it, stays as it is.
 */
export function onOneSlide(
  context: Context,
  fitted: FittedSlide,
): { readonly fitted: FittedSlide; readonly left: readonly (readonly Run[])[] } {
  const same = { fitted, left: [] };
  if (fitted.parts.length === 1 || !isCover(fitted)) return same;
  const regions = fitted.content.regions.map((content) => ({ content, ...held(context, content, scaleIn(fitted.sizes, content)) }));
  if (regions.some(({ kept }) => kept === undefined)) return same;
  const part: Part = {
    regions: regions.flatMap(({ content, kept = [] }) => (kept.length > 0 ? [{ content, items: kept }] : [])),
  };
  return { fitted: { ...fitted, parts: [part] }, left: regions.flatMap(({ left = [] }) => left) };
}
