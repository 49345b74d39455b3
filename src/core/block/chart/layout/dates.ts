import { asciiDigits } from '../../../base/digits.ts';
import { dateFormat, dateReader, type CalendarDate } from '../../../language/index.ts';
import type { DateUnit, DateWords } from './types.ts';

const DAY = 86_400_000;
/** Spreadsheets count days from 30 December 1899; before March 1900 they disagree. */
const EPOCH = Date.UTC(1899, 11, 30) / DAY;
const FIRST_SERIAL = 61;

/** Categories that are dates of one kind, one after another: each at its place, counted in the unit of the axis. */
export interface ChartDates {
  readonly precision: CalendarDate['precision'];
  readonly unit: DateUnit;
  readonly places: readonly number[];
  /** Writes a quarter as the categories do. */
  readonly quarter: (year: number, quarter: number) => string;
}

/** So many units from one word of the axis to the next. */
export interface DateStep {
  readonly count: number;
  readonly unit: DateUnit;
}

const UNITS: Readonly<Record<CalendarDate['precision'], DateUnit>> = { year: 'years', quarter: 'months', month: 'months', day: 'days' };

const YEARS = [1, 2, 5, 10, 20, 50, 100].map((count): DateStep => ({ count, unit: 'years' }));
const months = (...counts: number[]): DateStep[] => counts.map((count) => ({ count, unit: 'months' }));
const days = (...counts: number[]): DateStep[] => counts.map((count) => ({ count, unit: 'days' }));

/** Round steps, the smallest first. */
export const DATE_STEPS: Readonly<Record<CalendarDate['precision'], readonly DateStep[]>> = {
  year: YEARS,
  quarter: [...months(3), ...YEARS],
  month: [...months(1, 2, 3, 6), ...YEARS],
  day: [...days(1, 7, 14), ...months(1, 2, 3, 6), ...YEARS],
};

/** A place counted in months since year 0, and back. A month's place in days is its first. */
function monthAt(unit: DateUnit, place: number): number {
  if (unit === 'years') return place * 12;
  if (unit === 'months') return place;
  const date = new Date(place * DAY);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

function placeOfMonth(unit: DateUnit, month: number): number {
  if (unit === 'years') return month / 12;
  return unit === 'months' ? month : Date.UTC(Math.floor(month / 12), month % 12, 1) / DAY;
}

function placeOf(unit: DateUnit, { year, month, day }: CalendarDate): number {
  if (unit === 'years') return year;
  return unit === 'months' ? year * 12 + month - 1 : Date.UTC(year, month - 1, day) / DAY;
}

/** A place as spreadsheets count days. */
export function serialOf(unit: DateUnit, place: number): number {
  return (unit === 'days' ? place : placeOfMonth('days', monthAt(unit, place))) - EPOCH;
}

/** Two years of which each is the other's next, written as months are: `2023-24`. One alone may be either. */
function areSeasons(dates: readonly CalendarDate[]): boolean {
  return dates.every(({ precision, year, month }) => precision === 'month' && month === (year + 1) % 100);
}

/** Writes a number in the digits of this one. */
function writtenAs(sample: string, value: number): string {
  const zero = (sample.codePointAt(0) ?? 0) - Number(asciiDigits(sample.normalize('NFKC'))[0] ?? 0);
  return Array.from(String(value), (digit) => String.fromCodePoint(zero + Number(digit))).join('');
}

/** Writes quarters as this one is written. */
function quarterWriter(sample: string): ChartDates['quarter'] {
  return (year, quarter) =>
    sample.replace(/\p{Nd}{4}|\p{Nd}/gu, (digits) => writtenAs(digits, Array.from(digits).length === 4 ? year : quarter));
}

/**
 * The dates that categories are, read by a language. Null where one is none, where they are of several kinds or in another order than time's,
 * and where spreadsheets cannot count so far back: then they stay names.
 */
export function chartDates(categories: readonly string[], language: string): ChartDates | null {
  if (categories.length < 2) return null;
  const read = dateReader(language);
  const dates: CalendarDate[] = [];
  for (const category of categories) {
    const date = read(category);
    if (!date || date.precision !== (dates[0] ?? date).precision) return null;
    dates.push(date);
  }
  const [first] = dates;
  if (!first || areSeasons(dates)) return null;
  const unit = UNITS[first.precision];
  const places = dates.map((date) => placeOf(unit, date));
  const isInOrder = places.every((place, i) => i === 0 || place > (places[i - 1] ?? place));
  if (!isInOrder || serialOf(unit, places[0] ?? 0) < FIRST_SERIAL) return null;
  return { precision: first.precision, unit, places, quarter: quarterWriter(categories[0] ?? '') };
}

/** Whether the dates stand as far from each other as names do. */
export function areEven({ places }: ChartDates): boolean {
  const step = (places[1] ?? 0) - (places[0] ?? 0);
  return places.every((place, i) => i === 0 || place - (places[i - 1] ?? 0) === step);
}

/** The least distance between two dates, in the axis' unit. */
export function leastStep({ places }: ChartDates): number {
  return Math.min(...places.slice(1).map((place, i) => place - (places[i] ?? 0)));
}

/** The places that have words: round ones, from the last round one before the first date to the last before the end. */
export function roundPlaces({ unit, places }: ChartDates, { count, unit: by }: DateStep): number[] {
  const [first = 0, last = 0] = [places[0], places.at(-1)];
  const found: number[] = [];
  if (by === 'days') {
    for (let place = first; place <= last; place += count) found.push(place);
    return found;
  }
  const size = by === 'years' ? count * 12 : count;
  for (let month = Math.floor(monthAt(unit, first) / size) * size; placeOfMonth(unit, month) <= last; month += size)
    found.push(placeOfMonth(unit, month));
  return found;
}

/** What kind of words a step has: years in years' steps, whatever the dates are. */
export function wordsOfStep({ precision }: ChartDates, { unit }: DateStep): DateWords {
  return unit === 'months' && precision === 'quarter' ? 'quarters' : unit;
}

const SAMPLES = { years: '2000', months: '2000-01', days: '2000-01-01' } as const;

/** Writes places as a language does, or quarters as the author did. */
export function placeWriter({ unit, quarter }: ChartDates, words: DateWords, language: string): (place: number) => string {
  if (words === 'quarters') return (place) => quarter(Math.floor(place / 12), Math.floor((place % 12) / 3) + 1);
  const format = dateFormat(language, SAMPLES[words]);
  return (place) => format.format((serialOf(unit, place) + EPOCH) * DAY);
}
