import type { Run } from '../../base/text.ts';
import type { Item } from '../../block/layout.ts';
import type { Context } from '../context.ts';
import { paginate } from '../flow/paginate.ts';
import type { RegionContent } from './content.ts';
import type { FittedSlide, Part } from './fit.ts';

/** A slide that opens something and is never continued: a deck's cover, a section's divider. */
const isCover = ({ content }: FittedSlide): boolean => content.layout.type === 'title' || content.layout.type === 'secHead';

/** The items with their first paragraphs alone; null where something else than text stands among them. */
function firstParagraphs(items: readonly Item[], count: number): Item[] | null {
  let room = count;
  const kept: Item[] = [];
  for (const item of items) {
    if (item.kind !== 'text') return null;
    const paragraphs = item.paragraphs.slice(0, room);
    room -= paragraphs.length;
    if (paragraphs.length > 0) kept.push({ ...item, paragraphs });
  }
  return kept;
}

const paragraphsOf = (items: readonly Item[]): (readonly Run[])[] =>
  items.flatMap((item) => (item.kind === 'text' ? item.paragraphs.map(({ paragraph }) => paragraph.runs) : []));

/** As many whole paragraphs as the region holds at this size, and those that it does not; null where it holds things that are no text. */
function held(context: Context, { region, items }: RegionContent, scale: number): { kept: Item[]; left: (readonly Run[])[] } | null {
  const all = paragraphsOf(items);
  for (let count = all.length; count >= 0; count--) {
    const kept = firstParagraphs(items, count);
    if (kept === null) return null;
    const pages = paginate(context, kept, region.frame, scale, region.frame.height);
    if (pages === null || pages.pages.length > 1) continue;
    return { kept, left: all.slice(count) };
  }
  return null;
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
  const regions = fitted.content.regions.map((content) => ({ content, ...held(context, content, fitted.scale) }));
  if (regions.some(({ kept }) => kept === undefined)) return same;
  const part: Part = {
    regions: regions.flatMap(({ content, kept = [] }) => (kept.length > 0 ? [{ content, items: kept }] : [])),
  };
  return { fitted: { ...fitted, parts: [part] }, left: regions.flatMap(({ left = [] }) => left) };
}
