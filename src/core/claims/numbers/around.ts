import type { Bound } from '../../intake/types.ts';
import type { Token } from '../tokens.ts';
import { multiplierOf } from '../words/multipliers.ts';
import { boundOf, BOUND_WORDS, currencyOf, UNSPACED_BOUNDS } from '../words/units.ts';

const DOZEN = /^(?:dozen|dutzend|douzaine|docena|dozzina|dúzia)$/;
const MONEY_SIZES: Readonly<Record<string, number>> = { k: 1e3, K: 1e3, M: 1e6, Md: 1e9, Mds: 1e9, Mrd: 1e9 };
/** `and a half`, by language: the first word whole, the others by their beginnings. */
const HALVES: Readonly<Record<string, readonly string[]>> = {
  ...{ en: ['and', 'a', 'half'], fr: ['et', 'dem'], es: ['y', 'medi'], it: ['e', 'mezz'], pt: ['e', 'mei'] },
  ...{ ru: ['с', 'половин'], ar: ['ونصف'], he: ['וחצי'] },
};

/** Between a number and what bounds it. */
const DETERMINER = /^(?:the|an?|die|das|der|den|dem|eine?[mnr]?|zur|zum|la|les|une?|el|los|las|una|il|lo|gli)$/;

/** What a fraction is part of where that is a number too: `a quarter of a million`, `half a dozen`; null where it is none. */
export function wholeBehind(tokens: readonly Token[], from: number, base: string): { readonly size: number; readonly to: number } | null {
  let to = from;
  while (to - from < 2 && /^(?:of|a|an|d|de|un|une|une?|einer|di|-)$/.test(tokens[to]?.lower ?? '')) to++;
  const word = tokens[to]?.lower ?? '';
  const size = DOZEN.test(word) ? 12 : multiplierOf(word, base);
  return size === null || (size < 1e3 && size !== 12) ? null : { size, to: to + 1 };
}

/** What a short form multiplies that only money has behind it: `M€`, `Md €`, `k$`; null for any other word. */
export function moneySize({ text }: Token, next: Token | undefined): number | null {
  return next?.kind === 'sign' && Object.hasOwn(MONEY_SIZES, text) && currencyOf(next.text) !== null ? (MONEY_SIZES[text] ?? null) : null;
}

/** How many tokens from here say `and a half`; 0 where they do not. */
export function halfBehind(tokens: readonly Token[], from: number, base: string): number {
  const said = HALVES[base];
  if (said === undefined || tokens[from]?.lower !== said[0]) return 0;
  return said.every((word, index) => tokens[from + index]?.lower.startsWith(word) === true) ? said.length : 0;
}

const isHebrew = (token: Token | undefined): boolean => token !== undefined && /^\p{Script=Hebrew}/u.test(token.text);

/** What the words before a number say of it. */
export function boundBefore(tokens: readonly Token[], from: number): Bound | null {
  const last = tokens[from - 1];
  if (last?.text === '~' || last?.text === '≈') return 'about';
  if (last?.text === '>') return 'more-than';
  if (last?.text === '<') return 'less-than';
  // `nearly a third`, `fast die Hälfte`.
  if (last !== undefined && DETERMINER.test(last.lower)) from--;
  const unspaced = last?.kind === 'word' ? UNSPACED_BOUNDS.find(([words]) => last.text.endsWith(words)) : undefined;
  if (unspaced !== undefined) return unspaced[1];
  // `כ־11`: Hebrew joins what bounds a number to it.
  if (last?.glued === true && /^[-־]$/.test(last.text) && isHebrew(tokens[from - 2])) from--;
  let words = '';
  let bound: Bound | null = null;
  for (let back = 1; back <= BOUND_WORDS; back++) {
    const token = tokens[from - back];
    if (token?.kind !== 'word') break;
    words = words === '' ? token.lower : `${token.lower} ${words}`;
    bound = boundOf(words) ?? bound;
  }
  return bound;
}

/** What the words behind a number say of it. */
export function boundAfter(tokens: readonly Token[], to: number): Bound | null {
  const [first, second, third] = [tokens[to]?.lower ?? '', tokens[to + 1]?.lower ?? '', tokens[to + 2]?.lower ?? ''];
  if (first === '+' || (first === 'or' && second === 'more')) return 'more-than';
  if (/^(?:多|余|餘)/u.test(first)) return 'more-than';
  if (first === 'environ') return 'about';
  return (first === 'or' && second === 'so') || third === '左右' ? 'about' : null;
}
