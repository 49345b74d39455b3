import type { EventPayload } from '../../../api/contract.ts';
import { sameId } from '../../articles.ts';
import type { ArticleSummary } from './summary.ts';

type LibraryEvent = EventPayload<'library'>;
export type FileProblems = LibraryEvent['problems'][number];

/** What one Markdown file came to; `article` null: it is none, or a broken one. */
export interface Row {
  /** Which state of the file and its source text this is of. */
  readonly mark: string;
  readonly article: ArticleSummary | null;
  readonly problems: FileProblems['problems'];
}

/** What files came to, by path; of two with one id the first by name counts. */
export interface Rows {
  readonly get: (path: string) => Row | undefined;
  readonly paths: () => Iterable<string>;
  readonly set: (path: string, row: Row) => void;
  /** Answers whether there was one. */
  readonly delete: (path: string) => boolean;
  readonly pathOf: (id: string) => string | undefined;
  readonly ids: () => string[];
  readonly articles: () => ArticleSummary[];
  /** Files with problems, as they are, for an answer: that these go is then told. */
  readonly problems: () => FileProblems[];
  /**
   * What is another since this was asked last: articles as they are now, ids that went (also those that came since, which an answer may
   * have told of), and files whose problems came, changed or went.
   */
  readonly changes: () => Pick<LibraryEvent, 'changed' | 'gone' | 'problems'>;
}

export function createRows(): Rows {
  const rows = new Map<string, Row>();
  /** Paths by id, sorted. */
  const paths = new Map<string, readonly string[]>();
  const touched = new Set<string>();
  /** Files of which it was told, in changes or in an answer, that they have problems. */
  const told = new Set<string>();
  /** Ids of these files, before and after. */
  const ids = new Set<string>();

  const pathOf = (id: string): string | undefined => paths.get(id)?.[0];
  const touch = (path: string, id: string | undefined, has: boolean): void => {
    touched.add(path);
    if (id === undefined) return;
    ids.add(id);
    const others = (paths.get(id) ?? []).filter((other) => other !== path);
    const now = has ? [...others, path].sort() : others;
    if (now.length === 0) paths.delete(id);
    else paths.set(id, now);
  };

  const problemsOf = (path: string): FileProblems => {
    const row = rows.get(path);
    const id = row?.article?.id ?? null;
    const first = id === null ? path : (pathOf(id) ?? path);
    const problems = [...(row?.problems ?? []), ...(id === null || first === path ? [] : [sameId(path, id, first)])];
    return { file: path, article: first === path ? id : null, problems };
  };

  const remove = (path: string): boolean => {
    const row = rows.get(path);
    if (!row) return false;
    touch(path, row.article?.id, false);
    return rows.delete(path);
  };

  return {
    get: (path) => rows.get(path),
    paths: () => rows.keys(),
    set: (path, row) => {
      remove(path);
      rows.set(path, row);
      touch(path, row.article?.id, true);
    },
    delete: remove,
    pathOf,
    ids: () => [...paths.keys()],
    articles: () =>
      [...paths.values()]
        .map(([first = '']) => first)
        .sort()
        .flatMap((path) => rows.get(path)?.article ?? []),
    problems: () => {
      const found = [...rows.keys()].map(problemsOf).filter(({ problems }) => problems.length > 0);
      for (const { file } of found) told.add(file);
      return found;
    },
    changes: () => {
      const files = new Set(touched);
      const changed: ArticleSummary[] = [];
      const gone: string[] = [];
      for (const id of ids) {
        const path = pathOf(id);
        // Whether a file of an id is the first decides its problems, too.
        for (const other of paths.get(id) ?? []) files.add(other);
        // As it is now, whatever an event told of it last: an answer may have told of a state between.
        if (path === undefined) gone.push(id);
        else changed.push(...[rows.get(path)?.article ?? []].flat());
      }
      touched.clear();
      ids.clear();
      const problems = [...files].map(problemsOf).filter((file) => file.problems.length > 0 || told.has(file.file));
      for (const file of problems)
        if (file.problems.length > 0) told.add(file.file);
        else told.delete(file.file);
      return { changed, gone, problems };
    },
  };
}
