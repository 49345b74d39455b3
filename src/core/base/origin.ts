/** Where words or a value come from: one field of an article, of an own slide, or of the briefing. */
export interface Origin {
  /** An article's id; null: the briefing. */
  readonly article: string | null;
  /** A topic's id, or an own slide's where `article` is null; null: a field of the article or briefing itself. */
  readonly topic: string | null;
  /** The field's path in the template's view of the topic, article or deck, without indices: `headline`, `blocks.points.children`. */
  readonly field: string;
  /** The indices that the path's lists need, from 0. Behind `blocks` stands the block's place among all of its topic (`BlockView.index`). */
  readonly index: readonly number[];
  /** The deck's sources that this line, or what it is a part of, rests on. Absent: the article names none. */
  readonly refs?: readonly number[];
}

/*
 * A template prints values into text, and text has no origin. So each value of the view that is words carries the number of its origin in
 * itself while a template is filled, between noncharacters, which Unicode (23.7) keeps for a program's own use: helpers compare what
 * stands between them, and the deck stage takes them off. A template can print such characters too; it can only name an origin of its own
 * deck with them.
 */
const WORDS = '\uFDD0';
const NUMBER = '\uFDD1';
const VALUE = '\uFDD2';
const END = '\uFDD3';

/** Splits into marks and what stands between them. */
const MARKS = /([\uFDD0\uFDD1]\d{1,9}\uFDD2|\uFDD3)/;
const ANY = /[\uFDD0\uFDD1]\d{1,9}\uFDD2|[\uFDD0-\uFDD3]/g;

export function withoutMarks(text: string): string {
  return text.replace(ANY, '');
}

/** The same words with the number of their origin. */
export function markWords(text: string, origin: number): string {
  return text === '' ? text : `${WORDS}${origin}${VALUE}${withoutMarks(text)}${END}`;
}

/** A number as words that `bare` makes a number again. */
export function markNumber(value: number, origin: number): string {
  return `${NUMBER}${origin}${VALUE}${value}${END}`;
}

/** What was marked: the number, or the words. Anything else is as it was. */
export function bare(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  const words = withoutMarks(value);
  return value.startsWith(NUMBER) && value.indexOf(END) === value.length - 1 ? Number(words) : words;
}

export interface MarkedWords {
  readonly text: string;
  /** The number of their origin; null where they have none. */
  readonly origin: number | null;
}

/** Text in pieces, each with its origin, empty ones left out. Elements may divide marked words: `open` is the origin that goes on. */
export function readMarks(text: string, open: number | null): { readonly pieces: readonly MarkedWords[]; readonly open: number | null } {
  const pieces: MarkedWords[] = [];
  let origin = open;
  text.split(MARKS).forEach((part, i) => {
    if (i % 2 === 0) {
      if (part !== '') pieces.push({ text: part, origin });
    } else origin = part === END ? null : Number(part.slice(1, -1));
  });
  return { pieces, open: origin };
}

/** The numbers of all origins named in a text. */
export function originsIn(text: string): number[] {
  return readMarks(text, null).pieces.flatMap(({ origin }) => origin ?? []);
}
