import { BROKEN_BY_DICTIONARY, EAST_ASIAN } from '../base/unicode.ts';
import type { Fault } from './element.ts';
import type { Slide } from './types.ts';

/**
 * How much a deck may hold. What lays it out takes time in proportion to these, so they bound its work, and are the same on every
 * machine. A slide has some 2,200 characters, its notes and names included, so 5,000 slides may be made; a table of ten thousand rows and
 * six columns has 200,000 parts.
 */
export const DECK_LIMITS = {
  characters: 12_000_000,
  /** Blocks, paragraphs, rows, cells, runs. */
  parts: 2_000_000,
  /** Letters without a place to divide the line between them. */
  word: 100_000,
} as const;

/** Where a line may end: at a space, a hyphen, a dash or a slash, and between signs of scripts that have no spaces. */
const ENDS = new RegExp(`[\\s\\u200B\\u00AD\\u2010-\\u2014/\\p{Extended_Pictographic}${EAST_ASIAN}${BROKEN_BY_DICTIONARY}-]`, 'u');

/** Not words of the deck: where they come from or lead to, and what they are. */
const NO_WORDS = new Set(['origins', 'href', 'src', 'kind']);

interface Size {
  characters: number;
  parts: number;
  word: number;
}

function addText(size: Size, text: string): void {
  size.characters += text.length;
  if (text.length > DECK_LIMITS.word) for (const word of text.split(ENDS)) size.word = Math.max(size.word, word.length);
}

/** Counts what is in a slide. */
function addSlide(size: Size, { title, blocks, notes }: Slide): void {
  const waiting: unknown[] = [title, blocks, notes];
  while (waiting.length > 0) {
    const value = waiting.pop();
    if (typeof value === 'string') addText(size, value);
    if (typeof value !== 'object' || value === null) continue;
    size.parts += 1;
    for (const [key, inner] of Object.entries(value)) if (!NO_WORDS.has(key)) waiting.push(inner);
  }
}

const NAMES: Readonly<Record<keyof Size, string>> = {
  characters: 'characters',
  parts: 'paragraphs, cells and runs',
  word: 'letters in one word',
};

/** The first slide with which a deck is too large, as a fault; null: it is not. */
export function sizeFault(slides: readonly Slide[]): Fault | null {
  const size: Size = { characters: 0, parts: 0, word: 0 };
  for (const [index, slide] of slides.entries()) {
    addSlide(size, slide);
    const over = (['word', 'characters', 'parts'] as const).find((what) => size[what] > DECK_LIMITS[what]);
    if (over === undefined) continue;
    return {
      code: 'deck/too-large',
      at: slide.at,
      slide: index + 1,
      message: over === 'word' ? 'a word is too long to be laid out' : 'the deck is too large to be laid out',
      received: `${size[over]} ${NAMES[over]}`,
      allowed: `${DECK_LIMITS[over]}`,
      hint:
        over === 'word'
          ? 'Put spaces into it, or leave it out.'
          : 'Divide the briefing into several, or show its longest table or text elsewhere.',
    };
  }
  return null;
}
