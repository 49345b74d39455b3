import { lazy } from '../../base/lazy.ts';
import { firstWhere } from '../../base/search.ts';

/** A number in a text with all that belongs to it. UTF-16 offsets. */
export interface NumberSpan {
  readonly start: number;
  readonly end: number;
}

/** Spaces that group digits: SI's thin ones, the no-break ones of French and German typography, and the one on the keyboard. */
const SPACE = '[ \\u00A0\\u2007-\\u2009\\u202F]';
const MARK = '[\\u200E\\u200F\\u061C]?';
/** Letters that make what they touch a name (`A4`, `CO2`, `x86`); a prefix of Arabic, Hebrew or Chinese letters does not. */
const LETTER = '[\\p{Script=Latin}\\p{Script=Greek}\\p{Script=Cyrillic}]';

const SIGN = `(?:[+\\-\\u2212\\u2013\\uFF0B\\uFF0D]${MARK}|[±~≈≃∼<>≤≥]${SPACE}?)`;
const CURRENCY = `(?:(?:[A-Z]{1,3})?\\p{Sc}${SPACE}?)`;
const PERCENT = '[%‰‱٪؉％]';
/** 1 250 000: groups of three, and no digit more. */
const GROUPED = `\\p{Nd}{1,3}(?:${SPACE}\\p{Nd}{3})+(?!\\p{Nd})`;
/** Group and decimal signs of all scripts, and those of times, dates and ratios. */
const CORE = `(?:${GROUPED}|[\\p{Nd}\\p{No}]+)(?:[.,'’·٫٬،:/\\uFF0C\\uFF0E\\uFF1A][\\p{Nd}\\p{No}]+)*`;
/** × 10⁶, 1.2bn, 12th, 5 °C, 120万. */
const POWER = `(?:${SPACE}?[×·]${SPACE}?10[⁺⁻]?\\p{No}+)?`;
const MAGNITUDE = `(?:[万萬億亿兆千百만억조]+|[µ\\p{Script=Latin}\\p{Script=Cyrillic}]{1,4}(?!\\p{L}))?`;
const AFTER = `(?:${SPACE}?(?:${PERCENT}|\\p{Sc}|°[CF]?))?`;
const TERM = `(?:${PERCENT}${SPACE}?)?${CURRENCY}?${CORE}${POWER}${MAGNITUDE}${AFTER}`;
/** Ranges, and dates and telephone numbers with hyphens. */
const NUMBER = `(?<!${LETTER}|[\\p{N}_/@#=&\\\\])(?:${CURRENCY}?${SIGN}|${SIGN}${CURRENCY}?)?${TERM}(?:[-\\u2010-\\u2013\\u2212~〜～]${TERM})*`;

const pattern = lazy(() => new RegExp(NUMBER, 'gu'));
const codes = lazy(() => new Set(Intl.supportedValuesOf('currency')));

const CODE_BEFORE = new RegExp(`(?<![\\p{L}\\p{N}])([A-Z]{3})${SPACE}?$`, 'u');
const CODE_AFTER = new RegExp(`^${SPACE}?([A-Z]{3})(?![\\p{L}\\p{N}])`, 'u');

/**
 * The numbers of a text, in order: digits of any script with their group and decimal signs, sign, currency, percent, range and
 * `~` or `≈`. What a line must not divide. Digits that follow a letter or stand in an address are part of a name.
 */
export function numberSpans(text: string): NumberSpan[] {
  if (!/[\p{Nd}\p{No}]/u.test(text)) return [];
  return [...text.matchAll(pattern())].map((match) => {
    const { index } = match;
    const end = index + match[0].length;
    const before = CODE_BEFORE.exec(text.slice(Math.max(0, index - 5), index));
    const after = CODE_AFTER.exec(text.slice(end, end + 5));
    return {
      start: before?.[1] !== undefined && codes().has(before[1]) ? index - before[0].length : index,
      end: after?.[1] !== undefined && codes().has(after[1]) ? end + after[0].length : end,
    };
  });
}

/** The number that an offset falls into, so that a cut there would divide it. The spans are in order, by their starts and by their ends. */
export function numberAround(spans: readonly NumberSpan[], at: number): NumberSpan | undefined {
  const span = spans[firstWhere(spans.length, (i) => (spans[i]?.end ?? 0) > at)];
  return span && span.start < at ? span : undefined;
}
