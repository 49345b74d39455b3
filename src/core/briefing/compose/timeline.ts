import type { EventView } from '../types.ts';

interface Anchored {
  /** The date that the event stands at: its own, else that of its neighbour; null where the list has no date at all. */
  readonly iso: string | null;
  readonly event: EventView;
}

/** Undated events stand where their author put them: behind the event before, or before the first dated one. */
function anchor(events: readonly EventView[]): Anchored[] {
  let iso = events.find(({ date }) => date.iso !== null)?.date.iso ?? null;
  return events.map((event) => {
    iso = event.date.iso ?? iso;
    return { iso, event };
  });
}

/**
 * Several timelines in one order of time. A less precise date comes before the dates it contains (2023, 2023-09,
 * 2023-09-19), equal ones keep the running order, and lists without any date come last.
 */
export function mergeTimelines(timelines: readonly (readonly EventView[])[]): EventView[] {
  return timelines
    .flatMap(anchor)
    .sort((a, b) => (a.iso === b.iso ? 0 : a.iso === null ? 1 : b.iso === null ? -1 : a.iso < b.iso ? -1 : 1))
    .map(({ event }) => event);
}
