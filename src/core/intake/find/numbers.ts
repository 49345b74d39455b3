import { COUNTERS } from '../../base/unicode.ts';
import { conventionOf } from '../../numbers/index.ts';
import { asciiDigits } from '../dates/mention.ts';
import type { Bound } from '../types.ts';
import { hasWordCharacter, LATIN_TO_ARABIC, LETTER } from '../words/letters.ts';
import { ready } from '../words/ready.ts';
import { BOUNDS, MULTIPLIERS, NUMBER_WORDS, PERCENT } from '../words/quantities.ts';

/** A number as a text writes it. Offsets cover bound, currency, number, multiplier and a percent sign. */
export interface NumberMention {
  readonly start: number;
  readonly end: number;
  /** As written, bound included. */
  readonly value: string;
  readonly amount: number;
  readonly bound: Bound | null;
  /** In words: `eight`. */
  readonly spelled: boolean;
  /** A share or a sum of money: needs no noun behind it. */
  readonly complete: boolean;
  /** `per cent`, written out: the unit. */
  readonly unit: string | null;
  /** Joined to what follows by a hyphen: `40-minute`. */
  readonly hyphen: boolean;
}

const CURRENCY = '(?:US|A|C|NZ|HK|S)?[$€£¥₽₴₺₹₩]|(?:EUR|USD|GBP|CHF|JPY|SEK|NOK|DKK|PLN)\\s';
const DIGITS = "\\d{1,3}(?:[.,\\u2019' ]\\d{3})+(?![\\d])(?:[.,]\\d{1,2}(?!\\d))?|\\d+(?:[.,]\\d+)?";
const UNITS = Object.keys(NUMBER_WORDS).join('|');
const SPELLED = `(?:(?:${UNITS})(?:-(?:one|two|three|four|five|six|seven|eight|nine))?)(?:\\s(?:hundred|thousand|million|billion)(?:\\sand\\s(?:${UNITS})(?:-(?:${UNITS}))?)?)*`;
const FRACTION = '(?:two|three|four|five)[ -](?:thirds|quarters|fifths|sixths|sevenths|eighths|ninths|tenths)';
const FRACTION_PARTS: Readonly<Record<string, number>> = {
  thirds: 3,
  quarters: 4,
  fifths: 5,
  sixths: 6,
  sevenths: 7,
  eighths: 8,
  ninths: 9,
  tenths: 10,
};
const MULTIPLIER = MULTIPLIERS.map(([words]) => words).join('|');
/** Looked up, not matched: eighty alternatives before every number took most of the time that compiling the pattern took. */
const LONGEST_FIRST = [...BOUNDS].sort(([a], [b]) => b.length - a.length);
const LONGEST_BOUND = 24;

const PATTERN = ready(
  new RegExp(
    `(?<![${LATIN_TO_ARABIC}0-9.,:+/#-])` +
      `(?:(?<fraction>${FRACTION})|` +
      `(?<currency>${CURRENCY})?\\s?(?<digits>${DIGITS})(?:\\s(?:and|to|or)\\s(?:${CURRENCY})?(?<upper>${DIGITS})|\\s?[–-]\\s?(?<range>${DIGITS}))?(?:\\s?(?<multiplier>${MULTIPLIER})(?![${LETTER}])|(?<short>[mk])(?![${LETTER}0-9]))?|` +
      `(?<spelled>${SPELLED}))` +
      `(?:(?<=\\d)\\s?(?<after>[€£$₽₴])(?![${LETTER}0-9]))?` +
      `(?:\\s?(?<percent>${PERCENT})(?![${LETTER}]))?`,
    'giu',
  ),
);

/** One cheap look that spares most sentences the pattern. */
const MAY_HAVE = new RegExp(`\\d|\\b(?:${UNITS})`, 'i');

/** What a word, and a number, cannot stand right behind. */
const BEFORE_WORD = new RegExp(`[${LATIN_TO_ARABIC}0-9.,:+/#-]$`);

const TIME = /^\s(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?)\b/i;

export interface NumberOptions {
  readonly language: string;
}

/** Every number of a sentence, in digits or (English) words. Dates, designations and times are told apart by the caller. */
export function findNumbers(text: string, { language }: NumberOptions): NumberMention[] {
  const plain = asciiDigits(text).replace(/٬/g, ',').replace(/٫/g, '.');
  if (!MAY_HAVE.test(plain)) return [];
  let last = 0;
  return [...plain.matchAll(PATTERN())].flatMap((match): NumberMention[] => {
    if (match.index < last) return [];
    const groups = match.groups ?? {};
    const { fraction, currency, digits, upper, range, multiplier, short, spelled, after, percent } = groups;
    if (spelled !== undefined && !language.startsWith('en')) return [];
    if (hasWordCharacter(match[0].at(-1) ?? '') && hasWordCharacter(characterAt(plain, match.index + match[0].length))) {
      const counted = japaneseOnly(match, plain, text);
      last = counted[0]?.end ?? last;
      return counted;
    }
    if (short !== undefined && currency === undefined) return [];
    const amount = amountOf({ fraction, digits, spelled }, language) * multiplierOf(multiplier, short);
    if (!Number.isFinite(amount)) return [];
    const second = upper ?? range;
    // `19 votes to 16` has its noun between; `2 and 3` without `between` are two numbers.
    const between =
      second !== undefined && upper !== undefined && !/between\s+$/i.test(plain.slice(0, match.index)) && !/\sto\s/.test(match[0]);
    const end = between ? match.index + match[0].indexOf(digits ?? '') + (digits ?? '').length : match.index + match[0].length;
    const lead = second !== undefined && !between ? /(?:between|from)\s+$/i.exec(plain.slice(0, match.index)) : null;
    const boundWords = boundBefore(plain.slice(Math.max(last, match.index - LONGEST_BOUND), match.index));
    const start = match.index - (boundWords?.length ?? lead?.[0].length ?? 0);
    // `over two years`: a stretch of time, not more than two.
    const stretch = /^(?:over|under)\s/i.test(boundWords ?? '') && TIME.test(plain.slice(end));
    const written = text.slice(stretch ? match.index : start, end);
    const isSign = percent !== undefined && /^[%‰٪]$/.test(percent);
    const value =
      percent !== undefined && !isSign ? written.slice(0, written.toLowerCase().lastIndexOf(percent.toLowerCase())).trim() : written.trim();
    return [
      {
        start,
        end,
        value,
        amount,
        bound: second !== undefined && !between ? 'between' : stretch ? null : boundOf(boundWords),
        spelled: spelled !== undefined,
        complete: percent !== undefined || currency !== undefined || after !== undefined || fraction !== undefined,
        unit: percent !== undefined && !isSign ? percent : null,
        hyphen: plain.charAt(end) === '-' && /^\p{L}/u.test(plain.slice(end + 1)),
      },
    ];
  });
}

