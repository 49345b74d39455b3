import type { DivideWord } from '../hyphenation/types.ts';
import type { Place, Stretch } from './types.ts';

/** Signs around a word that are no part of it. */
const AROUND = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu;
const PLAIN = /^[\p{L}\p{M}][\p{L}\p{M}\u00AD’'‐-]+$/u;
const LETTERS = /[\p{L}\p{M}]+/gu;

/** A stretch without spaces as the word it is; null where it is none, as an address or a name with digits, which may be cut anywhere. */
export function plainWord(stretch: string): string | null {
  const word = stretch.replace(AROUND, '');
  return PLAIN.test(word) ? word : null;
}

/** The words of a text that a line may not end in: between spaces of all kinds, and two that a slash joins. Addresses and names with digits are none. */
export function plainWords(text: string): Stretch[] {
  return [...text.matchAll(/\S+/g)].flatMap(({ 0: stretch, index }): Stretch[] => {
    const core = stretch.replace(AROUND, '');
    const words = core.split('/');
    if (!words.every((word) => PLAIN.test(word))) return [];
    let start = index + stretch.indexOf(core);
    return words.map((word) => {
      const found = { start, end: start + word.length };
      start = found.end + 1;
      return found;
    });
  });
}

const ADDRESS = /^[^\p{L}]*(?:\p{L}+:\/\/|www\.)/u;

/** Behind what an address is divided, without a sign that would be taken for a part of it. */
const PART_OF_ADDRESS = /(?<=[^/:][/?&])(?=[^/])/gu;

function placesInAddresses(text: string): Place[] {
  return [...text.matchAll(/\S+/g)].flatMap(({ 0: stretch, index }): Place[] =>
    ADDRESS.test(stretch) ? [...stretch.matchAll(PART_OF_ADDRESS)].map((part) => ({ at: index + part.index, hyphen: false })) : [],
  );
}

/** Where words may be divided: by their language's rules with a hyphen, and behind a slash between two, or in an address, without. */
export function placesInWords(text: string, divide: DivideWord): Place[] {
  const words = plainWords(text);
  if (words.length === 0) return placesInAddresses(text);
  return words.flatMap(({ start, end }, i): Place[] => {
    const inside = [...text.slice(start, end).matchAll(LETTERS)].flatMap(({ 0: letters, index }) =>
      divide(letters).map((at) => ({ at: start + index + at, hyphen: true })),
    );
    const joined = words[i + 1]?.start === end + 1 && text[end] === '/';
    return joined ? [...inside, { at: end + 1, hyphen: false }] : inside;
  });
}

/** The word that an offset cuts in two; null where a line may end there, or it is no word. */
export function wordCutAt(text: string, at: number): string | null {
  if (!/[\p{L}\p{M}]$/u.test(text.slice(0, at)) || !/^\p{L}/u.test(text.slice(at))) return null;
  const word = plainWords(text).find(({ start, end }) => start < at && at < end);
  return word ? text.slice(word.start, word.end) : null;
}
