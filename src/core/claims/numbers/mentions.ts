import { readNumber } from '../../numbers/index.ts';
import { baseOf, type Token } from '../tokens.ts';
import { multiplierOf, vagueSize } from '../words/multipliers.ts';
import { numberWords } from '../words/numbers.ts';
import { boundOf, currencyOf, percentLength, pointsBehind } from '../words/units.ts';
import { daysOf, dualOf, measureOf, type Measure } from '../words/measures.ts';
import { boundAfter, boundBefore, halfBehind, moneySize, wholeBehind } from './around.ts';
import { hanNumbers } from './han.ts';
import { hanValue, mayBeNumber, rankOf, readSpelled } from './spelled.ts';
import type { NumberMention } from './types.ts';

export interface MentionOptions {
  /** A BCP 47 tag. */
  readonly language: string;
  /** Tokens that dates have taken. */
  readonly taken: ReadonlySet<number>;
}

type Core = Pick<NumberMention, 'values' | 'kind' | 'spelled'> & {
  readonly to: number;
  readonly short?: number;
  readonly measure?: Measure;
};

const ARTICLE = /^(?:an?|une?|una|eine?r?)$/;
const EVERY = /^(?:every|jede[rmns]?|кажд\p{L}+)$/u;
const ORDINAL_SUFFIX = /^(?:st|nd|rd|th|er|ère|e|ème|ª|º|й|го|я|ая|ый|ой|м|х)$/;
const SHORT: Readonly<Record<string, number>> = { m: 1e6, k: 1e3, b: 1e9, bn: 1e9, mn: 1e6, tn: 1e12 };
const HAN_MULTIPLIER = /^[多余餘几]?(?:万亿|十亿|千万|百万|亿|億|万|萬|千|百)/u;
const VULGAR: Readonly<Record<string, number>> = { '½': 1 / 2, '¼': 1 / 4, '¾': 3 / 4, '⅓': 1 / 3, '⅔': 2 / 3, '⅕': 1 / 5 };
/** What may stand before a year or a number with a hyphen. */
const PREFIX = /^(?:mid|pre|post|early|late|ex|anti|mitte|ab|bis)$/;

/** What digits can mean in a language. */
function digitValues(written: string, language: string): number[] {
  if (/^\d+$/.test(written)) return [Number(written)];
  const reading = readNumber(written, { language, hint: () => null });
  if (reading.kind === 'number') return [reading.value];
  return reading.kind === 'ambiguous' ? reading.readings.map(Number) : [];
}

/** Every number that a text says, in order. */
export function findNumbers(tokens: readonly Token[], { language, taken }: MentionOptions): NumberMention[] {
  const base = baseOf(language);
  const found: NumberMention[] = [];
  for (let at = 0; at < tokens.length; at++) {
    if (taken.has(at)) continue;
    const core = readCore(tokens, at, base, language);
    if (core === null) {
      found.push(...hanNumbers(tokens[at], at));
      continue;
    }
    const mention = complete(tokens, at, core, base);
    found.push(mention);
    at = mention.to - 1;
  }
  return shared(found, tokens);
}

function readCore(tokens: readonly Token[], at: number, base: string, language: string): Core | null {
  const token = tokens[at];
  if (token === undefined) return null;
  if (token.kind === 'digits') return readDigits(tokens, at, language);
  if (token.kind === 'sign') {
    const vulgar = VULGAR[token.text];
    return vulgar === undefined ? null : { values: [vulgar], kind: 'fraction', spelled: false, to: at + 1 };
  }
  const dual = dualOf(token.lower);
  if (dual !== null) return { values: [2], kind: 'cardinal', spelled: true, to: at + 1, measure: dual };
  const factor = multiplierOf(token.lower, base);
  // `a million`, `mil millones`: read as what multiplies one.
  if (factor !== null && (ARTICLE.test(tokens[at - 1]?.lower ?? '') || token.lower === 'mil' || token.lower === 'mille'))
    return { values: [1], kind: 'cardinal', spelled: true, to: at };
  // `a year and a half`.
  if (ARTICLE.test(token.lower) && daysOf(tokens[at + 1]?.lower ?? '') !== null && halfBehind(tokens, at + 2, base) > 0)
    return { values: [1], kind: 'cardinal', spelled: true, to: at + 1 };
  if (!mayBeNumber(token.lower, base)) {
    const size = vagueSize(token.lower);
    return size === null ? null : { values: [size], kind: 'vague', spelled: true, to: at + 1 };
  }
  const fraction = readFraction(tokens, at, base);
  if (fraction !== null) return fraction;
  const spelled = readSpelled(tokens, at, base);
  if (spelled !== null) return { values: [spelled.value], kind: 'cardinal', spelled: true, to: spelled.end };
  const ordinal = numberWords(base).ordinals.get(token.lower) ?? rankOf(token.lower, base);
  if (ordinal !== null) return { values: [ordinal], kind: 'ordinal', spelled: true, to: at + 1 };
  const size = vagueSize(token.lower);
  return size === null ? null : { values: [size], kind: 'vague', spelled: true, to: at + 1 };
}

