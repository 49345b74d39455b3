import type { TimelineBlock } from '../types.ts';

export interface TimelineItem {
  readonly kind: 'timeline';
  readonly timeline: TimelineBlock;
  /** The timeline before it was divided: all its parts have its column of dates. */
  readonly whole: TimelineBlock;
  /** The form is chosen once for the whole timeline, so that its parts look alike. */
  readonly form: 'line' | 'list' | null;
}
