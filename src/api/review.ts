import type { ReviewParts, ReviewUpdate } from './schemas/intake-view.ts';

/** A review's parts after an update; what did not change stays the same object, so that a screen need not draw it again. */
export function applyUpdate(parts: ReviewParts, update: ReviewUpdate): ReviewParts {
  const topics = new Map(parts.topics.map((topic) => [topic.id, topic]));
  const blocks = [...parts.blocks];
  for (const { index, block } of update.blocks) blocks[index] = block;
  return {
    ...update,
    blocks: update.blocks.length === 0 ? parts.blocks : blocks,
    topics: update.topics.flatMap((topic) => (typeof topic === 'string' ? (topics.get(topic) ?? []) : topic)),
    fields: update.fields ?? parts.fields,
    actors: update.actors ?? parts.actors,
  };
}
