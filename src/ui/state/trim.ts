import type { Briefing, Depth, Item } from '../types.ts';
import { setDepth } from './briefing.ts';

const DEPTHS: readonly Depth[] = ['headline', 'points', 'full'];

/** Seconds an item takes at a depth. */
export type Pace = (item: Item, depth: Depth) => number;

export interface Trimmed {
  readonly briefing: Briefing;
  readonly seconds: number;
  /** Indices of items whose depth changed. */
  readonly changed: readonly number[];
  readonly fits: boolean;
}

export function totalSeconds(briefing: Briefing, pace: Pace, overhead = 0): number {
  return briefing.items.reduce((sum, item) => sum + pace(item, item.kind === 'topic' ? item.depth : 'full'), overhead);
}

/**
 * Takes depth from topics until the minutes suffice: everything goes down to points before anything goes down to its headline,
 * and what saves most goes first, so that few topics change. `overhead`: seconds of the slides that belong to no item.
 */
export function trimToFit(briefing: Briefing, minutes: number, pace: Pace, overhead = 0): Trimmed {
  const limit = minutes * 60;
  let trimmed = briefing;
  let seconds = totalSeconds(briefing, pace, overhead);
  const changed = new Set<number>();
  for (const to of ['points', 'headline'] as const) {
    const savings = trimmed.items
      .map((item, index) => ({
        index,
        saves: item.kind === 'topic' && isDeeper(item.depth, to) ? pace(item, item.depth) - pace(item, to) : 0,
      }))
      .filter(({ saves }) => saves > 0)
      .sort((a, b) => b.saves - a.saves || b.index - a.index);
    for (const { index, saves } of savings) {
      if (seconds <= limit) break;
      trimmed = setDepth(trimmed, index, to);
      seconds -= saves;
      changed.add(index);
    }
  }
  return { briefing: trimmed, seconds, changed: [...changed].sort((a, b) => a - b), fits: seconds <= limit };
}

function isDeeper(depth: Depth, than: Depth): boolean {
  return DEPTHS.indexOf(depth) > DEPTHS.indexOf(than);
}
