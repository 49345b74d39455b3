import { countWords } from '../words/count.ts';
import type { Draft, DraftItem, DraftTopic, SourceBlock } from '../types.ts';

/** Words of the blocks that a topic is about. */
export function wordsOfTopic(blocks: readonly SourceBlock[], topic: Pick<DraftTopic, 'blocks'>): number {
  return topic.blocks.reduce((sum, block) => sum + countWords(blocks[block]?.text ?? ''), 0);
}

export function wordsOfBody({ blocks }: Pick<Draft, 'blocks'>): number {
  return blocks.reduce((sum, { role, text }) => sum + (role === 'body' ? countWords(text) : 0), 0);
}

/** Which sentence of the source an item is read out of; null for what is no reading of one sentence (a table, what the format gave). */
export function sentenceKey({ kind, spans, origin }: DraftItem): string | null {
  const [span] = spans;
  if (span === undefined || kind === 'table' || kind === 'kept' || origin === 'saved' || origin === 'user' || origin === 'markup')
    return null;
  return `${span.block}:${span.sentences[0]}`;
}
