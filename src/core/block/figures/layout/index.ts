import { sliceOf } from '../../../base/slice.ts';
import type { FiguresLook, Region } from '../../../template/theme/types.ts';
import type { Context } from '../../../layout/context.ts';
import type { BlockLayout, ItemLayout, TextItem } from '../../../layout/item/types.ts';
import type { StatsBlock } from '../types.ts';
import { formed, formedDivide, formedNeed, placeFormed, splitFormed } from './formed.ts';
import { placeStats, plainItem, splitStats, statsAsText, statsDivide, statsNeed } from './plain.ts';
import type { StatsItem } from './types.ts';

/** More figures than these are read as a list, in the plain form. */
const MOST_FORMED = 12;

/** How the figures of a block stand in a region: one alone as the region says, several in the place of one in a row. Null: plainly. */
function lookIn({ theme }: Context, { figures }: Region, { stats }: StatsBlock): FiguresLook | null {
  const look = figures ?? theme.figures;
  if (look === undefined || look.form === 'plain' || stats.length > MOST_FORMED) return null;
  return look.form === 'hero' && stats.length > 1 ? { ...look, form: 'row' } : look;
}

export const statsLayout: BlockLayout<StatsBlock, StatsItem | TextItem> = {
  items: (context, block, region) => {
    const { width } = region.frame;
    const styles = region.figures ?? { value: 'statValue', label: 'statLabel' };
    const item: StatsItem = {
      kind: 'stats',
      stats: sliceOf(block.stats),
      whole: block.stats,
      look: lookIn(context, region, block),
      styles,
    };
    return [formed(context, item, width, 0) ? item : plainItem(context, item, width)];
  },
  counts: ({ stats }) => ({ figures: stats.length }),
};

export const statsItem: ItemLayout<StatsItem> = {
  styles: ['statValue', 'statLabel'],
  need: (context, item, width, scale, enough) => {
    const one = formed(context, item, width, scale);
    return one ? formedNeed(one) : statsNeed(context, item, width, scale, enough);
  },
  partDivided: (context, item, width, scale, undivided) => {
    const one = formed(context, item, width, scale);
    return one ? formedDivide(context, one, undivided) : statsDivide(context, item, width, scale, undivided);
  },
  holds: null,
  split: (context, item, room, scale) => (item.look === null ? splitStats : splitFormed)(context, item, room, scale),
  plainForm: statsAsText,
  place: (context, item, frame, at, scale) => {
    const own = { id: at.id(), region: at.region };
    const one = formed(context, item, frame.width, scale);
    return [one ? placeFormed(context, item, one, frame, own) : placeStats(context, item, frame, own, scale)];
  },
};
