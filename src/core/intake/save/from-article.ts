import { articlePiece, pointRefs } from '../../article/index.ts';
import type { Article, ArticleBlock, Point, Topic } from '../../article/types.ts';
import { plainText, refsOf } from '../../base/text.ts';
import type { ActorItem, DraftItem, DraftTopic, Field, FieldName, Metadata, PointItem, Proposal, Span } from '../types.ts';
import { foldKey } from '../words/fold.ts';

export interface FromArticle {
  /** The span of ¶n; null where there is no such paragraph. */
  readonly spanOf: (number: number) => Span | null;
  readonly id: () => string;
}

/** A saved article's topics as accepted ones of a draft, without loss: what a draft cannot say is kept as it is. */
export function topicsFrom(article: Article, tools: FromArticle): Omit<DraftTopic, 'blocks'>[] {
  return article.topics.map((topic) => ({
    id: tools.id(),
    heading: { ...accepted([], tools), value: topic.heading, alternatives: [] },
    summary: topic.summary === null ? null : pointFrom({ runs: topic.summary, children: [] }, false, undefined, tools),
    items: topic.blocks.flatMap((block) => itemsFrom(block, tools)),
    confidence: 1,
    savedId: { id: topic.id, given: topic.idGiven },
  }));
}

/** The ¶ numbers that a topic refers to anywhere. */
export function numbersIn(topic: Topic): number[] {
  return [...refsOf(topic.summary ?? []), ...topic.blocks.flatMap((block) => articlePiece(block.kind).refs(block))];
}

function accepted(refs: readonly number[], { spanOf, id }: FromArticle): Proposal {
  return { id: id(), confidence: 1, origin: 'saved', state: 'accepted', spans: refs.flatMap((number) => spanOf(number) ?? []) };
}

function pointFrom(point: Point, ordered: boolean, start: number | undefined, tools: FromArticle): PointItem {
  const own = accepted(pointRefs(point), tools);
  return { ...own, kind: 'point', text: plainText(point.runs), saved: point, ordered, ...(start !== undefined && { start }) };
}

function itemsFrom(block: ArticleBlock, tools: FromArticle): DraftItem[] {
  switch (block.kind) {
    case 'points':
      return block.items.map((point, i) => pointFrom(point, block.ordered, i === 0 ? block.start : undefined, tools));
    case 'quotation':
      return [
        {
          ...accepted(block.refs, tools),
          kind: 'quotation',
          form: 'quotation',
          text: block.paragraphs.map(plainText).join('\n'),
          speaker: block.speaker,
          role: block.role,
          date: block.date,
          speakerConfidence: 1,
          speakerAlternatives: [],
          saved: block,
        },
      ];
    case 'timeline':
      return block.events.map((event) => ({
        ...accepted(refsOf(event.runs), tools),
        kind: 'event',
        date: event.date,
        dateWords: event.date.text,
        text: plainText(event.runs),
        saved: event,
      }));
    case 'figures':
      return block.figures.map((figure) => ({
        ...accepted(refsOf(figure.label), tools),
        kind: 'figure',
        value: figure.value,
        amount: null,
        bound: null,
        unit: figure.unit,
        label: plainText(figure.label),
        saved: figure,
      }));
    default:
      return [{ ...accepted(articlePiece(block.kind).refs(block), tools), kind: 'kept', block }];
  }
}

const EMPTY = { confidence: 1, origin: 'saved', spans: [], state: 'accepted' } as const;

/**
 * The saved article's fields, with what the newer version has instead as the alternative. What the saved one does not have its user may
 * have taken out: it is shown, and left out unless they accept it.
 */
export function fieldsFrom(article: Article, newer: Metadata): Metadata {
  const field = <T>(id: FieldName, value: T | null, other: Field<T> | null): Field<T> | null => {
    if (value === null || (Array.isArray(value) && value.length === 0)) return other && { ...other, state: 'rejected' };
    const alternatives =
      other === null ? [] : [other.value, ...other.alternatives].filter((candidate) => String(candidate) !== String(value));
    return { ...EMPTY, id, value, alternatives };
  };
  return {
    title: field('title', article.title, newer.title),
    standfirst: field('standfirst', article.standfirst, newer.standfirst),
    authors: field('authors', article.authors, newer.authors),
    published: field('published', article.published, newer.published),
    publisher: field('publisher', article.publisher, newer.publisher),
    url: field('url', article.url, newer.url),
    language: field('language', article.language, newer.language),
    bio: field('bio', article.bio, newer.bio),
    disclaimer: field('disclaimer', article.disclaimer, newer.disclaimer),
    tags: field('tags', article.tags, newer.tags),
  };
}

/** The saved article's actors. It says their names alone; what they are is what the newer version says of them. */
export function actorsFrom(article: Article, newer: readonly ActorItem[], { id }: FromArticle): ActorItem[] {
  const called = (names: (actor: ActorItem) => readonly string[]) =>
    newer.flatMap((actor) => names(actor).map((name) => [foldKey(name), actor] as const));
  const found = new Map([...called(({ aliases }) => aliases), ...called(({ name }) => [name])]);
  return article.actors.map((name) => {
    const { type = 'other', role = null, aliases = [], mentions = 0, spans = [] } = found.get(foldKey(name)) ?? {};
    return { ...EMPTY, id: id(), kind: 'actor', name, type, role, aliases, mentions, spans };
  });
}
