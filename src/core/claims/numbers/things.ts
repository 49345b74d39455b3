import { stopwordsOf } from '../../language/index.ts';
import type { Said } from '../evidence.ts';
import { numberHeld } from './held.ts';
import type { NumberMention } from './types.ts';

/** So many words behind a number may name what it counts: `eight small villages`; a source says more of it: `30 modern low-floor buses`. */
const REACH = { line: 2, source: 6 } as const;
const SHORTEST = 3;
/** So much of a word tells what it is. */
const BEGINNING = 5;
/** From here on a number seldom stands in a paragraph by chance; its thing may have another name. */
const CHANCE = 100;

/** Behind these stands what a number is set against, and not what it counts. */
const isPreposition = (word: string): boolean =>
  /^(?:contra|frente|según|entre|tras|desde|hasta|against|versus|among|gegen|gegenüber|statt|contre|face|parmi|contro|tra|fra|против|среди|tegen)$/u.test(
    word,
  );

/** What a number counts: the beginnings of the words right behind it. */
function thingsOf({ tokens }: Said, { to }: NumberMention, reach: number, stopwords: ReadonlySet<string>): string[] {
  const things: string[] = [];
  for (const { kind, lower } of tokens().slice(to, to + reach)) {
    // `low-floor`
    if (/^[-\u2010\u2011]$/u.test(lower)) continue;
    if (kind !== 'word' || stopwords.has(lower) || isPreposition(lower)) break;
    if (lower.length > SHORTEST) things.push(lower.slice(0, BEGINNING));
  }
  return things;
}

/**
 * Whether a number stands in the paragraphs only of other things, while they count the line's own thing otherwise: `forty clinics` of a
 * paragraph with forty nurses and six clinics.
 */
export function isOfOther(number: NumberMention, line: Said, paragraphs: readonly Said[], language: string): boolean {
  if (number.kind !== 'cardinal' || number.percent || number.currency !== null || number.values.some((value) => value >= CHANCE))
    return false;
  const stopwords = stopwordsOf(language);
  const things = thingsOf(line, number, REACH.line, stopwords);
  if (things.length === 0) return false;
  let isRival = false;
  for (const paragraph of paragraphs) {
    for (const mention of paragraph.numbers()) {
      if (mention.kind !== 'cardinal') continue;
      const own = thingsOf(paragraph, mention, REACH.source, stopwords);
      const isSame = own.some((thing) => things.includes(thing)) || (number.measure !== null && mention.measure !== null);
      if (!numberHeld(number, [mention])) isRival ||= isSame && !mention.percent;
      else if (isSame || own.length === 0) return false;
    }
  }
  return isRival;
}
