import type { Typist } from './typist.ts';

/**
 * How much wider a program may find words that it places itself: LibreOffice does not kern them, and in right-to-left decks takes digits
 * from the font of the script. What leaves a chart's frame there makes all of the chart smaller.
 */
const NUMBERS = { ltr: 1.05, rtl: 1.12 } as const;
const NAMES = { ltr: 1.02, rtl: 1.06 } as const;

/** Behind a legend at the end of the frame, so that its words are not broken there. As a share of the type size. */
export const LEGEND_SLACK = 0.8;

export function numberSlack({ context }: Typist): number {
  return NUMBERS[context.direction];
}

export function nameSlack({ context }: Typist): number {
  return NAMES[context.direction];
}

/** What centred words of a drawing keep clear of the frame's sides, so that their box is wider than they are on both. Points. */
export function edgeSlack(t: Typist, width: number): number {
  return t.size * (t.isRtl ? 1 : 0.5) + width * 0.03;
}
