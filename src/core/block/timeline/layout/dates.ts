import type { VagueDate } from '../../../article/types.ts';
import { dateFormat } from '../../../language/index.ts';
import { lazy } from '../../../base/lazy.ts';

const DAY = 86_400_000;

/** Day number (days since 1970, UTC) of a date; a month stands at its middle, a year at its middle; null where the date is only words. */
export function dayOf(iso: string | null): number | null {
  const match = iso === null ? null : /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(iso);
  if (!match) return null;
  const [year, month, day] = [Number(match[1]), match[2], match[3]];
  const at = Date.UTC(year, month ? Number(month) - 1 : 6, day ? Number(day) : month ? 15 : 1);
  return Math.floor(at / DAY);
}

/** Where a day falls among events: after how many, and how far on the way to the next (0 to 1; 0 after the last). Null: before the first or none is dated. */
export function placeOfDay(day: number | null, dates: readonly VagueDate[]): { readonly after: number; readonly share: number } | null {
  if (day === null) return null;
  const days = dates.map((date) => dayOf(date.iso));
  let after = -1;
  days.forEach((d, i) => {
    if (d !== null && d <= day) after = i;
  });
  const from = days[after];
  if (after < 0 || from === null || from === undefined) return null;
  const to = days[after + 1];
  return { after, share: to === null || to === undefined || to <= from ? 0 : (day - from) / (to - from) };
}

/** First and last day that a date may mean, as day numbers: `2023-11` is any of thirty. */
function daysOf(iso: string): readonly [first: number, last: number] {
  const [year = 0, month, day] = iso.split('-').map(Number);
  const first = Date.UTC(year, (month ?? 1) - 1, day ?? 1);
  const last = day === undefined ? Date.UTC(year, month ?? 12, 0) : first;
  return [Math.floor(first / DAY), Math.floor(last / DAY)];
}

/**
 * Where the briefing's date falls among events, as `placeOfDay` says it. Null for a month or a year during which one of
 * them falls: which of the two came first was never written.
 */
export function placeOfToday(today: string | null, dates: readonly VagueDate[]): ReturnType<typeof placeOfDay> {
  if (today === null) return null;
  const [first, last] = daysOf(today).map((day) => placeOfDay(day, dates)?.after);
  return first === last ? placeOfDay(dayOf(today), dates) : null;
}

/** Writes dates in a language, as precise as each is: `21 November 2023`, `November 2023`, `2023`. Gregorian everywhere. */
export function dayWriter(language: string): (iso: string) => string {
  const formats = ['2000', '2000-01', '2000-01-01'].map((precision) => lazy(() => formatOf(language, precision)));
  return (iso) => {
    const day = dayOf(iso);
    return day === null ? iso : (formats[iso.split('-').length - 1]?.()?.format(day * DAY) ?? iso);
  };
}

function formatOf(language: string, iso: string): Intl.DateTimeFormat | null {
  try {
    return dateFormat(language, iso);
  } catch {
    return null;
  }
}
