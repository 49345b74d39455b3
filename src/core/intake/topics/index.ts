import { countWords } from '../words/count.ts';
import type { Origin, SourceBlock } from '../types.ts';
import { headingPhrases } from './phrases.ts';
import { segmentParagraphs } from './segment.ts';
import { inverseFrequencies, termsOf } from './terms.ts';

/** A stretch of the body under one heading, before points are found in it. */
export interface Stretch {
  readonly heading: string;
  readonly alternatives: readonly string[];
  /** The block that holds the heading; null for one that was made. */
  readonly headingBlock: number | null;
  readonly headingConfidence: number;
  readonly origin: Origin;
  readonly blocks: readonly number[];
  readonly confidence: number;
}

export interface TopicOptions {
  readonly language: string;
  /** For the paragraphs above the first heading: what they are called where nothing better is found. */
  readonly title: string | null;
}

/** Topics in the order of the text: by its own headings where it has any, else by where its words change. */
export function findTopics(blocks: readonly SourceBlock[], { language }: TopicOptions): Stretch[] {
  const body = blocks.flatMap((block, index) => (block.role === 'body' ? [index] : []));
  if (body.length === 0) return [];
  const terms = new Map(body.map((index) => [index, termsOf(blocks[index]?.text ?? '', language)]));
  const inverse = inverseFrequencies([...terms.values()]);
  const offer = (stretch: readonly number[]): string[] =>
    headingPhrases(stretch.map((index) => blocks[index]?.text ?? '').join(' . '), inverse, language);
  const made = (stretch: readonly number[], confidence: number): Stretch => {
    const [heading = 'Topic', ...alternatives] = offer(stretch);
    return { heading, alternatives, headingBlock: null, headingConfidence: 0.33, origin: 'cohesion', blocks: stretch, confidence };
  };
  const headings = blocks.flatMap((block, index) => (block.role === 'heading' ? [index] : []));
  if (headings.length > 0) {
    // A picture under a heading of its own is a topic, too.
    const seen = blocks.flatMap((block, index) => (block.role === 'body' || isTold(block) ? [index] : []));
    return sections(seen, headings).map(({ heading, inside }): Stretch => {
      const text = blocks[heading ?? -1]?.text;
      if (heading === null || text === undefined) return made(inside, 0.9);
      return {
        heading: text,
        alternatives: offer(inside),
        headingBlock: heading,
        headingConfidence: 0.95,
        origin: 'heading',
        blocks: inside,
        confidence: 0.95,
      };
    });
  }
  const starts = segmentParagraphs(
    body.map((index) => terms.get(index) ?? []),
    body.reduce((sum, index) => sum + countWords(blocks[index]?.text ?? ''), 0),
  );
  return starts.map((start, index) => {
    const stretch = body.slice(start, starts[index + 1]);
    const before = index === 0 ? [] : body.slice(starts[index - 1], start);
    return made(
      stretch,
      index === 0
        ? 0.9
        : 0.35 +
            0.4 *
              (1 -
                likeness(
                  before.flatMap((b) => terms.get(b) ?? []),
                  stretch.flatMap((b) => terms.get(b) ?? []),
                )),
    );
  });
}

/** A picture that is part of what is told. */
function isTold({ role, given }: SourceBlock): boolean {
  return role === 'picture' && given?.kind === 'picture' && given.sure;
}

/** Body blocks by the heading above them; of headings right upon each other the lowest. */
function sections(body: readonly number[], headings: readonly number[]): { heading: number | null; inside: number[] }[] {
  const found: { heading: number | null; inside: number[] }[] = [];
  let at = -1;
  for (const index of body) {
    while ((headings[at + 1] ?? Infinity) < index) at++;
    const heading = headings[at] ?? null;
    const open = found.at(-1);
    if (open?.heading === heading) open.inside.push(index);
    else found.push({ heading, inside: [index] });
  }
  return found;
}

/** The cosine between two bags of terms. */
function likeness(a: readonly string[], b: readonly string[]): number {
  const count = (terms: readonly string[]): Map<string, number> =>
    terms.reduce((counts, term) => counts.set(term, (counts.get(term) ?? 0) + 1), new Map<string, number>());
  const [first, second] = [count(a), count(b)];
  const length = (counts: ReadonlyMap<string, number>): number => Math.sqrt([...counts.values()].reduce((sum, n) => sum + n * n, 0));
  const dot = [...first].reduce((sum, [term, n]) => sum + n * (second.get(term) ?? 0), 0);
  return dot === 0 ? 0 : dot / (length(first) * length(second));
}
