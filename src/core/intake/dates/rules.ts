import { lazyTable } from '../../base/lazy.ts';
import { LETTER } from '../words/letters.ts';
import type { DateUnit } from '../words/days.ts';
import { MONTH_LANGUAGES, monthPattern } from '../words/months.ts';
import { ready } from '../words/ready.ts';
import { dayRules } from './day-rules.ts';
import { isDay, type Season, type When } from './mention.ts';
import type { Rule } from './rule.ts';

export type NumericOrder = 'dmy' | 'mdy';

const has =
  (...all: readonly RegExp[]) =>
  (text: string): boolean =>
    all.every((pattern) => pattern.test(text));
const DIGIT = /\d/;
const FOUR_DIGITS = /\d{4}/;

const BEFORE = `(?<![${LETTER}0-9.,/])`;
const AFTER = `(?![${LETTER}0-9])`;
/** Not followed by the rest of a larger number; one lone digit after a full stop is a note's mark (`in 2022.2`). */
const YEAR = '(?<year>1[0-9]{3}|20[0-9]{2}|21[0-4][0-9])(?!\\d|[.,]\\d{2,}|[ \\u00a0]\\d{3}(?!\\d))';
const DAY = '(?<day>[12]\\d|3[01]|0?[1-9])';
const ORDINAL = '(?:st|nd|rd|th|er|\\.|º|ª)?';
/** Between day and month, month and year: `of`, `de`, `di` … */
const OF = "(?:\\s+(?:of|de|del|di|d'|do|da))?\\s+";

const UNITS: Readonly<Record<string, DateUnit>> = {
  day: 'day',
  days: 'day',
  week: 'week',
  weeks: 'week',
  fortnight: 'week',
  month: 'month',
  months: 'month',
  year: 'year',
  years: 'year',
  decade: 'year',
  decades: 'year',
};
const SEASONS: Readonly<Record<string, Season>> = {
  spring: 'spring',
  summer: 'summer',
  autumn: 'autumn',
  fall: 'autumn',
  winter: 'winter',
};
const SMALL: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
};

/** All matches of a global pattern. */
function matchesOf(pattern: RegExp): Rule['matches'] {
  const own = ready(pattern);
  return (text) => text.matchAll(own());
}

/** What is read by English rules wherever a language has no months of its own here. */
const OTHER = 'other';
const RULES = lazyTable([...new Set([...MONTH_LANGUAGES, 'zh']), OTHER], (base) => {
  const others = [...monthRules(base), ...(base === 'en' ? englishRules() : []), ...dayRules(base), yearRule(base)];
  return { dmy: [...numericRules('dmy'), ...others], mdy: [...numericRules('mdy'), ...others] };
});

/** The rules for a language, most telling first: what one has matched no later one sees. */
export function dateRules(language: string, order: NumericOrder): readonly Rule[] {
  const base = language.split('-')[0] ?? 'en';
  return (RULES(base) ?? RULES(OTHER))?.[order] ?? [];
}

const number = (text: string | undefined): number | null => (text === undefined ? null : Number(text));

function calendar(year: number | null, month: number | null, day: number | null): When | null {
  return isDay({ year, month, day }) ? { kind: 'calendar', year, month, day } : null;
}

function numericRules(order: NumericOrder): Rule[] {
  const ymd = ({ year, month, day }: Readonly<Record<string, string | undefined>>): When | null =>
    calendar(number(year), number(month), number(day));
  return [
    {
      matches: matchesOf(
        new RegExp(
          `${BEFORE}(?<year>\\d{4})-(?<month>\\d{2})-(?<day>\\d{2})(?:[T ]\\d{2}:\\d{2}[\\d:.]*(?:Z|[+-]\\d{2}:?\\d{2})?)?${AFTER}`,
          'gu',
        ),
      ),
      maybe: has(/\d-\d/),
      read: ymd,
    },
    {
      matches: matchesOf(new RegExp(`${BEFORE}(?<year>\\d{4})[/.](?<month>\\d{1,2})[/.](?<day>\\d{1,2})${AFTER}`, 'gu')),
      maybe: has(/\d[/.]\d/),
      read: ymd,
    },
    { matches: matchesOf(/(?<year>\d{4})\s?年(?:\s?(?<month>\d{1,2})\s?月(?:\s?(?<day>\d{1,2})\s?日)?)?/gu), maybe: has(/年/), read: ymd },
    { matches: matchesOf(/(?<year>\d{4})\s?년(?:\s?(?<month>\d{1,2})\s?월(?:\s?(?<day>\d{1,2})\s?일)?)?/gu), maybe: has(/년/), read: ymd },
    { matches: matchesOf(/(?<!\d)(?<month>\d{1,2})\s?月(?:\s?(?<day>\d{1,2})\s?日)?/gu), maybe: has(/月/), read: ymd },
    {
      maybe: has(/\d[./-]\d/),
      matches: matchesOf(new RegExp(`${BEFORE}(?<first>\\d{1,2})(?<mark>[./-])(?<second>\\d{1,2})\\k<mark>(?<year>\\d{4})${AFTER}`, 'gu')),
      read: ({ first, second, mark, year }) => {
        const [a, b, y] = [number(first), number(second), number(year)];
        const dmy = calendar(y, b, a);
        const mdy = calendar(y, a, b);
        return mark === '/' && order === 'mdy' ? (mdy ?? dmy) : (dmy ?? mdy);
      },
    },
  ];
}

