import { NUMBER_WORDS } from '../words/quantities.ts';
import { isVerb } from '../words/verbs.ts';
import { ready } from '../words/ready.ts';
import { stopwordsOf } from '../../language/index.ts';
import { stem } from './terms.ts';

/** Phrases offered as a heading. */
const OFFERED = 3;
const LONGEST = 4;
/** Words that make a poor beginning or end of a heading. */
const WEAK =
  /(?:ly|ing|ed)$|^(?:said|says|told|made|make|new|recent|clear|major|great|many|like|well|just|still|even|already|yet|now|never|always|within|via|toward|towards|entire|another|significant|further|such|far|much|more|most|third|half|past|every|each)$/i;

const OUTER_MARKS = ready(/^[\p{P}]+|[\p{P}]+$/gu);

/** Numbers and their bounds (`at least nineteen`) belong to figures, not to headings. */
const COUNT = new RegExp(
  `^(?:(?:${Object.keys(NUMBER_WORDS).join('|')})(?:-\\p{L}+)?|first|second|third|hundreds?|thousands?|millions?|billions?|dozens?|least|most)$`,
  'iu',
);

/**
 * Headings for a topic: its most telling phrases (words between stopwords and punctuation), by how often it has their words and
 * how rare these are elsewhere. Best first, none inside another.
 */
export function headingPhrases(text: string, inverse: ReadonlyMap<string, number>, language: string): string[] {
  const counts = new Map<string, number>();
  const phrases = candidates(text, language);
  for (const phrase of phrases) for (const word of phrase) counts.set(key(word), (counts.get(key(word)) ?? 0) + 1);
  const weight = (word: string): number =>
    Math.min(4, counts.get(key(word)) ?? 0) * (inverse.get(key(word)) ?? 0.5) * (/^\p{Lu}/u.test(word) ? 1.25 : 1);
  const scored = new Map<string, number>();
  for (const phrase of phrases) {
    const score = phrase.reduce((sum, word) => sum + weight(word), 0) / Math.sqrt(phrase.length) + (phrase.length > 1 ? 0.5 : 0);
    const words = phrase.join(' ');
    scored.set(words, Math.max(scored.get(words) ?? 0, score));
  }
  const ranked = [...scored].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0], 'en')).map(([phrase]) => phrase);
  const distinct: string[] = [];
  for (const phrase of ranked) {
    if (distinct.length === OFFERED) break;
    if (!distinct.some((other) => overlap(other, phrase))) distinct.push(phrase);
  }
  return distinct.map((phrase) => `${phrase.charAt(0).toUpperCase()}${phrase.slice(1)}`);
}

const key = (word: string): string => stem(word.toLowerCase());

function overlap(a: string, b: string): boolean {
  const words = new Set(a.split(' ').map(key));
  return b.split(' ').some((word) => words.has(key(word)));
}

function candidates(text: string, language: string): string[][] {
  const stopwords = stopwordsOf(language);
  return text.split(/[.,;:!?()“”"«»„「」、。—–/|]+|[’']s?\s/u).flatMap((clause) => {
    const found: string[][] = [];
    let open: string[] = [];
    for (const word of clause.split(/\s+/)) {
      const bare = word.replace(OUTER_MARKS(), '');
      if (
        bare.length < 2 ||
        /^\d/.test(bare) ||
        stopwords.has(bare.toLowerCase()) ||
        COUNT.test(bare) ||
        (language.startsWith('en') && isVerb(bare))
      ) {
        if (open.length > 0) found.push(open);
        open = [];
      } else open.push(bare);
    }
    if (open.length > 0) found.push(open);
    return found.map(trimWeak).filter((phrase) => phrase.length > 0 && phrase.length <= LONGEST && phrase.join(' ').length > 3);
  });
}

function trimWeak(phrase: readonly string[]): string[] {
  let [start, end] = [0, phrase.length];
  while (start < end && WEAK.test(phrase[start] ?? '')) start++;
  while (end > start && WEAK.test(phrase[end - 1] ?? '')) end--;
  return phrase.slice(start, end);
}
