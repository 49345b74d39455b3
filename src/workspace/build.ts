import { basename, dirname, join, relative, resolve } from 'node:path';
import { briefingFromArticles, parseBriefing, writeBriefing, type PlaceOf } from '../core/briefing/index.ts';
import type { ArticleEntry, Briefing, DeckChange, Depth } from '../core/briefing/types.ts';
import { readImage, type ImageName } from '../core/deck/index.ts';
import type { SourceImage } from '../core/deck/types.ts';
import { LecternError, problem, type Outcome, type Problem } from '../core/base/errors.ts';
import type { LayoutMemory } from '../core/layout/index.ts';
import type { FontLibrary } from '../core/layout/types.ts';
import { makeScene, type MadeScene, type MakeImage } from '../core/pipeline/index.ts';
import { parseRecipe, type Recipe } from '../core/pipeline/recipe.ts';
import type { PackCache } from '../core/template/index.ts';
import type { Pack } from '../core/template/types.ts';
import { loadArticle, loadImage, openShelf, type ArticleFile } from './articles.ts';
import type { Prefer } from './earlier.ts';
import { exists, isFolder, readBytes, readText } from './files.ts';
import { HOUSE_FILE, loadHouse } from './house.ts';
import { findPack, loadPack } from './packs.ts';
import { openPictures, type Pictures } from './pictures/index.ts';
import type { Resources } from './resources.ts';

/** A briefing with everything it names, read from disk. */
export interface Sources {
  readonly briefing: Briefing;
  /** The briefing's own file (or the first article's): images of own slides lie beside it. */
  readonly file: string;
  /** How problems name it. */
  readonly shown: string;
  /** Where the briefing's fields stand in that file; left out where it was not read from there. */
  readonly placeOf?: PlaceOf;
  /** What the output is called by default, without ending. */
  readonly name: string;
  readonly articles: ReadonlyMap<string, ArticleFile>;
  readonly problems: readonly Problem[];
}

/** `south-caucasus.briefing.yaml` → `south-caucasus`. */
export function outputName(file: string): string {
  return basename(file).replace(/(\.briefing)?\.(ya?ml|md|pptx)$/i, '');
}

export function isBriefingFile(file: string): boolean {
  return /\.ya?ml$/i.test(file);
}

/**
 * Where a briefing's articles may lie: its own folder, `content` in it, and `content` beside its folder
 * (a workspace keeps `briefings/` and `content/` side by side).
 */
export async function articleFolders(briefingFile: string): Promise<string[]> {
  const folder = dirname(resolve(briefingFile));
  const candidates = [folder, join(folder, 'content'), join(dirname(folder), 'content')];
  const folders: string[] = [];
  for (const candidate of candidates) {
    if ((await exists(candidate)) && !folders.some((f) => candidate === f || candidate.startsWith(`${f}/`))) folders.push(candidate);
  }
  return folders;
}

/** Reads a briefing file and the articles it names. */
export async function loadBriefing(file: string, base: string): Promise<Outcome<Sources>> {
  const shown = relative(base, file) || file;
  const outcome = parseBriefing(await readText(file), { file: shown });
  if (outcome.value === null) return { value: null, problems: outcome.problems };
  const sources = await gather(outcome.value, file, await articleFolders(file), base);
  const problems = [...outcome.problems, ...sources.problems];
  return { value: { ...sources, placeOf: outcome.placeOf, problems }, problems };
}

/** The articles that a briefing names, from the first of the folders that has each. */
async function gather(briefing: Briefing, file: string, folders: readonly string[], base: string): Promise<Sources> {
  const shelf = openShelf(folders, base);
  const ids = [...new Set(briefing.items.flatMap((item) => (item.kind === 'topic' ? [item.article] : [])))];
  const found = await shelf.find(ids);
  let articles = found.articles;
  if (ids.some((id) => !articles.has(id))) {
    // A missing article is named beside those there are, so compose must see them all.
    const all = (await shelf.all()).flatMap((a) => (a.entry ? [[a.entry.article.id, a] as const] : []));
    articles = new Map([...all, ...articles]);
  }
  return { briefing, file, shown: relative(base, file) || file, name: outputName(file), articles, problems: found.problems };
}

/**
 * What a deck of ours was made from, read out of the .pptx itself, with its articles as they are now.
 * Refuses a deck without a recipe (`inspect/no-recipe`) and one that was edited since (`inspect/edited`, one problem an edit),
 * the latter unless `discardEdits`: then the edits are warnings, and the new deck has a name of its own beside the edited one. An article that has changed since is a warning: the new deck says what the article says now.
 */
