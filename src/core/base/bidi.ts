import { RIGHT_TO_LEFT } from './unicode.ts';

/*
 * Words of two directions in one line. Every program orders them by Unicode's bidirectional algorithm (UAX 9), which looks at
 * characters and knows nothing of what belongs together: a date behind an English name goes to the name's far end. So what belongs
 * together is told by marks of direction, U+200E and U+200F, which have no width. Isolates would say it better, but PowerPoint
 * may show them as boxes.
 */

export type Direction = 'ltr' | 'rtl';

/** A letter of that direction to the algorithm, nothing to the eye. */
export const DIRECTION_MARK: Readonly<Record<Direction, string>> = { ltr: '\u200E', rtl: '\u200F' };

const MARKS = /[\u200E\u200F\u061C]/g;
const RTL_LETTER = new RegExp(`[${RIGHT_TO_LEFT}]`, 'u');
const LETTER = /\p{L}/u;

export function withoutDirectionMarks(text: string): string {
  return text.replace(MARKS, '');
}

/** Which way a character runs by itself; null: as what stands around it. */
function directionOfCharacter(character: string): Direction | null {
  if (character === '\u200E') return 'ltr';
  if (character === '\u200F' || character === '\u061C') return 'rtl';
  if (!LETTER.test(character)) return null;
  return RTL_LETTER.test(character) ? 'rtl' : 'ltr';
}

/** Which way the letters of a text run; null where it has none. */
export function lettersOf(text: string): Direction | 'both' | null {
  if (!RTL_LETTER.test(text)) return LETTER.test(text) ? 'ltr' : null;
  const found = new Set(Array.from(text, directionOfCharacter).filter((direction) => direction !== null));
  return found.size > 1 ? 'both' : found.has('rtl') ? 'rtl' : found.has('ltr') ? 'ltr' : null;
}

/** Whether a text in a line that runs to the right has no letter that runs the other way. */
export function runsRight(text: string, base: Direction): boolean {
  return base === 'ltr' && !RTL_LETTER.test(text);
}

/** Which way the last letter or mark runs; null without one. */
export function lastDirection(text: string): Direction | null {
  for (let end = text.length; end > 0;) {
    const isPair = /[\uD800-\uDBFF][\uDC00-\uDFFF]/.test(text.slice(Math.max(0, end - 2), end));
    const start = end - (isPair ? 2 : 1);
    const direction = directionOfCharacter(text.slice(start, end));
    if (direction !== null) return direction;
    end = start;
  }
  return null;
}

/** Which way prose runs that stands by itself, as notes and excerpts of sources do: as most of its letters, as the deck where there are none. */
export function directionOfProse(text: string, deck: Direction): Direction {
  if (!RTL_LETTER.test(text)) return LETTER.test(text) ? 'ltr' : deck;
  const letters = Array.from(text).filter((character) => LETTER.test(character));
  const rtl = letters.filter((letter) => RTL_LETTER.test(letter)).length;
  return rtl * 2 === letters.length ? deck : rtl * 2 > letters.length ? 'rtl' : 'ltr';
}

/** What the first letter, mark or digit is; null without one. */
function firstSign(text: string): Direction | 'digit' | null {
  for (const character of text) {
    const direction = directionOfCharacter(character);
    if (direction !== null) return direction;
    if (/\p{N}/u.test(character)) return 'digit';
  }
  return null;
}

/** The mark between two texts of one line that keeps the second from being drawn into the first: both against the line's direction, or a number. */
export function markBetween(before: string, after: string, base: Direction): string {
  const last = lastDirection(before);
  if (last === null || last === base) return '';
  const first = firstSign(after);
  return first === null || first === base ? '' : DIRECTION_MARK[base];
}

/** Marks to put before and behind a text. */
export interface Marks {
  readonly before: string;
  readonly after: string;
}

const NO_MARKS: Marks = { before: '', after: '' };

/** Marks around a text without letters of the line's direction, so that signs and numbers at its ends stay with its letters. */
export function marksAround(text: string, base: Direction): Marks {
  const letters = lettersOf(text);
  if (letters === null || letters === 'both' || letters === base) return NO_MARKS;
  const mark = DIRECTION_MARK[letters];
  return {
    before: /^[\p{L}\u200E\u200F]|^\p{Nd}+\p{L}/u.test(text) ? '' : mark,
    after: /[\p{L}\p{M}\p{Nd}\u200E\u200F]$/u.test(text) ? '' : mark,
  };
}

/** Part of a line: words of the template between values that were put in. */
export interface Piece {
  readonly text: string;
  readonly isValue: boolean;
}

/** Marks with which each value reads as it would alone, and pieces follow each other in the line's direction; one pair a piece. */
export function marksOfValues(pieces: readonly Piece[], base: Direction): Marks[] {
  const around = pieces.map(({ text, isValue }): Marks => (isValue ? marksAround(text.trim(), base) : NO_MARKS));
  const whole = pieces.map(({ text }, i) => withMarks(text, around[i] ?? NO_MARKS));
  let before = '';
  return pieces.map(({ isValue }, i) => {
    before += whole[i] ?? '';
    const mark = isValue ? markBetween(before, whole.slice(i + 1).join(''), base) : '';
    before += mark;
    return { before: around[i]?.before ?? '', after: (around[i]?.after ?? '') + mark };
  });
}

/** The text with marks at its words, inside the white space around them: a mark behind a space would be a word of its own. */
export function withMarks(text: string, { before, after }: Marks): string {
  const start = text.length - text.trimStart().length;
  const end = Math.max(start, text.trimEnd().length);
  return `${text.slice(0, start)}${before}${text.slice(start, end)}${after}${text.slice(end)}`;
}

/** The pieces with their marks as one text. */
export function joinedValues(pieces: readonly Piece[], base: Direction): string {
  const marks = marksOfValues(pieces, base);
  return pieces.map(({ text }, i) => withMarks(text, marks[i] ?? NO_MARKS)).join('');
}
