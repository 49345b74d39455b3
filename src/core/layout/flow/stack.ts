import { placeText } from '../../block/text/layout.ts';
import type { Context } from '../context.ts';
import type { Region } from '../../template/theme/types.ts';
import type { Box } from '../types.ts';
import { needOf, placeItem } from './item.ts';
import type { Need } from '../measure.ts';
import type { Item } from './types.ts';

/** Points between items of a region. */
export const ITEM_GAP = 14;

/** Gives every item of a region its place, top to bottom; those that can grow share what is left. */
export function placeStack(context: Context, items: readonly Item[], region: Region, slideId: string, scale: number): Box[] {
  const { frame } = region;
  const needs = items.map((item) => needOf(context, item, frame.width, scale));
  const heights = grow(needs, frame.height - ITEM_GAP * Math.max(0, items.length - 1));
  const total = heights.reduce((a, b) => a + b, 0) + ITEM_GAP * Math.max(0, items.length - 1);
  const free = Math.max(0, frame.height - total);
  const alone = items.length === 1;
  let y = frame.y + (region.anchor === 'top' ? 0 : region.anchor === 'middle' ? free / 2 : free);
  const name = nameMaker(slideId, region.name);
  const boxes: Box[] = [];
  items.forEach((item, i) => {
    const height = heights[i] ?? 0;
    const place = { ...frame, y, height };
    if (item.kind === 'text') {
      // The first text box is the region's placeholder, and its frame the region's, so that the slide inherits it. One for pictures holds no text.
      const placeholder = i === 0 && region.type !== 'picture' && (alone || region.anchor === 'top');
      boxes.push(placeText(context.fonts, item, { id: name(), frame: placeholder ? frame : place, region, placeholder }, scale));
    } else {
      const id = name();
      boxes.push(...placeItem(context, item, place, { id: (part) => (part ? `${id}/${part}` : id), region: region.name }, scale));
    }
    y += height + ITEM_GAP;
  });
  return boxes;
}

/** `slide/region`, then `slide/region.2`, … */
function nameMaker(slideId: string, region: string): () => string {
  let count = 0;
  return () => {
    count++;
    return count === 1 ? `${slideId}/${region}` : `${slideId}/${region}.${count}`;
  };
}

/** Shares the height left over among items that can use it. One alone shrinks to the region. */
function grow(needs: readonly Need[], height: number): number[] {
  const [only] = needs;
  if (only && needs.length === 1) return [Math.max(only.least, Math.min(only.max, height))];
  const heights = needs.map((need) => need.min);
  for (let round = 0; round < needs.length; round++) {
    const left = height - heights.reduce((a, b) => a + b, 0);
    const open = needs.flatMap((need, i) => (need.max > (heights[i] ?? 0) + 0.01 ? [i] : []));
    if (left < 0.01 || open.length === 0) break;
    for (const i of open) heights[i] = Math.min(needs[i]?.max ?? 0, (heights[i] ?? 0) + left / open.length);
  }
  return heights;
}
