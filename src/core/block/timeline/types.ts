import type { Origin } from '../../base/origin.ts';
import type { Run } from '../../base/text.ts';
import type { LineView } from '../text/types.ts';

/**
 * A date as precise as its author was. `iso` is `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; null where the text is none of these,
 * and then the row keeps its place in the order it was written.
 */
export interface VagueDate {
  readonly text: string;
  readonly iso: string | null;
  /** `~` stood before it. */
  readonly about: boolean;
}

/** In articles. */
export interface EventsBlock {
  readonly kind: 'timeline';
  readonly events: readonly TimelineEvent[];
}

export interface TimelineEvent {
  readonly date: VagueDate;
  readonly runs: readonly Run[];
}

export interface EventView extends LineView {
  readonly date: VagueDate;
  readonly dateText: string;
}

export interface EventsFields {
  readonly events: readonly EventView[] | null;
}

export interface EventsLists {
  readonly events: readonly EventView[];
}

/** `<dl class="timeline"><dt data-date="~2023-09">September 2023</dt><dd>…</dd></dl>`; `data-today` marks the briefing's date, with the words of `data-today-label`. */
export interface TimelineBlock {
  readonly kind: 'timeline';
  readonly events: readonly ShownEvent[];
  /** `YYYY-MM-DD` or null. */
  readonly today: string | null;
  /** What stands at its mark beside the date; empty: the date alone. */
  readonly todayLabel: string;
}

export interface ShownEvent {
  readonly date: VagueDate;
  readonly dateText: string;
  readonly runs: readonly Run[];
  /** Of the date; as a run's. */
  readonly origins?: readonly Origin[];
}

export type TimelineElement = 'timeline' | 'date';
