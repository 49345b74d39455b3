import type { Frame, RegionType } from '../theme/types.ts';
import type { Choice } from './choose.ts';
import type { LayoutPlan } from './plan.ts';
import type { CompanyPlaceholder } from './types.ts';

/** A region of ours on a layout of theirs. */
export interface BoundRegion {
  readonly name: string;
  readonly type: RegionType;
  /** From edge to edge of its words. */
  readonly frame: Frame;
  /** The placeholder that it fills; null: a text box beside those. */
  readonly placeholder: CompanyPlaceholder | null;
  /** Whose text it looks like: its placeholder's, or that of one beside which it stands in; null: as text of its kind does. */
  readonly look: CompanyPlaceholder | null;
  /** Made smaller than its placeholder: it would have run into this. */
  readonly trimmed: 'art' | 'placeholder' | null;
}

export interface BoundLayout {
  readonly name: string;
  readonly plan: LayoutPlan;
  readonly choice: Choice;
  readonly regions: readonly BoundRegion[];
  readonly keepOut: readonly Frame[];
  /** Placeholders for content that nothing of ours fills. */
  readonly unused: readonly CompanyPlaceholder[];
  /** Placeholders without a place, so that one was made up. */
  readonly lost: readonly CompanyPlaceholder[];
}
