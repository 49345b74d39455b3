import { lazy } from '../base/lazy.ts';
import { dateReader, type CalendarDate } from './read-date.ts';

const DAY = 86_400_000;

/** A date, or a stretch between two, as the days that it may mean. */
export interface DateSpan {
  /** Day numbers: days since 1970, UTC, both inclusive. `2023-11` is thirty days, `2026 to 2031` six years. */
  readonly first: number;
  readonly last: number;
  /** It names a beginning and an end. */
  readonly isRange: boolean;
  /** It is said to be near this: `about`, `~`. */
  readonly about: boolean;
}

/** Signs and words before a date that is only near it. */
export const ABOUT_WORDS =
  /^(?:~|≈|\u200f?حوالي|נحو|בערך|大约|大約|约|約|약|c\.|ca\.?|circa|about|around|approximately|roughly|reportedly|etwa|ungefähr|um|gegen|rund|vers|environ|hacia|alrededor de|por volta de|cerca de|verso|około|ok\.|kolem|около|примерно|приблизно|близько|omkring|cirka|rond|ongeveer|noin|yaklaşık|περίπου|în jur de|körülbelül)\s*/iu;

/** What a language says before a beginning, between beginning and end, and behind an end. */
interface RangeWords {
  readonly from?: string;
  readonly to: string;
  readonly behind?: string;
}

const RANGES: Readonly<Record<string, RangeWords>> = {
  en: { from: 'from|between', to: 'to|until|till|through|and' },
  de: { from: 'von|vom|zwischen', to: 'bis zum|bis|und' },
  fr: { from: 'de|du|entre', to: 'à|au|jusqu’à|jusqu’en|et' },
  es: { from: 'de|del|desde|entre', to: 'a|al|hasta|y' },
  it: { from: 'da|dal|tra|fra', to: 'a|al|fino a|fino al|e' },
  pt: { from: 'de|desde|entre', to: 'a|ao|até|e' },
  ro: { from: 'din|între', to: 'până în|până la|și' },
  nl: { from: 'van|tussen', to: 'tot en met|t/m|tot|en' },
  sv: { from: 'från|mellan', to: 'till|och' },
  da: { from: 'fra|mellem', to: 'til|og' },
  nb: { from: 'fra|mellom', to: 'til|og' },
  fi: { to: '–' },
  pl: { from: 'od|między', to: 'do|a' },
  cs: { from: 'od|mezi', to: 'do|až|a' },
  ru: { from: 'с|от|между', to: 'до|по|и' },
  uk: { from: 'з|від|між', to: 'до|по|і|та' },
  el: { from: 'από', to: 'έως|ως|μέχρι' },
  tr: { to: 'ile' },
  ar: { from: 'من|بين', to: 'إلى|الى|حتى|و' },
  he: { from: 'מ-?|בין', to: 'עד|ל-?' },
  zh: { from: '从|從|自', to: '至|到' },
  ja: { to: 'から', behind: 'まで' },
  ko: { to: '부터', behind: '까지' },
};

/** A dash, with or without spaces; a hyphen with them; between dates as ISO has them a slash. */
const DASH = /^(.*?\p{Nd}.*?|\p{L}+\.?)\s*(?:[–—〜～]|\s-\s|(?<=\d)\/(?=\d{4}))\s*(.+)$/u;

/** Day number of a day. Years before 100 are those of the first century. */
export function dayNumber(year: number, month: number, day: number): number {
  return Math.floor(new Date(0).setUTCFullYear(year, month - 1, day) / DAY);
}

const ISO = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/;

/** As the date reader has it, and dates as ISO has them of any year. */
function readDate(text: string, read: (text: string) => CalendarDate | null): CalendarDate | null {
  const iso = ISO.exec(text);
  if (!iso) return read(text);
  const [year = 0, month = 1, day = 1] = iso.slice(1).filter(Boolean).map(Number);
  if (month < 1 || month > 12 || day < 1) return null;
  if (day > dayNumber(year, month + 1, 1) - dayNumber(year, month, 1)) return null;
  return { precision: iso[3] ? 'day' : iso[2] ? 'month' : 'year', year, month, day };
}

function daysOf({ precision, year, month, day }: CalendarDate): readonly [first: number, last: number] {
  const months = { year: 12, quarter: 3, month: 1, day: 0 }[precision];
  const first = dayNumber(year, month, day);
  return [first, months === 0 ? first : dayNumber(year, month + months, 1) - 1];
}

function rangePattern(language: string): RegExp | null {
  const words = RANGES[language.split('-')[0] ?? ''];
  if (!words) return null;
  const { from, to, behind } = words;
  const spaced = /\p{Script=Han}|から|부터/u.test(to) ? '\\s*' : '\\s+';
  const before = from === undefined ? '' : `(?:(?:${from})\\s*)?`;
  const after = behind === undefined ? '' : `(?:${behind})?`;
  return new RegExp(`^${before}(\\S.*?)${spaced}(?:${to})${spaced}(\\S.*?)${after}$`, 'iu');
}

/**
 * Reads a date or a range of dates as a language writes them: what `dateReader` reads, with words for “about” before it, and two of them with
 * a dash or the language’s words between, of which the first may leave to the second what both share (`March to May 2026`).
 * `reversed`: it ends before it begins. Null: it is none of these.
 */
export function spanReader(language: string): (text: string) => DateSpan | 'reversed' | null {
  const read = dateReader(language);
  const words = lazy(() => rangePattern(language));
  const readEnd = (text: string): CalendarDate | null => readDate(text.trim(), read);
  return (written) => {
    const plain = written.trim().replace(ABOUT_WORDS, '');
    const about = plain !== written.trim();
    const one = readEnd(plain);
    if (one) {
      const [first, last] = daysOf(one);
      return { first, last, isRange: false, about };
    }
    const found = DASH.exec(plain) ?? words()?.exec(plain);
    const [, from = '', to = ''] = found ?? [];
    const end = readEnd(to);
    const begin = end && (readEnd(from) ?? sharing(from, to, readEnd));
    if (!begin) return null;
    const [[first], [, last]] = [daysOf(begin), daysOf(end)];
    return last < first ? 'reversed' : { first, last, isRange: true, about };
  };
}

/** A beginning with as many of the end’s last words as make a date of it. */
function sharing(from: string, to: string, read: (text: string) => CalendarDate | null): CalendarDate | null {
  const words = to.trim().split(/\s+/);
  for (let count = 1; count < words.length; count++) {
    const date = read(`${from} ${words.slice(-count).join(' ')}`);
    if (date) return date;
  }
  return null;
}
