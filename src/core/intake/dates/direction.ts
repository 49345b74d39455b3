import { TENSES, type Tense } from '../words/tenses.ts';

/** Which way from the day of publication a date without a year lies. */
export type Direction = 'past' | 'future' | 'unknown';

export interface DirectionOptions {
  readonly start: number;
  readonly end: number;
  /** A BCP 47 tag. */
  readonly language: string;
}

/**
 * Where a date at `[start, end)` of a sentence lies, by the words around it: first what stands right before it (`since`, `for`),
 * then the nearest verb before it in its clause, then the first one behind it, then any in the sentence.
 */
export function directionOf(sentence: string, { start, end, language }: DirectionOptions): Direction {
  const tense = TENSES[language.split('-')[0] ?? 'en'];
  if (tense === undefined) return 'unknown';
  const before = sentence.slice(0, start);
  const after = sentence.slice(end);
  if (tense.pastPreposition?.test(before) === true) return 'past';
  if (tense.futurePreposition?.test(before) === true) return 'future';
  if (tense.deadline?.test(before) === true && tense.openInfinitive?.test(clauseBefore(before).slice(-120)) === true) return 'future';
  const nearest = nearestVerb(clauseBefore(before), tense, 'last') ?? nearestVerb(clauseAfter(after), tense, 'first');
  if (nearest !== null) return nearest;
  if (tense.until?.test(before) === true) return 'future';
  return nearestVerb(before, tense, 'last') ?? nearestVerb(after, tense, 'first') ?? 'unknown';
}

interface Hit {
  readonly direction: 'past' | 'future';
  readonly start: number;
  readonly end: number;
}

/**
 * In front of a date the last verb counts with all it looks forward to (`agreed to meet on`); behind it the first one with its own
 * tense alone (`In October they agreed to meet`).
 */
function nearestVerb(text: string, tense: Tense, which: 'first' | 'last'): 'past' | 'future' | null {
  const hits = (['past', 'future'] as const).flatMap((direction) =>
    [...text.matchAll(tense[direction]())].map((match): Hit => ({
      direction,
      start: match.index,
      end: match.index + match[0].length,
    })),
  );
  // `was expected to` is both, and the longer reading holds; `est prévue` is past in form alone.
  const holds = (hit: Hit, other: Hit): boolean =>
    hit.direction === 'past'
      ? other.direction === 'future' && other.start < hit.end && hit.start < other.end && !(hit.end < other.end && hit.start < other.start)
      : false;
  const outer = hits.filter((hit) => !hits.some((other) => holds(hit, other)));
  const best = outer.sort((a, b) => (which === 'last' ? b.end - a.end : a.start - b.start))[0];
  if (!best) return null;
  const own = text.slice(best.start, best.end);
  return which === 'first' && best.direction === 'future' && tense.finitePast?.test(own) === true ? 'past' : best.direction;
}

const clauseBefore = (text: string): string =>
  text.slice(Math.max(text.lastIndexOf(';'), text.lastIndexOf(': '), text.lastIndexOf(', but ')) + 1);
const clauseAfter = (text: string): string => text.split(/;|: |, (?:but|and|while)\b/)[0] ?? '';
