import { isInSeason, type Season } from '../words/calendar.ts';
import type { Distance } from './distances.ts';
import type { DateMention, Dated } from './types.ts';

/** A day as far as it is known. */
export interface Day {
  readonly year: number;
  readonly month: number | null;
  readonly day: number | null;
}

/** What a line's date says; null for what it leaves open. */
export interface DateClaim {
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number | null;
  readonly season?: Season | null;
  /** `~2023-11`: a neighbour holds it too. */
  readonly about: boolean;
}

/** The paragraphs that a line names, and what is known around them. */
export interface DateContext {
  /** Each with the last year that the paragraph before it names, and how far from its dates it says that something is. */
  readonly paragraphs: readonly (Dated & { readonly yearBefore: number | null; readonly distances: readonly Distance[] })[];
  readonly published: Day | null;
}

const ordinal = (year: number, month: number, day: number): number => Date.UTC(year, month - 1, day) / 864e5;

/** Months from the day of publication up to which a date without a year is of that year and no other. */
const NEAR = 4;

/** The years that a month without one is likely of: that of the publication, and where it is far from it the one on the other side too. */
function yearOf(month: number, { year, month: now }: Day): number[] {
  const off = month - (now ?? month);
  return Math.abs(off) <= NEAR ? [year] : off > 0 ? [year, year - 1] : [year, year + 1];
}

const BESIDE = 16;

/** The years that a date without one may mean: the last that was named before it, else what the day of publication suggests. */
function yearsOf(source: DateMention, { dates, pointed, yearBefore }: DateContext['paragraphs'][number], published: Day | null): number[] {
  const before = dates.filter(({ start, year }) => year !== null && start < source.start).at(-1)?.year ?? yearBefore;
  const named = before === null ? [] : [before];
  if (published === null || source.month === null) return named;
  // `in April of last year`: right beside it.
  const years = pointed.flatMap(({ unit, by, at }) => (unit === 'year' && Math.abs(at - source.end) < BESIDE ? [published.year + by] : []));
  return years.length > 0 ? [...named, ...years] : [...named, ...yearOf(source.month, published)];
}

/** Whether a source's date may be of a season; by its month only where the paragraph names no season beside a year. */
function isSeason(season: Season, source: DateMention, { dates }: Dated): boolean {
  if (source.season !== null || dates.some((other) => other.season !== null)) return source.season === season;
  return source.month === null || isInSeason(source.month, season);
}

function matches(claim: DateClaim, source: DateMention, paragraph: DateContext['paragraphs'][number], published: Day | null): boolean {
  if (claim.month !== null && source.month !== claim.month) return false;
  if (claim.day !== null && !source.days.includes(claim.day)) return false;
  if (claim.season != null && !isSeason(claim.season, source, paragraph)) return false;
  if (claim.year === null) return claim.month !== null;
  if (claim.month === null && source.decade && source.year !== null) return claim.year >= source.year && claim.year < source.year + 10;
  if (source.year !== null) return source.year === claim.year;
  const years = yearsOf(source, paragraph, published);
  // Without any year around, the article names none to differ from.
  return years.length === 0 || years.includes(claim.year);
}

/** Of so many years a text may tell without naming each. */
const LONGEST_SPAN = 12;

/** `In 2018 it was 21; in the years after, 24, 19 and 27`: years between two that are named. */
function isWithin(claim: DateClaim, { paragraphs }: DateContext): boolean {
  if (claim.year === null || claim.month !== null || !paragraphs.some(({ spans }) => spans)) return false;
  const years = paragraphs.flatMap(({ dates }) => dates.flatMap(({ year }) => year ?? []));
  const [first, last] = [Math.min(...years), Math.max(...years)];
  return years.length > 0 && last - first <= LONGEST_SPAN && claim.year >= first && claim.year <= last;
}

/** Days that words like `on Sunday` may mean of a day of publication. */
const DAYS_AWAY = 10;
/** The same where the words name a day of the week: the last one, or the next. */
const WEEKDAY_AWAY = 6;

function isPointed({ year, month, day }: DateClaim, published: Day, paragraphs: readonly Dated[]): boolean {
  if (day !== null || year === null) return false;
  return paragraphs.some(({ pointed, dates }) =>
    pointed.some(({ unit, by }) => {
      // `The year before`, beside a year that is named.
      const named = dates.some((date) => date.year !== null && year === date.year + by);
      if (unit === 'year') return month === null && (year === published.year + by || (by < 0 && named));
      const total = published.year * 12 + (published.month ?? 1) - 1 + by;
      return year === Math.floor(total / 12) && (month === null || month === (total % 12) + 1);
    }),
  );
}

