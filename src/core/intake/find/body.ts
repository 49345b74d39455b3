import type { SentenceSpan, SourceBlock, Span } from '../types.ts';
import { readQuoted, type MarkedRange, type Quoted } from '../words/quotation-marks.ts';

/** What is longer is no sentence but a list, a table or noise: nothing is looked for in it. */
export const LONGEST_SENTENCE = 3000;

/** More paragraphs without a mark than this inside a quotation, and a mark was left out; fewer where its end is not seen. */
const MOST_BETWEEN = 6;
const MOST_GOING_ON = 2;

/** A numbered paragraph as the finders see it. */
export interface BodyBlock {
  /** Index into `Draft.blocks`. */
  readonly index: number;
  readonly text: string;
  readonly sentences: readonly SentenceSpan[];
  readonly shape: SourceBlock['shape'];
  /** Where it is a piece of a quotation that begins or ends in another paragraph. */
  readonly torn: readonly MarkedRange[];
}

export function bodyOf(blocks: readonly SourceBlock[]): BodyBlock[] {
  const body = blocks.flatMap(({ role, text, sentences, shape }, index) =>
    role === 'body' ? [{ index, text, sentences, shape, quoted: readQuoted(text) }] : [],
  );
  const inside = insideQuotation(body.map(({ quoted, text }) => ({ ...quoted, text })));
  return body.map(({ quoted, ...block }, at) => ({
    ...block,
    torn: inside.has(at) ? [{ start: 0, end: block.text.length }] : quoted.torn,
  }));
}

/** Paragraphs without a mark between one whose quotation does not end and one that ends it, or goes on with it. */
function insideQuotation(body: readonly (Quoted & { readonly text: string })[]): Set<number> {
  const inside = new Set<number>();
  let open: number | null = null;
  body.forEach(({ text, spans, torn }, at) => {
    if (spans.length === 0 && torn.length === 0) return;
    const [first] = torn;
    const ends = first !== undefined && first.start === 0 && first.end <= (spans[0]?.start ?? first.end);
    const goesOn = !ends && spans[0] !== undefined && text.slice(0, spans[0].start).trim().length === 1;
    const most = ends ? MOST_BETWEEN : goesOn ? MOST_GOING_ON : 0;
    if (open !== null && at - open - 1 <= most) for (let between = open + 1; between < at; between++) inside.add(between);
    open = torn.length > (ends ? 1 : 0) ? at : null;
  });
  return inside;
}

/** Whether a sentence is only a piece of somebody's speech, without the mark that opens or closes it: nothing is made of it alone. */
export function isTorn({ sentences, torn }: Pick<BodyBlock, 'sentences' | 'torn'>, index: number): boolean {
  const sentence = sentences[index];
  return sentence !== undefined && torn.some(({ start, end }) => start < sentence.end && sentence.start < end);
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
