import { stat } from 'node:fs/promises';
import { dirname, relative } from 'node:path';
import type { FileFormat } from '../api/formats.ts';
import { LecternError, unwrap, type Outcome, type Problem } from '../core/base/errors.ts';
import type { Depth } from '../core/briefing/types.ts';
import type { PictureQuality } from '../core/deck/types.ts';
import type { ChoiceReason, LayoutMemory } from '../core/layout/index.ts';
import type { PackCache } from '../core/template/index.ts';
import { briefOf } from './brief.ts';
import {
  briefingOf,
  buildScene,
  isBriefingFile,
  loadBriefing,
  loadDeck,
  loadPackFor,
  type PackNamed,
  type ReadPack,
  type SceneRequest,
  type Sources,
} from './build.ts';
import { asInFile, type Prefer } from './earlier.ts';
import { changesSince } from './changes.ts';
import type { ExistingPolicy } from './existing.ts';
import { deckName, exportScene, pathOf, type SavedFiles } from './export.ts';
import { exportMerged } from './export-merged.ts';
import { growSlowly } from './heap.ts';
import type { FontsFor } from './pack-fonts.ts';
import type { Printer } from './print.ts';
import type { Resources } from './resources.ts';
import type { Store } from './store/index.ts';

/** One deck as it is asked for; paths are absolute. Can be sent to a thread. */
export interface DeckRequest {
  /** One briefing, one deck of ours, or the articles of one deck. */
  readonly files: readonly [string, ...string[]];
  /** The folder that problems name files from. */
  readonly base: string;
  readonly topics: readonly string[] | null;
  readonly depth: Depth;
  /** Null: the briefing's. */
  readonly template: string | null;
  readonly pictures: PictureQuality | null;
  readonly formats: readonly FileFormat[];
  readonly forPresenter: boolean;
  /** Null: beside the first file. */
  readonly folder: string | null;
  /** Of a deck that was edited by hand: make a new one without the edits. */
  readonly discardEdits: boolean;
  /** `merge`: with the .pptx that stands there, if that was edited. */
  readonly existing: ExistingPolicy | 'merge';
  /** Milliseconds since 1970: when comments of a merge say that they were made. */
  readonly now: number;
  /** An earlier .pptx: a slide says what has changed since; null: none does. */
  readonly changesSince: string | null;
}

/** What decks are made with, one after another: what was read and measured for one serves the next. */
export interface DeckTools {
  readonly resources: Resources;
  readonly store: Store;
  readonly fontsFor: FontsFor;
  readonly print: Printer | null;
  readonly readPack?: ReadPack;
  readonly packs?: PackCache;
  readonly memory?: LayoutMemory;
  readonly onStep?: (step: 'reading' | 'layout' | FileFormat) => void;
}

export interface WrittenDeck extends SavedFiles<FileFormat> {
  readonly slides: number;
  /** Why its slides stand as they do. */
  readonly reasons: readonly ChoiceReason[];
}

/** Makes one deck and writes its files, all or none. A null value: nothing was written, and an error says why. */
export async function writeDeck(request: DeckRequest, tools: DeckTools): Promise<Outcome<WrittenDeck>> {
  const problems: Problem[] = [];
  const take = <T>(outcome: Outcome<T>): T => {
    const value = unwrap(outcome);
    problems.push(...outcome.problems);
    return value;
  };
  const { resources, store, fontsFor, print, readPack, packs, memory, onStep } = tools;
  const [first] = request.files;
  try {
    onStep?.('reading');
    const sources = withPictures(take(await readSources(request)), request.pictures);
    const named: PackNamed =
      request.template === null ? { name: sources.briefing.template, by: 'briefing' } : { name: request.template, by: 'user' };
    const pack = take(await loadPackFor(named, first, resources, request.base, readPack));
    onStep?.('layout');
    growSlowly(await sizeOf([...sources.articles.values()].map(({ file }) => file)));
    const { fonts, problems: fontProblems } = await fontsFor(pack);
    problems.push(...fontProblems);
    const asked: SceneRequest = {
      sources,
      pack,
      forPresenter: request.forPresenter,
      fonts,
      ...(packs && { packs }),
      ...(memory && { memory }),
      prefer: earlierOf(request, sources.name),
    };
    const { changesSince: earlier } = request;
    const changes = earlier === null ? null : take(await changesSince(earlier, request.base, asked));
    const made = take(await buildScene(changes === null ? asked : { ...asked, changes }));
    const { scene, reasons } = made;
    const { formats, existing, base, now } = request;
    const wanted = {
      store,
      scene,
      fonts,
      formats,
      brief: briefOf(made, sources, fonts),
      print,
      folder: request.folder ?? dirname(first),
      name: deckName(sources.name, request.forPresenter),
      onProgress: ({ format }: { readonly format: FileFormat }) => onStep?.(format),
    };
    const exported = await (existing === 'merge'
      ? exportMerged({ ...wanted, now, shown: (path) => relative(base, path) || path })
      : exportScene({ ...wanted, existing }));
    problems.push(...exported.problems);
    return { value: { files: exported.files, kept: exported.kept, slides: scene.slides.length, reasons }, problems };
  } catch (error) {
    if (!(error instanceof LecternError)) throw error;
    return { value: null, problems: [...problems, ...error.problems] };
  }
}

/** Of all of them, in bytes; those that went away meanwhile have none. */
async function sizeOf(files: readonly string[]): Promise<number> {
  const sizes = await Promise.all(files.map(async (file) => (await stat(file).catch(() => null))?.size ?? 0));
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** How the deck was arranged that it takes the place of; a deck that is made from another, as that one; the audience's copy as the presenter's. */
function earlierOf({ files: [first], folder, changesSince: earlier }: DeckRequest, name: string): Prefer {
  if (/\.pptx$/i.test(first)) return asInFile(first);
  return asInFile(earlier ?? pathOf(folder ?? dirname(first), name, 'pptx'));
}

function readSources({ files, base, topics, depth, discardEdits }: DeckRequest): Promise<Outcome<Sources>> {
  const [first] = files;
  if (/\.pptx$/i.test(first)) return loadDeck(first, base, discardEdits);
  return isBriefingFile(first) ? loadBriefing(first, base) : briefingOf({ files, topics, depth }, base);
}

/** What the command line says goes before what the briefing says. */
function withPictures(sources: Sources, pictures: PictureQuality | null): Sources {
  if (pictures === null) return sources;
  const { briefing } = sources;
  return { ...sources, briefing: { ...briefing, options: { ...briefing.options, pictures } } };
}
