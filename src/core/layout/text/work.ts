import type { LayoutWork } from './types.ts';

/** Lines broken for one deck, tries counted: the largest that is meant to be made (5,000 slides, or a megabyte of one paragraph) takes 550,000. */
export const MOST_LINES = 6_000_000;

/** Thrown where a deck takes more: whatever its content makes of the search for sizes and pages, it ends, at the same place on every machine. */
export class TooMuchWork extends Error {
  constructor() {
    super(`layout broke more than ${MOST_LINES} lines`);
  }
}

/** Counts lines that were broken. Throws `TooMuchWork`. */
export function countLines(work: LayoutWork, lines: number): void {
  work.lines += lines;
  if (work.lines > MOST_LINES) throw new TooMuchWork();
}
