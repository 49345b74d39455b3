import { fold } from '../../api/fold.ts';
import type { ArticleSummary, TopicSummary } from '../types.ts';

export interface Query {
  readonly text: string;
  readonly tag: string | null;
  readonly actor: string | null;
  /** `YYYY-MM-DD`, `YYYY-MM` or `YYYY`, both included; null: open. */
  readonly from: string | null;
  readonly to: string | null;
}

export const NO_QUERY: Query = { text: '', tag: null, actor: null, from: null, to: null };

export function isFiltered({ text, tag, actor, from, to }: Query): boolean {
  return fold(text) !== '' || tag !== null || actor !== null || from !== null || to !== null;
}

export interface Hit {
  readonly article: ArticleSummary;
  /** Those that match, the best first; all of them, in the article's order, where nothing was typed. */
  readonly topics: readonly TopicSummary[];
}

interface Entry {
  readonly article: ArticleSummary;
  readonly title: string;
  /** Title, standfirst, authors, publisher, tags, actors. */
  readonly about: string;
  readonly topics: readonly { readonly topic: TopicSummary; readonly heading: string }[];
}

/** Folded once, so that a keystroke only compares. */
export interface SearchIndex {
  readonly entries: readonly Entry[];
}

/** One for all: to make one for each comparison takes a hundred times as long. */
const { compare: compareTitles } = new Intl.Collator('en');

function byDate(a: ArticleSummary, b: ArticleSummary): number {
  const [first, second] = [a.published ?? '', b.published ?? ''];
  return first === second ? compareTitles(a.title, b.title) : first < second ? 1 : -1;
}

const folded = new WeakMap<ArticleSummary, Entry>();

function entryOf(article: ArticleSummary): Entry {
  const known = folded.get(article);
  if (known) return known;
  const { title, standfirst, authors, publisher, tags, actors, topics } = article;
  const entry: Entry = {
    article,
    title: fold(title),
    about: fold([title, standfirst, ...authors, publisher, ...tags, ...actors].filter((text) => text !== null).join(' ')),
    topics: topics.map((topic) => ({ topic, heading: fold(topic.heading) })),
  };
  folded.set(article, entry);
  return entry;
}

/** Articles in the order the library shows them: the newest first. */
export function buildIndex(articles: readonly ArticleSummary[]): SearchIndex {
  return { entries: articles.toSorted(byDate).map(entryOf) };
}

/** Scripts that put no space between words: there a term may begin anywhere. As `UNSPACED` of core/base, which the UI does not load. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/** What is typed, as it is looked for: each term at the beginning of a word. */
function termsOf(text: string): string[] {
  return [...new Set(fold(text).split(' ').filter(Boolean))].map((term) => (UNSPACED.test(term) ? term : ` ${term}`));
}

const SCORE = { heading: 8, title: 5, about: 3, text: 1, wholeWord: 2 } as const;

/** How well a term fits one topic; 0: not at all. */
function score(term: string, heading: string, entry: Entry, search: string): number {
  if (heading.includes(term)) return SCORE.heading + (`${heading} `.includes(`${term} `) ? SCORE.wholeWord : 0);
  if (entry.title.includes(term)) return SCORE.title;
  if (entry.about.includes(term)) return SCORE.about;
  return search.includes(term) ? SCORE.text : 0;
}

/** Whether a date as precise as it is lies between two others: `2023` is in 2023-05 … 2023-06. */
function isWithin(published: string | null, { from, to }: Query): boolean {
  if (from === null && to === null) return true;
  if (published === null) return false;
  const after = from === null || `${published}-12-31`.slice(0, 10) >= from.slice(0, 10);
  const before = to === null || published <= `${to}-12-31`.slice(0, 10);
  return after && before;
}

function passes(article: ArticleSummary, query: Query): boolean {
  const { tag, actor } = query;
  return (
    (tag === null || article.tags.includes(tag)) && (actor === null || article.actors.includes(actor)) && isWithin(article.published, query)
  );
}

/** Every term must be found in a topic or about its article. The best article first; with nothing typed, the newest. */
export function search(index: SearchIndex, query: Query): Hit[] {
  const terms = termsOf(query.text);
  const entries = index.entries.filter(({ article }) => passes(article, query));
  if (terms.length === 0) return entries.map(({ article }) => ({ article, topics: article.topics }));
  const hits: { hit: Hit; best: number }[] = [];
  for (const entry of entries) {
    const found: { topic: TopicSummary; points: number }[] = [];
    for (const { topic, heading } of entry.topics) {
      let points = 0;
      for (const term of terms) {
        const fits = score(term, heading, entry, topic.search);
        points = fits === 0 ? Number.NEGATIVE_INFINITY : points + fits;
      }
      if (points > 0) found.push({ topic, points });
    }
    if (found.length === 0) continue;
    found.sort((a, b) => b.points - a.points);
    hits.push({ hit: { article: entry.article, topics: found.map(({ topic }) => topic) }, best: found[0]?.points ?? 0 });
  }
  return hits.sort((a, b) => b.best - a.best).map(({ hit }) => hit);
}

/** Values to filter by, the most used first. */
export function facets(articles: readonly ArticleSummary[]): { readonly tags: string[]; readonly actors: string[] } {
  const count = (pick: (article: ArticleSummary) => readonly string[]): string[] => {
    const counts = new Map<string, number>();
    for (const value of articles.flatMap(pick)) counts.set(value, (counts.get(value) ?? 0) + 1);
    return [...counts].sort(([a, n], [b, m]) => m - n || a.localeCompare(b, 'en')).map(([value]) => value);
  };
  return { tags: count(({ tags }) => tags), actors: count(({ actors }) => actors) };
}
