import type { DateUnit } from '../words/days.ts';

/** A date as a text names it, before it is placed on the calendar. Offsets in UTF-16 units of that text. */
export interface DateMention {
  readonly start: number;
  readonly end: number;
  readonly words: string;
  readonly when: When;
  /** `early`, `about`, `by the end of`: the date is meant roughly. */
  readonly about: boolean;
  /** The writer's own pointer: `last October`, `next June`. */
  readonly pointer: 'last' | 'next' | 'this' | null;
  /** The day that a wire's story is dated from, and no part of what it tells. */
  readonly isDateline?: boolean;
}

export type When =
  | { readonly kind: 'calendar'; readonly year: number | null; readonly month: number | null; readonly day: number | null }
  /** 0 is Sunday. */
  | { readonly kind: 'weekday'; readonly weekday: number }
  /** So many units from the day of publication; negative is past. */
  | { readonly kind: 'offset'; readonly unit: DateUnit; readonly by: number }
  /** A stretch before the day of publication: `in recent weeks`. */
  | { readonly kind: 'stretch'; readonly unit: DateUnit }
  /** A decade, a season, a quarter: words, with the year where there is one. */
  | { readonly kind: 'words'; readonly words: string; readonly year: number | null; readonly season: Season | null };

export type Season = 'spring' | 'summer' | 'autumn' | 'winter';

/** A day of the calendar as far as it is known. */
export interface CalendarDay {
  readonly year: number;
  readonly month: number | null;
  readonly day: number | null;
}

/** Arabic, Persian and full-width digits as ASCII ones; no offset changes. */
export function asciiDigits(text: string): string {
  return text.replace(/[٠-٩۰-۹０-９]/g, (digit) => {
    const code = digit.charCodeAt(0);
    return String(code >= 0xff10 ? code - 0xff10 : code >= 0x6f0 ? code - 0x6f0 : code - 0x660);
  });
}

export function isDay({
  year,
  month,
  day,
}: {
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number | null;
}): boolean {
  if (year !== null && (year < 1000 || year > 2199)) return false;
  if (month !== null && (month < 1 || month > 12)) return false;
  if (day === null) return true;
  const last = new Date(Date.UTC(year ?? 2024, month ?? 1, 0)).getUTCDate();
  return day >= 1 && day <= last;
}

export function isoOf({ year, month, day }: CalendarDay): string {
  const two = (n: number): string => String(n).padStart(2, '0');
  return [String(year), ...(month === null ? [] : [two(month), ...(day === null ? [] : [two(day)])])].join('-');
}

/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD` as a day; null for anything else. */
export function dayOf(iso: string): CalendarDay | null {
  const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(iso);
  if (!parts) return null;
  const day = { year: Number(parts[1]), month: parts[2] ? Number(parts[2]) : null, day: parts[3] ? Number(parts[3]) : null };
  return isDay(day) ? day : null;
}
