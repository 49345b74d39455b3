import { basename } from 'node:path';
import { LecternError, type Problem } from '../../core/base/errors.ts';
import { articleIdOf, DEFAULT_LIMITS } from '../../core/intake/index.ts';
import type { MergeChange } from '../../core/intake/types.ts';
import { openShelf } from '../articles.ts';
import { readBytes } from '../files.ts';
import { refuseArticle } from './original.ts';
import { renewIfSaved, type KnownArticle } from './renew.ts';
import type { IntakeHooks, IntakeRunner } from './run.ts';
import type { Store } from '../store/index.ts';
import { saveArticle, type SaveRequest, type SavedFiles } from './save.ts';

/** The articles of a folder, and those that are saved into it meanwhile. */
export interface Shelf {
  readonly store: Store;
  readonly folder: string;
  readonly known: KnownArticle[];
}

export interface TakenFile extends SavedFiles {
  /** Whether an article that was there is renewed; `changes` say how. */
  readonly renewed: boolean;
  readonly changes: readonly MergeChange[];
}

export async function openContent(store: Store, folder: string): Promise<Shelf> {
  const articles = await openShelf([folder], folder).all();
  const known = articles.flatMap(({ entry, file }) => (entry ? [{ id: entry.article.id, title: entry.article.title, file }] : []));
  return { store, folder, known };
}

/**
 * Takes a file in and saves it without a review (`charset`: how its letters are written; null: that is found out): what intake is sure enough of, and of an article that is there already everything its
 * user has made of it. Throws what stands in the way; then nothing was written.
 */
export async function takeFile(
  path: string,
  { store, folder, known }: Shelf,
  {
    run,
    charset,
    onProgress,
  }: { readonly run: IntakeRunner; readonly charset: string | null; readonly onProgress: IntakeHooks['onProgress'] },
): Promise<TakenFile> {
  const name = basename(path);
  const bytes = await readBytes(path, { limit: DEFAULT_LIMITS.bytes });
  refuseArticle(bytes, name);
  // A copy: what a small file is read into is a piece of a larger buffer.
  const original = Uint8Array.from(bytes);
  const { value: draft, problems, original: kept } = await run({ bytes: original, name, declaredType: null, charset }, { onProgress }).done;
  if (draft === null) throw new LecternError(problems);
  const renewed = await renewIfSaved(draft, known);
  const saved = await saveBeside(
    store,
    {
      draft: renewed?.draft ?? draft,
      original: kept ?? original,
      folder,
      id: null,
      based: renewed?.based ?? null,
      fileOf: (id) => known.find((other) => other.id === id)?.file ?? null,
      replace: false,
    },
    renewed === null,
  );
  if (!renewed) known.push({ id: saved.article.id, title: saved.article.title, file: saved.files[0] ?? '' });
  return { ...saved, problems: [...problems, ...saved.problems], renewed: renewed !== null, changes: renewed?.changes ?? [] };
}

/** So many articles of one title stand beside each other; then somebody should think of names. */
const MOST_OF_ONE_TITLE = 99;

/** Saves an article; a new one whose id another article has, as of one title, under the next free one: `weekly-update-2`. */
async function saveBeside(store: Store, request: SaveRequest, isNew: boolean): Promise<SavedFiles> {
  const own = articleIdOf(request.draft);
  for (let count = 1; ; count++) {
    const id = count === 1 ? own : `${own}-${count}`;
    try {
      return await saveArticle(store, count === 1 ? request : { ...request, id });
    } catch (error) {
      const isTaken = error instanceof LecternError && error.problems.some(({ code }) => code === 'file/exists');
      // A file that is no article stands in the way of every name.
      if (!isNew || !isTaken || request.fileOf(id) === null || count === MOST_OF_ONE_TITLE) throw error;
    }
  }
}

/** Problems of a file, named as the user named it. */
export function placedIn(shown: string, problems: readonly Problem[]): Problem[] {
  return problems.map((p) => (p.place?.file === basename(shown) ? { ...p, place: { ...p.place, file: shown } } : p));
}
