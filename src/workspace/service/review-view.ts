import type {
  ReviewActor,
  ReviewFields,
  ReviewItem,
  ReviewParts,
  ReviewPoint,
  ReviewTopic,
  ReviewUpdate,
} from '../../api/schemas/intake-view.ts';
import { articlePiece } from '../../core/article/index.ts';
import { omit } from '../../core/base/omit.ts';
import { directionOf, usableTag } from '../../core/briefing/index.ts';
import { articleIdOf, isTaken, refsOfSpans, reviewOrder, takenActors, weighPoint } from '../../core/intake/index.ts';
import type { Draft, DraftItem, DraftTopic, Field, FieldName, PointItem, Proposal, SourceBlock } from '../../core/intake/types.ts';

/** Where a review stands among its steps. */
export type Steps = Pick<ReviewParts, 'revision' | 'undo' | 'redo'>;

/** A draft as the screen receives it, whole. */
export function partsOf(draft: Draft, steps: Steps): ReviewParts {
  return {
    ...commonOf(draft, steps),
    blocks: draft.blocks.map(blockView),
    fields: fieldsOf(draft),
    topics: draft.topics.map((topic) => topicView(draft, topic)),
    actors: actorsOf(draft),
  };
}

/**
 * What is different between two drafts of one review; all of it where the first is not known any more. Operations leave what they do not
 * change the same object.
 */
export function updateOf(before: Draft | null, after: Draft, steps: Steps): ReviewUpdate {
  const known = new Map(before?.topics.map((topic) => [topic.id, topicView(before, topic)]));
  return {
    ...commonOf(after, steps),
    blocks: after.blocks.flatMap((block, index) => (block === before?.blocks[index] ? [] : [{ index, block: blockView(block) }])),
    fields: after.meta === before?.meta ? null : fieldsOf(after),
    topics: after.topics.map((topic) => {
      const view = topicView(after, topic);
      return known.get(topic.id) === view ? topic.id : view;
    }),
    actors: after.actors === before?.actors ? null : actorsOf(after),
  };
}

/** A block as it is shown; what its format says that it is stands in its topic. */
function blockView(block: SourceBlock): ReviewParts['blocks'][number] {
  return block.given === undefined ? block : omit(block, 'given');
}

/** How many proposals somebody is asked about or has decided on: what is set aside counts once it has had a word. */
export function askedAbout(draft: Draft): number {
  return proposalsOf(draft).filter(({ state, aside }) => state !== 'proposed' || aside === undefined).length;
}

/** Every proposal of a draft. */
function proposalsOf({ meta, topics, actors }: Draft): Proposal[] {
  const fields = Object.values(meta).flatMap((field: Proposal | null) => field ?? []);
  const inside = topics.flatMap(({ heading, summary, items }) => [heading, ...(summary ? [summary] : []), ...items]);
  return [...fields, ...inside, ...actors];
}

function languageOf({ meta }: Pick<Draft, 'meta'>): string {
  return usableTag(meta.language?.value ?? 'en');
}

function commonOf(draft: Draft, steps: Steps): Omit<ReviewParts, 'blocks' | 'fields' | 'topics' | 'actors'> {
  const language = languageOf(draft);
  return {
    ...steps,
    order: reviewOrder(draft).map(({ id }) => id),
    proposals: askedAbout(draft),
    saveAs: articleIdOf(draft),
    language,
    direction: directionOf(language),
  };
}

/** What a view of a topic was made from besides the topic. */
interface Made {
  readonly blocks: Draft['blocks'];
  readonly language: string;
  readonly view: ReviewTopic;
}
const topicViews = new WeakMap<DraftTopic, Made>();

/** Weighing a long article's points takes a while: a topic that did not change is not looked at again, and its view is the same object. */
function topicView(draft: Draft, topic: DraftTopic): ReviewTopic {
  const { blocks } = draft;
  const language = languageOf(draft);
  const known = topicViews.get(topic);
  if (known?.blocks === blocks && known.language === language) return known.view;
  const { id, heading, confidence, summary } = topic;
  const view: ReviewTopic = {
    id,
    heading,
    blocks: topic.blocks,
    summary: summary && pointView(draft, summary),
    items: topic.items.map((item) => itemView(draft, item)),
    confidence,
  };
  topicViews.set(topic, { blocks, language, view });
  return view;
}

interface ItemBase extends Proposal {
  readonly refs: readonly number[];
  readonly taken: boolean;
}

function baseOf(draft: Draft, item: DraftItem): ItemBase {
  const { id, confidence, origin, spans, state, aside } = item;
  return { id, confidence, origin, spans, state, ...(aside && { aside }), refs: refsOfSpans(draft, item), taken: isTaken(item) };
}

function pointView(draft: Draft, point: PointItem): ReviewPoint {
  return { ...baseOf(draft, point), kind: 'point', text: point.text, ...weighPoint(draft, point) };
}

function itemView(draft: Draft, item: DraftItem): ReviewItem {
  switch (item.kind) {
    case 'point':
      return pointView(draft, item);
    case 'quotation': {
      const { kind, form, text, speaker, role, date, speakerConfidence, speakerAlternatives } = item;
      return { ...baseOf(draft, item), kind, form, text, speaker, role, date, speakerConfidence, speakerAlternatives };
    }
    case 'event': {
      const { kind, date, dateWords, text } = item;
      return { ...baseOf(draft, item), kind, date, dateWords, text };
    }
    case 'figure': {
      const { kind, value, unit, label } = item;
      return { ...baseOf(draft, item), kind, value, unit, label };
    }
    case 'table': {
      const { kind, title, rows } = item;
      return { ...baseOf(draft, item), kind, title, rows };
    }
    case 'kept':
      return { ...baseOf(draft, item), kind: 'kept', block: item.block.kind, text: articlePiece(item.block.kind).gist(item.block) };
  }
}

function fieldsOf({ meta }: Draft): ReviewFields {
  const named = <T>(id: FieldName, field: Field<T> | null): (Field<T> & { readonly id: FieldName }) | null => field && { ...field, id };
  return {
    title: named('title', meta.title),
    standfirst: named('standfirst', meta.standfirst),
    authors: named('authors', meta.authors),
    published: named('published', meta.published),
    publisher: named('publisher', meta.publisher),
    url: named('url', meta.url),
    language: named('language', meta.language),
    bio: named('bio', meta.bio),
    disclaimer: named('disclaimer', meta.disclaimer),
    tags: named('tags', meta.tags),
  };
}

function actorsOf(draft: Draft): ReviewActor[] {
  const taken = new Set(takenActors(draft));
  return draft.actors.map((actor) => ({ ...actor, taken: taken.has(actor) }));
}
