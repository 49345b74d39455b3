import { basename, join, relative } from 'node:path';
import { shortHash } from '../../../core/base/hash.ts';
import type { Answer, EventPayload } from '../../../api/contract.ts';
import { LecternError, problem, type Problem } from '../../../core/base/errors.ts';
import type { Store } from '../../store/index.ts';
import type { Snapshot } from '../../watch.ts';
import { openRowCache } from './cache.ts';
import type { LibraryReader, Reading } from './reading.ts';
import { createRows, type FileProblems } from './rows.ts';
import type { ArticleDetail, ArticleSummary } from './summary.ts';
import { soonest, turn } from './waiting.ts';

type LibraryEvent = EventPayload<'library'>;

/** Articles told of in one event or answer, so that no window has a long task. */
const MOST_TOLD = 100;

/** How often windows are told while a library is read, so that it shows early; milliseconds. Of a long reading less often: each time a window sorts and draws all that it has. */
const TELL_EVERY = 250;
const TELL_LATER = 1000;

/** Files that are asked for at once: enough for all threads, and few enough that what a user asks for need not wait. */
const MOST_READ = 32;

/**
 * All articles of a workspace: their summaries at once from the last session where their files are as they were,
 * the others read one after another; and whole articles when a deck needs them.
 */
export interface Library {
  readonly current: () => Answer<'library.get'>;
  /** The same for a window: of many articles the newest, and the others in events that follow. */
  readonly answer: () => Answer<'library.get'>;
  /** What is known of the article with this id, read now if it was not. Null: there is none. */
  readonly known: (id: string) => Promise<KnownArticle | null>;
  /** Its wording for editing. Throws `briefing/article-missing`, or the article's own problems. */
  readonly detail: (id: string) => Promise<ArticleDetail>;
  readonly ids: () => string[];
  /** Absolute path of an article's file. */
  readonly fileOf: (id: string) => string | null;
  /** Makes the library what the folder is now; resolves when that has been read and told. Never rejects. */
  readonly update: (now: Snapshot) => Promise<void>;
  /** When everything there was at the start has been read. */
  readonly ready: Promise<void>;
  /** Stops reading after the current file, and keeps what has been read for the next start. */
  readonly close: () => Promise<void>;
}

/** An article's file, and what it came to. */
export interface KnownArticle {
  /** Absolute. */
  readonly file: string;
  /** Below the workspace. */
  readonly shown: string;
  /** Another when the file is another. */
  readonly state: string;
  readonly article: ArticleSummary;
  readonly problems: readonly Problem[];
}

export interface LibraryOptions {
  readonly root: string;
  readonly store: Store;
  /** Below the root, `/` between parts; empty: the root itself. */
  readonly content: string;
  readonly snapshot: Snapshot;
  readonly cacheFile: string;
  /** A cache of another version is not used. */
  readonly version: string;
  readonly emit: (event: LibraryEvent) => void;
  /** A file of the snapshot was not there to be read: the next look must not take it for known. */
  readonly onMissing: (path: string) => void;
  readonly reader: LibraryReader;
}

/** The mark of a file that could not be read: no file's, so that it is read again with the next change and the next start. */
const UNREAD = '';

const newestFirst = (a: ArticleSummary, b: ArticleSummary): number => ((a.published ?? '') < (b.published ?? '') ? 1 : -1);

