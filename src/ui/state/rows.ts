import type { ArticleSummary, TopicSummary } from '../types.ts';
import type { Hit } from './search.ts';

/** A line of the library's tree. */
export type Row =
  | {
      readonly kind: 'article';
      readonly id: string;
      readonly article: ArticleSummary;
      readonly topics: readonly TopicSummary[];
      readonly open: boolean;
      readonly position: number;
      readonly size: number;
    }
  | {
      readonly kind: 'topic';
      readonly id: string;
      readonly article: ArticleSummary;
      readonly topic: TopicSummary;
      readonly position: number;
      readonly size: number;
    };

/** The tree's lines from top to bottom. While something is searched for, every article found is open. */
export function rowsOf(hits: readonly Hit[], isOpen: (article: string) => boolean): Row[] {
  return hits.flatMap(({ article, topics }, index): Row[] => {
    const open = isOpen(article.id);
    const head: Row = { kind: 'article', id: article.id, article, topics, open, position: index + 1, size: hits.length };
    if (!open) return [head];
    return [
      head,
      ...topics.map((topic, at): Row => ({
        kind: 'topic',
        id: `${article.id}/${topic.id}`,
        article,
        topic,
        position: at + 1,
        size: topics.length,
      })),
    ];
  });
}

/** How many of an article's topics are chosen. */
export function checkedState(topics: readonly TopicSummary[], article: string, chosen: ReadonlySet<string>): 'true' | 'false' | 'mixed' {
  const count = topics.filter(({ id }) => chosen.has(`${article}/${id}`)).length;
  if (count === 0) return 'false';
  return count === topics.length ? 'true' : 'mixed';
}

/** Which lines of a long list are drawn: those in sight and a few beyond. */
export function visibleRange(
  count: number,
  height: number,
  scrollTop: number,
  viewport: number,
  beyond = 8,
): { readonly from: number; readonly to: number } {
  const from = Math.max(0, Math.floor(scrollTop / height) - beyond);
  return { from, to: Math.min(count, Math.ceil((scrollTop + viewport) / height) + beyond) };
}
