import { basename, join, relative } from 'node:path';
import { z } from 'zod';
import { shortHash } from '../../core/base/hash.ts';
import { articleProblemsSchema, articleSummarySchema } from '../../api/schemas/library.ts';
import type { EventPayload } from '../../api/contract.ts';
import { problemsOfError } from '../../api/problems.ts';
import { LecternError, problem, type Problem } from '../../core/base/errors.ts';
import { loadArticle, sameId, type ArticleFile } from '../articles.ts';
import { readBytes, readText } from '../files.ts';
import type { Store } from '../store/index.ts';
import type { Snapshot } from '../watch.ts';
import { detail, summarize, type ArticleDetail, type ArticleSummary } from './summary.ts';

type LibraryEvent = EventPayload<'library'>;
type FileProblems = LibraryEvent['problems'][number];

/** What one Markdown file came to; `article` null: it is none, or a broken one. */
const rowSchema = z.object({
  mark: z.string(),
  article: articleSummarySchema.nullable(),
  problems: articleProblemsSchema.shape.problems,
});
type Row = z.infer<typeof rowSchema>;

const cacheSchema = z.object({ version: z.string(), rows: z.record(z.string(), rowSchema) });

/** Articles read between two events, so that a large library shows early and the thread stays open to other calls. */
const BATCH = 25;

/**
 * All articles of a workspace: their summaries at once from the last session where their files are as they were,
 * the others read one after another; and whole articles when a deck needs them.
 */
export interface Library {
  readonly current: () => {
    readonly articles: ArticleSummary[];
    readonly problems: FileProblems[];
    readonly loading: LibraryEvent['loading'];
  };
  /** The article with this id, read now if it was not. Null: there is none. */
  readonly article: (id: string) => Promise<ArticleFile | null>;
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
}

/** The mark of a file that could not be read: no file's, so that it is read again with the next change and the next start. */
const UNREAD = '';

/** A fault of ours while reading a file, as a problem of that file: the others are read all the same. */
function faultsOf(error: unknown, file: string): readonly Problem[] {
  return problemsOfError(error).map((found) => ({ ...found, place: { file, ...found.place } }));
}

