import type { Token } from '../tokens.ts';
import { numberWords } from '../words/numbers.ts';

/** Words that may stand inside a number: `one hundred and five`, `treinta y uno`. */
const JOINERS: Readonly<Record<string, string>> = { en: 'and', fr: 'et', es: 'y', it: 'e', pt: 'e', ar: 'و' };

interface Spelled {
  readonly value: number;
  /** Behind its last token. */
  readonly end: number;
}

/** Languages that write numbers below a thousand, or a million, as one word. */
const COMPOUNDS: Readonly<Record<string, { readonly and: string; readonly hundred: string; readonly thousand: string }>> = {
  de: { and: 'und', hundred: 'hundert', thousand: 'tausend' },
  nl: { and: 'en', hundred: 'honderd', thousand: 'duizend' },
};

const GERMAN_HALF = 'einhalb';

/** Longer words are no numbers. */
const LONGEST = 40;

function germanic(word: string, base: string, depth = 0): number | null {
  const cardinals = numberWords(base).cardinals;
  const known = cardinals.get(word);
  if (known !== undefined || depth > 3 || word.length > LONGEST) return known ?? null;
  const { and = '', hundred = '', thousand = '' } = COMPOUNDS[base] ?? {};
  // `dreieinhalb`.
  if (base === 'de' && word.endsWith(GERMAN_HALF)) {
    const whole = germanic(word.slice(0, -GERMAN_HALF.length), base, depth + 1);
    return whole === null ? null : whole + 1 / 2;
  }
  for (const [part, size] of [
    [thousand, 1000],
    [hundred, 100],
  ] as const) {
    const at = word.indexOf(part);
    if (at === -1) continue;
    const before = at === 0 ? 1 : germanic(word.slice(0, at), base, depth + 1);
    const rest = word.slice(at + part.length).replace(/^und/, '');
    const after = rest === '' ? 0 : germanic(rest, base, depth + 1);
    return before === null || after === null ? null : before * size + after;
  }
  const at = word.replace('ën', 'en').indexOf(and, 2);
  const unit = at === -1 ? undefined : cardinals.get(word.slice(0, at));
  const tens = at === -1 ? undefined : cardinals.get(word.slice(at + and.length));
  return unit !== undefined && tens !== undefined && unit < 10 && tens >= 20 && tens < 100 ? tens + unit : null;
}

const ITALIAN_TENS = ['venti', 'trenta', 'quaranta', 'cinquanta', 'sessanta', 'settanta', 'ottanta', 'novanta'] as const;

function italian(word: string, depth = 0): number | null {
  const cardinals = numberWords('it').cardinals;
  const known = cardinals.get(word);
  if (known !== undefined || depth > 3 || word.length > LONGEST) return known ?? null;
  for (const [part, size] of [
    ['mila', 1000],
    ['cento', 100],
  ] as const) {
    const at = word.indexOf(part);
    if (at === -1) continue;
    const before = at === 0 ? 1 : italian(word.slice(0, at), depth + 1);
    const rest = word.slice(at + part.length);
    const after = rest === '' ? 0 : italian(rest, depth + 1);
    return before === null || after === null ? null : before * size + after;
  }
  for (const [index, tens] of ITALIAN_TENS.entries()) {
    const stem = word.startsWith(tens) ? tens : word.startsWith(tens.slice(0, -1)) ? tens.slice(0, -1) : null;
    if (stem === null) continue;
    const unit = cardinals.get(word.slice(stem.length).replace('tré', 'tre'));
    if (unit !== undefined && unit < 10) return (index + 2) * 10 + unit;
  }
  return null;
}

/** What a number in one word is made of, beyond the words of the list. */
const PARTS: Readonly<Record<string, RegExp>> = {
  de: /und|hundert|tausend|halb|^(?:zwei|drit|vier|fünf|sechs|sieb|ach|neun|zehn)t\p{L}+st/u,
  nl: /en|honderd|duizend/,
  it: /cento|mila|nt/,
};

const RANKED = /^(zweit|dritt|viert|fünft|sechst|siebt|acht|neunt|zehnt)\p{L}+ste?[nrms]?$/u;

