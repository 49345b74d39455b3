import { ready } from './ready.ts';

const WORD_CHARACTER = ready(/[\p{L}\p{N}]/u);

/** Whether there is a letter or a digit of any script in a text. */
export function hasWordCharacter(text: string): boolean {
  return WORD_CHARACTER().test(text);
}

/**
 * Letters, for a character class: those of the scripts whose dates and numbers are read, and their neighbours. A property (`\p{L}`) under
 * the flags `i` and `u` takes four times as long to compile, and each pattern of a language is compiled anew in each thread
 * (measured: .57 ms against .13 ms a class, in some sixty classes).
 */
export const LATIN_TO_ARABIC =
  'A-Za-z\\u00AA\\u00B5\\u00BA\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u02AF\\u0370-\\u037D\\u037F-\\u0481\\u048A-\\u0556\\u0561-\\u0587\\u05D0-\\u05EA\\u0620-\\u064A\\u066E-\\u06D3';

/** Marks that stand on letters of these scripts. */
export const MARK = '\\u0300-\\u036F\\u0483-\\u0487\\u05B0-\\u05C7\\u064B-\\u065F';

/** Not Greek with the accents of old (U+1F00 to U+1FFF), which so counts as no letter here: its cases take half of the time of all these. */
export const LETTER = `${LATIN_TO_ARABIC}\\u0904-\\u0963\\u0971-\\u1EFF\\u3041-\\u3096\\u30A1-\\u30FA\\u3400-\\u9FFF\\uAC00-\\uD7A3`;
