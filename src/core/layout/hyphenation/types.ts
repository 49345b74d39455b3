import type { PATTERN_LANGUAGES } from './languages.ts';

/** A node of a trie of patterns: what may follow a letter, with the row of digits of the pattern that ends there. */
export type PatternNode = number | Trie | readonly [Trie, number];

/** By single letters; `.` is a word's edge. */
export interface Trie {
  readonly [letter: string]: PatternNode;
}

/** TeX's patterns of one language, as the build wrote them down. */
export interface Patterns {
  /** Rows of digits, one for each letter of a pattern and the place behind it: odd where a word may be divided, the highest wins. */
  readonly rows: readonly (readonly number[])[];
  readonly trie: Trie;
  /** Words that the patterns divide wrongly, lower case, with the offsets at which they may be divided. */
  readonly exceptions: Readonly<Record<string, readonly number[]>>;
}

/** A language whose words can be divided. */
export type PatternLanguage = (typeof PATTERN_LANGUAGES)[number]['language'];

/** Patterns by language, lent as fonts are: each is read when a word of its language first does not fit its line. Null: they are not at hand. */
export interface Hyphenation {
  readonly patterns: (language: PatternLanguage) => Patterns | null;
}

/** Offsets at which a word of letters alone may be divided with a hyphen, in order. */
export type DivideWord = (word: string) => readonly number[];
