import { cleanText } from '../../article/index.ts';

/** What readers do not see and rules stumble over: soft hyphens, zero-width spaces, marks of writing direction. */
const INVISIBLE = /[\u00AD\u200B\u2060\u200E\u200F\u202A-\u202E\u2066-\u2069\u061C]/g;
/** Every space that is not one: no-break, thin, figure, ideographic … */
const SPACES = /[\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/g;

/** Text as all later steps see it: NFC, plain spaces, `\n` for every line end, nothing invisible. A form feed parts paragraphs. */
export function cleanCharacters(text: string): string {
  return cleanText(text.replace(/\f/g, '\n\n').replace(/\v/g, '\n')).replace(INVISIBLE, '').replace(SPACES, ' ');
}

/** The same on one line, without spaces at its ends. */
export function cleanWords(text: string): string {
  return cleanCharacters(text).replace(/\s+/g, ' ').trim();
}
