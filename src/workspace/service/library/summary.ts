import { articlePiece, writeInline } from '../../../core/article/index.ts';
import { placesIn, pointHash, pointsInOrder } from '../../../core/briefing/index.ts';
import type { Article, ArticleBlock, Point, Topic } from '../../../core/article/types.ts';
import { countWords, secondsToSay } from '../../../core/base/speaking.ts';
import { plainText, refsOf, type Run } from '../../../core/base/text.ts';
import type { Answer } from '../../../api/contract.ts';
import { fold } from '../../../api/fold.ts';

export type ArticleSummary = Answer<'library.get'>['articles'][number];
export type TopicSummary = ArticleSummary['topics'][number];
export type ArticleDetail = Answer<'article.read'>;

function flatten(points: readonly Point[], level = 0): { readonly runs: readonly Run[]; readonly level: number }[] {
  return points.flatMap(({ runs, children }) => [{ runs, level }, ...flatten(children, level + 1)]);
}

const lines = (block: ArticleBlock): readonly string[] => articlePiece(block.kind).lines(block);

function topicSummary(topic: Topic): TopicSummary {
  const count = (kind: ArticleBlock['kind']): number => topic.blocks.filter((block) => block.kind === kind).length;
  const shown = topic.blocks.filter((block) => block.kind !== 'notes');
  const wordsOf = (blocks: readonly ArticleBlock[]): number => countWords(blocks.flatMap(lines).join(' '));
  const summary = topic.summary === null ? null : plainText(topic.summary);
  const head = countWords(`${topic.heading} ${summary ?? ''}`);
  const points = shown.filter((block) => block.kind === 'points');
  const notes = topic.blocks.flatMap((block) => (block.kind === 'notes' ? block.paragraphs.map(plainText) : []));
  const noted = countWords(notes.join(' '));
  return {
    id: topic.id,
    heading: topic.heading,
    summary,
    words: head + wordsOf(shown),
    points: points.reduce((sum, block) => sum + flatten(block.items).length, 0),
    quotations: count('quotation'),
    figures: shown.reduce((sum, block) => sum + (block.kind === 'figures' ? block.figures.length : 0), 0),
    events: shown.reduce((sum, block) => sum + (block.kind === 'timeline' ? block.events.length : 0), 0),
    charts: count('chart'),
    tables: count('table'),
    images: shown.reduce((sum, block) => sum + (block.kind === 'image' ? 1 + block.beside.length : 0), 0),
    seconds: {
      headline: secondsToSay(countWords(notes[0] ?? '') || head),
      points: secondsToSay(noted || head + wordsOf(points)),
      full: secondsToSay(noted || head + wordsOf(shown)),
    },
    search: fold([topic.heading, summary ?? '', ...topic.blocks.flatMap(lines)].join(' ')),
  };
}

/** An article as the library lists it. `file` is below the workspace; `hash` that of the article's bytes. */
export function summarize(article: Article, file: string, hash: string): ArticleSummary {
  const { id, title, standfirst, authors, publisher, published, language, tags, actors, topics } = article;
  return {
    id,
    file,
    hash,
    title,
    standfirst,
    authors: [...authors],
    publisher,
    published,
    language,
    tags: [...tags],
    actors: [...actors],
    topics: topics.map(topicSummary),
  };
}

function line(runs: readonly Run[]): { markdown: string; text: string; refs: number[] } {
  return { markdown: writeInline(runs), text: plainText(runs), refs: refsOf(runs) };
}

/** An article's wording for editing, points counted and hashed as overrides count and hash them. */
export function detail(article: Article, hash: string, paragraphs: readonly string[]): ArticleDetail {
  return {
    id: article.id,
    title: article.title,
    hash,
    topics: article.topics.map((topic) => {
      const levels = topic.blocks.flatMap((block) => (block.kind === 'points' ? flatten(block.items) : []));
      const places = placesIn(topic);
      const items = new Map(places.items.map((item) => [item.at, item]));
      const named = new Map(places.lines.flatMap(({ position, at }) => (position === undefined ? [] : [[position, items.get(at)]])));
      const notes = topic.blocks.flatMap((block) => (block.kind === 'notes' ? block.paragraphs.map(writeInline) : []));
      return {
        id: topic.id,
        heading: topic.heading,
        summary: topic.summary === null ? null : line(topic.summary),
        points: pointsInOrder(topic).map((point, index) => {
          const { at = '', hash: itemHash = '', wholeHash = '' } = named.get(index + 1) ?? {};
          return {
            ...line(point.runs),
            position: index + 1,
            level: levels[index]?.level ?? 0,
            hash: pointHash(point),
            ...{ at, itemHash, wholeHash },
          };
        }),
        notes: notes.length === 0 ? null : notes.join('\n\n'),
      };
    }),
    paragraphs: [...paragraphs],
  };
}
