import { lazyTable } from '../base/lazy.ts';

/** What stands between a day and its month: `21 de noviembre`, `21st of May`. */
const DAY_LINKS: Readonly<Record<string, readonly string[]>> = { en: ['of'], es: ['de'], pt: ['de'], ca: ['de'] };

/** Between a month and its year: `noviembre de 2023`. */
const YEAR_LINKS: Readonly<Record<string, readonly string[]>> = { es: ['de', 'del'], pt: ['de'], ca: ['de', 'del'] };

/** Short words before the number that they name, without their point: `No. 5`, `S. 12`, `ст. 5`. Small letters. */
const NUMBERED: Readonly<Record<string, readonly string[]>> = {
  en: ['no', 'nos', 'art', 'arts', 'para', 'paras', 'p', 'pp', 'ch', 'fig', 'sec', 'vol'],
  de: ['nr', 'art', 'abs', 'ziff', 's', 'kap', 'abb', 'bd'],
  fr: ['n', 'art', 'al', 'p', 'chap', 'fig', 'vol'],
  es: ['n', 'núm', 'art', 'p', 'pág', 'cap', 'fig', 'vol'],
  it: ['n', 'art', 'p', 'pag', 'cap', 'fig', 'vol'],
  pt: ['n', 'art', 'p', 'pág', 'cap', 'fig', 'vol'],
  nl: ['nr', 'art', 'p', 'blz', 'afb'],
  ru: ['ст', 'п', 'пп', 'ч', 'стр', 'гл', 'рис', 'табл'],
  uk: ['ст', 'п', 'пп', 'ч', 'стор', 'гл', 'рис', 'табл'],
  pl: ['nr', 'art', 'ust', 's', 'str', 'rozdz', 'rys'],
  cs: ['č', 'čl', 'odst', 's', 'str', 'obr'],
  sv: ['nr', 'art', 's', 'kap'],
  da: ['nr', 'art', 's', 'kap'],
  nb: ['nr', 'art', 's', 'kap'],
};

/** Shortened behind a year: `2023 г.`, `2023 р.`. */
const BEHIND_YEAR: Readonly<Record<string, readonly string[]>> = { ru: ['г', 'гг'], uk: ['р', 'рр'], pl: ['r'] };

/** What a language writes before and behind numbers and no line parts from them. */
export interface MeasureWords {
  /** Names of months as dates have them, with and without a day, in full and short; small letters, no points. */
  readonly months: ReadonlySet<string>;
  readonly dayLinks: ReadonlySet<string>;
  readonly yearLinks: ReadonlySet<string>;
  readonly numbered: ReadonlySet<string>;
  readonly behindYear: ReadonlySet<string>;
}

const FORMS: readonly Intl.DateTimeFormatOptions[] = [
  { month: 'long' },
  { month: 'long', day: 'numeric' },
  { month: 'short' },
  { month: 'short', day: 'numeric' },
];

function monthsOf(language: string): ReadonlySet<string> {
  const names = FORMS.flatMap((form) => {
    const format = new Intl.DateTimeFormat(language, { ...form, calendar: 'gregory', timeZone: 'UTC' });
    return Array.from({ length: 12 }, (_, month) => format.formatToParts(Date.UTC(2024, month, 15)));
  });
  const words = names.flatMap((parts) => parts.flatMap(({ type, value }) => (type === 'month' ? [value.toLowerCase()] : [])));
  return new Set(words.map((word) => word.replace(/\.$/u, '')).filter((word) => !/\p{Nd}/u.test(word)));
}

function wordsOf(language: string): MeasureWords {
  const own = (table: Readonly<Record<string, readonly string[]>>): ReadonlySet<string> => new Set(table[language] ?? []);
  return {
    months: monthsOf(language),
    dayLinks: own(DAY_LINKS),
    yearLinks: own(YEAR_LINKS),
    numbered: own(NUMBERED),
    behindYear: own(BEHIND_YEAR),
  };
}

/** The languages whose words are made once. */
const KNOWN = 'ar ca cs da de el en es fi fr he hu it ja ko nb nl pl pt ro ru sv tr uk zh'.split(' ');
const known = lazyTable(KNOWN, wordsOf);

/** Of a language by its BCP 47 tag; of one that is not known, what `Intl` has of its months. */
export function measureWords(language: string): MeasureWords {
  const [primary = 'en'] = language.toLowerCase().split('-');
  return known(primary) ?? wordsOf(primary);
}
