import { asciiDigits } from '../base/digits.ts';

/** A word, a number in digits, or any other sign of a text. Offsets in UTF-16 units. */
export interface Token {
  readonly kind: 'word' | 'digits' | 'sign';
  readonly text: string;
  /** In small letters; digits of all scripts as ASCII ones. */
  readonly lower: string;
  readonly start: number;
  readonly end: number;
  /** Begins with a capital letter. */
  readonly capital: boolean;
  /** Nothing stands between it and the token before. */
  readonly glued: boolean;
}

/**
 * Words, digits, signs. Apostrophes and hyphens part words, so that `l’Arménie`, `Armenia’s` and `Russian-led` have the names as words of
 * their own. Spaces join groups of three digits, points and commas any.
 */
const TOKEN = String.raw`(\p{L}[\p{L}\p{M}]*)|(\p{Nd}{1,3}(?:[ \u00A0\u2007\u2009\u202F]\p{Nd}{3})+(?!\p{Nd})(?:[.,]\p{Nd}+)?|\p{Nd}+(?:[.,'’٬٫．]\p{Nd}+)*)|[^\s\p{L}\p{Nd}]`;

const isAsciiLetter = (code: number): boolean => (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
const isLatin1Letter = (code: number): boolean => code >= 0xc0 && code <= 0x24f && code !== 0xd7 && code !== 0xf7;

/** The end of a word of Latin letters that begins here: most are, and need no pattern. The beginning itself where there is none. */
function latinEnd(text: string, from: number): number {
  let at = from;
  for (let code = text.charCodeAt(at); isAsciiLetter(code) || isLatin1Letter(code); code = text.charCodeAt(at)) at++;
  // A mark on the last letter goes with it: the pattern knows which signs these are.
  return text.charCodeAt(at) < 0x250 || Number.isNaN(text.charCodeAt(at)) || isPunctuation(text.charCodeAt(at)) ? at : from;
}

/** General punctuation, U+2000 to U+206F. */
const isPunctuation = (code: number): boolean => code >= 0x2000 && code <= 0x206f;

/** Takes a text apart, each token once and in order. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  const pattern = new RegExp(TOKEN, 'uy');
  let before = -1;
  for (let at = 0; at < text.length;) {
    const code = text.charCodeAt(at);
    if (code === 0x20 || code === 0x0a) {
      at++;
      continue;
    }
    const latin = latinEnd(text, at);
    let end = latin;
    let kind: Token['kind'] = 'word';
    if (latin === at) {
      pattern.lastIndex = at;
      const match = pattern.exec(text);
      if (match === null) {
        at++;
        continue;
      }
      end = at + match[0].length;
      kind = match[1] !== undefined ? 'word' : match[2] !== undefined ? 'digits' : 'sign';
    }
    const own = text.slice(at, end);
    const lower = kind === 'word' ? own.toLowerCase() : kind === 'digits' ? asciiDigits(own) : own;
    tokens.push({
      kind,
      text: own,
      lower,
      start: at,
      end,
      capital: kind === 'word' && own.charCodeAt(0) !== lower.charCodeAt(0),
      glued: at === before,
    });
    before = end;
    at = end;
  }
  return tokens;
}

/** The language of a tag without its region. */
export const baseOf = (tag: string): string => tag.split('-')[0]?.toLowerCase() ?? 'en';