export async function openLibrary({
  root,
  store,
  content,
  snapshot,
  cacheFile,
  version,
  emit,
  onMissing,
}: LibraryOptions): Promise<Library> {
  const rows = new Map<string, Row>();
  const loaded = new Map<string, ArticleFile>();
  const cached = await readBytes(cacheFile)
    .then((bytes) => cacheSchema.parse(JSON.parse(new TextDecoder().decode(bytes))))
    .then((cache) => (cache.version === version ? cache.rows : {}))
    .catch((): Record<string, Row> => ({}));
  let loading: LibraryEvent['loading'] = null;
  let closed = false;
  // Asked through a function: it changes while a file is read, which the compiler cannot see.
  const isClosed = (): boolean => closed;
  let dirty = false;
  let marks = snapshot;
  /** Files whose rows are not of what is on the disk, and rows whose files have gone. */
  const stale = new Set<string>();
  const gone = new Set<string>();

  const isContent = (path: string): boolean =>
    /\.md$/i.test(path) && (content === '' ? !path.startsWith('templates/') : path.startsWith(`${content}/`));

  /** Of two files with one id the first by name counts. */
  const byId = (): Map<string, string> => {
    const ids = new Map<string, string>();
    for (const path of [...rows.keys()].sort()) {
      const id = rows.get(path)?.article?.id;
      if (id !== undefined && !ids.has(id)) ids.set(id, path);
    }
    return ids;
  };
  const problemsOf = (ids: ReadonlyMap<string, string>): FileProblems[] =>
    [...rows].flatMap(([path, row]) => {
      const id = row.article?.id ?? null;
      const first = id === null ? path : (ids.get(id) ?? path);
      const problems = [...row.problems, ...(first === path || id === null ? [] : [sameId(path, id, first)])];
      return problems.length === 0 ? [] : [{ file: path, article: first === path ? id : null, problems }];
    });
  /** The marks of a file and of the source text beside it: a change of either is a change of the article. */
  const markOf = (path: string): string => `${marks.get(path) ?? ''}|${marks.get(path.replace(/\.md$/i, '.source.txt')) ?? ''}`;

  const read = async (path: string): Promise<void> => {
    const mark = markOf(path);
    const file = join(root, ...path.split('/'));
    loaded.delete(path);
    try {
      if (!(await readText(file)).startsWith('---')) {
        rows.set(path, { mark, article: null, problems: [] });
        return;
      }
      const article = await loadArticle(file, path);
      loaded.set(path, article);
      const entry = article.entry;
      rows.set(path, {
        mark,
        article: entry && summarize(entry.article, path, entry.hash),
        problems: [...article.problems] as Row['problems'],
      });
    } catch (error) {
      if (error instanceof LecternError && error.problems.some(({ code }) => code === 'file/missing')) {
        // Deleted, or renamed, since it was listed: no article, and no fault.
        rows.delete(path);
        onMissing(path);
      } else rows.set(path, { mark: UNREAD, article: null, problems: [...faultsOf(error, path)] as Row['problems'] });
    }
    dirty = true;
    // It was seen to go while it was read.
    if (!marks.has(path)) gone.add(path);
  };

  const compare = (now: Snapshot): void => {
    marks = now;
    const found = [...now.keys()].filter((path) => isContent(path) && rows.get(path)?.mark !== markOf(path));
    // By name, not as the disk came by them.
    for (const path of found.sort()) stale.add(path);
    for (const path of stale) if (!now.has(path)) stale.delete(path);
    for (const path of rows.keys()) if (!now.has(path)) gone.add(path);
    for (const path of gone) if (now.has(path)) gone.delete(path);
  };

  const save = async (): Promise<void> => {
    if (!dirty) return;
    dirty = false;
    await store.write(cacheFile, JSON.stringify({ version, rows: Object.fromEntries(rows) })).catch(() => undefined);
  };

  /** Reads what is to be read in batches and tells of each; what an id meant before and now decides what changed and what went. */
  const readAll = async (): Promise<void> => {
    let before = byId();
    for (let done = 0; stale.size + gone.size > 0 && !closed;) {
      const batch = [...stale].slice(0, BATCH);
      for (const path of gone) {
        if (rows.delete(path)) dirty = true;
        loaded.delete(path);
      }
      gone.clear();
      for (const path of batch) {
        if (isClosed()) break;
        // Before it is read: a change that is seen meanwhile brings it back.
        stale.delete(path);
        await read(path);
      }
      if (isClosed()) break;
      done += batch.length;
      const after = byId();
      loading = first && stale.size > 0 ? { done, of: done + stale.size } : null;
      const touched = new Set(batch);
      const changed = [...after].filter(([id, path]) => touched.has(path) || before.get(id) !== path).map(([, path]) => path);
      emit({
        changed: changed.flatMap((path) => rows.get(path)?.article ?? []),
        gone: [...before.keys()].filter((id) => !after.has(id)),
        problems: problemsOf(after),
        loading,
      });
      before = after;
      // Other calls (a preview, a search) get their turn between two batches.
      await new Promise((resolve) => setImmediate(resolve));
    }
    first = false;
    await save();
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

  for (const [path, row] of Object.entries(cached))
    if (isContent(path) && snapshot.has(path) && row.mark === markOf(path)) rows.set(path, row);
  compare(snapshot);
  let first = stale.size > 0;
  if (first) loading = { done: 0, of: stale.size };
  const ready = work();

  const fileOf = (id: string): string | null => {
    const path = byId().get(id);
    return path === undefined ? null : join(root, ...path.split('/'));
  };

  const article = async (id: string): Promise<ArticleFile | null> => {
    // While files are still being read, the one asked for may be named like its id: look there first.
    const guess = byId().get(id) ?? [...stale].find((path) => basename(path).replace(/\.md$/i, '') === id);
    if (guess === undefined) {
      await settled();
      const late = byId().get(id);
      return late === undefined ? null : (loaded.get(late) ?? (await loadArticle(join(root, ...late.split('/')), late)));
    }
    const known = loaded.get(guess);
    if (known) return known;
    const article = await loadArticle(join(root, ...guess.split('/')), guess);
    // Unless a newer state of it has been read meanwhile.
    if (!loaded.has(guess)) loaded.set(guess, article);
    return article;
  };

  return {
    ready,
    current: () => {
      const ids = byId();
      return { articles: [...ids.values()].flatMap((path) => rows.get(path)?.article ?? []), problems: problemsOf(ids), loading };
    },
    ids: () => [...byId().keys()],
    fileOf,
    article,
    detail: async (id) => {
      const file = await article(id);
      if (file?.entry) return detail(file.entry.article, file.entry.hash, file.entry.source?.paragraphs ?? []);
      throw new LecternError(
        file?.problems ??
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
      await settled();
      await save();
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
