import { stopwordsOf } from '../language/index.ts';
import { hasForm, type Said } from './evidence.ts';
import { baseOf } from './tokens.ts';
import type { Finding } from './types.ts';
import { eventsOf, mayTellEvent } from './words/events.ts';

/** Shorter words are told only whole: `dead`, and not all that begins so. */
const SHORT = 4;

const begins = (word: string, beginning: string): boolean => (beginning.length < SHORT ? word === beginning : word.startsWith(beginning));

/** So many words of a line must have something in common with its paragraphs. */
const FEWEST = 3;
const SHORTEST = 4;

/**
 * A line of which no word at all stands in its paragraphs: invented, or with a wrong reference. Of honest lines one in some three hundred
 * is so, of invented ones nine in ten (docs/decisions/claims.md).
 */
export function isUnrelated(line: Said, paragraphs: readonly Said[], language: string): boolean {
  const stopwords = stopwordsOf(language);
  if (stopwords.size === 0) return false;
  const words = line.tokens().filter(({ kind, lower }) => kind === 'word' && lower.length >= SHORTEST && !stopwords.has(lower));
  return words.length >= FEWEST && !words.some(({ lower }) => paragraphs.some((paragraph) => hasForm(paragraph.words(), lower)));
}

/** Grave events that a line tells and its paragraphs have no word for: a resignation, a death, an arrest. */
export function eventFindings(line: Said, paragraphs: readonly Said[], language: string): Finding[] {
  const base = baseOf(language);
  const words = line.tokens().filter(({ kind, lower }) => kind === 'word' && mayTellEvent(lower, base));
  if (words.length === 0) return [];
  return eventsOf(base).flatMap(({ said, told }): Finding[] => {
    const token = words.find(({ lower }) => said.some((beginning) => begins(lower, beginning)));
    if (token === undefined) return [];
    const known = paragraphs.some(({ words }) => [...words().all].some((word) => told.some((beginning) => begins(word, beginning))));
    return known ? [] : [{ kind: 'event', start: token.start, end: token.end }];
  });
}
