import { asciiDigits } from '../base/digits.ts';
import { lazy } from '../base/lazy.ts';

/** A period as it was written. What it does not say is 1: a quarter's month is its first. */
export interface CalendarDate {
  readonly precision: 'year' | 'quarter' | 'month' | 'day';
  readonly year: number;
  /** From 1. */
  readonly month: number;
  readonly day: number;
}

/** Years that four digits mean where nothing says so. */
const FIRST_YEAR = 1900;
const LAST_YEAR = 2199;

const ISO = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;
/**
 * Points part days from months from years in this order wherever they do; with slashes the order hangs on the country. A month without its
 * day has two digits: `1.2050` may be a rate, `1/2024` a term.
 */
const DAY_FIRST = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/;
const MONTH_FIRST = /^()(0[1-9]|1[0-2])[./](\d{4})$/;
/** What stands in a date but letters and digits. Whatever else does means something (`2024*`, `~March 2024`) and would be lost. */
const FOREIGN_SIGN = /[^\p{L}\p{M}\p{Nd}\s.,\-/'’\u200E\u200F\u061C、،]/u;
/** Year, month and day with their signs, as in Chinese, Japanese and Korean. */
const SIGNED = /^(\d{4})\s?[年년](?:\s?(\d{1,2})\s?[月월](?:\s?(\d{1,2})\s?[日일])?)?$/;
const QUARTER_FIRST = /^(\D*)([1-4])(\D+)(\d{4})(\D*)$/;
const QUARTER_LAST = /^(\D*)(\d{4})(\D*)([1-4])(\D*)$/;
/** What stands round a quarter's number: letters alone, without spaces and signs. */
const QUARTERS = /^(?:q|quarter|quartal|kvartal|kwartaal|kwartał|trimestre|квартал|кв|квг|רבעון|年?第?季度?|年第?四半期|분기)$/u;
/** T for the quarter: in other languages it may be a term, and KW is a German week. */
const ROMANCE_QUARTER = /^t$/;
const POLISH_QUARTER = /^kw$/;
const ROMANCE = ['fr', 'es', 'pt', 'it', 'ca', 'ro'];
/** Behind the number of a day. */
const ORDINALS = ['st', 'nd', 'rd', 'th', 'er', 'º', 'ª'];

const FORMS: readonly Intl.DateTimeFormatOptions[] = [
  { month: 'long' },
  { month: 'short' },
  { year: 'numeric', month: 'long' },
  { year: 'numeric', month: 'short' },
  { year: 'numeric', month: 'long', day: 'numeric' },
  { year: 'numeric', month: 'short', day: 'numeric' },
];

const WORD = String.raw`\p{L}[\p{L}\p{M}]*|\d+`;
const wordsIn = (text: string): string[] => asciiDigits(text.toLowerCase()).match(new RegExp(WORD, 'gu')) ?? [];

/** A real day, month or year; null where there is none. */
function real(precision: CalendarDate['precision'], year: number, month = 1, day = 1): CalendarDate | null {
  const time = new Date(Date.UTC(year, month - 1, day));
  const isReal = year >= FIRST_YEAR && year <= LAST_YEAR && time.getUTCMonth() === month - 1 && time.getUTCDate() === day;
  return isReal ? { precision, year, month, day } : null;
}

function numbered(year: string, month: string | undefined, day: string | undefined): CalendarDate | null {
  const precision = day ? 'day' : month ? 'month' : 'year';
  return real(precision, Number(year), month ? Number(month) : 1, day ? Number(day) : 1);
}

function readQuarter(text: string, language: string): CalendarDate | null {
  const first = QUARTER_FIRST.exec(text);
  const last = QUARTER_LAST.exec(text);
  const [quarter, year] = first ? [first[2], first[4]] : last ? [last[4], last[2]] : [];
  if (quarter === undefined || year === undefined) return null;
  const around = text.replace(/[^\p{L}]/gu, '').toLowerCase();
  const [primary = ''] = language.split('-');
  const isNamed =
    QUARTERS.test(around) ||
    (ROMANCE.includes(primary) && ROMANCE_QUARTER.test(around)) ||
    (primary === 'pl' && POLISH_QUARTER.test(around));
  return isNamed ? real('quarter', Number(year), 3 * (Number(quarter) - 1) + 1) : null;
}

interface MonthNames {
  readonly months: ReadonlyMap<string, number>;
  /** Words that a language has beside day, month and year: `de`, `г`. */
  readonly others: ReadonlySet<string>;
}

/** English where the tag is none. */
function formatOf(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat(language, options);
  } catch {
    return new Intl.DateTimeFormat('en', options);
  }
}

