/**
 * Text as Lectern carries it: Unicode NFC, without control characters, lone surrogates and noncharacters
 * (XML 1.0 § 2.2 allows none of these, and no reader wants them). Tabs and line ends stay.
 */

/** Control characters but tab and line end, byte order marks, lone surrogates, noncharacters. */
const UNWANTED = /(?![\t\n])[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\uFEFF]/gu;

/** Nothing of what is cleaned, and nothing that could be composed. */
const CLEAN = /^[\t\n -~]*$/;

export function cleanText(text: string): string {
  if (CLEAN.test(text)) return text;
  return text
    .replace(/\r\n?|[\v\f\u2028\u2029\u0085]/g, '\n')
    .replace(UNWANTED, '')
    .normalize('NFC');
}

/** The same on one line: every run of spaces, tabs and line ends is one space, and none at the ends. */
export function cleanLine(text: string): string {
  return cleanText(text)
    .replace(/[ \t\n]+/g, ' ')
    .trim();
}