function readDigits(tokens: readonly Token[], at: number, language: string): Core {
  const token = tokens[at];
  const [before, beyond, next, further] = [tokens[at - 1], tokens[at - 2], tokens[at + 1], tokens[at + 2]];
  const written = token?.lower ?? '';
  const isGlued = token?.glued === true;
  const word = isGlued
    ? before?.kind === 'word'
      ? before
      : before?.text === '-' && before.glued && beyond?.kind === 'word'
        ? beyond
        : null
    : null;
  const named = word !== null && !PREFIX.test(word.lower) && /^[\p{Script=Latin}\p{Script=Cyrillic}]/u.test(word.text);
  const sign = next?.glued === true ? next : undefined;
  if (named || (sign?.kind === 'word' && /^[A-Z]$/.test(sign.text) && !/[MK]/.test(sign.text)))
    return { values: digitValues(written, language), kind: 'designation', spelled: false, to: at + 1 };
  // `3比1`, a score.
  if ((sign?.text === ':' || sign?.text === '比') && further?.kind === 'digits' && further.glued)
    return { values: [Number(written) + Number(further.lower) / 60], kind: 'designation', spelled: false, to: at + 3 };
  if (
    sign?.text === '/' &&
    further?.kind === 'digits' &&
    further.glued &&
    Number(written) < Number(further.lower) &&
    Number(further.lower) < 32
  )
    return { values: [Number(written) / Number(further.lower)], kind: 'fraction', spelled: false, to: at + 3 };
  const values = digitValues(written, language);
  if (sign?.kind === 'word' && ORDINAL_SUFFIX.test(sign.lower)) return { values, kind: 'ordinal', spelled: false, to: at + 2 };
  const short = sign?.kind === 'word' && Object.hasOwn(SHORT, sign.lower) ? (SHORT[sign.lower] ?? 1) : null;
  if (short !== null) {
    const sure = sign?.lower !== 'm' || currencyOf(before?.text) !== null || (further?.glued === true && currencyOf(further.text) !== null);
    return {
      values: [...(sure ? [] : values), ...values.map((value) => value * short)],
      kind: 'cardinal',
      spelled: false,
      to: at + 2,
      short,
    };
  }
  return { values, kind: values.length === 0 ? 'designation' : 'cardinal', spelled: false, to: at + 1 };
}

/** `two thirds`, `a quarter of`, `half`. Where the word may be an ordinal as well, what follows decides. */
function readFraction(tokens: readonly Token[], at: number, base: string): Core | null {
  const { cardinals, fractions } = numberWords(base);
  const first = tokens[at];
  const part = fractions.get(first?.lower ?? '');
  if (part === 2) return { values: [1 / 2], kind: 'fraction', spelled: true, to: at + 1 };
  // `The same quarter of 2024` is none.
  const isOfYear = first?.lower === 'quarter' && /^(?:19|20)\d\d$/.test(tokens[at + 2]?.lower ?? '');
  if (part !== undefined && !isOfYear && isPart(first?.lower ?? '', tokens[at + 1], base))
    return { values: [1 / part], kind: 'fraction', spelled: true, to: at + 1 };
  const count = cardinals.get(first?.lower ?? '') ?? (first?.lower === 'a' && base === 'en' ? 1 : undefined);
  if (count === undefined || count > 20) return null;
  const index = tokens[at + 1]?.text === '-' ? at + 2 : at + 1;
  const behind = tokens[index];
  const whole = fractions.get(behind?.lower ?? '');
  if (whole === undefined || count >= whole || behind === undefined) return null;
  if (count === 1 && whole !== 2 && !isPart(behind.lower, tokens[index + 1], base, true)) return null;
  return { values: [count / whole], kind: 'fraction', spelled: true, to: index + 1 };
}

