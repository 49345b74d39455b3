import type { Article } from '../article/types.ts';
import { hasErrors, problem, type Outcome, type Problem } from '../base/errors.ts';
import { byNearness } from '../base/nearest.ts';
import { DEFAULT_TEMPLATE } from './parse.ts';
import type { Briefing, Depth, TopicItem } from './types.ts';

export interface FromArticles {
  /** `ARTICLE/TOPIC`, or `TOPIC` alone where one article has it; null: all topics of all articles. */
  readonly topics: readonly string[] | null;
  readonly depth: Depth;
  /** How problems name what was asked for. */
  readonly file: string;
}

interface Address {
  readonly article: string;
  readonly topic: string;
}

function find(name: string, articles: readonly Article[]): Address[] {
  return articles.flatMap(({ id, topics }) =>
    topics.filter((topic) => name === topic.id || name === `${id}/${topic.id}`).map((topic) => ({ article: id, topic: topic.id })),
  );
}

function ambiguous(name: string, found: readonly Address[], file: string): Problem {
  const allowed = found.map(({ article, topic }) => `${article}/${topic}`).join(', ');
  const hint = 'Name the topic with its article, as ARTICLE/TOPIC.';
  return problem('briefing/topic-missing', {
    message: 'more than one article has a topic of this name',
    place: { file },
    received: name,
    allowed,
    hint,
  });
}

function missing(name: string, articles: readonly Article[], file: string): Problem {
  const ids = articles.flatMap(({ id, topics }) =>
    topics.map((topic) => (articles.length === 1 && !name.includes('/') ? topic.id : `${id}/${topic.id}`)),
  );
  const allowed = byNearness(name, ids)
    .map(({ candidate }) => candidate)
    .join(', ');
  return problem('briefing/topic-missing', {
    message: 'there is no such topic',
    place: { file },
    received: name,
    allowed,
    hint: 'Name one of the topics there are.',
  });
}

/**
 * A briefing straight from articles: all their topics, or those named, in the order named. It has the article's title,
 * or the titles of several; date, language and the rest come from the articles when it is composed.
 */
export function briefingFromArticles(articles: readonly Article[], { topics, depth, file }: FromArticles): Outcome<Briefing> {
  const problems: Problem[] = [];
  const all = articles.flatMap((article) => article.topics.map(({ id }): Address => ({ article: article.id, topic: id })));
  const chosen =
    topics === null
      ? all
      : topics.flatMap((name) => {
          const found = find(name, articles);
          if (found.length > 1) problems.push(ambiguous(name, found, file));
          else if (found.length === 0) problems.push(missing(name, articles, file));
          return found.length === 1 ? found : [];
        });
  if (chosen.length === 0 && problems.length === 0) {
    problems.push(problem('briefing/empty', { message: 'no topics were chosen', place: { file }, hint: 'Name at least one topic.' }));
  }
  if (hasErrors(problems)) return { value: null, problems };
  const used = articles.filter(({ id }) => chosen.some(({ article }) => article === id));
  const [only] = used;
  const briefing: Briefing = {
    title: used.map(({ title }) => title).join(' · '),
    subtitle: used.length === 1 ? (only?.standfirst ?? null) : null,
    audience: null,
    presenter: null,
    date: null,
    minutes: null,
    mark: null,
    language: null,
    template: DEFAULT_TEMPLATE,
    options: {},
    notes: null,
    items: chosen.map((address): TopicItem => ({ kind: 'topic', ...address, depth, overrides: null })),
  };
  return { value: briefing, problems };
}
