import { BRIEF_FORMATS, type HandoverPart } from '../../api/formats.ts';
import { distinct } from '../../core/base/distinct.ts';
import { hasErrors, LecternError, problem, type Outcome, type Problem } from '../../core/base/errors.ts';
import { sha256 } from '../../core/base/hash.ts';
import type { FontLibrary, Scene } from '../../core/layout/types.ts';
import type { MadeScene } from '../../core/pipeline/index.ts';
import { withoutOwnWords } from '../../core/pipeline/recipe.ts';
import { packCache, type PackCache } from '../../core/template/index.ts';
import type { Pack } from '../../core/template/types.ts';
import type { Changes, HandedFile } from '../../core/write/html/handover/types.ts';
import { asIn, type Prefer } from '../earlier.ts';
import { briefOf } from '../brief.ts';
import { buildScene, type Sources } from '../build.ts';
import { deckName, makeFiles } from '../export.ts';
import { FORMATS } from '../formats.ts';
import type { Printer } from '../print.ts';
import { muchQuoted, sourceTexts } from './sources.ts';

/** An earlier hand-over of the same briefing, whose deck is read when it is asked for. */
export interface Earlier {
  /** The day of it, `YYYY-MM-DD`. */
  readonly day: string;
  readonly deck: () => Promise<Uint8Array>;
}

/** Says what has changed between two presenter's .pptx, as text; null: nothing that can be said. */
export type Compare = (earlier: Uint8Array, now: Uint8Array) => Promise<string | null>;

export interface HandoverContent {
  readonly sources: Sources;
  readonly pack: Pack;
  readonly fonts: FontLibrary;
  /** Null where this machine has nothing to print with: then there is no PDF, and that is said. */
  readonly print: Printer | null;
  readonly without: readonly HandoverPart[];
  /** With the deck's one page to read. */
  readonly brief: boolean;
  readonly to: string | null;
  /** `YYYY-MM-DD`. */
  readonly day: string;
  readonly earlier: Earlier | null;
  /** Whether the briefing's own words travel in the presenter's .pptx, so that it can be built again without the briefing. */
  readonly withWords: boolean;
  /** Null: what has changed is not said. */
  readonly compare: Compare | null;
  readonly onStep?: (step: 'layout' | 'pptx' | 'html' | 'pdf', fraction: number) => void;
}

/** All files of a hand-over by their path, and what is remembered of it. */
export interface Handover {
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** The presenter's .pptx, whether or not it is among the files. */
  readonly deck: Uint8Array;
  readonly title: string;
  readonly mark: string | null;
  readonly stamp: string;
  readonly slides: number;
}

const INDEX = 'index.html';
const SOURCES = 'sources.html';
const CHANGES = 'changes.txt';
const CHECKSUMS = 'SHA256SUMS';

/** The name of the decks' files: never one that a page of the hand-over has. */
function fileName(name: string): string {
  return /^(?:index|sources|changes)$/i.test(name) ? `${name}-deck` : name;
}

/**
 * Makes everything that is handed over, in memory: the presenter's and the audience's copies from two scenes of one briefing, a PDF to be
 * given out, the sources, and the page that opens all of it. Throws what stands in the way of either deck; `handover/no-pdf` and
 * `handover/much-quoted` are warnings.
 */
