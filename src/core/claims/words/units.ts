import { lazy } from '../../base/lazy.ts';
import type { Bound } from '../../intake/types.ts';
import { BOUNDS } from '../../intake/words/index.ts';

/** What bounds a number beyond what intake looks for: in other word order, or in languages without its own patterns. */
const MORE: readonly (readonly [string, Bound])[] = [
  ['an estimated', 'about'],
  ['in the region of', 'about'],
  ['or so', 'about'],
  ['just over', 'more-than'],
  ['well over', 'more-than'],
  ['above', 'more-than'],
  ['beyond', 'more-than'],
  ['exceeding', 'more-than'],
  ['exceeded', 'more-than'],
  ['below', 'less-than'],
  ['just under', 'less-than'],
  ...['not even', 'nicht einmal', 'pas même', 'même pas', 'ni siquiera', 'neppure', 'nemmeno', 'даже не', 'меньше чем'].map(
    (words) => [words, 'less-than'] as const,
  ),
  ['a maximum of', 'at-most'],
  ['a minimum of', 'at-least'],
  ['circa', 'about'],
  ['ca', 'about'],
  ['gut', 'more-than'],
  ['annähernd', 'nearly'],
  ['nahezu', 'nearly'],
  ['beinahe', 'nearly'],
  ['zirka', 'about'],
  ['quelque', 'about'],
  ['presque', 'nearly'],
  ['à peu près', 'about'],
  ['autour de', 'about'],
  ['cerca de', 'about'],
  ['aproximadamente', 'about'],
  ['en torno a', 'about'],
  ['circa', 'about'],
  ['quasi', 'nearly'],
  ['примерно', 'about'],
  ['приблизительно', 'about'],
  ['порядка', 'about'],
  ['больше', 'more-than'],
  ['меньше', 'less-than'],
  ['до', 'at-most'],
  ['как минимум', 'at-least'],
  ['slightly over', 'more-than'],
  ['slightly more than', 'more-than'],
  ['slightly under', 'less-than'],
  ['más del', 'more-than'],
  ['menos del', 'less-than'],
  ['cerca del', 'about'],
  ['alrededor del', 'about'],
  ['casi el', 'nearly'],
  ['casi un', 'nearly'],
  ['più del', 'more-than'],
  ['meno del', 'less-than'],
  ['oltre il', 'more-than'],
  ['quasi il', 'nearly'],
  ['plus des', 'more-than'],
  ['près des', 'nearly'],
  ['более чем', 'more-than'],
  ['больше чем', 'more-than'],
  ['немногим больше', 'more-than'],
  ['немногим более', 'more-than'],
  ['حوالي', 'about'],
  ['نحو', 'about'],
  ['قرابة', 'nearly'],
  ['زهاء', 'about'],
  ['ما يقرب من', 'nearly'],
  ['أكثر من', 'more-than'],
  ['أقل من', 'less-than'],
  ['ما لا يقل عن', 'at-least'],
  ...['بأكثر من', 'لأكثر من', 'وأكثر من'].map((words) => [words, 'more-than'] as const),
  ...['بأقل من', 'وأقل من'].map((words) => [words, 'less-than'] as const),
  ...['بنحو', 'ونحو', 'بحوالي'].map((words) => [words, 'about'] as const),
  ...['כ', 'שכ', 'וכ', 'בכ', 'לכ', 'מכ', 'בערך', 'סביב'].map((word) => [word, 'about'] as const),
  ...['כמעט', 'קרוב ל', 'קרוב'].map((word) => [word, 'nearly'] as const),
  ...['יותר מ', 'מעל', 'מעל ל', 'למעלה מ'].map((word) => [word, 'more-than'] as const),
  ...['פחות מ', 'מתחת ל'].map((word) => [word, 'less-than'] as const),
  ['לפחות', 'at-least'],
  ['לכל היותר', 'at-most'],
  ['עד', 'at-most'],
];

const TABLE = lazy(() => new Map<string, Bound>([...BOUNDS, ...MORE].map(([words, bound]) => [words.replaceAll('’', ' '), bound])));

