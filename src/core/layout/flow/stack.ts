import { itemLayout, type Item } from '../../block/layout.ts';
import type { Context } from '../context.ts';
import type { Region } from '../../template/theme/types.ts';
import type { Box } from '../types.ts';
import type { Need } from '../item/measure.ts';

/** Points between items of a region. */
export const ITEM_GAP = 14;

/** Gives every item of a region its place, top to bottom; those that can grow share what is left. */
export function placeStack(context: Context, items: readonly Item[], region: Region, slideId: string, scale: number): Box[] {
  const { frame } = region;
  const needs = items.map((item) => itemLayout(item.kind).need(context, item, frame.width, scale, Infinity));
  const heights = grow(needs, frame.height - ITEM_GAP * Math.max(0, items.length - 1));
  const total = heights.reduce((a, b) => a + b, 0) + ITEM_GAP * Math.max(0, items.length - 1);
  const free = Math.max(0, frame.height - total);
  const alone = items.length === 1;
  let y = frame.y + (region.anchor === 'top' ? 0 : region.anchor === 'middle' ? free / 2 : free);
  const name = nameMaker(slideId, region.name);
  const boxes: Box[] = [];
  items.forEach((item, i) => {
    const height = heights[i] ?? 0;
    // The first text box is the region's placeholder, and its frame the region's, so that the slide inherits it. One for pictures holds no text.
    const isPlaceholder = item.kind === 'text' && i === 0 && region.type !== 'picture' && (alone || region.anchor === 'top');
    const id = name();
    const at = {
      id: (part?: string) => (part ? `${id}/${part}` : id),
      region: region.name,
      placeholder: isPlaceholder ? region : null,
      alone,
    };
    boxes.push(...itemLayout(item.kind).place(context, item, { ...frame, y, height }, at, scale));
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
