/**
 * Groups of scripts and signs, each as what stands between the brackets of a character class (flag `u`; `v` too): `[${UNSPACED}]`.
 * Whoever needs another group than these adds it here, with what it is for, so that one group does not come to be written in five ways.
 */

/** Chinese characters and Japanese syllables: some two or three of them say what a word does. Korean is none, which has spaces. */
export const HAN_AND_KANA = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}';

/** What a counter right behind a number begins with (`4200人`, `5キロ`): Hiragana there is a particle (`4200は`). */
export const COUNTERS = '\\p{Script=Han}\\p{Script=Katakana}';

/** Written without spaces between words, so that each character counts for itself where texts are compared or looked through. */
export const UNSPACED = `${HAN_AND_KANA}\\p{Script=Thai}`;

/** Written without spaces around quotation marks: also Korean, whose particles follow a mark at once. */
export const UNSPACED_AT_MARKS = `${UNSPACED}\\p{Script=Hangul}`;

/**
 * Letters and signs that East Asian fonts set one em wide, and between which a line may end: also Korean and Bopomofo, their
 * punctuation, the mark of a long vowel (U+30FC, of no script) and the full-width forms.
 */
export const EAST_ASIAN = `${HAN_AND_KANA}\\p{Script=Hangul}\\p{Script=Bopomofo}\\u3000-\\u303F\\u30FC\\uFF00-\\uFF60\\uFFE0-\\uFFE6`;

/** Written without spaces, as East Asian scripts are, but with no line end inside a word: a dictionary tells the words. */
export const BROKEN_BY_DICTIONARY = '\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}';

/** Scripts whose words have no spaces between them, with their full-width signs: their lines are joined without one. */
export const UNSPACED_WITH_SIGNS = `${HAN_AND_KANA}${BROKEN_BY_DICTIONARY}\\u3000-\\u303F\\u30FC\\uFF00-\\uFF60`;

/** Written from right to left. */
export const RIGHT_TO_LEFT = '\\p{Script=Arabic}\\p{Script=Hebrew}\\p{Script=Syriac}\\p{Script=Thaana}\\p{Script=Nko}';

/** What Office sets in the theme's font for complex scripts (`a:cs`), as far as decks are written in it. */
export const COMPLEX = `\\p{Script=Arabic}\\p{Script=Hebrew}\\p{Script=Syriac}\\p{Script=Thaana}\\p{Script=Devanagari}\\p{Script=Bengali}\\p{Script=Tamil}\\p{Script=Telugu}${BROKEN_BY_DICTIONARY}`;
