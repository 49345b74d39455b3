import type { Slice } from '../../../base/slice.ts';
import type { FiguresLook } from '../../../template/theme/types.ts';
import type { Stat, StatsBlock } from '../types.ts';

export interface StatsItem {
  readonly kind: 'stats';
  readonly stats: Slice<Stat>;
  /** The figures before they were divided: all parts have their size, and no more beside each other. */
  readonly whole: StatsBlock['stats'];
  /** Null: the plain form. */
  readonly look: FiguresLook | null;
  readonly styles: PlainStyles;
}

/** What numbers and labels are set in plainly: the region's own styles, which its ground was chosen for, else the theme's. */
export type PlainStyles = Pick<FiguresLook, 'value' | 'label'>;
