import type { Line, Rule } from './types.ts';

/** Notes are set smaller than the text by this. */
const SMALLER = 0.94;
/** Notes of a page take less of it than this; a list of references may be more. */
const MOST = 0.6;
const MARK = /^(?:[*†‡§¶]+|[⁰¹²³⁴⁵⁶⁷⁸⁹]+|\d{1,3}(?=[\s.)]|\p{L})|\[\d{1,3}\]|\([a-z\d]\))/u;
const DIGITS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

export interface NoteOptions {
  readonly body: number;
  readonly height: number;
  readonly rules: readonly Rule[];
}

/** The mark that a note begins with, raised or not, as plain characters; null for a line that begins with none. */
export function noteMark(text: string): string | null {
  const mark = MARK.exec(text)?.[0];
  if (mark === undefined) return null;
  return mark.replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹]/g, (sign) => String(DIGITS.indexOf(sign))).replace(/[^\d*†‡§¶\p{L}]/gu, '');
}

/**
 * How many of a column's last lines are footnotes: smaller than the text, in the lower part of the page, begun by a mark or below a short
 * line that is drawn.
 */
export function noteLines(lines: readonly Line[], { body, height, rules }: NoteOptions): number {
  let from = lines.length;
  while (from > 0 && (lines[from - 1]?.size ?? 0) < body * SMALLER) from--;
  const below = (line: Line): boolean => {
    const width = line.column.right - line.column.left;
    return rules.some(
      (rule) =>
        rule.at < line.top + 4 &&
        line.y - rule.at < line.size * 3 &&
        rule.from < line.left + 8 &&
        rule.to - rule.from < Math.max(width * 0.75, 80),
    );
  };
  while (from < lines.length) {
    const line = lines[from];
    if (line && (noteMark(line.text) !== null || below(line))) break;
    from++;
  }
  const [first, last] = [lines[from], lines.at(-1)];
  if (!first || !last || first.top < height * (1 - MOST)) return 0;
  return lines.length - from;
}

/** Marks of a page's notes are taken out of its text, where they follow a word: they lead to nothing there. */
export function withoutNoteMarks(text: string, marks: ReadonlySet<string>): string {
  if (marks.size === 0) return text;
  return text.replace(/(?<=[\p{L}\p{P}])[⁰¹²³⁴⁵⁶⁷⁸⁹]+(?:[,⁾][⁰¹²³⁴⁵⁶⁷⁸⁹]+)*/gu, (raised) => {
    const numbers = raised.split(/[,⁾]/).map((sign) => Array.from(sign, (digit) => DIGITS.indexOf(digit)).join(''));
    return numbers.every((number) => marks.has(number)) ? '' : raised;
  });
}
