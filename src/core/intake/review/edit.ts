import type { Draft, DraftItem, DraftTopic, PointItem, Proposal, SourceBlock, Span } from '../types.ts';

/** Small tools of the operations: all return a new draft, or the same one where there is nothing to change. */

/** A topic in which nothing changes stays the same object, so that a view knows what to draw again. */
export function mapItems(draft: Draft, change: (item: DraftItem) => DraftItem): Draft {
  const topics = mapSame(draft.topics, (topic) => {
    const summary = topic.summary === null ? null : asPoint(change(topic.summary), topic.summary);
    const items = mapSame(topic.items, change);
    return summary === topic.summary && items === topic.items ? topic : { ...topic, summary, items };
  });
  return topics === draft.topics ? draft : { ...draft, topics };
}

function asPoint(item: DraftItem, before: PointItem): PointItem {
  return item.kind === 'point' ? item : before;
}

/** `map` that answers the list itself where every element stayed what it was. */
export function mapSame<T>(list: readonly T[], change: (element: T) => T): readonly T[] {
  const changed = list.map(change);
  return changed.every((element, index) => element === list[index]) ? list : changed;
}

export function mapTopic(draft: Draft, id: string, change: (topic: DraftTopic) => DraftTopic): Draft {
  return { ...draft, topics: draft.topics.map((topic) => (topic.id === id ? change(topic) : topic)) };
}

export function findItem(draft: Draft, id: string): { readonly topic: DraftTopic; readonly item: DraftItem } | null {
  for (const topic of draft.topics) {
    const item = topic.summary?.id === id ? topic.summary : topic.items.find((other) => other.id === id);
    if (item) return { topic, item };
  }
  return null;
}

/** What the user has said: sure, and no longer the machine's. */
export function byUser<T extends Proposal>(proposal: T): T {
  return { ...proposal, state: 'accepted', origin: 'user', confidence: 1 };
}

/** The block that a proposal stands in first. */
export function blockOf({ spans }: Pick<Proposal, 'spans'>): number {
  return spans[0]?.block ?? -1;
}

export function sentenceSpan(blocks: readonly SourceBlock[], block: number, sentence: number): Span | null {
  const found = blocks[block]?.sentences[sentence];
  return found ? { block, sentences: [sentence, sentence], start: found.start, end: found.end } : null;
}

/**
 * Numbers the body in order. Numbers that an earlier save has given away stay; what joins later gets the next ones, wherever it stands.
 */
export function renumber(blocks: readonly SourceBlock[], savedParagraphs: number): SourceBlock[] {
  let next = savedParagraphs;
  return blocks.map((block): SourceBlock => {
    const kept = block.number !== null && block.number <= savedParagraphs;
    if (kept) return block;
    const number = block.role === 'body' ? ++next : null;
    return number === block.number ? block : { ...block, number };
  });
}