export async function openLibrary(options: LibraryOptions): Promise<Library> {
  const { root, store, content, snapshot, cacheFile, version, emit, onMissing, reader } = options;
  const rows = createRows();
  const cache = await openRowCache(store, cacheFile, version);
  let loading: LibraryEvent['loading'] = null;
  let closed = false;
  // Asked through a function: it changes while a file is read, which the compiler cannot see.
  const isClosed = (): boolean => closed;
  let marks = snapshot;
  /** Files whose rows are not of what is on the disk, and rows whose files have gone. */
  const stale = new Set<string>();
  const gone = new Set<string>();
  /** Files that are being read: of which state, and when they have been. */
  const underway = new Map<string, { readonly mark: string; readonly done: Promise<void> }>();

  const isContent = (path: string): boolean =>
    /\.md$/i.test(path) && (content === '' ? !path.startsWith('templates/') : path.startsWith(`${content}/`));
  /** The marks of a file and of the source text beside it: a change of either is a change of the article. */
  const markOf = (path: string): string => `${marks.get(path) ?? ''}|${marks.get(path.replace(/\.md$/i, '.source.txt')) ?? ''}`;

  const drop = (path: string): void => {
    if (rows.delete(path)) cache.put(path, null);
  };

  const take = (path: string, mark: string, reading: Reading): void => {
    if (reading.kind === 'stopped') return;
    if (reading.kind === 'missing') {
      // Deleted, or renamed, since it was listed: no article, and no fault.
      drop(path);
      onMissing(path);
    } else {
      const article = reading.kind === 'read' ? reading.article : null;
      // What was too much for a thread is so until it changes.
      const isKnown = reading.kind === 'read' || reading.problems.some(({ code }) => code === 'article/too-large');
      const row = { mark: isKnown ? mark : UNREAD, article, problems: [...reading.problems] as FileProblems['problems'] };
      rows.set(path, row);
      cache.put(path, row);
    }
    // It was seen to go, or to change, while it was read.
    if (!marks.has(path)) gone.add(path);
    else if (mark !== markOf(path)) stale.add(path);
    // Whoever read all has ended before this one, by a fault perhaps: nobody else would tell of it.
    if (!working)
      void Promise.resolve()
        .then(tell)
        .catch(() => undefined);
  };

  const read = (path: string, now = false): Promise<void> => {
    // Before it is read: a change that is seen meanwhile brings it back.
    stale.delete(path);
    const mark = markOf(path);
    const done = reader.read(path, now).then((reading) => {
      if (underway.get(path)?.done === done) underway.delete(path);
      take(path, mark, reading);
    });
    underway.set(path, { mark, done });
    return done;
  };

  const compare = (now: Snapshot): void => {
    marks = now;
    const found = [...now.keys()].filter((path) => isContent(path) && (underway.get(path) ?? rows.get(path))?.mark !== markOf(path));
    // By name, not as the disk came by them.
    for (const path of found.sort()) stale.add(path);
    for (const path of stale) if (!now.has(path)) stale.delete(path);
    for (const path of rows.paths()) if (!now.has(path)) gone.add(path);
    for (const path of gone) if (now.has(path)) gone.delete(path);
  };

  /** Tells windows what is another by now, and has it kept: nobody waits for that, since a busy disk takes many seconds. */
  const tell = (): void => {
    const { changed, gone: ids, problems } = rows.changes();
    for (let from = 0; from === 0 || from < changed.length; from += MOST_TOLD) {
      const rest = from === 0 ? { gone: ids, problems } : { gone: [], problems: [] };
      emit({ changed: changed.slice(from, from + MOST_TOLD), ...rest, loading });
    }
    void cache.flush();
  };

  /** Reads what is to be read, some at a time, and tells of it now and then, whatever one file takes. */
  const readAll = async (): Promise<void> => {
    const reading = new Set<Promise<void>>();
    const began = performance.now();
    const every = (): number => Math.min(TELL_LATER, Math.max(TELL_EVERY, (performance.now() - began) / 10));
    let [done, told] = [0, began];
    while (!isClosed() && stale.size + gone.size + reading.size > 0) {
      gone.forEach(drop);
      gone.clear();
      for (const path of stale) {
        if (reading.size >= MOST_READ) break;
        const one = read(path).then(() => {
          reading.delete(one);
          done += 1;
        });
        reading.add(one);
      }
      await soonest(reading, TELL_EVERY);
      const left = stale.size + reading.size;
      if (isClosed() || (left > 0 && performance.now() - told < every())) continue;
      loading = first && left > 0 ? { done, of: done + left } : null;
      tell();
      told = performance.now();
    }
    await Promise.all(reading);
    first = false;
  };

  let working: Promise<void> | null = null;
  const work = (): Promise<void> =>
    (working ??= readAll()
      .catch(() => undefined)
      .then(() => {
        working = null;
        // What was found to be done meanwhile, and what an error kept from being done.
        if (stale.size + gone.size > 0 && !isClosed()) void work();
      }));
  const settled = async (): Promise<void> => {
    while (working) await working;
  };

  for (const [path, row] of cache.rows)
    if (isContent(path) && snapshot.has(path) && row.mark === markOf(path)) rows.set(path, row);
    else cache.put(path, null);
  rows.changes();
  compare(snapshot);
  let first = stale.size > 0;
  if (first) loading = { done: 0, of: stale.size };
  const ready = work();

  const fileOf = (id: string): string | null => {
    const path = rows.pathOf(id);
    return path === undefined ? null : join(root, ...path.split('/'));
  };

  /** Where an article with this id lies, read as it is by now. */
  const pathNow = async (id: string): Promise<string | undefined> => {
    // While files are still being read, the one asked for may be named like its id: look there first.
    const isNamed = (path: string): boolean => basename(path).replace(/\.md$/i, '') === id;
    const guess = rows.pathOf(id) ?? [...underway.keys(), ...stale].find(isNamed);
    if (guess !== undefined) {
      const isOwn = stale.has(guess) && !underway.has(guess);
      await (isOwn ? read(guess, true) : underway.get(guess)?.done);
      // Whoever reads all may have told for the last time before this one was read.
      if (isOwn) tell();
    }
    if (rows.pathOf(id) === undefined) await settled();
    return rows.pathOf(id);
  };

  const known = async (id: string): Promise<KnownArticle | null> => {
    const path = await pathNow(id);
    const row = path === undefined ? undefined : rows.get(path);
    if (path === undefined || !row?.article) return null;
    return { file: join(root, ...path.split('/')), shown: path, state: row.mark, article: row.article, problems: row.problems };
  };

  const current = (): Answer<'library.get'> => ({ articles: rows.articles(), problems: rows.problems(), loading });

  /** Tells windows of articles that their answer had no room for. */
  const tellRest = async (rest: readonly string[], of: number): Promise<void> => {
    for (let from = 0; from < rest.length && !closed; from += MOST_TOLD) {
      await turn();
      const paths = rest.slice(from, from + MOST_TOLD);
      const told = of - rest.length + from + paths.length;
      // As they are by now: what is told may be told twice, and must never be older than what was told before.
      const changed = paths.flatMap((path) => {
        const article = rows.get(path)?.article;
        return article && rows.pathOf(article.id) === path ? article : [];
      });
      emit({ changed, gone: [], problems: [], loading: told < of ? { done: told, of } : loading });
    }
  };

  return {
    ready,
    current,
    answer: () => {
      const { articles, problems } = current();
      if (articles.length <= MOST_TOLD) return { articles, problems, loading };
      const newest = articles.toSorted(newestFirst);
      const rest = newest.slice(MOST_TOLD).map(({ file }) => file);
      void tellRest(rest, articles.length);
      return { articles: newest.slice(0, MOST_TOLD), problems, loading: { done: MOST_TOLD, of: articles.length } };
    },
    ids: rows.ids,
    fileOf,
    known,
    detail: async (id) => {
      const path = await pathNow(id);
      const found = path === undefined ? null : await reader.detail(path);
      if (found?.detail) return found.detail;
      throw new LecternError(
        found?.problems ??
          problem('briefing/article-missing', {
            message: 'the article is not in this workspace',
            received: id,
            hint: 'Put the article back into content, or choose another.',
          }),
      );
    },
    update: (now) => {
      compare(now);
      if (stale.size + gone.size > 0 && !isClosed()) void work();
      return settled();
    },
    close: async () => {
      closed = true;
      await reader.close();
      await settled();
      await cache.flush();
    },
  };
}

/** The content folder below the root, as paths of a snapshot begin. */
export function contentPath(root: string, content: string): string {
  return relative(root, content).split('\\').join('/');
}

/** A cache file's name for a workspace. */
export function cacheName(root: string): string {
  return `${shortHash(root)}.json`;
}
