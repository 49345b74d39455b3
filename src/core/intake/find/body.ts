import type { SentenceSpan, SourceBlock, Span } from '../types.ts';

/** What is longer is no sentence but a list, a table or noise: nothing is looked for in it. */
export const LONGEST_SENTENCE = 3000;

/** A numbered paragraph as the finders see it. */
export interface BodyBlock {
  /** Index into `Draft.blocks`. */
  readonly index: number;
  readonly text: string;
  readonly sentences: readonly SentenceSpan[];
  readonly shape: SourceBlock['shape'];
}

export function bodyOf(blocks: readonly SourceBlock[]): BodyBlock[] {
  return blocks.flatMap(({ role, text, sentences, shape }, index) => (role === 'body' ? [{ index, text, sentences, shape }] : []));
}

/** The sentence at a character offset; the last one before it where it falls between two. */
export function sentenceAt(sentences: readonly SentenceSpan[], offset: number): number {
  let found = 0;
  sentences.forEach(({ start }, index) => {
    if (start <= offset) found = index;
  });
  return found;
}

/** The span of `[start, end)` in a block. */
export function spanOf({ index, sentences }: Pick<BodyBlock, 'index' | 'sentences'>, start: number, end: number): Span {
  return { block: index, sentences: [sentenceAt(sentences, start), sentenceAt(sentences, Math.max(start, end - 1))], start, end };
}

/** The words of one sentence. */
export function sentenceText({ text, sentences }: Pick<BodyBlock, 'text' | 'sentences'>, index: number): string {
  const sentence = sentences[index];
  return sentence ? text.slice(sentence.start, sentence.end) : '';
}
