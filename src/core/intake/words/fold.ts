import { UNSPACED } from '../../base/unicode.ts';
import { ready } from './ready.ts';

const SIGN = new RegExp(`[${UNSPACED}]`, 'gu');
const BETWEEN_WORDS = ready(/[^\p{L}\p{M}\p{N}]+/gu);

/** A text without what does not tell paragraphs apart: case, punctuation, width, spaces. Equal keys are exact repeats. */
export function foldKey(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(BETWEEN_WORDS(), ' ').trim();
}

/** The words of a text, folded; for scripts without spaces its characters. */
export function foldedWords(text: string): string[] {
  return foldKey(text).replace(SIGN, ' $& ').split(/\s+/).filter(Boolean);
}
