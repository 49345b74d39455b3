import { EXCERPT_WORDS } from '../../article/index.ts';
import type { Rights } from '../../article/index.ts';
import { lazy } from '../../base/lazy.ts';
import { segmentsOf } from '../../base/segments.ts';
import { countWords } from '../../base/speaking.ts';

const sentences = lazy(() => new Intl.Segmenter('und', { granularity: 'sentence' }));
const words = lazy(() => new Intl.Segmenter('und', { granularity: 'word' }));

/** Whether a sentence or a word ends may hang on so many characters behind it. */
const AHEAD = 200;

/** The whole segments from the start that have so many words together, as one text. */
function beginning(segmenter: Intl.Segmenter, text: string, most: number): string {
  let [end, sum] = [0, 0];
  for (const { segment, index } of segmentsOf(segmenter, text, AHEAD)) {
    sum += countWords(segment);
    if (sum > most) break;
    end = index + segment.length;
  }
  return text.slice(0, end).trimEnd();
}

/**
 * What is quoted of a source's paragraph: by its article's rights the whole, the first sentences of it up to `EXCERPT_WORDS` words with
 * “[…]” where more was there, or nothing (null).
 */
export function excerptOf(text: string, rights: Rights): string | null {
  if (rights === 'none') return null;
  if (rights === 'all' || countWords(text) <= EXCERPT_WORDS) return text;
  const cut = beginning(sentences(), text, EXCERPT_WORDS) || beginning(words(), text, EXCERPT_WORDS);
  return `${cut} […]`;
}
