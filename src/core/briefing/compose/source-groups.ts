import type { ArticleView, LineView, SourceEntry, SourceGroup } from '../types.ts';
import { paragraphsText } from './paragraphs.ts';

interface Referring {
  readonly key: string;
  readonly heading: string;
  readonly article: ArticleView | null;
  readonly refs: readonly number[];
}

interface Known {
  /** Index 0 is source number 1. */
  readonly sources: readonly SourceEntry[];
  readonly language: string;
}

/** The paragraphs of an article that source numbers stand for. */
function paragraphsOf(refs: readonly number[], article: string, { sources, language }: Known): string {
  const entries = refs.flatMap((ref) => sources[ref - 1] ?? []);
  return paragraphsText(
    entries.flatMap((entry) => (entry.article === article ? (entry.paragraph ?? []) : [])),
    language,
  );
}

/** What an item's slides rest on: `cited`, and these behind author, publication and date in a line of their own. */
export function sourcesOfItem(
  { article, refs }: Pick<Referring, 'article' | 'refs'>,
  known: Known,
): { readonly cited: string; readonly sourceLine: LineView | null } {
  const notes = refs.filter((ref) => known.sources[ref - 1]?.isNote);
  if (article === null) return { cited: '', sourceLine: null };
  const { authorLine, title, publisher, publishedText } = article;
  const cited = paragraphsOf(refs, article.id, known);
  const text = [authorLine || title, publisher, publishedText, cited].filter(Boolean).join(', ');
  const runs = [{ text }, ...(notes.length > 0 ? [{ refs: notes }] : [])];
  return { cited, sourceLine: { text, runs, refs: notes, own: false } };
}

/** One entry for each article of the deck, in its order, with the paragraphs that it rests on and the topics that do; a topic chosen twice once. */
export function groupSources(articles: readonly ArticleView[], items: readonly Referring[], known: Known): SourceGroup[] {
  return articles.map((article) => {
    const own = known.sources.filter((entry) => entry.article === article.id);
    const keys = [...new Set(items.filter((item) => item.article?.id === article.id).map(({ key }) => key))];
    return {
      article,
      cited: paragraphsOf(
        own.map(({ number }) => number),
        article.id,
        known,
      ),
      topics: keys.map((key) => {
        const same = items.filter((item) => item.key === key);
        return {
          key,
          heading: same[0]?.heading ?? '',
          cited: paragraphsOf(
            same.flatMap(({ refs }) => refs),
            article.id,
            known,
          ),
        };
      }),
      notes: own.filter(({ isNote }) => isNote).map(({ number, title }) => ({ number, text: title })),
    };
  });
}
