import type { Draft, Proposal } from '../types.ts';

export interface ReviewEntry {
  readonly id: string;
  /** The topic that it is in; null for metadata and actors. */
  readonly topic: string | null;
  readonly kind: 'field' | 'heading' | 'summary' | 'point' | 'quotation' | 'event' | 'figure' | 'table' | 'kept' | 'actor';
  readonly confidence: number;
}

/** Metadata without which an article cannot be cited: looked at before all else of the same doubt. */
const WEIGHT: Partial<Record<ReviewEntry['kind'], number>> = { field: -0.1, actor: 0.15 };

/** All that still waits for the user's word and is not set aside, what the machine is least sure of first; equals in the order of the article. */
export function reviewOrder(draft: Draft): ReviewEntry[] {
  const entry = (kind: ReviewEntry['kind'], topic: string | null, { id, confidence, state, aside }: Proposal): ReviewEntry[] =>
    state === 'proposed' && aside === undefined ? [{ id, topic, kind, confidence }] : [];
  const entries = [
    ...Object.values(draft.meta).flatMap((field: Proposal | null) => (field === null ? [] : entry('field', null, field))),
    ...draft.topics.flatMap((topic) => [
      ...entry('heading', topic.id, topic.heading),
      ...(topic.summary === null ? [] : entry('summary', topic.id, topic.summary)),
      ...topic.items.flatMap((item) =>
        // Of a quotation the speaker is what goes wrong.
        entry(
          item.kind,
          topic.id,
          item.kind === 'quotation' && item.speaker !== null
            ? { ...item, confidence: Math.min(item.confidence, item.speakerConfidence) }
            : item,
        ),
      ),
    ]),
    ...draft.actors.flatMap((actor) => entry('actor', null, actor)),
  ];
  const rank = ({ kind, confidence }: ReviewEntry): number => confidence + (WEIGHT[kind] ?? 0);
  return entries
    .map((e, index) => ({ e, index }))
    .sort((a, b) => rank(a.e) - rank(b.e) || a.index - b.index)
    .map(({ e }) => e);
}
