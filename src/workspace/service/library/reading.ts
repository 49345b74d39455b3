import { join } from 'node:path';
import { problemsOfError } from '../../../api/problems.ts';
import { LecternError, type Problem } from '../../../core/base/errors.ts';
import { loadArticle, type ArticleFile } from '../../articles.ts';
import { readText } from '../../files.ts';
import { openTurns } from '../../work/turns.ts';
import { detail, summarize, type ArticleDetail, type ArticleSummary } from './summary.ts';

/** What reading one Markdown file came to. */
export type Reading =
  /** `article` null: it is none, or a broken one. */
  | { readonly kind: 'read'; readonly article: ArticleSummary | null; readonly problems: readonly Problem[] }
  /** It is not there. */
  | { readonly kind: 'missing' }
  /** It could not be read, which another time it may. */
  | { readonly kind: 'failed'; readonly problems: readonly Problem[] }
  /** The reader was closed before. */
  | { readonly kind: 'stopped' };

/** An article's wording; `detail` null: it has none, and the problems say why. */
export interface Detailed {
  readonly detail: ArticleDetail | null;
  readonly problems: readonly Problem[];
}

/** What a text would be as an article's file: its entry, or none where it has errors. */
export type Checked = Pick<ArticleFile, 'entry' | 'problems'>;

/** Reads the files of one workspace, by their paths below its root, `/` between parts. Nothing of it rejects. */
export interface LibraryReader {
  /** In about the order in which they are asked for; `now`: before those that wait. */
  readonly read: (path: string, now?: boolean) => Promise<Reading>;
  readonly detail: (path: string) => Promise<Detailed>;
  /** A text that is typed in the place of a file's, with the source text that is beside that. */
  readonly check: (path: string, text: string) => Promise<Checked>;
  readonly close: () => Promise<void>;
}

/** Reads a file of a workspace. Never rejects. */
export async function readForLibrary(root: string, path: string): Promise<Reading> {
  const file = join(root, ...path.split('/'));
  try {
    const text = await readText(file);
    if (!text.startsWith('---')) return { kind: 'read', article: null, problems: [] };
    const { entry, problems } = await loadArticle(file, path, text);
    return { kind: 'read', article: entry && summarize(entry.article, path, entry.hash), problems };
  } catch (error) {
    if (error instanceof LecternError && error.problems.some(({ code }) => code === 'file/missing')) return { kind: 'missing' };
    return { kind: 'failed', problems: faultsOf(error, path) };
  }
}

/** The wording of a file's article. Never rejects. */
export async function readDetail(root: string, path: string): Promise<Detailed> {
  try {
    const { entry, problems } = await loadArticle(join(root, ...path.split('/')), path);
    return { detail: entry && detail(entry.article, entry.hash, entry.source?.paragraphs ?? []), problems };
  } catch (error) {
    return { detail: null, problems: faultsOf(error, path) };
  }
}

/** What a text would be in the place of a file's. Never rejects. */
export async function checkText(root: string, path: string, text: string): Promise<Checked> {
  try {
    const { entry, problems } = await loadArticle(join(root, ...path.split('/')), path, text);
    return { entry, problems };
  } catch (error) {
    return { entry: null, problems: faultsOf(error, path) };
  }
}

/** A fault of ours while reading a file, as a problem of that file: the others are read all the same. */
export function faultsOf(error: unknown, file: string): readonly Problem[] {
  return problemsOfError(error).map((found) => ({ ...found, place: { file, ...found.place } }));
}

/** Reads one after another in this thread. */
export function readerHere(root: string): LibraryReader {
  const turns = openTurns(1);
  let closed = false;
  const isClosed = (): boolean => closed;
  return {
    read: async (path) => {
      const leave = await turns.enter();
      return (isClosed() ? Promise.resolve({ kind: 'stopped' } as const) : readForLibrary(root, path)).finally(leave);
    },
    detail: (path) => readDetail(root, path),
    check: (path, text) => checkText(root, path, text),
    close: () => {
      closed = true;
      return Promise.resolve();
    },
  };
}
