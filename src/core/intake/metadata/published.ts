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
/** An ISO day, and a time where there is one, in front of other words (`2024-03-05 20:29:58 Source: …`). */
const ISO_AHEAD = /^(\d{4}-\d{2}-\d{2})(?:[T\s|]+\d{1,2}[:h]\d{2}(?::\d{2})?)?\s+(?=\p{L})|^(\d{4}-\d{2}-\d{2})\|/u;
/** A line that is a day with the year's last two digits, with little beside it. */
const SHORT_YEAR = /^[^\d]{0,20}(\d{1,2})([./])(\d{1,2})\2(\d{2})(?!\d)[^\d]{0,20}(?:\d{1,2}[:.]\d{2}\D{0,8})?$/;
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
  const ahead = ISO_AHEAD.exec(words);
  const first = ahead?.[1] ?? ahead?.[2];
  if (first !== undefined) return dayOf(first) === null ? null : first;
  if (LIKE_ISO.test(words) || COPYRIGHT.test(words)) return null;
  const short = UPDATED().test(words.replace(/\d.*$/s, '')) ? null : readShort(words, order);
  if (short !== null) return short;
  // `Created on14.09.2023`: of two elements without a space.
  const apart = words.replace(/(\p{Ll}{2})(?=\d{1,2}[./]\d{1,2}[./]\d{4})/u, '$1 ');
  return (
    datesIn(apart, { language, order })[0] ?? (language.startsWith('en') ? null : (datesIn(apart, { language: 'en', order })[0] ?? null))
  );
}

/** `5.3.24` and its like, of this century or the last. */
function readShort(words: string, order: NumericOrder): string | null {
  const [, a = '', mark, b = '', y = ''] = SHORT_YEAR.exec(words) ?? [];
  if (mark === undefined) return null;
  const [day, month] = mark === '/' && order === 'mdy' ? [Number(b), Number(a)] : [Number(a), Number(b)];
  const date = { year: Number(y) + (Number(y) < 70 ? 2000 : 1900), month, day };
  return isDay(date) ? isoOf(date) : null;
}

/** The other day that digits with slashes (`09/08/2024`) could mean than the one they were read as; null where there is none. */
export function otherOrder(text: string, read: string | null): string | null {
  const [, a, b, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?!\d)/.exec(text.trim()) ?? [];
  if (a === undefined || b === undefined || Number(a) > 12 || Number(b) > 12) return null;
  const both = [
    isoOf({ year: Number(year), month: Number(a), day: Number(b) }),
    isoOf({ year: Number(year), month: Number(b), day: Number(a) }),
  ];
  return both.find((day) => day !== read) ?? null;
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