/** What follows from the day of publication: `yesterday`, `last month`, or nothing that places the paragraph in time at all. */
function followsFromPublished(claim: DateClaim, { paragraphs, published }: DateContext): boolean {
  if (published === null) return paragraphs.every(({ dates }) => dates.length === 0);
  const reach = new Set(paragraphs.flatMap(({ relative }) => [...relative]));
  if (isPointed(claim, published, paragraphs)) return true;
  const dated = paragraphs.some(({ dates }) => dates.length > 0);
  const { year, month, day } = claim;
  if (day !== null && month !== null) {
    if (published.month === null || published.day === null) return !dated;
    const off = ordinal(year ?? published.year, month, day) - ordinal(published.year, published.month, published.day);
    if (off === 0 && !dated) return true;
    const weekdays = paragraphs.flatMap((own) => own.weekdays.filter(({ dated }) => !dated));
    const weekday = new Date(Date.UTC(year ?? published.year, month - 1, day)).getUTCDay();
    if (weekdays.length > 0) return Math.abs(off) <= WEEKDAY_AWAY && weekdays.some((own) => own.day === weekday);
    return reach.has('day') && Math.abs(off) <= DAYS_AWAY;
  }
  if (month !== null) {
    if (published.month === null) return !dated;
    const off = (year ?? published.year) * 12 + month - (published.year * 12 + published.month);
    // `Last week`, beside a year of something else.
    const months = paragraphs.some(({ dates }) => dates.some((date) => date.month !== null));
    const near = reach.has('day') || reach.has('week') ? !months : reach.has('month');
    return (off === 0 && !dated) || (near && off >= -1 && off <= 1);
  }
  const explicit = paragraphs.some(({ dates }) => dates.some((date) => date.year !== null));
  if (year === null) return true;
  // Beside years that are named, words like `per year` place nothing in that of the publication.
  if (year === published.year) return !explicit || (reach.has('year') && paragraphs.some(({ thisYear }) => thisYear));
  return reach.has('year') && !explicit && Math.abs(year - published.year) === 1;
}

/**
 * Whether a day of the week holds: one that the paragraphs name, or that a date of theirs is on. Where nothing in them tells of days,
 * nothing is said.
 */
export function weekdayHeld(day: number, { paragraphs, published }: DateContext): boolean {
  const dates = paragraphs.flatMap((paragraph) => paragraph.dates.map((date) => ({ date, paragraph })));
  const days = dates.filter(({ date }) => date.days.length > 0);
  const named = paragraphs.flatMap(({ weekdays }) => weekdays);
  if (named.length === 0 && days.length === 0) return true;
  if (named.some((own) => own.day === day)) return true;
  // `Yesterday`, or days of which nothing tells the week.
  if (named.length === 0 && paragraphs.some(({ relative }) => relative.has('day'))) return true;
  return days.some(({ date, paragraph }) => {
    // Without a year around it, any day of the week may be meant.
    const known = daysOf(date, paragraph, published);
    return known.length === 0
      ? date.month !== null
      : known.some((own) => [0, ...daysBeside(paragraph)].some((by) => weekdayOf(own + by) === day));
  });
}

/** 0 is Sunday, of days from 1970 on, whose first was a Thursday. */
const weekdayOf = (days: number): number => (((days + 4) % 7) + 7) % 7;

/** The days that a date names, counted from 1970; none where its month or year is not known. */
function daysOf(date: DateMention, paragraph: DateContext['paragraphs'][number], published: Day | null): number[] {
  const { month } = date;
  if (month === null) return [];
  const years = date.year === null ? yearsOf(date, paragraph, published) : [date.year];
  return years.flatMap((year) => date.days.map((day) => ordinal(year, month, day)));
}

const daysBeside = ({ distances }: DateContext['paragraphs'][number]): number[] =>
  distances.flatMap(({ unit, count }) => (unit === 'day' ? [-count, count] : []));

/** Whether a date is as far from another, or from the day of publication, as its paragraph says: `two days before 12 June`. */
function isBeside({ year, month, day }: DateClaim, { paragraphs, published }: DateContext): boolean {
  return paragraphs.some((paragraph) => {
    const { distances, dates } = paragraph;
    if (distances.length === 0) return false;
    if (month === null) {
      const named = dates.flatMap((date) => date.year ?? []);
      const isFrom = (from: number, count: number): boolean => Math.abs(from - (year ?? 0)) === count;
      return distances.some(
        ({ unit, count, ago }) =>
          unit === 'year' && (named.some((from) => isFrom(from, count)) || (ago && published !== null && published.year - count === year)),
      );
    }
    if (day === null) return false;
    const own = dates.flatMap((date) => daysOf(date, paragraph, published));
    return own.some((from) =>
      daysBeside(paragraph).some((by) => {
        const shifted = new Date((from + by) * 864e5);
        const isSameYear = year === null || shifted.getUTCFullYear() === year;
        return isSameYear && shifted.getUTCMonth() + 1 === month && shifted.getUTCDate() === day;
      }),
    );
  });
}

/** Whether the paragraphs that a line names say its date, or it follows from the article’s own. */
export function dateHeld(claim: DateClaim, context: DateContext): boolean {
  const own = claim.about ? neighbours(claim) : [claim];
  return own.some(
    (one) =>
      context.paragraphs.some((paragraph) => paragraph.dates.some((source) => matches(one, source, paragraph, context.published))) ||
      isWithin(one, context) ||
      isBeside(one, context) ||
      followsFromPublished(one, context),
  );
}

/** An approximate date, and those right beside it. */
function neighbours(claim: DateClaim): DateClaim[] {
  const { year, month } = claim;
  if (year === null) return [claim];
  if (month === null) return [claim, { ...claim, year: year - 1 }, { ...claim, year: year + 1 }];
  const shifted = (by: number): DateClaim => {
    const total = year * 12 + month - 1 + by;
    return { ...claim, year: Math.floor(total / 12), month: (total % 12) + 1 };
  };
  return [claim, shifted(-1), shifted(1)];
}

/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD` as a day; null for anything else. */
export function dayOf(iso: string | null): Day | null {
  const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(iso ?? '');
  if (!parts) return null;
  return { year: Number(parts[1]), month: parts[2] ? Number(parts[2]) : null, day: parts[3] ? Number(parts[3]) : null };
}