export async function makeHandover(
  content: HandoverContent,
): Promise<{ readonly handover: Handover; readonly problems: readonly Problem[] }> {
  const { sources, fonts, print, without, earlier, compare, onStep } = content;
  const problems: Problem[] = [];
  const has = (part: HandoverPart): boolean => !without.includes(part);
  const packs = packCache();
  onStep?.('layout', 0.1);
  const made = take(await sceneOf(content, true, packs), problems);
  const forPresenter = made.scene;
  const forAudience = has('audience') ? take(await sceneOf(content, false, packs), problems).scene : null;

  const formats = (['pptx', 'html'] as const).filter(has);
  const lacksPdf = has('audience') && has('pdf') && print === null;
  if (lacksPdf) problems.push(noPdf());
  onStep?.('pptx', 0.25);
  // The .pptx is made whatever is handed over: the workspace remembers it.
  const handed = content.withWords ? forPresenter : withoutWords(forPresenter);
  const own = await makeFiles({ scene: handed, fonts, formats: has('presenter') ? ['pptx', ...formats] : ['pptx'], print: null });
  const printed = has('pdf') && print !== null ? (['pdf'] as const) : [];
  onStep?.('html', 0.5);
  const others =
    forAudience === null
      ? null
      : await makeFiles({
          scene: forAudience,
          fonts,
          formats: [...formats, ...printed],
          print,
          onProgress: ({ format }) => onStep?.(format, 0.7),
        });
  problems.push(...own.problems, ...(others?.problems ?? []));
  const brief = content.brief
    ? await makeFiles({ scene: forPresenter, fonts, formats: BRIEF_FORMATS, brief: briefOf(made, sources, fonts), print: null })
    : { made: [], problems: [] };
  problems.push(...brief.problems);
  const deck = own.made.find(({ format }) => format === 'pptx')?.bytes ?? new Uint8Array();

  const name = fileName(sources.name);
  const files = new Map<string, Uint8Array>();
  const presenter = own.made
    .filter(({ format }) => has('presenter') && has(format))
    .map(({ format, bytes }) => put(`${deckName(name, true)}.${format}`, bytes));
  const audience = (others?.made ?? []).map(({ format, bytes }) =>
    put(format === 'pdf' ? `${name}.handout.pdf` : `${deckName(name, false)}.${format}`, bytes),
  );
  const read = brief.made.map(({ format, bytes }) => put(`${name}.${FORMATS[format].ending}`, bytes));
  function put(path: string, bytes: Uint8Array): HandedFile {
    files.set(path, bytes);
    return { path, bytes: bytes.length };
  }

  // Without the presenter's copies nobody is told more than the audience.
  const shown = has('presenter') || forAudience === null ? forPresenter : forAudience;
  if (has('presenter')) problems.push(...muchQuoted(forPresenter.sources, sources.articles));
  const texts = [...(has('presenter') ? sourceTexts(shown.sources, sources.articles) : [])].map(([path, bytes]) => put(path, bytes));
  const changed = earlier !== null && compare !== null && has('presenter') ? await compare(await earlier.deck(), deck) : null;
  const changes: Changes | null =
    changed === null || earlier === null ? null : { since: earlier.day, file: put(CHANGES, new TextEncoder().encode(changed)) };

  await putPages(shown, { content, presenter, audience, brief: read, texts, changes, lacksPdf, put });
  files.set(CHECKSUMS, checksums(files));
  const { title, mark, stamp } = forPresenter.meta;
  return { handover: { files, deck, title, mark, stamp, slides: forPresenter.slides.length }, problems: distinct(problems) };
}

interface Pages {
  readonly content: HandoverContent;
  readonly presenter: readonly HandedFile[];
  readonly audience: readonly HandedFile[];
  readonly brief: readonly HandedFile[];
  readonly texts: readonly HandedFile[];
  readonly changes: Changes | null;
  readonly lacksPdf: boolean;
  readonly put: (path: string, bytes: Uint8Array) => HandedFile;
}

async function putPages(
  { meta, sources, ...scene }: Scene,
  { content, presenter, audience, brief, texts, changes, lacksPdf, put }: Pages,
): Promise<void> {
  const { fontsNote, writeHandoverIndex, writeHandoverSources } = await import('../../core/write/html/index.ts');
  const { title, mark, language, direction, stamp } = meta;
  const head = { title, mark, language, direction };
  const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
  const list = put(SOURCES, utf8(writeHandoverSources({ ...head, sources, sourceTexts: texts })));
  const page = writeHandoverIndex({
    ...head,
    stamp,
    day: content.day,
    to: content.to,
    presenter,
    audience,
    brief,
    lacksPdf,
    sources: list,
    sourceTexts: texts,
    fonts: fontsNote(scene),
    checksums: CHECKSUMS,
    changes,
  });
  put(INDEX, utf8(page));
}

/** As `sha256sum --check` reads it: each file's digest and path, in the order of paths. */
function checksums(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const lines = [...files].sort(([a], [b]) => (a < b ? -1 : 1)).map(([path, bytes]) => `${sha256(bytes)}  ${path}\n`);
  return new TextEncoder().encode(lines.join(''));
}

function sceneOf({ sources, pack, fonts, earlier }: HandoverContent, forPresenter: boolean, packs: PackCache): Promise<Outcome<MadeScene>> {
  const prefer: Prefer = async () => (earlier === null ? null : asIn(await earlier.deck())());
  return buildScene({ sources, pack, forPresenter, fonts, packs, prefer });
}

const withoutWords = (scene: Scene): Scene => ({
  ...scene,
  meta: { ...scene.meta, recipe: scene.meta.recipe && withoutOwnWords(scene.meta.recipe) },
});

/** Throws where there is no scene, or an error beside it. */
function take({ value, problems: found }: Outcome<MadeScene>, problems: Problem[]): MadeScene {
  problems.push(...found);
  if (value === null || hasErrors(found)) throw new LecternError(distinct(problems));
  return value;
}

function noPdf(): Problem {
  return problem('handover/no-pdf', {
    message: 'the hand-over has no PDF: there is no Chromium on this machine to print one with',
    allowed: 'Chromium, Chrome or Edge where they are usually installed, or the program that LECTERN_CHROMIUM names',
    hint: 'Install one of them, print the audience’s .html from a browser, or hand over without a PDF.',
  });
}
