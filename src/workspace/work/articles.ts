import { loadArticle, type ArticleFile } from '../articles.ts';
import { recent } from './recent.ts';
import type { ArticleAt } from './types.ts';

/** Articles that are kept read. */
const MOST_ARTICLES = 100;

/** Articles as they are on the disk, each read once for as long as it is the same. */
export function articleReader(): (at: ArticleAt | ArticleFile) => Promise<ArticleFile> {
  const known = new Map<string, Promise<ArticleFile>>();
  return (at) => {
    if (!('state' in at)) return Promise.resolve(at);
    const { file, shown, state } = at;
    const key = `${state}|${file}`;
    const reading = recent(known, key, MOST_ARTICLES, () => loadArticle(file, shown));
    // What could not be read now may be another time, though nothing of it has changed.
    reading.catch(() => known.delete(key));
    return reading;
  };
}
