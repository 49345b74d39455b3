import { UNSPACED_WITH_SIGNS } from '../../base/unicode.ts';
import { ready } from '../words/ready.ts';

/** First parts of compounds that keep their hyphen when it falls on a line's end. */
const COMPOUNDS = new Set(
  (
    'all anti cross double ex far fast first five four full half high inner ill late left long low mid multi non north one open part post pre ' +
    'pro right second self semi short single six slow small so south east west ten third three top twenty thirty forty two under well wide'
  ).split(' '),
);
/** Behind a hyphen they say that a second word shares the end of the first: `Vor- und Nachteile`, `pre- and post-war`. */
const SHARING = new Set('und oder bzw sowie and or og och eller'.split(' '));
const CUT = ready(/(\p{L}+)[-‐\u00AD]$/u);
const BEGINS_SMALL = ready(/^\p{Ll}+/u);
const WORDS = ready(/[\p{L}\p{M}]+(?:[-‐][\p{L}\p{M}]+)*/gu);

const ENDS_UNSPACED = new RegExp(`[${UNSPACED_WITH_SIGNS}]$`, 'u');
const BEGINS_UNSPACED = new RegExp(`^[${UNSPACED_WITH_SIGNS}]`, 'u');

/** The words of a text, those with hyphens as one. */
export interface WordsSeen {
  readonly has: (word: string) => boolean;
}

export function wordsSeen(text: string): WordsSeen {
  const seen = new Set(Array.from(text.matchAll(WORDS()), ([word]) => word.toLowerCase().replaceAll('‐', '-')));
  return { has: (word) => seen.has(word.toLowerCase()) };
}

/**
 * Wrapped lines as one. A word cut by a hyphen is mended, but for compounds: those written with a hyphen elsewhere in the text (`seen`),
 * those that begin with a word such as `long` or `well`, and those whose second part has a capital (`Bund-Länder`). Chinese, Japanese and
 * Thai lines are joined without a space.
 */
export function joinLines(lines: readonly string[], seen: WordsSeen): string {
  return lines.reduce((text, line) => {
    if (text === '') return line;
    const first = CUT().exec(text)?.[1];
    if (first === undefined) return ENDS_UNSPACED.test(text) && BEGINS_UNSPACED.test(line) ? `${text}${line}` : `${text} ${line}`;
    const whole = `${text.slice(0, -1)}${line}`;
    if (text.endsWith('\u00AD')) return whole;
    const second = BEGINS_SMALL().exec(line)?.[0];
    if (second === undefined) return `${text}${line}`;
    if (seen.has(`${first}${second}`)) return whole;
    if (SHARING.has(second)) return `${text} ${line}`;
    return COMPOUNDS.has(first.toLowerCase()) || seen.has(`${first}-${second}`) ? `${text}${line}` : whole;
  }, '');
}
