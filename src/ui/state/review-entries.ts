import type { ReviewActor, ReviewFields, ReviewItem, ReviewParts, ReviewPoint, ReviewTopic } from '../types.ts';

export type FieldName = keyof ReviewFields;
export type Field = NonNullable<ReviewFields[FieldName]>;
export type Span = ReviewItem['spans'][number];
export type SourceBlock = ReviewParts['blocks'][number];
export type State = ReviewItem['state'];
export type Warning = ReviewPoint['warnings'][number];

/** A line of the structure: a proposal, or a field that has none yet. */
export type Entry =
  | { readonly kind: 'field'; readonly id: FieldName; readonly topic: null; readonly node: Field | null }
  | { readonly kind: 'heading'; readonly id: string; readonly topic: string; readonly node: ReviewTopic['heading'] }
  | { readonly kind: 'summary'; readonly id: string; readonly topic: string; readonly node: ReviewPoint }
  | { readonly kind: 'item'; readonly id: string; readonly topic: string; readonly node: ReviewItem }
  | { readonly kind: 'actor'; readonly id: string; readonly topic: null; readonly node: ReviewActor };

export const FIELD_NAMES = [
  'title',
  'standfirst',
  'authors',
  'published',
  'publisher',
  'url',
  'language',
  'tags',
  'bio',
  'disclaimer',
] as const satisfies readonly FieldName[];

/** What the words of the app call an entry by. */
export type EntryKind = 'field' | 'heading' | 'summary' | ReviewItem['kind'] | 'actor';

export function kindOf(entry: Entry): EntryKind {
  return entry.kind === 'item' ? entry.node.kind : entry.kind;
}

interface Index {
  readonly entries: readonly Entry[];
  readonly byId: ReadonlyMap<string, number>;
  /** Entries that rest on a block, by its index. */
  readonly byBlock: ReadonlyMap<number, readonly Entry[]>;
  readonly topicOfBlock: ReadonlyMap<number, string>;
}

const indexes = new WeakMap<ReviewParts, Index>();

function entriesOfTopic(topic: ReviewTopic): Entry[] {
  return [
    { kind: 'heading', id: topic.heading.id, topic: topic.id, node: topic.heading },
    ...(topic.summary ? [{ kind: 'summary', id: topic.summary.id, topic: topic.id, node: topic.summary } as const] : []),
    ...topic.items.map((node): Entry => ({ kind: 'item', id: node.id, topic: topic.id, node })),
  ];
}

function indexOf(parts: ReviewParts): Index {
  const known = indexes.get(parts);
  if (known) return known;
  const entries: Entry[] = [
    ...FIELD_NAMES.map((id): Entry => ({ kind: 'field', id, topic: null, node: parts.fields[id] })),
    ...parts.topics.flatMap(entriesOfTopic),
    ...parts.actors.map((node): Entry => ({ kind: 'actor', id: node.id, topic: null, node })),
  ];
  const byBlock = new Map<number, Entry[]>();
  for (const entry of entries)
    for (const block of new Set(spansOf(entry).map((span) => span.block))) byBlock.set(block, [...(byBlock.get(block) ?? []), entry]);
  const index: Index = {
    entries,
    byId: new Map(entries.map(({ id }, at) => [id, at])),
    byBlock,
    topicOfBlock: new Map(parts.topics.flatMap(({ id, blocks }) => blocks.map((block) => [block, id] as const))),
  };
  indexes.set(parts, index);
  return index;
}

/** Every line of the structure from top to bottom. */
export function entriesOf(parts: ReviewParts): readonly Entry[] {
  return indexOf(parts).entries;
}

export function entryOf(parts: ReviewParts, id: string | null): Entry | null {
  if (id === null) return null;
  const { entries, byId } = indexOf(parts);
  return entries[byId.get(id) ?? -1] ?? null;
}

export function positionOf(parts: ReviewParts, id: string | null): number {
  return id === null ? -1 : (indexOf(parts).byId.get(id) ?? -1);
}

export function spansOf({ node }: Entry): readonly Span[] {
  return node?.spans ?? [];
}

/** Proposals that rest on a block, in the structure's order; rejected ones too. */
export function entriesAt(parts: ReviewParts, block: number): readonly Entry[] {
  return indexOf(parts).byBlock.get(block) ?? NONE;
}

const NONE: readonly Entry[] = [];

/** The topic that a block of the source belongs to. */
export function topicAt(parts: ReviewParts, block: number): ReviewTopic | null {
  const id = indexOf(parts).topicOfBlock.get(block);
  return parts.topics.find((topic) => topic.id === id) ?? null;
}

export function topicOf(parts: ReviewParts, entry: Entry | null): ReviewTopic | null {
  return entry?.topic == null ? null : (parts.topics.find(({ id }) => id === entry.topic) ?? null);
}

/** How sure the machine is: of a quotation the speaker is what goes wrong. */
export function confidenceOf({ node }: Entry): number {
  if (!node) return 1;
  return 'speakerConfidence' in node && node.speaker !== null ? Math.min(node.confidence, node.speakerConfidence) : node.confidence;
}

export type Sureness = 'unsure' | 'likely' | 'sure';

/** Below this a machine's guess is not saved unless somebody takes it; from the other on it may be taken with one key. */
export const LIKELY = 0.5;
export const SURE = 0.8;

export function surenessOf(entry: Entry): Sureness {
  const confidence = confidenceOf(entry);
  if (confidence < LIKELY) return 'unsure';
  return confidence < SURE ? 'likely' : 'sure';
}

export function stateOf({ node }: Entry): State | 'missing' {
  return node?.state ?? 'missing';
}

/** Whether somebody is asked about an entry and has not said a word: what intake set aside waits for nobody. */
export function isWaiting({ node }: Entry): boolean {
  return node?.state === 'proposed' && node.aside === undefined;
}

export function warningsOf({ node }: Entry): readonly Warning[] {
  return node && 'warnings' in node ? node.warnings : [];
}

/** Words to show for an entry, on one line. */
export function textOfEntry({ node }: Entry): string {
  if (!node) return '';
  if ('value' in node && !('unit' in node)) return typeof node.value === 'string' ? node.value : node.value.join('; ');
  if ('mentions' in node) return node.name;
  switch (node.kind) {
    case 'point':
    case 'quotation':
    case 'event':
    case 'kept':
      return node.text.replace(/\s*\n\s*/g, ' ');
    case 'figure':
      return [node.value, node.unit].filter(Boolean).join(' ');
    case 'table':
      return node.title ?? node.rows[0]?.join(' · ') ?? '';
  }
}

/** Other values to choose with one key. */
export function alternativesOf({ node }: Entry): readonly string[] {
  if (!node) return NO_WORDS;
  if ('speakerAlternatives' in node) return node.speakerAlternatives;
  if (!('alternatives' in node)) return NO_WORDS;
  return node.alternatives.map((value) => (typeof value === 'string' ? value : value.join('; ')));
}

const NO_WORDS: readonly string[] = [];
