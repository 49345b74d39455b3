import { cleanLine, readVagueDate } from '../../article/index.ts';
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
import { byUser, findItem, mapItems, mapSame, mapTopic, sentenceSpan } from './edit.ts';

/** Accepts, rejects or opens again: points, quotations, events, figures, tables, actors, metadata fields or topic headings, by their ids. */
export function setState(draft: Draft, ids: string | readonly string[], state: ReviewState): Draft {
  const meant = new Set(typeof ids === 'string' ? [ids] : ids);
  const change = <T extends { readonly id: string; readonly state: ReviewState }>(proposal: T): T =>
    proposal.state !== state && meant.has(proposal.id) ? { ...proposal, state } : proposal;
  const items = mapItems(draft, change);
  const topics = mapSame(items.topics, (topic) => {
    const heading = change(topic.heading);
    return heading === topic.heading ? topic : { ...topic, heading };
  });
  const actors = mapSame(items.actors, change);
  const meta = mapFields(items.meta, change);
  const same = topics === draft.topics && actors === draft.actors && meta === draft.meta;
  return same ? draft : { ...draft, topics, actors, meta };
}

function mapFields(meta: Metadata, change: <T extends Field<string> | Field<readonly string[]>>(field: T) => T): Metadata {
  const before = Object.entries(meta) as [FieldName, Field<string> | null][];
  const after = before.map(([name, field]) => [name, field === null ? null : change(field)] as const);
  return after.every(([name, field]) => field === meta[name]) ? meta : (Object.fromEntries(after) as unknown as Metadata);
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
  const words = cleanLine(text);
  return words === ''
    ? draft
    : mapItems(draft, (item) => (item.id === id && item.kind === 'point' ? { ...byUser(item), text: words, saved: null } : item));
}

/** Without a speaker: null or empty. Empty words change nothing. */
export function correctQuotation(
  draft: Draft,
  id: string,
  change: Partial<Pick<QuotationItem, 'speaker' | 'role' | 'form' | 'text'>>,
): Draft {
  const text = change.text?.split('\n').map(cleanLine).filter(Boolean).join('\n');
  return mapItems(draft, (item) =>
    item.id === id && item.kind === 'quotation'
      ? {
          ...byUser(item),
          form: change.form ?? item.form,
          text: text || item.text,
          saved: null,
          ...('speaker' in change ? { speaker: cleanLine(change.speaker ?? '') || null, speakerConfidence: 1 } : {}),
          ...('role' in change ? { role: cleanLine(change.role ?? '') || null } : {}),
        }
      : item,
  );
}

/** A date is read as the article format reads it: `2023-10`, `~2020`, or any words. What is empty changes nothing. */
export function correctEvent(draft: Draft, id: string, change: { readonly date?: string; readonly text?: string }): Draft {
  const [date, text] = [cleanLine(change.date ?? ''), cleanLine(change.text ?? '')];
  return mapItems(draft, (item) =>
    item.id === id && item.kind === 'event'
      ? { ...byUser(item), saved: null, date: date === '' ? item.date : readVagueDate(date), text: text || item.text }
      : item,
  );
}

/** A figure needs its value; its unit and label may be empty. */
export function correctFigure(draft: Draft, id: string, change: Partial<Pick<FigureItem, 'value' | 'unit' | 'label'>>): Draft {
  return mapItems(draft, (item) =>
    item.id === id && item.kind === 'figure'
      ? {
          ...byUser(item),
          saved: null,
          value: cleanLine(change.value ?? '') || item.value,
          unit: cleanLine(change.unit ?? item.unit),
          label: cleanLine(change.label ?? item.label),
        }
      : item,
  );
}

export function correctActor(draft: Draft, id: string, change: Partial<Pick<ActorItem, 'name' | 'type' | 'role'>>): Draft {
  const actors = mapSame(draft.actors, (actor) =>
    actor.id === id
      ? {
          ...byUser(actor),
          name: cleanLine(change.name ?? '') || actor.name,
          type: change.type ?? actor.type,
          role: 'role' in change ? cleanLine(change.role ?? '') || null : actor.role,
        }
      : actor,
  );
  return actors === draft.actors ? draft : { ...draft, actors };
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
