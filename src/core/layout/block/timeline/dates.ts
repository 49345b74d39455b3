import type { VagueDate } from '../../../article/types.ts';

const DAY = 86_400_000;

/** Day number (days since 1970, UTC) of a date; a month stands at its middle, a year at its middle; null where the date is only words. */
export function dayOf(iso: string | null): number | null {
  const match = iso === null ? null : /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(iso);
  if (!match) return null;
  const [year, month, day] = [Number(match[1]), match[2], match[3]];
  const at = Date.UTC(year, month ? Number(month) - 1 : 6, day ? Number(day) : month ? 15 : 1);
  return Math.floor(at / DAY);
}

/** Days from each event to the next; 0 where either is undated or they stand in another order than time's. */
export function daysBetween(dates: readonly VagueDate[]): number[] {
  const days = dates.map((date) => dayOf(date.iso));
  return days.slice(0, -1).map((day, i) => {
    const next = days[i + 1];
    return day === null || next === null || next === undefined ? 0 : Math.max(0, next - day);
  });
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

const formats = new Map<string, Intl.DateTimeFormat | null>();

/** A day in the deck's language: `21 November 2023`. */
export function dayText(iso: string, language: string): string {
  const day = dayOf(iso);
  let format = formats.get(language);
  if (format === undefined) formats.set(language, (format = dateFormat(language)));
  return day === null || format === null ? iso : format.format(day * DAY);
}

function dateFormat(language: string): Intl.DateTimeFormat | null {
  try {
    return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { dateStyle: 'long', timeZone: 'UTC' });
  } catch {
    return null;
  }
}
