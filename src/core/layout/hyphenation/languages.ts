/**
 * The languages that patterns are at hand for, with the letters that stay together at least at a word's start and end: TeX's
 * `\lefthyphenmin` and `\righthyphenmin`, as hyph-utf8 gives them for each language.
 */
export const PATTERN_LANGUAGES = [
  { language: 'da', start: 2, end: 2 },
  { language: 'de', start: 2, end: 2 },
  { language: 'en-GB', start: 2, end: 3 },
  { language: 'en-US', start: 2, end: 3 },
  { language: 'es', start: 2, end: 2 },
  { language: 'fi', start: 2, end: 2 },
  { language: 'fr', start: 2, end: 2 },
  { language: 'hu', start: 2, end: 2 },
  { language: 'it', start: 2, end: 2 },
  { language: 'nb', start: 2, end: 2 },
  { language: 'nl', start: 2, end: 2 },
  { language: 'pl', start: 2, end: 2 },
  { language: 'pt', start: 2, end: 3 },
  { language: 'ru', start: 2, end: 2 },
  { language: 'sv', start: 2, end: 2 },
  { language: 'tr', start: 2, end: 2 },
  { language: 'uk', start: 2, end: 2 },
] as const;
