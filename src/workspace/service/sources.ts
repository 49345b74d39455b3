import { join } from 'node:path';
import type { Briefing } from '../../core/briefing/types.ts';
import { nearest } from '../../core/base/nearest.ts';
import { problem, type Problem } from '../../core/base/errors.ts';
import { outputName, type Sources } from '../build.ts';
import type { KnownArticle, Library } from './library/index.ts';

export interface Gathered {
  /** The briefing without the items whose article or topic is gone. */
  readonly sources: Omit<Sources, 'articles' | 'placeOf'>;
  readonly articles: ReadonlyMap<string, KnownArticle>;
  /** Of each item of the whole briefing, its place among those kept; null: it is left out. */
  readonly kept: readonly (number | null)[];
  /** What is gone or broken: the rest can be shown, but not exported. */
  readonly missing: readonly Problem[];
}

/** What the library knows of the articles that a briefing names. What is not there is reported and left out, so that the rest can still be seen. */
export async function gather(
  briefing: Briefing,
  file: string | null,
  { library, root }: { readonly library: Library; readonly root: string },
): Promise<Gathered> {
  const shown = file ?? 'new briefing';
  const articles = new Map<string, KnownArticle>();
  const problems: Problem[] = [];
  for (const id of new Set(briefing.items.flatMap((item) => (item.kind === 'topic' ? [item.article] : [])))) {
    const article = await library.known(id);
    if (!article) continue;
    problems.push(...article.problems);
    articles.set(id, article);
  }
  const missing: Problem[] = [];
  const kept: (number | null)[] = [];
  let next = 0;
  briefing.items.forEach((item, index) => {
    const gone = item.kind === 'topic' ? whyGone(item, articles, library) : null;
    if (gone) missing.push(problem(gone.code, { ...gone.details, place: { file: shown, field: `items[${index}]` } }));
    kept.push(gone ? null : next++);
  });
  const items = briefing.items.filter((_, index) => kept[index] !== null);
  const sources = {
    briefing: { ...briefing, items },
    shown,
    file: join(root, file ?? 'briefings/new.briefing.yaml'),
    name: file === null ? 'briefing' : outputName(file),
    problems,
  };
  return { sources, articles, kept, missing };
}

interface Gone {
  readonly code: 'briefing/article-missing' | 'briefing/topic-missing';
  readonly details: { readonly message: string; readonly received: string; readonly allowed?: string; readonly hint: string };
}

function whyGone(
  { article, topic }: { readonly article: string; readonly topic: string },
  articles: ReadonlyMap<string, KnownArticle>,
  library: Library,
): Gone | null {
  const found = articles.get(article)?.article;
  if (!found) {
    const message = library.ids().includes(article) ? 'the article has errors and cannot be used' : 'the article is not in this workspace';
    const near = nearest(article, library.ids());
    const allowed = near === null ? {} : { allowed: near };
    return {
      code: 'briefing/article-missing',
      details: {
        message,
        received: article,
        ...allowed,
        hint: 'Put the article back into content, or remove the topic from the running order.',
      },
    };
  }
  if (found.topics.some((t) => t.id === topic)) return null;
  return {
    code: 'briefing/topic-missing',
    details: {
      message: `“${found.title}” has no such topic any more`,
      received: topic,
      allowed: found.topics.map((t) => t.id).join(', '),
      hint: 'Choose the topic it has become, or remove it from the running order.',
    },
  };
}
