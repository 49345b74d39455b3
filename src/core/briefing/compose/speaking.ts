import { countWords, WORDS_A_MINUTE } from '../../base/speaking.ts';
import { saidLines } from '../../block/view.ts';
import type { ItemView, LineView } from '../types.ts';

const wordsOf = (lines: readonly LineView[]): number => lines.reduce((sum, line) => sum + countWords(line.text), 0);

/** Minutes to say these lines. */
export const minutesToSay = (lines: readonly LineView[]): number => wordsOf(lines) / WORDS_A_MINUTE;

/** Minutes for one item: by its notes, else by what its slides say. */
export function speakingMinutes(notes: readonly LineView[], item: Pick<ItemView, 'headline' | 'summary' | 'blocks'>): number {
  if (notes.length > 0) return minutesToSay(notes);
  const shown = wordsOf([item.headline, ...(item.summary ? [item.summary] : [])]);
  return (shown + wordsOf(item.blocks.flatMap(saidLines))) / WORDS_A_MINUTE;
}

export function roundMinutes(minutes: number): number {
  return Math.round(minutes * 10) / 10;
}
