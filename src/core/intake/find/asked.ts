import type { BodyBlock } from './body.ts';

/** A text with so many short paragraphs that end in a question is an interview. */
const FEWEST = 4;
const LONGEST = 45;

/** Paragraphs in which an interviewer asks: what they say on the way is no finding. By the blocks' indices. */
export function askedIn(body: readonly BodyBlock[]): ReadonlySet<number> {
  const asked = body.filter(
    ({ text, shape }) => shape === 'paragraph' && /[?？؟]["”»]?$/u.test(text) && text.split(/\s+/).length <= LONGEST,
  );
  return new Set(asked.length >= FEWEST && asked.length * 4 >= body.length ? asked.map(({ index }) => index) : []);
}
