import { join } from 'node:path';
import { FILE_FORMATS, type FileFormat } from '../api/formats.ts';
import { LecternError, problem, type Problem, type Result } from '../core/base/errors.ts';
import type { Brief } from '../core/brief/types.ts';
import type { FontLibrary, Scene } from '../core/layout/types.ts';
import { exists } from './files.ts';
import type { BriefMaker } from './brief.ts';
import { lookAt, stampOf, type ExistingPolicy, type Target } from './existing.ts';
import { FORMATS, noPrinter, writeHtmlDeck } from './formats.ts';
import type { Printer } from './print.ts';
import type { Store } from './store/index.ts';

/** `F`: the formats that may be asked for here. */
export interface ExportRequest<F extends FileFormat> {
  readonly store: Store;
  readonly scene: Scene;
  readonly fonts: FontLibrary;
  readonly formats: readonly F[];
  /** Left out: no format of a brief is asked for. */
  readonly brief?: BriefMaker;
  /** Null where this machine has nothing to print a PDF with. */
  readonly print: Printer | null;
  readonly folder: string;
  /** File name without ending. */
  readonly name: string;
  /** What becomes of files that stand there and are not what Lectern wrote. */
  readonly existing: ExistingPolicy;
  readonly onProgress?: (step: { readonly format: F; readonly done: number; readonly of: number }) => void;
  readonly signal?: AbortSignal;
}

/** One format's file in memory. */
export interface MadeFile<F extends FileFormat> {
  readonly format: F;
  readonly bytes: Uint8Array;
}

/** Makes each format's file in memory; nothing is on disk yet. */
export async function makeFiles<F extends FileFormat>(
  request: Pick<ExportRequest<F>, 'scene' | 'fonts' | 'formats' | 'brief' | 'print' | 'onProgress' | 'signal'>,
): Promise<{ made: MadeFile<F>[]; problems: Problem[] }> {
  const { scene, fonts, formats, brief: make, print, onProgress, signal } = request;
  const problems: Problem[] = [];
  const made: MadeFile<F>[] = [];
  if (formats.some((format) => format === 'pdf') && print === null) throw noPrinter();
  let whole: Promise<Result<Uint8Array>> | null = null;
  const html = (): Promise<Result<Uint8Array>> => (whole ??= writeHtmlDeck(scene, fonts));
  let brief: Brief | null = null;
  const theBrief = (): Promise<Brief> => {
    if (brief === null && make) {
      const made = make();
      problems.push(...made.problems);
      brief = made.value;
    }
    if (brief === null) throw new Error('no brief can be made of this');
    return Promise.resolve(brief);
  };
  const wanted = [...new Set(formats)].sort((a, b) => FILE_FORMATS.indexOf(a) - FILE_FORMATS.indexOf(b));
  for (const [done, format] of wanted.entries()) {
    if (signal?.aborted) throw cancelled();
    onProgress?.({ format, done, of: wanted.length });
    const result = await FORMATS[format].write({ scene, fonts, html, brief: make ? theBrief : null, print });
    problems.push(...result.problems);
    made.push({ format, bytes: result.value });
  }
  if (signal?.aborted) throw cancelled();
  return { made, problems };
}

/** `deck` → `deck`, and `deck.audience` for the audience's copy, so that neither takes the other's place. */
export function deckName(name: string, forPresenter: boolean): string {
  return forPresenter ? name : `${name}.audience`;
}

/** Where each format of a deck goes. */
export function pathOf(folder: string, name: string, format: FileFormat): string {
  return join(folder, `${name}.${FORMATS[format].ending}`);
}

/** Throws `export/edited` and `export/not-ours` where something else than what Lectern wrote stands at one of the paths. */
export async function mayReplace(folder: string, name: string, formats: readonly FileFormat[]): Promise<void> {
  const edits = (await Promise.all(formats.map((format) => lookAt(pathOf(folder, name, format), format)))).flatMap(
    (target) => target.edits,
  );
  if (edits.length > 0) throw new LecternError(edits);
}

/** `deck-2`, or the first such name under which no file of any format stands: a deck's files have one name. */
async function freeName(folder: string, name: string): Promise<string> {
  for (let n = 2; ; n += 1) {
    const free = `${name}-${n}`;
    const taken = await Promise.all(FILE_FORMATS.map((format) => exists(pathOf(folder, free, format))));
    if (!taken.includes(true)) return free;
  }
}

/** Files written, and those that stood in their place and now have a dated name. */
export interface SavedFiles<F extends FileFormat> {
  readonly files: readonly { readonly path: string; readonly format: F; readonly bytes: number }[];
  readonly kept: readonly string[];
}

/**
 * Puts made files into a folder, all or none, all under one name. Throws `export/edited` and `export/not-ours` where something else than
 * what Lectern wrote stands there and `existing` does not say what is to become of it.
 */
export async function saveFiles<F extends FileFormat>(
  store: Store,
  made: readonly MadeFile<F>[],
  folder: string,
  name: string,
  existing: ExistingPolicy,
): Promise<SavedFiles<F>> {
  const lookAll = (as: string): Promise<Target[]> => Promise.all(made.map(({ format }) => lookAt(pathOf(folder, as, format), format)));
  return store.alone(folder, async (check) => {
    const standing = await lookAll(name);
    const edits = standing.flatMap((target) => target.edits);
    if (existing === 'refuse' && edits.length > 0) throw new LecternError(edits);
    const targets = existing === 'keep-both' && edits.length > 0 ? await lookAll(await freeName(folder, name)) : standing;
    const files = made.map((file, i) => ({ ...file, path: targets[i]?.path ?? '', keepOld: (targets[i]?.edits.length ?? 0) > 0 }));
    const kept = await store.writeTogether(
      files.map(({ path, bytes, keepOld }) => ({ file: path, content: bytes, keepOld })),
      {
        mayReplace: async () => {
          await check();
          await unchangedSince(targets);
        },
      },
    );
    return { files: files.map(({ path, format, bytes }) => ({ path, format, bytes: bytes.byteLength })), kept };
  });
}

/** Throws `export/edited` where somebody saved a file while its successor was made ready. */
async function unchangedSince(targets: readonly Target[]): Promise<void> {
  for (const { path, stamp } of targets) {
    if ((await stampOf(path)) === stamp) continue;
    throw new LecternError(
      problem('export/edited', {
        message: 'somebody saved this file while the deck was being written',
        place: { file: path },
        hint: 'Look at it, then export again.',
      }),
    );
  }
}

/**
 * Writes a scene in each format. All are made in memory before the first file is replaced, and they are replaced all
 * or none, so that the two formats on disk are always of one deck.
 */
export async function exportScene<F extends FileFormat>(
  request: ExportRequest<F>,
): Promise<SavedFiles<F> & { readonly problems: Problem[] }> {
  const { made, problems } = await makeFiles(request);
  return { ...(await saveFiles(request.store, made, request.folder, request.name, request.existing)), problems };
}

export function cancelled(): LecternError {
  return new LecternError(
    problem('export/cancelled', { message: 'the export was cancelled', hint: 'Nothing was written; export again when you like.' }),
  );
}
