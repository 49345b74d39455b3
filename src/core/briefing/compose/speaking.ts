import { countWords, WORDS_A_MINUTE } from '../../base/speaking.ts';
import type { BlockView, ItemView, LineView, PointView } from '../types.ts';

const wordsOf = (lines: readonly LineView[]): number => lines.reduce((sum, line) => sum + countWords(line.text), 0);

const pointWords = (points: readonly PointView[]): number =>
  points.reduce((sum, point) => sum + countWords(point.text) + pointWords(point.children), 0);

function blockWords(block: BlockView): number {
  return (
    wordsOf(block.paragraph ? [block.paragraph] : []) +
    pointWords(block.points ?? []) +
    wordsOf(block.quotation?.paragraphs ?? []) +
    wordsOf(block.events ?? []) +
    wordsOf((block.figures ?? []).map(({ label }) => label))
  );
}

/** Minutes for one item: by its notes, else by what its slides say. */
export function speakingMinutes(notes: readonly LineView[], item: Pick<ItemView, 'headline' | 'summary' | 'blocks'>): number {
  if (notes.length > 0) return wordsOf(notes) / WORDS_A_MINUTE;
  const shown = wordsOf([item.headline, ...(item.summary ? [item.summary] : [])]);
  return (shown + item.blocks.reduce((sum, block) => sum + blockWords(block), 0)) / WORDS_A_MINUTE;
}

export function roundMinutes(minutes: number): number {
  return Math.round(minutes * 10) / 10;
}
