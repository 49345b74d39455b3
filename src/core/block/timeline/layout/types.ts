import type { Slice } from '../../../base/slice.ts';
import type { Stretch } from '../../../layout/text/types.ts';
import type { ShownEvent, TimelineBlock } from '../types.ts';

/** An event, or what of its words stands in one part of a list. */
export interface ListEvent extends ShownEvent {
  readonly stretch?: Stretch;
}

export interface TimelineItem {
  readonly kind: 'timeline';
  /** The timeline before it was divided: all its parts have its column of dates. */
  readonly whole: TimelineBlock;
  readonly events: Slice<ListEvent>;
  /** Which of all events the mark of the briefing's date stands behind in a list; null: none. */
  readonly mark: number | null;
  /** The form is chosen once for the whole timeline, so that its parts look alike. */
  readonly form: 'line' | 'list' | null;
}
