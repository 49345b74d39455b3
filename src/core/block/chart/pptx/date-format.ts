import { dateFormat } from '../../../language/index.ts';
import type { DateUnit, DateWords } from '../layout/types.ts';

/**
 * Locale codes of languages whose months a number format names as the deck does, in LibreOffice 7.4 as in `Intl`: with their days too, or
 * alone, where a language bends the name beside a day.
 */
const WITH_DAYS: Readonly<Record<string, string>> = {
  en: '809',
  'en-US': '409',
  de: '407',
  fr: '40C',
  es: 'C0A',
  it: '410',
  pt: '816',
  nl: '413',
  sv: '41D',
  da: '406',
  nb: '414',
  hu: '40E',
  tr: '41F',
  ro: '418',
  bg: '402',
  sl: '424',
  et: '425',
  id: '421',
};
const ALONE: Readonly<Record<string, string>> = { fi: '40B', pl: '415', cs: '405', sk: '41B', hr: '41A', lt: '427', he: '40D' };
/** A month by its number needs no names. */
const ANY = '409';

const SAMPLES: Readonly<Record<DateUnit, string>> = { years: '2000', months: '2000-01', days: '2000-01-01' };

/** Whether two tags name every month alike. */
function sameMonths(language: string, base: string): boolean {
  if (language === base) return true;
  const [own, others] = [language, base].map((tag) => dateFormat(tag, SAMPLES.months));
  const times = Array.from({ length: 12 }, (_, month) => Date.UTC(2003, month, 5));
  return times.every((time) => own?.format(time) === others?.format(time));
}

function codeOf(language: string, unit: DateUnit): string | null {
  const short = language.split('-')[0] ?? '';
  // For English other regions' words are Britain's; elsewhere those of the language, where they are (`Jänner` in Austria).
  const base = short === 'en' ? 'en-GB' : short;
  const own = (codes: Readonly<Record<string, string>>): string | undefined =>
    codes[language] ?? (sameMonths(language, base) ? codes[short] : undefined);
  return own(WITH_DAYS) ?? (unit === 'months' ? own(ALONE) : undefined) ?? null;
}

/** Words as a number format has them; no language has a quotation mark in its dates. */
const quoted = (text: string): string => (text === ' ' ? '\\ ' : `"${text.replaceAll('"', '')}"`);

/**
 * A number format that writes dates as the deck does: `[$-407]mmmm\ yyyy`. Null where none is known to, and for quarters, for which there is
 * none: then the words are drawn.
 */
export function dateFormatCode(language: string, words: DateWords): string | null {
  if (words === 'quarters') return null;
  const format = dateFormat(language, SAMPLES[words]);
  if (format.resolvedOptions().numberingSystem !== 'latn') return null;
  const parts = format.formatToParts(Date.UTC(2003, 4, 5));
  const isNamed = parts.some(({ type, value }) => type === 'month' && !/^\d+$/.test(value));
  const code = isNamed ? codeOf(language, words) : ANY;
  if (code === null) return null;
  const signs = parts.map(({ type, value }) => {
    if (type === 'year') return 'yyyy';
    if (type === 'month') return isNamed ? 'mmmm' : 'm';
    return type === 'day' ? 'd' : quoted(value);
  });
  return `[$-${code}]${signs.join('')}`;
}