/** What some words, in small letters and one space apart, make of the number behind them. */
export const boundOf = (words: string): Bound | null => TABLE().get(words) ?? null;

/** The longest bound has so many words. */
export const BOUND_WORDS = 4;

/** Right before a number in Chinese and Japanese. */
export const UNSPACED_BOUNDS: readonly (readonly [string, Bound])[] = [
  ['大约', 'about'],
  ['大約', 'about'],
  ['约', 'about'],
  ['約', 'about'],
  ['近', 'nearly'],
  ['超过', 'more-than'],
  ['超過', 'more-than'],
  ['逾', 'more-than'],
  ['至少', 'at-least'],
  ['不到', 'less-than'],
  ['最多', 'at-most'],
];

const PERCENT_SIGNS = '%٪‰％';
/** Beginnings of words, which have endings in some languages. */
const PERCENT = ['percent', 'pct', 'prozent', 'procent', 'porcento', 'процент', 'відсотк', 'بالمئة', 'بالمائة', 'אחוז', 'yüzde'] as const;
const PER = new Set('per pour por في'.split(' '));
const CENT = new Set('cent ciento cento المئة المائة'.split(' '));

/** How many tokens from here say that a number is a share. */
export function percentLength(first: string | undefined, second: string | undefined): number {
  if (first === undefined) return 0;
  if (first === 'percentage' && second !== undefined) return 2;
  if (PERCENT_SIGNS.includes(first) || PERCENT.some((start) => first.startsWith(start))) return 1;
  return PER.has(first) && second !== undefined && CENT.has(second) ? 2 : 0;
}

const POINTS =
  /^(?:points?|(?:prozent)?punkte?n?|(?:процентн\p{L}*|п)|puntos?|punti|punto|pontos?|пункт\p{L}*|נקודות|نقطة|نقاط|個百分點|个百分点\p{L}*)$/u;
const BASIS = /^(?:basis|base|básicos?)$/;

/** What points a number counts: those of shares, of a game, or hundredths of one; null where it counts none. */
export function pointsBehind([first = '', second = '', third = '']: readonly string[]): { readonly size: number } | null {
  if (/^basispunkte?n?$/.test(first) || (first === 'basis' && POINTS.test(second))) return { size: 1 / 100 };
  if (first === '%' || first === 'percentage') return second === '-' || POINTS.test(second) ? { size: 1 } : null;
  if (!POINTS.test(first)) return null;
  return { size: BASIS.test(second) || BASIS.test(third) ? 1 / 100 : 1 };
}

/** Signs, and beginnings of words, by the currency's code in ISO 4217. */
const CURRENCIES: readonly (readonly [string, string])[] = [
  ['USD', '$ dollar dólar доллар دولار 美元 usd'],
  ['EUR', '€ euro евро يورو 欧元 eur'],
  ['GBP', '£ pound pfund фунт gbp'],
  ['RUB', '₽ rubl rouble ruble рубл руб'],
  ['CNY', '¥ yuan юан 人民币 元'],
  ['CHF', 'franken chf'],
  ['INR', '₹'],
  ['TRY', '₺'],
  ['UAH', '₴'],
  ['KRW', '₩'],
  ['ILS', '₪ שקל שקלים ils'],
];
const BY_START = lazy(
  () => new Map(CURRENCIES.flatMap(([code, words]) => words.split(' ').map((word) => [word.slice(0, 3), { word, code }] as const))),
);
/** Words that begin like a currency and are none: `europäisch`, `eurozone`. */
const LONGEST_ENDING = 3;

/** The currency that a sign or a word, in small letters, names; null where it names none. */
export function currencyOf(sign: string | undefined): string | null {
  const known = sign === undefined ? undefined : BY_START().get(sign.slice(0, 3));
  if (sign === undefined || known === undefined || !sign.startsWith(known.word)) return null;
  return sign.length - known.word.length <= LONGEST_ENDING ? known.code : null;
}
