import { ingest } from '../../../src/core/intake/index.ts';
import type { Draft, DraftItem, DraftTopic } from '../../../src/core/intake/types.ts';

/** What intake makes of a plain text. */
export async function draftOf(text: string, name = 'article.txt'): Promise<Draft> {
  const { value, problems } = await ingest(new TextEncoder().encode(text), { name });
  if (value === null) throw new Error(problems.map(({ code }) => code).join(', '));
  return value;
}

export function itemsOf(draft: Draft): DraftItem[] {
  return draft.topics.flatMap((topic) => [...(topic.summary ? [topic.summary] : []), ...topic.items]);
}

export function itemOf<K extends DraftItem['kind']>(draft: Draft, kind: K): Extract<DraftItem, { kind: K }> {
  const item = itemsOf(draft).find((other): other is Extract<DraftItem, { kind: K }> => other.kind === kind);
  if (!item) throw new Error(`no ${kind} in the draft`);
  return item;
}

/** A draft's topics with headings of their own, so that there are at least two. */
export const TWO_TOPICS = `# Two Harbours, One Crane

By Ana Ruiz

3 May 2024

## The crane

The harbour of Aren bought a crane on 2 April 2024. It lifts 40 tonnes and stands on the east quay.

“It will pay for itself in six years,” said Omar Haddad, the harbour master.

## The other harbour

Vess has no crane and lost three shipping lines last year. Its council may reportedly sell the quay.

The harbour of Aren bought a crane on 2 April 2024. It lifts 40 tonnes and stands on the east quay.

The mayor Ines Bo promised an answer by June 2024.
`;

export function topicAt(draft: Draft, index: number): DraftTopic {
  const topic = draft.topics[index];
  if (!topic) throw new Error(`no topic ${index}`);
  return topic;
}
