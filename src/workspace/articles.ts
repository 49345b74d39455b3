import { basename, dirname, join, relative } from 'node:path';
import { sha256 } from '../core/base/hash.ts';
import { parseArticle, parseSourceText } from '../core/article/index.ts';
import { checkClaims } from '../core/claims/index.ts';
import type { Article, SourceText } from '../core/article/types.ts';
import type { ArticleEntry } from '../core/briefing/types.ts';
import { readImage } from '../core/deck/index.ts';
import type { SourceImage } from '../core/deck/types.ts';
import { byPlace, LecternError, problem, type Outcome, type Problem } from '../core/base/errors.ts';
import { exists, filesBelow, readBytes, readText } from './files.ts';

/** One article file as found on disk: its entry, or why there is none. */
export interface ArticleFile {
  readonly file: string;
  /** How problems name it: relative to where the user stands. */
  readonly shown: string;
  readonly entry: ArticleEntry | null;
  readonly problems: readonly Problem[];
}

/** A numbered source text beside its article: it is shown in decks, so no link may have it be another file of this machine. */
async function readSource(file: string): Promise<SourceText | null> {
  return (await exists(file)) ? parseSourceText(await readText(file, { within: dirname(file) })) : null;
}

/** An article's text and the numbered source text that was found for it. */
export interface ArticleParts {
  readonly text: string;
  /** How problems name it. */
  readonly file: string;
  readonly source: SourceText | null;
}

/** The entry of a parsed article, its lines held against its source text; none where it names a source text and there is none: `article/source-missing` with `missing`. */
export function entryOf(
  { value: article, problems }: Outcome<Article>,
  { text, file, source }: ArticleParts,
  missing: Pick<Problem, 'message' | 'allowed' | 'hint'>,
): Outcome<ArticleEntry> {
  if (article === null) return { value: null, problems };
  if (article.source === null || source !== null) {
    const unsupported = source === null ? [] : checkClaims({ article, source, file, text });
    return { value: { article, source, hash: sha256(text) }, problems: [...problems, ...unsupported].sort(byPlace) };
  }
  const place = { file, field: 'source' };
  return { value: null, problems: [...problems, problem('article/source-missing', { place, received: article.source, ...missing })] };
}

/**
 * Reads one article with its numbered source text: the file its front matter names, else `NAME.source.txt` beside it.
 * Throws only where the file itself cannot be read. `given`: its text, where that was read already.
 */
export async function loadArticle(file: string, shown: string = file, given: string | null = null): Promise<ArticleFile> {
  const text = given ?? (await readText(file));
  const usual = `${basename(file).replace(/\.md$/i, '')}.source.txt`;
  let source = await readSource(join(dirname(file), usual));
  let outcome = parseArticle(text, { file: shown, source });
  const named = outcome.value?.source ?? null;
  if (named !== null && named !== usual) {
    source = basename(named) === named ? await readSource(join(dirname(file), named)) : null;
    outcome = parseArticle(text, { file: shown, source });
  }
  const { value: entry, problems } = entryOf(
    outcome,
    { text, file: shown, source },
    {
      message: 'the source text that the article names is not beside it',
      allowed: 'the name of a file in the same folder',
      hint: 'Put the file beside the article, or take the line out of the front matter.',
    },
  );
  return { file, shown, entry, problems };
}

/** Of two articles with one id another is found by it. */
export function sameId(file: string, id: string, other: string): Problem {
  return problem('article/id-duplicate', {
    message: `another article has the id “${id}”`,
    place: { file },
    received: other,
    hint: 'Give one of them another “id:” in its front matter.',
  });
}

/** Whether a Markdown file means to be an article: it begins with front matter. */
async function isArticle(file: string): Promise<boolean> {
  return (await readText(file).catch(() => '')).startsWith('---');
}

/** Paths of the articles below a folder: Markdown with front matter. */
export async function articleFiles(folder: string): Promise<string[]> {
  const paths = (await filesBelow(folder)).filter((path) => path.toLowerCase().endsWith('.md'));
  const files: string[] = [];
  for (const path of paths) if (await isArticle(join(folder, path))) files.push(join(folder, path));
  return files;
}

/** The articles of some folders, read when asked for: by file name first, the rest only when an id is not found so. */
export interface Shelf {
  /** The articles with these ids, and the problems of those that cannot be used. Ids not found are simply absent. */
  readonly find: (ids: readonly string[]) => Promise<{ articles: ReadonlyMap<string, ArticleFile>; problems: readonly Problem[] }>;
  readonly all: () => Promise<readonly ArticleFile[]>;
}

/** Opens folders of articles. `base` is the folder that file names in problems are relative to. */
export function openShelf(folders: readonly string[], base: string): Shelf {
  const loaded = new Map<string, ArticleFile>();
  let listed: Promise<string[]> | null = null;

  const list = (): Promise<string[]> => (listed ??= Promise.all(folders.map(articleFiles)).then((lists) => [...new Set(lists.flat())]));
  const load = async (file: string): Promise<ArticleFile> => {
    const known = loaded.get(file);
    if (known) return known;
    const article = await loadArticle(file, relative(base, file) || file);
    loaded.set(file, article);
    return article;
  };
  const named = (file: string): string => basename(file).replace(/\.md$/i, '');
  const all = async (): Promise<ArticleFile[]> => {
    const articles: ArticleFile[] = [];
    for (const file of await list()) articles.push(await load(file));
    return articles;
  };

  return {
    all,
    find: async (ids) => {
      const articles = new Map<string, ArticleFile>();
      const problems: Problem[] = [];
      const take = (article: ArticleFile): void => {
        const id = article.entry?.article.id ?? named(article.file);
        if (!ids.includes(id) || articles.has(id)) return;
        articles.set(id, article);
        problems.push(...article.problems);
      };
      for (const file of await list()) if (ids.includes(named(file))) take(await load(file));
      if (ids.some((id) => !articles.has(id))) for (const article of await all()) take(article);
      return { articles, problems };
    },
  };
}

/**
 * An image beside an article or a briefing, by its path relative to that file. The path may not leave the file's folder, nor may a link.
 * Returns `article/image-unreadable` where it cannot be read or is no picture that is taken.
 */
export async function loadImage(article: Pick<ArticleFile, 'file' | 'shown'>, path: string): Promise<Outcome<SourceImage>> {
  const unreadable = (message: string, hint: string): Outcome<SourceImage> => ({
    value: null,
    problems: [problem('article/image-unreadable', { message, place: { file: article.shown }, received: path, hint })],
  });
  if (path.startsWith('/') || path.includes('\\') || path.split('/').includes('..')) {
    return unreadable(
      'an image must lie in the folder of the file that names it, or below',
      'Copy the image beside that file and name it without “..”.',
    );
  }
  try {
    return readImage(await readBytes(join(dirname(article.file), path), { within: dirname(article.file) }), {
      file: article.shown,
      src: path,
    });
  } catch (error) {
    if (!(error instanceof LecternError)) throw error;
    const first = error.problems[0];
    return unreadable(first?.message ?? 'the image cannot be read', first?.hint ?? 'Check the image’s name.');
  }
}