function monthRules(base: string): Rule[] {
  const { source, numberOf } = monthPattern(base);
  const month = `(?<month>${source})`;
  const read = ({ year, month: name, day }: Readonly<Record<string, string | undefined>>): When | null => {
    const found = numberOf(name ?? '');
    return found === null ? null : calendar(number(year), found, number(day));
  };
  const named = new RegExp(source, 'iu');
  const rule = (pattern: string, digits = FOUR_DIGITS): Rule => ({
    matches: matchesOf(new RegExp(`${BEFORE}${pattern}${AFTER}`, 'giu')),
    maybe: has(digits, named),
    read,
  });
  const dayRange = `${DAY}${ORDINAL}(?:\\s?(?:[-–]|to|and|bis|und|au|et|y|a|e)\\s?\\d{1,2}${ORDINAL})?`;
  return [
    rule(`${dayRange}${OF}${month},?${OF}${YEAR}`),
    rule(`${month}\\s+${DAY}${ORDINAL}(?:\\s?[-–]\\s?\\d{1,2})?,?\\s+${YEAR}`),
    rule(`${dayRange}${OF}${month}`, DIGIT),
    rule(`${month}\\s+${DAY}(?:st|nd|rd|th)?(?!\\s*(?:%|percent|per cent)|[.,:]?\\d)`, DIGIT),
    rule(`${month},?${OF}${YEAR}`),
    rule(`${YEAR}(?:\\s+yılı)?\\s+${month}`),
    { ...rule(month), bare: true, maybe: has(named) },
  ];
}

function englishRules(): Rule[] {
  const wordsRule = (pattern: string, ...all: readonly RegExp[]): Rule => ({
    matches: matchesOf(new RegExp(`${BEFORE}(?<words>${pattern})${AFTER}`, 'giu')),
    maybe: has(...all),
    read: ({ words: text = '', year, season }) => ({
      kind: 'words',
      words: text,
      year: number(year),
      season: SEASONS[(season ?? '').toLowerCase()] ?? null,
    }),
  });
  const units = Object.keys(UNITS).join('|');
  const season = Object.keys(SEASONS).join('|');
  const seasonal = new RegExp(season, 'iu');
  return [
    wordsRule(`(?:the )?(?:(?:early|mid|late)[- ])?(?:1[0-9]|20)\\d0s`, /\d0s/iu),
    wordsRule(`(?:the )?(?:first|second|third|fourth|last) (?:quarter|half) of ${YEAR}`, FOUR_DIGITS, /quarter|half/iu),
    wordsRule(`Q[1-4](?: of)? ${YEAR}|H[12](?: of)? (?:20\\d\\d)`, FOUR_DIGITS, /[qh]\d/iu),
    wordsRule(`(?:the )?(?<season>${season})(?: of)? ${YEAR}`, FOUR_DIGITS, seasonal),
    wordsRule(`(?:last|this|next) (?<season>${season})`, seasonal),
    {
      maybe: has(/ ago/iu),
      matches: matchesOf(new RegExp(`${BEFORE}(?<count>\\d{1,3}|${Object.keys(SMALL).join('|')}) (?<unit>${units}) ago${AFTER}`, 'giu')),
      read: ({ count = '', unit = '' }) => {
        const by = (SMALL[count.toLowerCase()] ?? Number(count)) * (/decade/i.test(unit) ? 10 : /fortnight/i.test(unit) ? 2 : 1);
        return { kind: 'offset', unit: UNITS[unit.toLowerCase()] ?? 'day', by: -by };
      },
    },
    {
      maybe: has(/(?:last|past|next|this|coming|previous) (?:week|month|year)/iu),
      matches: matchesOf(
        new RegExp(`${BEFORE}(?:the )?(?<which>last|past|next|this|coming|previous) (?<unit>week|month|year)${AFTER}`, 'giu'),
      ),
      read: ({ which = '', unit = '' }) => ({
        kind: 'offset',
        unit: UNITS[unit.toLowerCase()] ?? 'day',
        by: /last|past|previous/i.test(which) ? -1 : /this/i.test(which) ? 0 : 1,
      }),
    },
    {
      maybe: has(/(?:recent|past|last) /iu, /days|weeks|months|years/iu),
      matches: matchesOf(
        new RegExp(
          `${BEFORE}(?:recent|(?:the )?(?:past|last) (?:few|couple of|several|two|three|four|five|six)) (?<unit>days|weeks|months|years)${AFTER}`,
          'giu',
        ),
      ),
      read: ({ unit = '' }) => ({ kind: 'stretch', unit: UNITS[unit.toLowerCase()] ?? 'week' }),
    },
  ];
}

function yearRule(base: string): Rule {
  const lead =
    base === 'en'
      ? '(?<=\\b(?:in|since|beyond|until|till|by|before|after|from|to|of|during|between|and|through|around|about|early|mid|late|for|year|the|circa|than|back|or|spring|summer|autumn|fall|winter|Christmas|Eve|Easter)[ -]|\\(|\\d{4}[-–])'
      : '';
  return {
    matches: matchesOf(new RegExp(`(?<![${LETTER}0-9.,/€$£-])${lead}${YEAR}(?!-|\\s*(?:%|€|euro|people|dollars))(?![${LETTER}])`, 'giu')),
    maybe: has(FOUR_DIGITS),
    read: ({ year }) => calendar(number(year), null, null),
  };
}