/** What follows `a fifth` where it is a part, and not one thing more: `a fifth per year`, `a fifth less`. */
const BEHIND_PART =
  /^(?:is|are|was|were|has|have|had|will|would|goes|go|went|of|per|in|to|from|more|less|fewer|lower|higher|as|by|at|and|or|but|than|each|every|a|an)$/;

/** Whether a word that is a part and an ordinal is the part. */
function isPart(word: string, next: Token | undefined, base: string, isOne = false): boolean {
  if (!numberWords(base).ordinals.has(word)) return base !== 'en' || word !== 'quarter' || next?.lower === 'of';
  if (base === 'en' && isOne) return next?.kind !== 'word' || BEHIND_PART.test(next.lower);
  return next !== undefined && /^(?:of|de|des|du|di|del|della|dei|dos|da|do|части|часть|parte)$/.test(next.lower);
}

/** Adds what stands around a number: multiplier, share, currency, bound. */
function complete(tokens: readonly Token[], at: number, core: Core, base: string): NumberMention {
  let { to, values, kind } = core;
  // `Every third house` is a third of them.
  if (kind === 'ordinal' && EVERY.test(tokens[at - 1]?.lower ?? '')) {
    values = values.map((value) => 1 / value);
    kind = 'fraction';
  }
  let from = at;
  let size = 1;
  // `a quarter of a million`, `half a million`.
  const behind = core.kind === 'fraction' ? wholeBehind(tokens, to, base) : null;
  if (behind !== null) {
    size = behind.size;
    to = behind.to;
    kind = 'cardinal';
  }
  for (let next = tokens[to]; next?.kind === 'word' && core.kind !== 'designation' && core.kind !== 'ordinal'; next = tokens[to]) {
    const unspaced = HAN_MULTIPLIER.exec(next.text)?.[0];
    const factor =
      unspaced === undefined
        ? (multiplierOf(next.lower, base) ?? moneySize(next, tokens[to + 1]))
        : hanValue(unspaced.replace(/^[多余餘几]/u, ''));
    if (factor === null || (core.kind === 'fraction' && factor < 1e3)) break;
    size *= factor;
    to++;
    if (tokens[to]?.text === '.' && next.lower.length <= 4 && tokens[to]?.glued === true) to++;
    if (unspaced !== undefined) break;
  }
  const unitAt = to;
  const days = daysOf(tokens[to]?.lower ?? '');
  const isUnit = days !== null || pointsBehind([tokens[to]?.lower ?? '']) !== null;
  const half = kind === 'cardinal' ? halfBehind(tokens, isUnit ? to + 1 : to, base) : 0;
  if (half > 0) {
    values = values.map((value) => value + 1 / 2);
    to += half + (isUnit ? 1 : 0);
    // `two and a half million`.
    if (!isUnit && size === 1) {
      size = multiplierOf(tokens[to]?.lower ?? '', base) ?? 1;
      to += size === 1 ? 0 : 1;
    }
  }
  const share = size === 1 ? percentLength(tokens[to]?.lower, tokens[to + 1]?.lower) : 0;
  const unit = kind === 'fraction' ? behindArticle(tokens, to) : to;
  const points = size === 1 ? pointsBehind(tokens.slice(half > 0 && isUnit ? unitAt : unit, unit + 3).map(({ lower }) => lower)) : null;
  // `half a point`, `half an hour` count them.
  const spanned = kind === 'fraction' && daysOf(tokens[unit]?.lower ?? '') !== null;
  if ((points !== null || spanned) && kind === 'fraction') kind = 'cardinal';
  const after =
    currencyOf(tokens[to]?.lower) ?? (/^(?:d|de|di|us)$/.test(tokens[to]?.lower ?? '') ? currencyOf(tokens[to + 1]?.lower) : null);
  const before = currencyOf(tokens[at - 1]?.text);
  if (before !== null)
    from =
      tokens[at - 2]?.kind === 'word' && /^(?:US|A|C|NZ|HK)$/.test(tokens[at - 2]?.text ?? '') && tokens[at - 1]?.glued === true
        ? at - 2
        : at - 1;
  const leadShare = percentLength(tokens[at - 1]?.lower, undefined) === 1 || (tokens[at - 1]?.text.endsWith('百分之') ?? false);
  const factor = size * (points?.size ?? 1);
  values = factor === 1 ? values : values.map((value) => value * factor);
  const end = tokens[to + share - 1]?.end ?? 0;
  return {
    start: tokens[from]?.start ?? 0,
    end: after !== null && tokens[to]?.kind === 'sign' ? (tokens[to]?.end ?? end) : end,
    from,
    to: to + share,
    values,
    kind,
    spelled: core.spelled,
    size: size * (core.short ?? 1),
    percent: share > 0 || (leadShare && kind === 'cardinal'),
    points: points !== null,
    currency: before ?? after,
    bound:
      boundBefore(tokens, from) ??
      boundAfter(tokens, core.to) ??
      boundAfter(tokens, to + share) ??
      (after === null ? null : boundAfter(tokens, to + 1)),
    measure: core.measure ?? measureAt(tokens, half > 0 && isUnit ? unitAt : spanned ? unit : to),
  };
}

