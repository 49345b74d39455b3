import type { ArticleEntry, ArticleView, SourceEntry } from '../types.ts';

/** Gives each paragraph of each article one number for the whole deck, in order of first use. */
export interface Numbering {
  /** The deck's numbers for paragraphs of an article. */
  readonly numbers: (article: string, paragraphs: readonly number[]) => number[];
  /** Article and paragraph by number; index 0 is number 1. */
  readonly used: () => readonly { readonly article: string; readonly paragraph: number }[];
}

export function makeNumbering(): Numbering {
  const used: { article: string; paragraph: number }[] = [];
  const known = new Map<string, number>();
  return {
    numbers: (article, paragraphs) =>
      paragraphs.map((paragraph) => {
        const key = `${article}/${paragraph}`;
        const number = known.get(key) ?? used.push({ article, paragraph });
        known.set(key, number);
        return number;
      }),
    used: () => used,
  };
}

export interface SourceContext {
  readonly articles: ReadonlyMap<string, ArticleEntry>;
  readonly views: ReadonlyMap<string, ArticleView>;
  readonly forPresenter: boolean;
}

function entry(number: number, view: ArticleView, paragraph: number | null, excerpt: string | null): SourceEntry {
  const { id: article, authors, authorLine, title, publisher, published, publishedText, url } = view;
  return { number, article, authors, authorLine, title, publisher, published, publishedText, url, paragraph, excerpt };
}

/** One entry for each number, and one for each chosen article that nothing refers to. */
export function listSources(numbering: Numbering, { articles, views, forPresenter }: SourceContext): SourceEntry[] {
  const entries: SourceEntry[] = [];
  for (const { article, paragraph } of numbering.used()) {
    const view = views.get(article);
    const text = articles.get(article)?.source?.paragraphs[paragraph - 1] ?? null;
    if (view) entries.push(entry(entries.length + 1, view, paragraph, forPresenter ? text : null));
  }
  for (const [id, view] of views) {
    if (!entries.some(({ article }) => article === id)) entries.push(entry(entries.length + 1, view, null, null));
  }
  return entries;
}