/** The place that a German superlative has: 3 of `drittgrößte`; null for any other word. */
export function rankOf(word: string, base: string): number | null {
  const stem = base === 'de' ? RANKED.exec(word)?.[1] : undefined;
  return stem === undefined ? null : (numberWords(base).ordinals.get(`${stem}e`) ?? null);
}

/** Whether a number may begin with a word: a cheap look that spares most words all others. */
export function mayBeNumber(word: string, base: string): boolean {
  return (
    numberWords(base).any.has(word) ||
    numberWords(base).any.has(withoutPrefix(word, base)) ||
    PARTS[base]?.test(word) === true ||
    (word === 'a' && base === 'en')
  );
}

/** What Hebrew and Arabic write into a word: `ושישה`, `وستة`. */
const PREFIXES: Readonly<Record<string, RegExp>> = { he: /^[ובלמהשכ](?=\p{L}{2})/u, ar: /^[وفبل](?=\p{L}{2})/u };
const withoutPrefix = (word: string, base: string): string => {
  const prefix = PREFIXES[base];
  return prefix === undefined ? word : word.replace(prefix, '');
};

/** What one word counts. */
export function wordValue(word: string, base: string): number | null {
  if (base in COMPOUNDS) return germanic(word, base);
  if (base === 'it') return italian(word);
  const { cardinals } = numberWords(base);
  return cardinals.get(word) ?? cardinals.get(withoutPrefix(word, base)) ?? null;
}

/** Whether a part may follow what was counted so far: `twenty one`, `soixante dix`, but not `two three`. */
function adds(part: number, next: number, base: string): boolean {
  if (next === 0 || part === 0) return false;
  if (part % 100 === 0) return next < 100;
  if (part % 10 === 0 && next < 10) return part % 100 >= 20 || (base === 'fr' && part % 100 === 10 && next > 6);
  return base === 'fr' && next < 20 && (part % 100 === 60 || part % 100 === 80);
}

/** The number that begins with a word; its multipliers (`million`) are the caller's. Null where there is none. */
export function readSpelled(tokens: readonly Token[], from: number, base: string): Spelled | null {
  const first = tokens[from];
  let value = first?.kind === 'word' ? wordValue(first.lower, base) : null;
  if (value === null) return null;
  const joiner = JOINERS[base];
  let end = from + 1;
  for (let at = end; at < tokens.length; at++) {
    const token = tokens[at];
    if (token === undefined) break;
    if (token.text === '-' && token.glued) continue;
    if (token.lower === joiner && value >= 20) continue;
    const next = token.kind === 'word' ? wordValue(token.lower, base) : null;
    if (next === null) break;
    const hundred: boolean = next === 100 && value < 20;
    const eighty: boolean = base === 'fr' && value === 4 && next === 20;
    if (hundred || eighty) value *= next;
    else if (adds(value, next, base)) value += next;
    else if (next === 12 && value < 12) value *= 12;
    else break;
    end = at + 1;
  }
  return { value, end };
}

const HAN_DIGITS: Readonly<Record<string, number>> = {
  ...{ 〇: 0, 零: 0, 一: 1, 二: 2, 两: 2, 兩: 2, 三: 3, 四: 4, 五: 5 },
  ...{ 六: 6, 七: 7, 八: 8, 九: 9 },
};
const HAN_UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000, 万: 1e4, 萬: 1e4, 亿: 1e8, 億: 1e8 };

/** A number in Chinese characters: `三百二十` is 320; null for anything else. */
export function hanValue(text: string): number | null {
  let total = 0;
  let part = 0;
  let digit: number | null = null;
  for (const sign of text) {
    const own = HAN_DIGITS[sign];
    const unit = HAN_UNITS[sign];
    if (own !== undefined) digit = digit === null ? own : digit * 10 + own;
    else if (unit === undefined) return null;
    else if (unit < 1e4) {
      part += (digit ?? 1) * unit;
      digit = null;
    } else {
      total += Math.max(1, part + (digit ?? 0)) * unit;
      part = 0;
      digit = null;
    }
  }
  return total + part + (digit ?? 0);
}
