import type { Page } from './types.ts';

/** Private-use letters, replacement characters and controls: a font that does not say which letters it has. */
const NO_LETTER = /[\p{Co}\p{Cn}\p{Cc}\uFFFD]/gu;
/** A font is judged when it has set so many characters … */
const ENOUGH = 40;
/** … and cannot be read where this share of them are no letters. */
const NO_LETTERS = 0.12;
const WORD = /[!-~]{4,}/g;

interface Tally {
  characters: number;
  none: number;
  latin: number;
  vowels: number;
  words: number;
  odd: number;
}

/**
 * The fonts whose letters cannot be told, by pdf.js's names: they are of the private use area or none at all, or, in Latin letters, hardly a
 * word has vowels and one case. A font without names for its glyphs and without a table of what they stand for gives such text.
 */
export function unreadableFonts(pages: readonly Page[]): Set<string> {
  const fonts = new Map<string, Tally>();
  for (const { face, text } of pages.flatMap(({ pieces }) => pieces)) {
    const tally = fonts.get(face.font) ?? { characters: 0, none: 0, latin: 0, vowels: 0, words: 0, odd: 0 };
    fonts.set(face.font, tally);
    tally.characters += text.length;
    tally.none += text.match(NO_LETTER)?.length ?? 0;
    tally.latin += text.match(/[a-z]/gi)?.length ?? 0;
    tally.vowels += text.match(/[aeiouy]/gi)?.length ?? 0;
    for (const [word] of text.matchAll(WORD)) {
      tally.words++;
      if (isOdd(word)) tally.odd++;
    }
  }
  return new Set([...fonts].filter(([, tally]) => isUnreadable(tally)).map(([font]) => font));
}

function isUnreadable({ characters, none, latin, vowels, words, odd }: Tally): boolean {
  if (characters < ENOUGH) return false;
  if (none > characters * NO_LETTERS) return true;
  const share = vowels / latin;
  return words >= 40 && latin > characters * 0.4 && odd > words * 0.55 && (share < 0.25 || share > 0.62);
}

/** No vowel, a capital behind a small letter, or a sign between letters. */
function isOdd(word: string): boolean {
  return !/[aeiouy]/i.test(word) || /[a-z][A-Z]|[A-Z]{2}[a-z]/.test(word) || /[A-Za-z][^A-Za-z'’.,:;)\-/@_][A-Za-z]/.test(word);
}