function monthNames(language: string): MonthNames {
  const months = new Map<string, number>();
  const others = new Set(ORDINALS);
  for (const form of FORMS) {
    const format = formatOf(language, { ...form, calendar: 'gregory', numberingSystem: 'latn', timeZone: 'UTC' });
    for (let month = 1; month <= 12; month += 1) {
      for (const { type, value } of format.formatToParts(Date.UTC(2024, month - 1, 1))) {
        const words = wordsIn(value);
        if (type === 'literal') for (const word of words) others.add(word);
        const [name, more] = words;
        if (type === 'month' && name !== undefined && more === undefined && !/\d/.test(name)) months.set(name, month);
      }
    }
  }
  return { months, others };
}

/** A shortened name has so many letters at least. */
const SHORTEST = 3;

/** The month that a word names, in full, shortened as the language does, or as far as no other begins so. */
function monthOf(word: string, { months }: MonthNames): number | null {
  const known = months.get(word);
  if (known !== undefined || word.length < SHORTEST) return known ?? null;
  const found = new Set([...months].flatMap(([name, month]) => (name.startsWith(word) ? [month] : [])));
  return found.size === 1 ? ([...found][0] ?? null) : null;
}

/** Whether `12.2050` is a number to a language. */
function pointsDecimals(language: string): boolean {
  try {
    return new Intl.NumberFormat(language, { numberingSystem: 'latn' }).format(0.5).includes('.');
  } catch {
    return true;
  }
}

/** A month by its name, with its year and perhaps a day, in whatever order. */
function readNamed(text: string, names: MonthNames): CalendarDate | null {
  const words = wordsIn(text).filter((word) => !names.others.has(word) || names.months.has(word));
  const years = words.filter((word) => /^\d{4}$/.test(word));
  const days = words.filter((word) => /^\d{1,2}$/.test(word));
  const named = words.filter((word) => !/\d/.test(word));
  const month = monthOf(named[0] ?? '', names);
  const isAll = words.length === years.length + days.length + named.length;
  if (!isAll || years.length !== 1 || named.length !== 1 || days.length > 1 || month === null) return null;
  const [[year], [day]] = [years, days];
  return real(day === undefined ? 'month' : 'day', Number(year), month, day === undefined ? 1 : Number(day));
}

/**
 * Reads dates that stand alone, as a language writes them: `2024`, `2024-03`, `2024-03-15`, `15.3.2024`, `03/2024`, `März 2024`,
 * `15 March 2024`, `Q1 2024`, `2024年3月`. Null for anything else, and for what can be read in two ways (`3/4/2024`, `2023/24`).
 */
export function dateReader(language: string): (text: string) => CalendarDate | null {
  const names = lazy(() => monthNames(language));
  return (written) => {
    const text = asciiDigits(written.normalize('NFKC')).trim();
    if (!/\d{4}/.test(text) || FOREIGN_SIGN.test(text)) return null;
    const iso = ISO.exec(text) ?? SIGNED.exec(text);
    if (iso) return numbered(iso[1] ?? '', iso[2], iso[3]);
    const turned = DAY_FIRST.exec(text) ?? (text.includes('.') && pointsDecimals(language) ? null : MONTH_FIRST.exec(text));
    if (turned) return numbered(turned[3] ?? '', turned[2], turned[1]);
    return readQuarter(text, language) ?? (/\p{L}{2}/u.test(text) ? readNamed(text, names()) : null);
  };
}