export async function loadDeck(file: string, base: string, discardEdits: boolean): Promise<Outcome<Sources>> {
  const { editProblems, inspectPptx } = await import('../core/write/pptx/index.ts');
  const { value: inspection } = inspectPptx(await readBytes(file));
  const shown = relative(base, file) || file;
  const recipe = inspection.recipe === null ? null : parseRecipe(inspection.recipe);
  if (recipe === null) return { value: null, problems: [noRecipe(shown)] };
  const edits: Problem[] = (
    discardEdits
      ? editProblems(inspection, 'inspect/edit-left-out', 'It stays in the edited file, which is kept; the new deck does not have it.')
      : editProblems(
          inspection,
          'inspect/edited',
          'Keep the edited file, or build with --discard-edits to make a new deck without this change.',
        )
  ).map((p) => ({ ...p, place: { ...p.place, file: shown } }));
  if (edits.length > 0 && !discardEdits) return { value: null, problems: edits };
  if (edits.length === 0 && discardEdits && inspection.digest !== 'intact') {
    edits.push(
      problem('inspect/edit-left-out', {
        message: 'the file was saved since Lectern wrote it, and what changed cannot be named',
        place: { file: shown },
        hint: 'Compare the two decks; the edited file is kept.',
      }),
    );
  }
  const sources = await recipeSources(recipe, file, base);
  if (sources.value === null) return sources;
  const problems = [...edits, ...sources.problems];
  const name = inspection.digest === 'intact' ? sources.value.name : `${sources.value.name}.rebuilt`;
  return { value: { ...sources.value, name: discardEdits ? name : sources.value.name, problems }, problems };
}

/** What a recipe names, as it is now; an article that has changed since is a warning. */
export async function recipeSources(recipe: Recipe, file: string, base: string): Promise<Outcome<Sources>> {
  const shown = relative(base, file) || file;
  if (recipe.words === 'left-out') return { value: null, problems: [noWords(shown)] };
  // What travels in a file is read as strictly as what a person wrote.
  const text = rewritten(recipe);
  if (text === null) return { value: null, problems: [noRecipe(shown)] };
  const briefing = parseBriefing(text, { file: shown });
  if (briefing.value === null) return { value: null, problems: briefing.problems };
  const folders = [...(await articleFolders(file)), ...(await articleFolders(join(base, 'x')))];
  const sources = await gather(briefing.value, file, [...new Set(folders)], base);
  const changed = recipe.articles.flatMap(({ id, hash }) => {
    const article = sources.articles.get(id);
    if (!article?.entry || article.entry.hash === hash) return [];
    const place = { file: article.shown };
    return [
      problem('inspect/article-changed', {
        message: 'the article has changed since the deck was made',
        place,
        hint: 'Read the new deck before it goes out.',
      }),
    ];
  });
  const problems = [...briefing.problems, ...sources.problems, ...changed];
  return { value: { ...sources, problems }, problems };
}

/** The briefing of a recipe as a file's text; null where it is none, whatever somebody made of it. */
function rewritten({ briefing }: Recipe): string | null {
  try {
    return writeBriefing(briefing);
  } catch {
    return null;
  }
}

/** A deck that does not say what it was made from. */
export function noRecipe(file: string): Problem {
  return problem('inspect/no-recipe', {
    message: 'this deck does not say what it was made from',
    place: { file },
    allowed: 'a presenter’s .pptx that Lectern wrote',
    hint: 'Build from the briefing; an audience’s copy and decks of other programs carry no recipe.',
  });
}

/** A deck whose briefing has words of its own that did not travel with it, as a hand-over's. */
function noWords(file: string): Problem {
  return problem('inspect/no-words', {
    message: 'this deck was handed over without its briefing’s own words, so it cannot be made again from the file alone',
    place: { file },
    hint: 'Name the briefing (build BRIEFING.yaml, or --briefing BRIEFING.yaml), or hand over with --with-words.',
  });
}

export interface ArticlesRequest {
  readonly files: readonly string[];
  readonly topics: readonly string[] | null;
  readonly depth: Depth;
}

/** Makes a briefing straight from articles: all their topics, or those named. */
export async function briefingOf(request: ArticlesRequest, base: string): Promise<Outcome<Sources>> {
  const loaded: ArticleFile[] = [];
  for (const file of request.files) loaded.push(await loadArticle(file, relative(base, file) || file));
  const problems = loaded.flatMap((a) => a.problems);
  const entries = loaded.flatMap((a) => (a.entry ? [a.entry.article] : []));
  if (entries.length < loaded.length) return { value: null, problems };
  const first = request.files[0] ?? 'deck';
  const outcome = briefingFromArticles(entries, { topics: request.topics, depth: request.depth, file: loaded[0]?.shown ?? first });
  problems.push(...outcome.problems);
  if (outcome.value === null) return { value: null, problems };
  const articles = new Map(loaded.flatMap((a) => (a.entry ? [[a.entry.article.id, a] as const] : [])));
  return {
    value: { briefing: outcome.value, file: first, shown: loaded[0]?.shown ?? first, name: outputName(first), articles, problems },
    problems,
  };
}

