import type { VagueDate } from '../../article/types.ts';
import type { Direction } from './direction.ts';
import type { DateUnit } from '../words/days.ts';
import { isoOf, type CalendarDay, type DateMention, type Season } from './mention.ts';

export interface ResolveOptions {
  /** The day of publication; without it only dates with a year can be placed. */
  readonly reference: CalendarDay | null;
  readonly direction: Direction;
}

/** Months in which a season begins, northern hemisphere. */
const SEASON_START: Readonly<Record<Season, number>> = { spring: 3, summer: 6, autumn: 9, winter: 12 };

/** Places a mention on the calendar; as words where it cannot be. Null where it says nothing without a day of publication. */
export function resolveDate(mention: DateMention, options: ResolveOptions): VagueDate | null {
  const { when } = mention;
  switch (when.kind) {
    case 'calendar':
      return calendarDate(mention, when, options);
    case 'weekday':
      return weekdayDate(when.weekday, mention, options);
    case 'offset':
      return offsetDate(when.unit, when.by, options.reference);
    case 'stretch': {
      if (!options.reference) return null;
      const { year, month } = options.reference;
      return vague({ year, month: when.unit === 'day' || when.unit === 'week' ? month : null, day: null }, true);
    }
    case 'words':
      return seasonDate(when.words, when.year, when.season, options) ?? asWords(when.words);
  }
}

function vague(day: CalendarDay, about: boolean): VagueDate {
  const iso = isoOf(day);
  return { text: about ? `~${iso}` : iso, iso, about };
}

const asWords = (words: string): VagueDate => ({ text: words.replace(/^the /i, ''), iso: null, about: false });

function calendarDate(
  mention: DateMention,
  when: { readonly year: number | null; readonly month: number | null; readonly day: number | null },
  { reference, direction }: ResolveOptions,
): VagueDate | null {
  const { month, day } = when;
  if (when.year !== null) return vague({ year: when.year, month, day }, mention.about);
  if (month === null) return null;
  if (!reference) return asWords(mention.words);
  return vague({ year: yearOf(month, day, reference, mention.pointer, direction), month, day }, mention.about);
}

function yearOf(month: number, day: number | null, reference: CalendarDay, pointer: DateMention['pointer'], direction: Direction): number {
  const { year } = reference;
  const now = ordinal(reference.month ?? 6, reference.day ?? 15);
  const then = ordinal(month, day ?? reference.day ?? 15);
  const sameMonth = month === reference.month && day === null;
  if (pointer === 'this') return year;
  if (pointer === 'last') return then < now && !sameMonth ? year : year - 1;
  if (pointer === 'next') return then > now && !sameMonth ? year : year + 1;
  switch (direction) {
    case 'past':
      return then <= now ? year : year - 1;
    case 'future':
      return then >= now ? year : year + 1;
    case 'unknown':
      // The nearer of the two; a text speaks of its own months.
      return Math.abs(then - now) <= 186 ? year : then > now ? year - 1 : year + 1;
  }
}

const ordinal = (month: number, day: number): number => (month - 1) * 31 + day;

function weekdayDate(weekday: number, { pointer }: DateMention, { reference, direction }: ResolveOptions): VagueDate | null {
  if (reference?.month == null || reference.day === null) return null;
  const today = new Date(Date.UTC(reference.year, reference.month - 1, reference.day)).getUTCDay();
  const back = (today - weekday + 7) % 7;
  const by =
    pointer === 'next' || (pointer === null && direction === 'future')
      ? (weekday - today + 7) % 7 || 7
      : -(pointer === 'last' ? back || 7 : back);
  return offsetDate('day', by, reference, false);
}

function offsetDate(unit: DateUnit, by: number, reference: CalendarDay | null, about = by < -1 || unit === 'week'): VagueDate | null {
  if (!reference) return null;
  const { year, month, day } = reference;
  if (unit === 'year') return vague({ year: year + by, month: null, day: null }, about);
  if (month === null) return null;
  if (unit === 'month') {
    const shifted = new Date(Date.UTC(year, month - 1 + by, 1));
    return vague({ year: shifted.getUTCFullYear(), month: shifted.getUTCMonth() + 1, day: null }, about);
  }
  if (day === null) return null;
  const shifted = new Date(Date.UTC(year, month - 1, day + by * (unit === 'week' ? 7 : 1)));
  // A week names no day of its own.
  return vague(
    { year: shifted.getUTCFullYear(), month: shifted.getUTCMonth() + 1, day: unit === 'week' ? null : shifted.getUTCDate() },
    about,
  );
}

/** `last summer` as `summer 2023`: words that stay true on a later day. */
function seasonDate(words: string, year: number | null, season: Season | null, { reference }: ResolveOptions): VagueDate | null {
  if (season === null) return null;
  if (year !== null) return asWords(`${season} ${year}`);
  if (!reference) return null;
  const over = (reference.month ?? 6) >= SEASON_START[season] + 3;
  const begun = (reference.month ?? 6) >= SEASON_START[season];
  const shift = /^last/i.test(words) ? (over ? 0 : -1) : /^next/i.test(words) ? (begun ? 1 : 0) : 0;
  return asWords(`${season} ${reference.year + shift}`);
}
