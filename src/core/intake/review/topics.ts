import type { Draft, DraftTopic, Field } from '../types.ts';
import { blockOf, byUser, mapTopic } from './edit.ts';

/** A new topic begins at a body block; points and all else that stands there or behind it goes along. Unchanged where it would be empty. */
export function splitTopic(draft: Draft, topicId: string, block: number): Draft {
  const index = draft.topics.findIndex((topic) => topic.id === topicId);
  const topic = draft.topics[index];
  if (!topic || !topic.blocks.includes(block) || topic.blocks[0] === block) return draft;
  const moves = (at: number): boolean => at >= block;
  const summaryMoves = topic.summary !== null && moves(blockOf(topic.summary));
  const behind = topic.items.filter((item) => moves(blockOf(item)));
  const [first] = behind;
  const heading: Field<string> = {
    id: `n${draft.nextId + 1}`,
    value: topic.heading.alternatives[0] ?? topic.heading.value,
    confidence: 0.2,
    origin: 'cohesion',
    spans: [],
    state: 'proposed',
    alternatives: topic.heading.alternatives,
  };
  const upper: DraftTopic = {
    ...topic,
    blocks: topic.blocks.filter((at) => !moves(at)),
    summary: summaryMoves ? null : topic.summary,
    items: topic.items.filter((item) => !moves(blockOf(item))),
  };
  const lower: DraftTopic = {
    id: `n${draft.nextId}`,
    heading,
    blocks: topic.blocks.filter(moves),
    summary: summaryMoves ? topic.summary : first?.kind === 'point' ? first : null,
    items: !summaryMoves && first?.kind === 'point' ? behind.slice(1) : behind,
    confidence: 1,
    savedId: null,
  };
  return { ...draft, topics: draft.topics.toSpliced(index, 1, upper, lower), nextId: draft.nextId + 2 };
}

/** Puts a topic's paragraphs and proposals into another; its summary becomes a point there. The other keeps its heading. */
export function mergeTopics(draft: Draft, topicId: string, intoId: string): Draft {
  const from = draft.topics.find((topic) => topic.id === topicId);
  const into = draft.topics.find((topic) => topic.id === intoId);
  if (!from || !into || from === into) return draft;
  const moved = [...(from.summary === null ? [] : [from.summary]), ...from.items];
  const isBefore = (from.blocks[0] ?? 0) < (into.blocks[0] ?? 0);
  const merged: DraftTopic = {
    ...into,
    blocks: [...into.blocks, ...from.blocks].sort((a, b) => a - b),
    items: isBefore ? [...moved, ...into.items] : [...into.items, ...moved],
  };
  return { ...draft, topics: draft.topics.filter((topic) => topic !== from).map((topic) => (topic === into ? merged : topic)) };
}

/** Moves a topic to a place among the topics, from 0; beyond the end is the end. */
export function moveTopic(draft: Draft, topicId: string, to: number): Draft {
  const topic = draft.topics.find((other) => other.id === topicId);
  if (!topic || draft.topics[to] === topic) return draft;
  const others = draft.topics.filter((other) => other !== topic);
  return { ...draft, topics: others.toSpliced(Math.max(0, Math.min(to, others.length)), 0, topic) };
}

/** An empty heading changes nothing. */
export function renameTopic(draft: Draft, topicId: string, heading: string): Draft {
  const value = heading.trim();
  return value === '' || !draft.topics.some((topic) => topic.id === topicId)
    ? draft
    : mapTopic(draft, topicId, (topic) => ({ ...topic, heading: { ...byUser(topic.heading), value } }));
}

/** Gives a paragraph, with all that stands in it, to another topic. */
export function moveBlock(draft: Draft, block: number, topicId: string): Draft {
  const from = draft.topics.find((topic) => topic.blocks.includes(block));
  if (!from || from.id === topicId || !draft.topics.some((topic) => topic.id === topicId)) return draft;
  const here = (spans: Parameters<typeof blockOf>[0]): boolean => blockOf(spans) === block;
  const moved = [...(from.summary && here(from.summary) ? [from.summary] : []), ...from.items.filter(here)];
  const without = mapTopic(draft, from.id, (topic) => ({
    ...topic,
    blocks: topic.blocks.filter((at) => at !== block),
    summary: topic.summary && here(topic.summary) ? null : topic.summary,
    items: topic.items.filter((item) => !here(item)),
  }));
  return mapTopic(without, topicId, (topic) => ({
    ...topic,
    blocks: [...topic.blocks, block].sort((a, b) => a - b),
    items: [...topic.items, ...moved],
  }));
}
