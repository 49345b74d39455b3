/** How long it takes to say something: the same in the library, the running order, a template and the notes. */

import { HAN_AND_KANA } from './unicode.ts';

/** Words that a presenter speaks in a minute. */
export const WORDS_A_MINUTE = 130;

const IDEOGRAPH = new RegExp(`[${HAN_AND_KANA}]`, 'u');
const IDEOGRAPHS = new RegExp(IDEOGRAPH, 'gu');
const WORDS = /[\p{L}\p{N}]\S*/gu;

/** Words of a text; two characters of Chinese or Japanese, which have no spaces, take as long as one word. */
export function countWords(text: string): number {
  if (!IDEOGRAPH.test(text)) return text.match(WORDS)?.length ?? 0;
  const words = text.replace(IDEOGRAPHS, ' ').match(WORDS)?.length ?? 0;
  return words + (text.match(IDEOGRAPHS)?.length ?? 0) / 2;
}

/** Whole seconds that a number of words take. */
export function secondsToSay(words: number): number {
  return Math.round((words * 60) / WORDS_A_MINUTE);
}
