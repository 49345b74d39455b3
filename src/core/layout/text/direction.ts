import { lettersOf, type Direction } from '../../base/bidi.ts';

/** Characters of running text from which on it fills lines enough to be read from the side that its own script begins at. */
const LONG = 200;

/**
 * Base direction of a paragraph: the deck's, so that points, cells, dates and figures of one column begin at one side whatever they are
 * written in. Running text that is long and all of the other direction has its own, as a quotation in the original.
 */
export function directionOf(text: string, deck: Direction, isRunning: boolean): Direction {
  if (!isRunning || text.length < LONG) return deck;
  const letters = lettersOf(text);
  return letters === null || letters === 'both' ? deck : letters;
}
