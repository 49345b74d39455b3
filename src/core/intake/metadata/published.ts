import { findDates } from '../dates/find.ts';
import { dayOf, isDay, isoOf } from '../dates/mention.ts';
import type { NumericOrder } from '../dates/rules.ts';
import { UPDATED } from '../words/updated.ts';

export interface PublishedOptions {
  readonly language: string;
  readonly order: NumericOrder;
}

/** ISO 8601, with or without hyphens, and a time of day in any zone behind it: the day is the one the writer's own clock showed. */
const ISO =
  /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?|(\d{2})(\d{2}))?(?:(?:T|\s+|[A-Z]{2,5})\d{1,2}:?\d{2}[\d:.,]*\s*(?:[A-Z]{1,5})?(?:[+-]\d{1,2}(?::?\d{2})?)?)?$/i;
/** What begins so is meant as ISO 8601: where it is not read so, no other day is looked for in it (`2023-4.5.6`, a week, a day's number). */
const LIKE_ISO = /^\d{4}-/;
const COPYRIGHT = /©|\(c\)|copyright/i;
/** A clock that was never set: the first second of Unix time, in any zone. Of machine-written values only. */
const EPOCH = /^(?:1970-01-01|1969-12-31)/;

/**
 * The day of publication that a page, a document or a line of text names, as `YYYY-MM-DD`, `YYYY-MM` or `YYYY`, and a day that exists; null
 * where it names none. The day of an update, a copyright's year and a time alone are none.
 */
export function readPublished(text: string, { language, order }: PublishedOptions): string | null {
  const words = text.trim();
  const iso = ISO.exec(words);
  if (iso) {
    const [, year = '', month = iso[4], day = iso[5]] = iso;
    const date = { year: Number(year), month: numberOf(month), day: numberOf(day) };
    return isDay(date) ? isoOf(date) : null;
  }
  if (LIKE_ISO.test(words) || COPYRIGHT.test(words)) return null;
  return (
    datesIn(words, { language, order })[0] ?? (language.startsWith('en') ? null : (datesIn(words, { language: 'en', order })[0] ?? null))
  );
}

const DAY_BEFORE = /\d(?:st|nd|rd|th|er|\.)?(?:\s+(?:of|de|di))?\s*$/i;

/** Days that a line names, the most exact first; years alone count only where they are all there is. */
function datesIn(words: string, options: PublishedOptions): string[] {
  let from = 0;
  const found = findDates(words, options).flatMap(({ when, start, end }) => {
    if (when.kind !== 'calendar' || when.year === null) return [];
    const lead = words.slice(from, start);
    from = end;
    if (when.month === null || UPDATED().test(lead)) return [];
    // `30 February 2023` is no day, and no month either.
    if (when.day === null && DAY_BEFORE.test(lead)) return [];
    return [isoOf({ year: when.year, month: when.month, day: when.day })];
  });
  return found.sort((a, b) => b.length - a.length);
}

const numberOf = (digits: string | undefined): number | null => (digits === undefined ? null : Number(digits));

/** Whether a machine wrote the value of a clock that was never set. */
export function isUnset(text: string): boolean {
  return EPOCH.test(text.trim());
}

/** Whether a value is a day of the calendar, and not after the last one that it can be (an ISO day; null: any). */
export function isPublished(value: string, latest: string | null): boolean {
  return dayOf(value) !== null && (latest === null || value <= latest.slice(0, value.length));
}
