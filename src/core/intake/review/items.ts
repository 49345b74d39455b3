import { readVagueDate } from '../../article/index.ts';
import type {
  ActorItem,
  Draft,
  DraftItem,
  Field,
  FieldName,
  FigureItem,
  Metadata,
  PointItem,
  QuotationItem,
  ReviewState,
} from '../types.ts';
import { byUser, findItem, mapItems, mapTopic, sentenceSpan } from './edit.ts';

/** Accepts, rejects or opens again: a point, quotation, event, figure, table, actor, metadata field or topic heading, by its id. */
export function setState(draft: Draft, id: string, state: ReviewState): Draft {
  const change = <T extends { readonly id: string; readonly state: ReviewState }>(proposal: T): T =>
    proposal.id === id ? { ...proposal, state } : proposal;
  const items = mapItems(draft, change);
  return {
    ...items,
    topics: items.topics.map((topic) => ({ ...topic, heading: change(topic.heading) })),
    actors: items.actors.map(change),
    meta: mapFields(items.meta, change),
  };
}

function mapFields(meta: Metadata, change: <T extends Field<string> | Field<readonly string[]>>(field: T) => T): Metadata {
  return Object.fromEntries(
    Object.entries(meta).map(([name, field]) => [name, field === null ? null : change(field as Field<string>)]),
  ) as unknown as Metadata;
}

/** A sentence of the source as a point of its paragraph's topic, before the points that come later in the text. */
export function promoteSentence(draft: Draft, block: number, sentence: number): Draft {
  const span = sentenceSpan(draft.blocks, block, sentence);
  const topic = draft.topics.find((other) => other.blocks.includes(block));
  if (!span || !topic) return draft;
  const point: PointItem = {
    id: `n${draft.nextId}`,
    kind: 'point',
    text: draft.blocks[block]?.text.slice(span.start, span.end) ?? '',
    saved: null,
    ordered: false,
    confidence: 1,
    origin: 'user',
    spans: [span],
    state: 'accepted',
  };
  const later = topic.items.findIndex((item) => item.kind !== 'point' || comesAfter(item, block, span.start));
  const at = later === -1 ? topic.items.length : later;
  return { ...mapTopic(draft, topic.id, (own) => ({ ...own, items: own.items.toSpliced(at, 0, point) })), nextId: draft.nextId + 1 };
}

function comesAfter(item: DraftItem, block: number, start: number): boolean {
  const [first] = item.spans;
  return first !== undefined && (first.block > block || (first.block === block && first.start > start));
}

/** A point becomes its topic's summary; the old summary becomes the first point. */
export function promoteToSummary(draft: Draft, id: string): Draft {
  const found = findItem(draft, id);
  if (found?.item.kind !== 'point' || found.topic.summary === found.item) return draft;
  const { item } = found;
  return mapTopic(draft, found.topic.id, (topic) => ({
    ...topic,
    summary: { ...item, state: 'accepted' },
    items: [...(topic.summary === null ? [] : [topic.summary]), ...topic.items.filter((other) => other !== item)],
  }));
}

/** Moves an item into a topic, to a place among its items; the summary cannot be moved so. */
export function moveItem(draft: Draft, id: string, topicId: string, to: number): Draft {
  const found = findItem(draft, id);
  if (!found || found.item === found.topic.summary || !draft.topics.some((topic) => topic.id === topicId)) return draft;
  if (found.topic.id === topicId && found.topic.items[to] === found.item) return draft;
  const without = mapTopic(draft, found.topic.id, (topic) => ({ ...topic, items: topic.items.filter((item) => item !== found.item) }));
  return mapTopic(without, topicId, (topic) => ({
    ...topic,
    items: topic.items.toSpliced(Math.max(0, Math.min(to, topic.items.length)), 0, found.item),
  }));
}

/** Other words for a point; its reference stays. Empty words change nothing. */
export function rewritePoint(draft: Draft, id: string, text: string): Draft {
  const words = text.replace(/\s+/g, ' ').trim();
  return words === ''
    ? draft
    : mapItems(draft, (item) => (item.id === id && item.kind === 'point' ? { ...byUser(item), text: words, saved: null } : item));
}

export function correctQuotation(
  draft: Draft,
  id: string,
  change: Partial<Pick<QuotationItem, 'speaker' | 'role' | 'form' | 'text'>>,
): Draft {
  return mapItems(draft, (item) =>
    item.id === id && item.kind === 'quotation'
      ? { ...byUser(item), ...change, saved: null, ...('speaker' in change ? { speakerConfidence: 1 } : {}) }
      : item,
  );
}

/** A date is read as the article format reads it: `2023-10`, `~2020`, or any words. */
export function correctEvent(draft: Draft, id: string, change: { readonly date?: string; readonly text?: string }): Draft {
  return mapItems(draft, (item) =>
    item.id === id && item.kind === 'event'
      ? {
          ...byUser(item),
          saved: null,
          ...(change.date === undefined ? {} : { date: readVagueDate(change.date) }),
          ...(change.text === undefined ? {} : { text: change.text }),
        }
      : item,
  );
}

export function correctFigure(draft: Draft, id: string, change: Partial<Pick<FigureItem, 'value' | 'unit' | 'label'>>): Draft {
  return mapItems(draft, (item) => (item.id === id && item.kind === 'figure' ? { ...byUser(item), ...change, saved: null } : item));
}

export function correctActor(draft: Draft, id: string, change: Partial<Pick<ActorItem, 'name' | 'type' | 'role'>>): Draft {
  return { ...draft, actors: draft.actors.map((actor) => (actor.id === id ? { ...byUser(actor), ...change } : actor)) };
}

type FieldValue = { readonly [K in FieldName]: NonNullable<Metadata[K]>['value'] };

/** Sets a field of the metadata; null takes it away. What it was before stays among the alternatives. */
export function correctField<K extends FieldName>(draft: Draft, name: K, value: FieldValue[K] | null): Draft {
  const before = draft.meta[name];
  if (value === null) return { ...draft, meta: { ...draft.meta, [name]: null } };
  const alternatives = before === null ? [] : [before.value, ...before.alternatives].filter((other) => String(other) !== String(value));
  const field = { id: name, value, confidence: 1, origin: 'user', spans: [], state: 'accepted', alternatives };
  return { ...draft, meta: { ...draft.meta, [name]: field } };
}
