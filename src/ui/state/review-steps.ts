import type { ReviewOperation, ReviewParts, ReviewTopic } from '../types.ts';
import type { Follow, OpenReview } from './review.ts';
import {
  alternativesOf,
  entriesOf,
  entryOf,
  isWaiting,
  LIKELY,
  confidenceOf,
  stateOf,
  SURE,
  topicAt,
  topicOf,
  type Entry,
} from './review-entries.ts';

/** What a single key does to the draft. */
export type Command =
  | 'accept'
  | 'reject'
  | 'reopen'
  | 'accept-group'
  | 'accept-sure'
  | 'choose'
  | 'clause'
  | 'promote'
  | 'form'
  | 'split'
  | 'merge'
  | 'move-up'
  | 'move-down'
  | 'give-before'
  | 'give-after'
  | 'restore';

export interface Step {
  readonly operation: ReviewOperation;
  /** What is selected afterwards: `next` is the next that waits. */
  readonly follow: Follow | 'next';
}

const setState = (ids: readonly string[], state: 'proposed' | 'accepted' | 'rejected', follow: Step['follow']): Step | null =>
  ids.length === 0 ? null : { operation: { kind: 'set-state', ids: [...ids], state }, follow };

/** The step that a command is for what is selected; null: it is none here. `choice`: which alternative, from 0. */
export function stepFor(open: OpenReview, command: Command, choice = 0): Step | null {
  const entry = entryOf(open.parts, open.item);
  const block = open.place?.block ?? null;
  switch (command) {
    case 'accept':
    case 'reject':
      if (!entry?.node) return null;
      return setState([entry.id], command === 'accept' ? 'accepted' : 'rejected', 'next');
    case 'reopen':
      return entry?.node && entry.node.state !== 'proposed' ? setState([entry.id], 'proposed', 'stay') : null;
    case 'accept-group':
      return setState(waitingInGroup(open.parts, entry), 'accepted', 'next');
    case 'accept-sure':
      return setState(waitingSure(open.parts), 'accepted', 'next');
    case 'choose':
      return entry ? chosen(entry, choice) : null;
    case 'clause':
      return isPoint(entry) && entry.node.clause !== null ? { operation: { kind: 'take-clause', item: entry.id }, follow: 'stay' } : null;
    case 'promote':
      return promoted(open, entry);
    case 'form':
      if (entry?.kind !== 'item' || entry.node.kind !== 'quotation') return null;
      return {
        operation: {
          kind: 'correct-quotation',
          item: entry.id,
          change: { form: entry.node.form === 'quotation' ? 'sentence' : 'quotation' },
        },
        follow: 'stay',
      };
    case 'split': {
      const topic = block === null ? null : topicAt(open.parts, block);
      if (block === null || !topic || topic.blocks[0] === block) return null;
      return { operation: { kind: 'split-topic', topic: topic.id, block }, follow: 'new' };
    }
    case 'merge': {
      const topic = selectedTopic(open, entry);
      const before = topic ? neighbour(open.parts, topic, -1) : null;
      return topic && before ? { operation: { kind: 'merge-topics', topic: topic.id, into: before.id }, follow: 'changed' } : null;
    }
    case 'move-up':
      return moved(open.parts, entry, -1);
    case 'move-down':
      return moved(open.parts, entry, 1);
    case 'give-before':
      return given(open.parts, block, -1);
    case 'give-after':
      return given(open.parts, block, 1);
    case 'restore':
      return block !== null && open.parts.blocks[block]?.role === 'repeat'
        ? { operation: { kind: 'restore-repeat', block }, follow: 'stay' }
        : null;
  }
}

type PointEntry = Extract<Entry, { kind: 'summary' | 'item' }> & { readonly node: { readonly kind: 'point' } };

export function isPoint(entry: Entry | null): entry is PointEntry {
  return entry !== null && (entry.kind === 'summary' || (entry.kind === 'item' && entry.node.kind === 'point'));
}

