import { rightsOf } from '../../article/index.ts';
import { excerptOf } from './excerpt.ts';
import type { ArticleEntry, ArticleView, SourceEntry } from '../types.ts';

/** A paragraph of an article's source text, or the words of a footnote. */
type Place = { readonly article: string } & ({ readonly paragraph: number } | { readonly note: string });

/** Gives each paragraph of each article, and each footnote, one number for the whole deck, in order of first use. */
export interface Numbering {
  /** The deck's numbers for paragraphs of an article, and for footnotes by their words. */
  readonly numbers: (article: string, paragraphs: readonly number[], notes?: readonly string[]) => number[];
  /** Those that have been given already. */
  readonly known: (article: string, paragraphs: readonly number[], notes?: readonly string[]) => number[];
  /** What the numbers stand for; index 0 is number 1. */
  readonly used: () => readonly Place[];
}

export function makeNumbering(): Numbering {
  const used: Place[] = [];
  const known = new Map<string, number>();
  const numberOf = (key: string, place: Place): number => {
    const number = known.get(key) ?? used.push(place);
    known.set(key, number);
    return number;
  };
  const keyOf = {
    paragraph: (article: string, paragraph: number): string => `${article}/${paragraph}`,
    note: (article: string, note: string): string => `${article}/^${note}`,
  };
  return {
    numbers: (article, paragraphs, notes = []) => [
      ...paragraphs.map((paragraph) => numberOf(keyOf.paragraph(article, paragraph), { article, paragraph })),
      ...notes.map((note) => numberOf(keyOf.note(article, note), { article, note })),
    ],
    known: (article, paragraphs, notes = []) =>
      [...paragraphs.map((paragraph) => keyOf.paragraph(article, paragraph)), ...notes.map((note) => keyOf.note(article, note))].flatMap(
        (key) => known.get(key) ?? [],
      ),
    used: () => used,
  };
}

export interface SourceContext {
  readonly articles: ReadonlyMap<string, ArticleEntry>;
  readonly views: ReadonlyMap<string, ArticleView>;
  readonly forPresenter: boolean;
  /** Lines reworded by hand, by the numbers of their sources. */
  readonly reworded: ReadonlyMap<number, readonly string[]>;
}

function entry(number: number, view: ArticleView, paragraph: number | null, excerpt: string | null): SourceEntry {
  const { id: article, authors, authorLine, title, publisher, published, publishedText, url } = view;
  return {
    number,
    article,
    authors,
    authorLine,
    title,
    publisher,
    published,
    publishedText,
    url,
    paragraph,
    excerpt,
    reworded: [],
    isNote: false,
  };
}

/** Its words are the title, so that a template that knows nothing of footnotes prints them too. */
function noteEntry(number: number, article: string, note: string): SourceEntry {
  const none = { authors: [], authorLine: '', publisher: null, published: null, publishedText: null, url: null };
  return { number, article, title: note, ...none, paragraph: null, excerpt: null, reworded: [], isNote: true };
}

/** What may be quoted of a paragraph that is at hand. */
function quoted(of: ArticleEntry | undefined, paragraph: number): string | null {
  const text = of?.source?.paragraphs[paragraph - 1];
  return of === undefined || text === undefined ? null : excerptOf(text, rightsOf(of.article));
}

/** One entry for each number, and one for each chosen article that nothing refers to. */
export function listSources(numbering: Numbering, { articles, views, forPresenter, reworded }: SourceContext): SourceEntry[] {
  const entries: SourceEntry[] = [];
  for (const place of numbering.used()) {
    const number = entries.length + 1;
    const view = views.get(place.article);
    if ('note' in place) entries.push(noteEntry(number, place.article, place.note));
    else if (view) {
      entries.push(entry(number, view, place.paragraph, forPresenter ? quoted(articles.get(place.article), place.paragraph) : null));
    }
  }
  for (const [id, view] of views) {
    if (!entries.some(({ article, isNote }) => article === id && !isNote)) entries.push(entry(entries.length + 1, view, null, null));
  }
  return forPresenter ? entries.map((one) => ({ ...one, reworded: reworded.get(one.number) ?? [] })) : entries;
}