/** The workspace a briefing file belongs to: the nearest folder above it that has `content` or `house.yaml`, else its own. */
export async function rootOf(file: string): Promise<string> {
  const own = dirname(resolve(file));
  for (const candidate of [own, dirname(own)])
    if ((await isFolder(join(candidate, 'content'))) || (await exists(join(candidate, HOUSE_FILE)))) return candidate;
  return own;
}

/** Who names a template: a briefing, which a stranger may have written, or the user, whose paths lead anywhere. */
export interface PackNamed {
  readonly name: string;
  readonly by: 'briefing' | 'user';
}

/**
 * The pack that was named: in the workspace's templates, else among the built-in ones. Throws `pack/missing`, and `pack/outside` where a
 * briefing names a folder that lies in neither.
 */
export async function loadPackFor(
  { name, by }: PackNamed,
  file: string,
  resources: Resources,
  base: string,
  read: ReadPack = loadPack,
): Promise<Outcome<Pack>> {
  const folder = dirname(resolve(file));
  const root = await rootOf(file);
  const beside = [...new Set([folder, by === 'user' ? dirname(folder) : root])].map((place) => join(place, 'templates'));
  const found = await findPack(name, [...beside, resources.templates], base, by === 'user' ? null : [root, resources.templates]);
  return read(found, relative(base, found) || found);
}

/** Reads a pack's folder, which problems name as `shown`. */
export type ReadPack = (folder: string, shown: string) => Promise<Outcome<Pack>>;

/** Reads each pack once, and answers the same for as long as it is kept: for one run, in which nobody works on a pack. */
export function packReader(): ReadPack {
  const read = new Map<string, Promise<Outcome<Pack>>>();
  return (folder, shown) => {
    const known = read.get(folder) ?? loadPack(folder, shown);
    read.set(folder, known);
    return known;
  };
}

export interface SceneRequest {
  readonly sources: Sources;
  readonly pack: Pack;
  readonly forPresenter: boolean;
  readonly fonts: FontLibrary;
  /** In what it differs from an earlier deck, where a slide shall say so. */
  readonly changes?: readonly DeckChange[];
  /** Where the next deck is nearly the same as the last: its slides, and what was made of its pack. */
  readonly memory?: LayoutMemory;
  readonly packs?: PackCache;
  readonly pictures?: Pictures;
  /** How an earlier deck was arranged, which stays while it fits. */
  readonly prefer?: Prefer;
}

/** From what was read to the laid-out scene, by the rules of the workspace that the briefing lies in. */
export async function buildScene(request: SceneRequest): Promise<Outcome<MadeScene>> {
  const { sources, pictures = openPictures(), ...asked } = request;
  const { pack } = asked;
  const articles = new Map<string, ArticleEntry>();
  for (const [id, file] of sources.articles) if (file.entry) articles.set(id, file.entry);
  const { briefing, shown: file, placeOf } = sources;
  const house = await loadHouse(await rootOf(sources.file));
  if (house.value === null) return { value: null, problems: house.problems };
  const { marks } = house.value;
  const image = (src: string): Outcome<SourceImage> | Promise<Outcome<SourceImage>> => readImageOf(src, sources, pack);
  const makeImage: MakeImage = (job, src) => pictures.make(job, nameOf(src, sources, pack));
  const made = await makeScene({ ...asked, briefing, file, placeOf, articles, marks, image, makeImage });
  return { ...made, problems: [...house.problems, ...made.problems] };
}

function divided(src: string): readonly [owner: string, path: string] {
  const slash = src.indexOf('/');
  return [src.slice(0, slash), src.slice(slash + 1)];
}

/** How problems name an image of the deck. */
function nameOf(src: string, sources: Sources, pack: Pack): ImageName {
  const [owner, path] = divided(src);
  const beside = owner === 'own' ? sources : sources.articles.get(owner);
  return beside ? { file: beside.shown, src: path } : { file: pack.folder, src };
}

/** An image that slides or decoration name: `pack/…` from the pack, `own/…` from beside the briefing, `ARTICLE/…` from beside the article. */
function readImageOf(src: string, sources: Sources, pack: Pack): Outcome<SourceImage> | Promise<Outcome<SourceImage>> {
  const [owner, path] = divided(src);
  const beside = owner === 'own' ? sources : sources.articles.get(owner);
  if (beside) return loadImage(beside, path);
  const bytes = owner === 'pack' ? pack.assets.get(path) : undefined;
  return readImage(bytes ?? new Uint8Array(), { file: pack.folder, src });
}

/** The problems of an error that stages or files threw; other errors are faults of ours and go on. */
export function problemsOf(error: unknown): readonly Problem[] {
  if (error instanceof LecternError) return error.problems;
  throw error;
}