/** The topic of the selected line, else of the selected sentence. */
export function selectedTopic({ parts, place }: OpenReview, entry: Entry | null): ReviewTopic | null {
  return topicOf(parts, entry) ?? (place ? topicAt(parts, place.block) : null);
}

function neighbour({ topics }: ReviewParts, topic: ReviewTopic, by: 1 | -1): ReviewTopic | null {
  return topics[topics.indexOf(topic) + by] ?? null;
}

/**
 * All of the same topic (or of the article's own data, or of the actors) that waits; what is unsure, or was set aside, is left to be
 * looked at alone.
 */
export function waitingInGroup(parts: ReviewParts, entry: Entry | null): readonly string[] {
  if (!entry) return [];
  const same = (other: Entry): boolean =>
    entry.topic === null ? other.topic === null && other.kind === entry.kind : other.topic === entry.topic;
  return entriesOf(parts).flatMap((other) =>
    same(other) && (other.id === entry.id ? stateOf(other) === 'proposed' : isWaiting(other) && confidenceOf(other) >= LIKELY)
      ? other.id
      : [],
  );
}

/** Everything that waits and is sure. */
export function waitingSure(parts: ReviewParts): readonly string[] {
  return entriesOf(parts).flatMap((entry) => (isWaiting(entry) && confidenceOf(entry) >= SURE ? entry.id : []));
}

function chosen(entry: Entry, choice: number): Step | null {
  const value = alternativesOf(entry)[choice];
  if (value === undefined) return null;
  if (entry.kind === 'heading') return { operation: { kind: 'rename-topic', topic: entry.topic, heading: value }, follow: 'next' };
  if (entry.kind === 'field') {
    const raw = entry.node?.alternatives[choice];
    return raw === undefined ? null : { operation: { kind: 'correct-field', field: entry.id, value: raw }, follow: 'next' };
  }
  return { operation: { kind: 'correct-quotation', item: entry.id, change: { speaker: value } }, follow: 'next' };
}

/** A sentence of the source becomes a point; a point becomes its topic's summary. */
function promoted(open: OpenReview, entry: Entry | null): Step | null {
  if (open.side === 'source') {
    const { place } = open;
    if (!place || open.parts.blocks[place.block]?.number == null) return null;
    return { operation: { kind: 'promote-sentence', block: place.block, sentence: place.sentence }, follow: 'new' };
  }
  if (entry?.kind !== 'item' || entry.node.kind !== 'point') return null;
  return { operation: { kind: 'promote-to-summary', item: entry.id }, follow: 'stay' };
}

/** One place up or down: a topic among the topics; an item in its topic, and at the ends into the next one. */
function moved(parts: ReviewParts, entry: Entry | null, by: 1 | -1): Step | null {
  if (entry?.kind === 'heading') {
    const to = parts.topics.findIndex(({ id }) => id === entry.topic) + by;
    return to < 0 || to >= parts.topics.length ? null : { operation: { kind: 'move-topic', topic: entry.topic, to }, follow: 'stay' };
  }
  const topic = topicOf(parts, entry);
  if (entry?.kind !== 'item' || !topic) return null;
  const to = topic.items.findIndex(({ id }) => id === entry.id) + by;
  if (to >= 0 && to < topic.items.length) return { operation: { kind: 'move-item', item: entry.id, topic: topic.id, to }, follow: 'stay' };
  const other = neighbour(parts, topic, by);
  return other
    ? { operation: { kind: 'move-item', item: entry.id, topic: other.id, to: by < 0 ? other.items.length : 0 }, follow: 'stay' }
    : null;
}

/** Gives the selected paragraph to the topic before or after. */
function given(parts: ReviewParts, block: number | null, by: 1 | -1): Step | null {
  const topic = block === null ? null : topicAt(parts, block);
  const other = topic ? neighbour(parts, topic, by) : null;
  return block !== null && other ? { operation: { kind: 'move-block', block, topic: other.id }, follow: 'stay' } : null;
}