/** Whole, also where it is a surrogate pair; empty at the end. */
function characterAt(text: string, at: number): string {
  const code = text.codePointAt(at);
  return code === undefined ? '' : String.fromCodePoint(code);
}

const WITH_COUNTER = new RegExp(`^\\d[\\d,.]*(?:[万億千百](?:\\d[\\d,]*)?)?(?=[${COUNTERS}])`, 'u');

/** In Japanese and Chinese the counter follows at once: `4200人`, `3万1000冊`. */
function japaneseOnly(match: RegExpExecArray, plain: string, text: string): NumberMention[] {
  const rest = plain.slice(match.index);
  const cjk = WITH_COUNTER.exec(rest);
  if (!cjk) return [];
  const [, whole = '', unit = '', more = '0'] = /^([\d,.]+)([万億千百])?([\d,]*)/u.exec(cjk[0]) ?? [];
  const factor = { 万: 1e4, 億: 1e8, 千: 1e3, 百: 1e2 }[unit] ?? 1;
  const end = match.index + cjk[0].length;
  return [
    {
      start: match.index,
      end,
      value: text.slice(match.index, end),
      amount: Number(whole.replace(/,/g, '')) * factor + Number(more.replace(/,/g, '') || 0),
      bound: null,
      spelled: false,
      complete: false,
      unit: null,
      hyphen: false,
    },
  ];
}

/** The bound that a text ends with, the space behind it included. */
function boundBefore(text: string): string | undefined {
  const space = /\s+$/.exec(text)?.[0];
  if (space === undefined) return undefined;
  const words = text.slice(0, -space.length).replace(/\s/g, ' ').toLowerCase();
  const found = LONGEST_FIRST.find(([known]) => words.endsWith(known) && !BEFORE_WORD.test(words.slice(0, -known.length)));
  return found && text.slice(-space.length - found[0].length);
}

function boundOf(words: string | undefined): Bound | null {
  return BOUNDS.find(([known]) => known === words?.trim().toLowerCase().replace(/\s/g, ' '))?.[1] ?? null;
}

function multiplierOf(word: string | undefined, short: string | undefined): number {
  if (short !== undefined) return short.toLowerCase() === 'm' ? 1e6 : 1e3;
  if (word === undefined) return 1;
  return MULTIPLIERS.find(([words]) => new RegExp(`^(?:${words})$`, 'iu').test(word))?.[1] ?? 1;
}

interface Written {
  readonly fraction: string | undefined;
  readonly digits: string | undefined;
  readonly spelled: string | undefined;
}

function amountOf({ fraction, digits, spelled }: Written, language: string): number {
  if (digits !== undefined) return digitsOf(digits, language);
  if (spelled !== undefined) return wordsOf(spelled);
  const [count = '', part = ''] = (fraction ?? '').toLowerCase().split(/[ -]/);
  return Math.round(((NUMBER_WORDS[count] ?? 0) / (FRACTION_PARTS[part] ?? 1)) * 1000) / 1000;
}

/** `1,200.5` in English, `1.200,5` in most of Europe; groups of three are thousands either way. */
function digitsOf(written: string, language: string): number {
  const decimal = (conventionOf(language) ?? conventionOf(language.split('-')[0] ?? ''))?.decimal ?? ',';
  const bare = written.replace(/[\s’']/g, '');
  const grouped = /^\d{1,3}(?:[.,]\d{3})+$/.test(bare) && !(decimal === '.' && /^\d{1,3}\.\d{3}$/.test(bare));
  if (grouped) return Number(bare.replace(/[.,]/g, ''));
  const other = decimal === '.' ? ',' : '.';
  const lone = (bare.match(/[.,]/g) ?? []).length === 1 && !/[.,]\d{3}$/.test(bare);
  return lone ? Number(bare.replace(',', '.')) : Number(bare.replaceAll(other, '').replace(decimal, '.'));
}

function wordsOf(spelled: string): number {
  let total = 0;
  let part = 0;
  for (const word of spelled.toLowerCase().split(/[\s-]+/)) {
    if (word === 'hundred') part = Math.max(1, part) * 100;
    else if (word === 'thousand' || word === 'million' || word === 'billion') {
      total += Math.max(1, part) * { thousand: 1e3, million: 1e6, billion: 1e9 }[word];
      part = 0;
    } else part += NUMBER_WORDS[word] ?? 0;
  }
  return total + part;
}
