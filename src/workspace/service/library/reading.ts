import { join } from 'node:path';
import { problemsOfError } from '../../../api/problems.ts';
import { LecternError, type Problem } from '../../../core/base/errors.ts';
import { loadArticle } from '../../articles.ts';
import { readText } from '../../files.ts';
import { summarize, type ArticleSummary } from './summary.ts';

/** What reading one Markdown file came to. */
export type Reading =
  /** `article` null: it is none, or a broken one. */
  | { readonly kind: 'read'; readonly article: ArticleSummary | null; readonly problems: readonly Problem[] }
  /** It is not there. */
  | { readonly kind: 'missing' }
  /** It could not be read, which another time it may. */
  | { readonly kind: 'failed'; readonly problems: readonly Problem[] };

/** Reads the files of one workspace. */
export interface LibraryReader {
  /** Reads files, in about their order, and tells of each as it is done; stops where `isStopped` says so. Never rejects. */
  readonly read: (paths: readonly string[], onRead: (path: string, reading: Reading) => void, isStopped: () => boolean) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Reads a file of a workspace; `path` below its root, `/` between parts. Never rejects. */
export async function readForLibrary(root: string, path: string): Promise<Reading> {
  const file = join(root, ...path.split('/'));
  try {
    if (!(await readText(file)).startsWith('---')) return { kind: 'read', article: null, problems: [] };
    const { entry, problems } = await loadArticle(file, path);
    return { kind: 'read', article: entry && summarize(entry.article, path, entry.hash), problems };
  } catch (error) {
    if (error instanceof LecternError && error.problems.some(({ code }) => code === 'file/missing')) return { kind: 'missing' };
    return { kind: 'failed', problems: faultsOf(error, path) };
  }
}

/** A fault of ours while reading a file, as a problem of that file: the others are read all the same. */
export function faultsOf(error: unknown, file: string): readonly Problem[] {
  return problemsOfError(error).map((found) => ({ ...found, place: { file, ...found.place } }));
}

/** Reads one after another in this thread. */
export function readerHere(root: string): LibraryReader {
  return {
    read: async (paths, onRead, isStopped) => {
      for (const path of paths) {
        if (isStopped()) return;
        onRead(path, await readForLibrary(root, path));
      }
    },
    close: () => Promise.resolve(),
  };
}
