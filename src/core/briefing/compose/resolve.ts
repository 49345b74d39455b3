import { parseBody } from '../../article/index.ts';
import type { Article, ArticleBlock, Topic } from '../../article/types.ts';
import { problem, type Problem } from '../../base/errors.ts';
import { byNearness } from '../../base/nearest.ts';
import type { Run } from '../../base/text.ts';
import { NO_REFERENCES } from '../parse.ts';
import type { PlaceOf } from '../places.ts';
import type { ArticleEntry, Briefing, OwnItem, TopicItem } from '../types.ts';
import type { Rewording } from '../override/make.ts';
import { wordTopic } from '../override/word.ts';

/** An item of the running order with everything it needs from its article, in this briefing's words. */
export interface Resolved {
  readonly key: string;
  readonly item: TopicItem | OwnItem;
  /** Null for an own slide. */
  readonly entry: ArticleEntry | null;
  readonly headline: readonly Run[];
  readonly summary: readonly Run[] | null;
  readonly blocks: readonly ArticleBlock[];
  readonly notes: readonly (readonly Run[])[];
  readonly written: (runs: readonly Run[]) => boolean;
  readonly reworded: (runs: readonly Run[]) => boolean;
  /** Lines with a source that the briefing reworded. */
  readonly rewordings: readonly Rewording[];
}

interface Context {
  readonly briefing: Briefing;
  readonly placeOf: PlaceOf;
  readonly articles: ReadonlyMap<string, ArticleEntry>;
  readonly file: string;
  /** The deck's, if anybody named it; own slides are in it. */
  readonly language: string | null;
  readonly problems: Problem[];
}

const listed = (word: string, ids: readonly string[]): string =>
  byNearness(word, ids)
    .map(({ candidate }) => candidate)
    .join(', ');

function findTopic(item: TopicItem, index: number, context: Context): { entry: ArticleEntry; topic: Topic } | null {
  const { articles, problems } = context;
  const place = context.placeOf(['items', index, 'topic']);
  const received = `${item.article}/${item.topic}`;
  const entry = articles.get(item.article);
  if (!entry) {
    const allowed = listed(item.article, [...articles.keys()]) || 'none; there are no articles here';
    const hint = 'Mend the name before the slash, or put the article beside the briefing.';
    problems.push(problem('briefing/article-missing', { message: 'there is no such article', place, received, allowed, hint }));
    return null;
  }
  const { topics } = entry.article;
  const topic = topics.find(({ id }) => id === item.topic);
  if (!topic) {
    const allowed =
      listed(
        item.topic,
        topics.map(({ id }) => id),
      ) || 'none; the article has no topics';
    const hint = 'Write one of the topics there are behind the slash.';
    problems.push(
      problem('briefing/topic-missing', { message: `the article ${item.article} has no such topic`, place, received, allowed, hint }),
    );
    return null;
  }
  return { entry, topic };
}

/** The language that an article names; null where it names none. */
export const namedLanguage = ({ language, languageAssumed }: Article): string | null => (languageAssumed === true ? null : language);

function resolveTopic(item: TopicItem, index: number, context: Context): Resolved | null {
  const found = findTopic(item, index, context);
  if (!found) return null;
  const { entry, topic } = found;
  const { headline, summary, blocks, notes, written, reworded, rewordings } = wordTopic(topic, item.overrides, {
    file: context.file,
    place: (path) => context.placeOf(['items', index, 'overrides', ...path]),
    paragraphs: entry.source?.paragraphs.length ?? null,
    language: namedLanguage(entry.article),
    problems: context.problems,
  });
  return {
    ...{ key: `${item.article}/${item.topic}`, item, entry, headline, summary, blocks, notes, rewordings },
    written: (runs) => written.has(runs),
    reworded: (runs) => reworded.has(runs),
  };
}

function resolveOwn(item: OwnItem, index: number, context: Context): Resolved {
  const place = context.placeOf(['items', index, 'body']);
  const { file, language } = context;
  const { value, problems } = parseBody(item.body, { file, line: place.line ?? 1, noReferences: NO_REFERENCES, language });
  context.problems.push(...problems.map((found) => ({ ...found, place })));
  const blocks = value?.blocks ?? [];
  return {
    key: `own/${item.id}`,
    item,
    entry: null,
    headline: [{ text: item.title }],
    summary: value?.summary ?? null,
    blocks,
    notes: blocks.flatMap((block) => (block.kind === 'notes' ? block.paragraphs : [])),
    written: () => true,
    reworded: () => false,
    rewordings: [],
  };
}

/** The running order with its articles' words; what is missing is reported and left out. */
export function resolveItems(context: Context): Resolved[] {
  const { briefing, placeOf, problems } = context;
  if (briefing.items.length === 0) {
    const place = placeOf(['items']);
    const hint = 'Choose at least one: “- topic: ARTICLE/TOPIC” below “items:”.';
    problems.push(problem('briefing/empty', { message: 'the briefing has no topics', place, hint }));
  }
  return briefing.items.flatMap((item, index) => {
    switch (item.kind) {
      case 'topic':
        return resolveTopic(item, index, context) ?? [];
      case 'own':
        return resolveOwn(item, index, context);
    }
  });
}