/** Behind what stands between a part and its unit: `half an hour`, `un quart d’heure`. */
function behindArticle(tokens: readonly Token[], from: number): number {
  let at = from;
  while (at - from < 3 && /^(?:an?|of|une?|una|eine?r?|d|de|di|['’])$/.test(tokens[at]?.lower ?? '')) at++;
  return at;
}

/** The unit at a token; behind a hyphen too, as in `seven-week`. */
function measureAt(tokens: readonly Token[], at: number): Measure | null {
  let index = tokens[at]?.text === '-' ? at + 1 : at;
  // `4,2 millions de tonnes`.
  if (/^(?:of|de|di)$/.test(tokens[index]?.lower ?? '') && multiplierOf(tokens[index - 1]?.lower ?? '', 'en') !== null) index++;
  return measureOf(tokens[index]?.lower, tokens[index + 1]?.lower);
}

const OF = /^(?:of|out|von|sur|de|di|su|из)$/;
const CONNECTORS = /^(?:to|and|or|bis|und|oder|à|et|ou|y|a|o|e|до|и|или|إلى|至|到|–|-|—|,|‑)$/;

/** Between two numbers that are compared: what one of them is, the other is too. */
const AGAINST =
  /^(?:auf|statt|anstatt|gegenüber|against|contre|contro|против|вместо|instead of|rather than|up from|down from|au lieu de|en vez de|frente a|invece di)$/;

/** `between 5 and 7 per cent`, `3 to 4 million`, `10 per cent instead of 19`: what is said of one of a row is meant of all. */
function shared(found: readonly NumberMention[], tokens: readonly Token[]): NumberMention[] {
  const all = [...found];
  const give = (to: number, from: number, isShare: boolean): void => {
    const [own, other] = [all[to], all[from]];
    if (own === undefined || other === undefined) return;
    const factor = other.size;
    const values = factor === 1 || own.size !== 1 ? own.values : [...own.values, ...own.values.map((value) => value * factor)];
    all[to] = { ...own, percent: own.percent || (other.percent && isShare), currency: own.currency ?? other.currency, values };
  };
  for (let index = all.length - 2; index >= 0; index--) {
    const [own, next] = [all[index], all[index + 1]];
    if (own === undefined || next === undefined || next.from - own.to > 3 || next.from === own.to) continue;
    const [between = '', ...rest] = tokens.slice(own.to, next.from).map(({ lower }) => lower);
    const isAgainst = AGAINST.test([between, ...rest].join(' '));
    // `from 11.9 to about 5 per cent`.
    const isRow = isAgainst || (CONNECTORS.test(between) && (rest.length === 0 || boundOf(rest.join(' ')) !== null));
    // `by 6.5 per cent to 412`, which German says with a word of its own.
    const isShare = isRow && (between !== 'auf' || tokens[own.from - 1]?.lower === 'von');
    if (isRow || (OF.test(between) && rest.length < 2)) give(index, index + 1, isShare);
    if (isAgainst) give(index + 1, index, isShare);
  }
  return all;
}
