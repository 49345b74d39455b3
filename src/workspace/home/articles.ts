import { dirname } from 'node:path';
import { LecternError, problem, type Problem } from '../../core/base/errors.ts';
import { sha256 } from '../../core/base/hash.ts';
import { wordArticle } from '../../core/briefing/index.ts';
import type { ArticleFile } from '../articles.ts';
import { readBytes } from '../files.ts';
import type { Store } from '../store/index.ts';
import type { Offer } from './types.ts';

/** An article's file with new words in some of its lines. */
export interface WordedArticle {
  readonly file: string;
  /** How problems name it. */
  readonly shown: string;
  /** SHA-256 of the bytes that it was made from. */
  readonly basedOn: string;
  readonly content: Uint8Array;
}

const BOM = '\uFEFF';

/** A text with its byte order mark, which is a byte like any other here; null where it is not UTF-8, and would not come out as it was. */
function decoded(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/**
 * What is sent to articles for good, each file whole: the lines of these offers in other words and every other byte as it is. A line that
 * does not stand in its file so that it could be exchanged is the error `home/not-in-article`. Writes nothing.
 */
export async function articlesWith(
  offers: readonly Offer[],
  articles: ReadonlyMap<string, Pick<ArticleFile, 'file' | 'shown'>>,
): Promise<{ readonly worded: readonly WordedArticle[]; readonly problems: readonly Problem[] }> {
  const problems: Problem[] = [];
  const worded: WordedArticle[] = [];
  for (const id of new Set(offers.map(({ article }) => article?.id ?? ''))) {
    const at = articles.get(id);
    const bytes = at && (await readBytes(at.file));
    let text = bytes ? decoded(bytes) : null;
    for (const { article, was, slide } of offers.filter((offer) => (offer.article?.id ?? '') === id)) {
      const mark = text?.startsWith(BOM) === true ? BOM : '';
      const made: string | null = article && text !== null ? wordArticle(text.slice(mark.length), article) : null;
      if (made === null) problems.push(notThere(at?.shown ?? id, was ?? '', slide));
      else text = mark + made;
    }
    if (at && bytes && text !== null && text !== decoded(bytes))
      worded.push({ file: at.file, shown: at.shown, basedOn: sha256(bytes), content: new TextEncoder().encode(text) });
  }
  return { worded, problems };
}

function notThere(file: string, was: string, slide: Offer['slide']): Problem {
  return problem('home/not-in-article', {
    message: 'this text does not stand in the article’s file so that it could be exchanged there',
    place: { file, ...(slide && { slide: { number: slide.number, title: slide.title } }) },
    received: was,
    hint: 'Take it into the briefing instead, or change the article by hand.',
  });
}

/** Writes them, all or none; none where one is another by now: `file/conflict`. `within`: the folder that they must lie in. */
export async function saveArticles(store: Store, worded: readonly WordedArticle[], within?: string): Promise<void> {
  const options = within === undefined ? {} : { within };
  const unchanged = async (): Promise<void> => {
    for (const { file, shown, basedOn } of worded) if (sha256(await readBytes(file)) !== basedOn) throw changed(shown);
  };
  /** All folders locked, in one order for everybody. */
  const write = async ([folder, ...others]: readonly string[], checks: readonly (() => Promise<void>)[]): Promise<void> => {
    if (folder !== undefined) {
      await store.alone(folder, (check) => write(others, [...checks, check]), options);
      return;
    }
    await unchanged();
    const mayReplace = async (): Promise<void> => {
      for (const check of checks) await check();
      await unchanged();
    };
    await store.writeTogether(worded, { ...options, mayReplace });
  };
  await write([...new Set(worded.map(({ file }) => dirname(file)))].sort(), []);
}

function changed(file: string): LecternError {
  return new LecternError(
    problem('file/conflict', {
      message: 'the article was changed on disk meanwhile',
      place: { file },
      hint: 'Look at the changes again.',
    }),
  );
}
