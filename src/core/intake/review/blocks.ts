import type { BlockRole, Draft, SourceBlock } from '../types.ts';
import { mapTopic, renumber } from './edit.ts';

/** A folded repeat counts again as a paragraph of its own. */
export function restoreRepeat(draft: Draft, block: number): Draft {
  return draft.blocks[block]?.role === 'repeat' ? setRole(draft, block, 'body') : draft;
}

/**
 * Says what a block of the source is. A block that becomes body gets a number and joins the topic before it; one that ceases to be
 * body leaves its topic with the proposals that stood in it alone. Paragraphs that were saved once stay: unchanged.
 */
export function setRole(draft: Draft, block: number, role: BlockRole): Draft {
  const before = draft.blocks[block];
  if (!before || before.role === role || before.role === 'withdrawn' || role === 'withdrawn') return draft;
  if (before.number !== null && before.number <= draft.savedParagraphs) return draft;
  const changed = draft.blocks.map((b, index): SourceBlock =>
    index === block ? { ...b, role, repeats: role === 'repeat' ? b.repeats : null } : b,
  );
  const renumbered = { ...draft, blocks: renumber(changed, draft.savedParagraphs) };
  if (role === 'body') return joinTopic(renumbered, block);
  return before.role === 'body' ? leaveTopic(renumbered, block) : renumbered;
}

function joinTopic(draft: Draft, block: number): Draft {
  const before = draft.topics
    .filter((topic) => topic.blocks.some((at) => at < block))
    .sort((a, b) => nearest(b.blocks, block) - nearest(a.blocks, block))[0];
  const topic = before ?? draft.topics[0];
  return topic ? mapTopic(draft, topic.id, (own) => ({ ...own, blocks: [...own.blocks, block].sort((a, b) => a - b) })) : draft;
}

const nearest = (blocks: readonly number[], block: number): number => Math.max(...blocks.filter((at) => at < block));

function leaveTopic(draft: Draft, block: number): Draft {
  const stays = (item: { readonly spans: readonly { readonly block: number }[] }): boolean =>
    item.spans.length === 0 || item.spans.some((span) => span.block !== block);
  const topics = draft.topics
    .map((topic) => ({
      ...topic,
      blocks: topic.blocks.filter((at) => at !== block),
      summary: topic.summary && stays(topic.summary) ? topic.summary : null,
      items: topic.items.filter(stays),
    }))
    .filter((topic) => topic.blocks.length > 0 || topic.items.length > 0 || topic.summary !== null);
  return { ...draft, topics };
}
