import { UNSPACED } from '../base/unicode.ts';
import { quotedSpans } from '../intake/words/index.ts';
import type { Said } from './evidence.ts';
import { isForm } from './forms.ts';

/** Letters and digits alone: case, marks, spaces and dashes tell nothing. */
export function squashed(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Where words were left out or put in: `…`, `[…]`, `[the minister]`. */
const CUTS = /\[[^\]]{0,200}\]|\(\s?(?:…|\.{3})\s?\)|…|\.{3,}/u;
const SENTENCE_END = /(?<=[.!?;。！？；])\s*/u;
/** So few words may be put into another form. */
const FEW = 2;
/** So many where they stand in a row in a language that declines nouns. */
const DECLINED = 4;

/** What is said in quotation marks in some paragraphs, without what stands between. */
function spokenIn(paragraphs: readonly Said[]): string {
  return squashed(paragraphs.flatMap(({ text }) => quotedSpans(text).map(({ start, end }) => text.slice(start, end))).join(' '));
}

function inOrder(pieces: readonly string[], text: string): boolean {
  let from = 0;
  for (const piece of pieces) {
    const at = text.indexOf(piece, from);
    if (at === -1) return false;
    from = at + piece.length;
  }
  return true;
}

/** Whether quoted words stand in the paragraphs: their pieces in order, with nothing changed but marks and what brackets say. */
export function quotationHeld(quoted: string, paragraphs: readonly Said[]): boolean {
  const pieces = quoted
    .split(CUTS)
    .map(squashed)
    .filter((piece) => piece !== '');
  if (pieces.length === 0) return true;
  const whole = squashed(paragraphs.map(({ text }) => text).join(' '));
  if (inOrder(pieces, whole) || inOrder(pieces, spokenIn(paragraphs))) return true;
  // What a speaker said in several goes, with who said it in between.
  const sentences = quoted
    .split(CUTS)
    .flatMap((piece) => piece.split(SENTENCE_END))
    .map(squashed)
    .filter((piece) => piece !== '');
  if (sentences.length > pieces.length && inOrder(sentences, whole)) return true;
  return isInflected(quoted, paragraphs);
}

/** Scripts that do not part words by spaces: a stretch of them is no word that has forms. */
const UNSPACED_SIGN = new RegExp(`[${UNSPACED}]`, 'u');
const CYRILLIC = /^\p{Script=Cyrillic}/u;

/** Whether few quoted words stand there in a row in other forms: more where they are of a language that declines, as `бюджетом вчерашнего дня`. */
function isInflected(quoted: string, paragraphs: readonly Said[]): boolean {
  const words = quoted.toLowerCase().match(/\p{L}+/gu) ?? [];
  if (words.length === 0 || UNSPACED_SIGN.test(quoted)) return false;
  if (words.length > (words.every((word) => CYRILLIC.test(word)) ? DECLINED : FEW)) return false;
  return paragraphs.some((paragraph) => {
    const own = paragraph.tokens().filter(({ kind }) => kind === 'word');
    return own.some((_, at) => words.every((word, index) => isForm(word, own[at + index]?.lower ?? '')));
  });
}
