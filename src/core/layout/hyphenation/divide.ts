import { originsOf, type Run } from '../../base/text.ts';
import type { LanguageOf } from '../languages.ts';
import { PATTERN_LANGUAGES } from './languages.ts';
import type { DivideWord, Hyphenation, PatternLanguage, Patterns, Trie } from './types.ts';

/** Words shorter than this stay whole whatever patterns say; longer ones than that are none. */
const SHORTEST = 5;
const LONGEST = 150;

const NOWHERE: readonly number[] = [];

/** The patterns for a language tag: `en` is written as in Britain, both written Norwegians by Bokmål's. Null: there are none. */
export function patternLanguage(tag: string): PatternLanguage | null {
  const [primary = '', ...rest] = tag.toLowerCase().split('-');
  if (primary === 'en') return rest.includes('us') ? 'en-US' : 'en-GB';
  const name = primary === 'no' || primary === 'nn' ? 'nb' : primary;
  return PATTERN_LANGUAGES.find(({ language }) => language === name)?.language ?? null;
}

/** What divides words of a language; nowhere, where no patterns are at hand. */
export function wordDivider(hyphenation: Hyphenation | undefined, tag: string): DivideWord {
  const language = patternLanguage(tag);
  const least = PATTERN_LANGUAGES.find((entry) => entry.language === language);
  if (!hyphenation || !least) return () => NOWHERE;
  return (word) => {
    const patterns = word.length < SHORTEST || word.length > LONGEST || isName(word) ? null : hyphenation.patterns(least.language);
    const lower = word.toLocaleLowerCase(least.language);
    // a letter that changes its length with its case has offsets of its own
    if (patterns === null || lower.length !== word.length) return NOWHERE;
    const known = Object.hasOwn(patterns.exceptions, lower) ? patterns.exceptions[lower] : undefined;
    const places = known ?? placesIn(lower, patterns);
    return places.filter((at) => at >= least.start && word.length - at >= least.end && !/^[\p{M}\uDC00-\uDFFF]/u.test(word.slice(at)));
  };
}

/** What divides the words of paragraphs: each by the rules of its language. */
export function paragraphDivider(hyphenation: Hyphenation | undefined, languageOf: LanguageOf): (runs: readonly Run[]) => DivideWord {
  const dividers = new Map<string, DivideWord>();
  return (runs) => {
    const language = languageOf(originsOf(runs));
    const divider = dividers.get(language) ?? wordDivider(hyphenation, language);
    dividers.set(language, divider);
    return divider;
  };
}

/** Capitals inside a word make it a name that has its own way of being written: `YouTube`, `eGovernment`; not where all are capitals. */
function isName(word: string): boolean {
  return /\p{Lu}/u.test(word.slice(1)) && /\p{Ll}/u.test(word);
}

/**
 * Liang's algorithm (Word Hy-phen-a-tion by Com-put-er, Stanford 1983): every pattern that a word between dots holds says for each of its
 * places how much it is for or against a hyphen; the highest digit counts, and odd ones are for it.
 */
function placesIn(lower: string, { rows, trie }: Patterns): number[] {
  const dotted = `.${lower}.`;
  const digits = new Array<number>(lower.length + 1).fill(0);
  for (let from = 0; from < dotted.length; from++) {
    // a pattern's first digit stands before its first letter: the dot before a word has none of its own
    const first = Math.max(0, from - 1);
    let node: Trie = trie;
    for (let at = from; at < dotted.length; at++) {
      const next = node[dotted[at] ?? ''];
      if (next === undefined) break;
      const [deeper, row]: readonly [Trie | null, number | null] =
        typeof next === 'number' ? [null, next] : isPair(next) ? [next[0], next[1]] : [next, null];
      (row === null ? NOWHERE : (rows[row] ?? NOWHERE)).forEach((digit, i) => {
        digits[first + i] = Math.max(digit, digits[first + i] ?? 0);
      });
      if (deeper === null) break;
      node = deeper;
    }
  }
  return digits.flatMap((digit, at) => (digit % 2 === 1 && at > 0 && at < lower.length ? [at] : []));
}

function isPair(node: Trie | readonly [Trie, number]): node is readonly [Trie, number] {
  return Array.isArray(node);
}
