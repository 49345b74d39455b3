import type { Review, ReviewItem, ReviewParts, ReviewTopic } from '../../../src/ui/types.ts';

const proposal = { confidence: 0.6, origin: 'ranking', spans: [], state: 'proposed' } as const;

/** `p1` in block 0, sentence 0 → a point. */
export function point(
  id: string,
  block: number | null = null,
  more: Partial<Extract<ReviewItem, { kind: 'point' }>> = {},
): Extract<ReviewItem, { kind: 'point' }> {
  const spans = block === null ? [] : [{ block, sentences: [0, 0] as const, start: 0, end: 5 }];
  return {
    ...proposal,
    id,
    spans,
    refs: [],
    taken: true,
    kind: 'point',
    text: `Words of ${id}`,
    source: '',
    warnings: [],
    clause: null,
    ...more,
  };
}

export function topic(id: string, blocks: readonly number[], items: readonly ReviewItem[], more: Partial<ReviewTopic> = {}): ReviewTopic {
  return {
    id,
    heading: { ...proposal, id: `${id}h`, confidence: 0.3, value: `Heading ${id}`, alternatives: ['First', 'Second'] },
    blocks,
    summary: null,
    items,
    confidence: 1,
    ...more,
  };
}

export function block(text: string, more: Partial<ReviewParts['blocks'][number]> = {}): ReviewParts['blocks'][number] {
  const cut = text.indexOf('. ') + 1;
  const sentences =
    cut > 0
      ? [
          { start: 0, end: cut },
          { start: cut + 1, end: text.length },
        ]
      : [{ start: 0, end: text.length }];
  return { role: 'body', shape: 'paragraph', text, level: 0, sentences, number: 1, repeats: null, rows: null, since: null, ...more };
}

const NO_FIELDS: ReviewParts['fields'] = {
  title: null,
  standfirst: null,
  authors: null,
  published: null,
  publisher: null,
  url: null,
  language: null,
  bio: null,
  disclaimer: null,
  tags: null,
};

/** Two topics over four paragraphs, of which one is a folded repeat; an actor; a title. */
export function parts(more: Partial<ReviewParts> = {}): ReviewParts {
  const made: Omit<ReviewParts, 'order' | 'proposals'> = {
    revision: 1,
    saveAs: 'a',
    undo: null,
    redo: null,
    language: 'en',
    direction: 'ltr',
    blocks: [
      block('One. Two.'),
      block('Three. Four.', { number: 2 }),
      block('One. Two.', { role: 'repeat', number: null, repeats: { block: 0, likeness: 1 } }),
      block('Five. Six.', { number: 3 }),
    ],
    fields: { ...NO_FIELDS, title: { ...proposal, id: 'title', confidence: 0.9, value: 'A title', alternatives: [] } },
    topics: [topic('t1', [0, 1], [point('p1', 0), point('p2', 1)]), topic('t2', [3], [point('p3', 3, { confidence: 0.4, taken: false })])],
    actors: [
      {
        ...proposal,
        id: 'a1',
        confidence: 0.95,
        kind: 'actor',
        name: 'Ana',
        type: 'person',
        role: null,
        aliases: [],
        mentions: 2,
        taken: true,
      },
    ],
  };
  return { ...made, order: ['t1h', 't2h', 'p3', 'p1', 'p2', 'title', 'a1'], proposals: 7, ...more };
}

export function review(more: Partial<ReviewParts> = {}): Review {
  return {
    id: 'r',
    name: 'a.txt',
    format: 'text',
    opened: 0,
    renews: null,
    bytes: 1,
    charset: 'utf-8',
    problems: [],
    changes: [],
    parts: parts(more),
  };
}
