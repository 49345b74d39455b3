import { isRaw, settle } from '../deck/index.ts';
import type { Deck, ImageAsset, Images, Slide } from '../deck/types.ts';
import { lazy } from '../base/lazy.ts';
import { byPlace, hasErrors, problem, type Outcome, type Problem } from '../base/errors.ts';
import { decorationImages } from '../template/theme/index.ts';
import type { Layout, Theme } from '../template/theme/types.ts';
import type { Run } from '../base/text.ts';
import { arrange } from './arrange/index.ts';
import type { ChoiceReason, Preference } from './arrange/types.ts';
import { timelineCache } from '../block/timeline/layout/cache.ts';
import type { Context } from './context.ts';
import { dayWriter } from '../block/timeline/layout/dates.ts';
import { faceFinder } from './font/faces.ts';
import { paragraphDivider } from './hyphenation/divide.ts';
import { languageFinder } from './languages.ts';
import { collectFaces } from './scene/faces.ts';
import { sectionsOf } from './scene/sections.ts';
import { noCache, type LayoutMemory } from './memory.ts';
import { commonSizes } from './slide/fit.ts';
import type { PlacedSlide } from './slide/place.ts';
import { titleText, WHOLE } from './slide/title.ts';
import { slideJob, type SlideJob } from './slide/job.ts';
import { setDecoration, wordsDrawnOn } from './slide/words.ts';
import { newCache } from './text/atoms.ts';
import type { LayoutWork } from './text/types.ts';
import { MOST_LINES, TooMuchWork } from './text/work.ts';
import type { FontLibrary, Scene, SceneSlide } from './types.ts';

export interface LayoutInput {
  readonly fonts: FontLibrary;
  readonly images: Images;
  /** Where decks follow one another that are nearly the same, as in a preview: what did not change is not laid out again. */
  readonly memory?: LayoutMemory | undefined;
  /** Counted up, for whoever asks how much was done. */
  readonly work?: LayoutWork | undefined;
  /** How an earlier deck was arranged. */
  readonly prefer?: Preference | null | undefined;
}

/** A deck as it was arranged and laid out. */
export interface LaidOut {
  readonly scene: Scene;
  /** With the slides that were chosen, and nothing more to choose. */
  readonly deck: Deck;
  /** Why its slides stand as they do; empty where there was nothing to choose. */
  readonly reasons: readonly ChoiceReason[];
}

/** The scene alone. */
export function layOut(deck: Deck, theme: Theme, input: LayoutInput): Outcome<Scene> {
  const { value, problems } = layOutDeck(deck, theme, input);
  return { value: value && value.scene, problems };
}

/**
 * Chooses among the ways in which the deck's slides may stand, and gives every word its place: sizes stepped down until a slide fits, then further slides.
 * Points. Every box stays inside its region, every input word stands on a slide or, where a title had to be cut, in its notes.
 * Problems: `layout/*` and `arrange/*` warnings; errors `file/missing` for an image that was not given `layout/overflow` for a region too small for a single line, and
 * `deck/too-large` where it takes too much work.
 */
export function layOutDeck(open: Deck, theme: Theme, input: LayoutInput): Outcome<LaidOut> {
  const { fonts: library, images, memory, work, prefer = null } = input;
  const { meta } = open;
  const problems: Problem[] = [];
  const { direction, language, languages } = meta;
  const languageOf = languageFinder(meta);
  const fonts = {
    find: memory?.faces(library) ?? faceFinder(library),
    choices: theme.fonts,
    dividerOf: paragraphDivider(library.hyphenation, languageOf),
    cache: newCache(work),
  };
  const context: Context = {
    theme,
    fonts,
    images,
    direction,
    language,
    languageOf,
    dayText: dayWriter(language),
    words: interner(),
    cells: new Map(),
    columns: new Map(),
    insets: new Map(),
    heights: new Map(),
    arrangements: new Map(),
    itemWidths: new Map(),
    dateWidths: new Map(),
    timelines: timelineCache(),
    ownWords: meta.words,
    directed: { running: new Map(), others: new Map() },
  };

  const recall = memory ? memory.next({ theme, library, images, direction, language, languages }) : noCache;
  const placed: PlacedSlide[] = [];
  let reasons: readonly ChoiceReason[] = [];
  let deck = open;
  let inWork: Slide | undefined;
  const jobs = new Map<Slide, SlideJob>();
  const jobOf = (slide: Slide): SlideJob => {
    inWork = slide;
    const job = jobs.get(slide) ?? recall(slide, () => slideJob(context, slide, layoutNamed(theme, slide.layout)));
    jobs.set(slide, job);
    return job;
  };
  try {
    const { groups } = open;
    if (groups) {
      const arranged = arrange({ context, meta, groups, jobOf, prefer });
      reasons = arranged.reasons;
      problems.push(...arranged.problems);
      deck = { meta, slides: settle(groups, arranged.picks, meta), sources: open.sources };
    }
    const made = deck.slides.map(jobOf);
    const sizes = commonSizes(context, made);
    made.forEach((slide, i) => {
      inWork = deck.slides[i];
      const parts = slide.place(context, meta, sizes[i] ?? { scale: slide.scale, ladders: {} }, placed.length + 1);
      placed.push(...parts.slides);
      problems.push(...parts.problems);
    });
  } catch (error) {
    if (!(error instanceof TooMuchWork) || !inWork) throw error;
    return { value: null, problems: [tooMuch(inWork, Math.max(0, deck.slides.indexOf(inWork)))] };
  }
  const slides = paced(
    placed.map(({ scene }) => scene),
    deck.meta,
  );
  problems.push(...missingImages(deck, images, slides), ...unmarked(deck.meta.mark, theme, slides));
  const words = setDecoration(context);
  const { faces, problems: faceProblems } = collectFaces(fonts, slides, language, (name) =>
    wordsDrawnOn(layoutNamed(theme, name), theme, words),
  );
  problems.push(...faceProblems);
  const sorted = [...problems].sort(byPlace);
  if (hasErrors(sorted)) return { value: null, problems: sorted };

  const scene: Scene = {
    meta: deck.meta,
    theme,
    sections: sectionsOf(
      placed.map(({ scene: { id }, section }) => ({ id, section })),
      deck.meta.title,
    ),
    slides,
    sources: deck.sources,
    faces,
    words,
    media: mediaOf(theme, slides, images),
  };
  const numbers = new Map(slides.map(({ id, number }) => [id, number]));
  const told = reasons.map((reason) => ({ ...reason, slide: numbers.get(reason.id) ?? reason.slide }));
  return { value: { scene, deck, reasons: told }, problems: sorted };
}

/** The slides of a topic that the briefing gives minutes take these together, each as much of them as it has to say; so do an agenda's with its seconds. */
function paced(slides: readonly SceneSlide[], { progress = [], seconds: apart = {} }: Deck['meta']): readonly SceneSlide[] {
  const partOf = ({ topic, kind }: SceneSlide): string => topic ?? `#${kind}`;
  const stated = new Map(Object.entries(apart).map(([kind, seconds]) => [`#${kind}`, seconds]));
  for (const { topic, minutes, stated: isStated } of progress) if (isStated) stated.set(topic, (stated.get(topic) ?? 0) + minutes * 60);
  if (stated.size === 0) return slides;
  const said = new Map<string, number>();
  for (const slide of slides) said.set(partOf(slide), (said.get(partOf(slide)) ?? 0) + slide.seconds);
  return slides.map((slide) => {
    const wanted = stated.get(partOf(slide));
    const sum = said.get(partOf(slide)) ?? 0;
    return wanted === undefined || sum === 0 ? slide : { ...slide, seconds: (slide.seconds * wanted) / sum, stated: true };
  });
}

function tooMuch(slide: Deck['slides'][number], index: number): Problem {
  return problem('deck/too-large', {
    message: 'laying the deck out takes too much work',
    place: { ...slide.at, slide: { number: index + 1, title: titleText(slide, WHOLE) } },
    allowed: `${MOST_LINES} lines tried`,
    hint: 'Divide the briefing into several, or show its longest table or text elsewhere.',
  });
}

function interner(): Context['words'] {
  const known = new Map<string, readonly Run[]>();
  return (text, origins = []) => {
    const key = origins.length === 0 ? `:${text}` : JSON.stringify([text, origins]);
    let runs = known.get(key);
    if (!runs) known.set(key, (runs = [origins.length === 0 ? { text } : { text, origins }]));
    return runs;
  };
}

function layoutNamed(theme: Theme, name: string): Layout {
  const layout = theme.layouts[name];
  if (!layout) throw new Error(`the deck names a layout the theme lacks: ${name}`);
  return layout;
}

function missingImages(deck: Deck, images: Images, slides: readonly SceneSlide[]): Problem[] {
  const numbers = lazy(() => new Map(slides.map(({ id, number }) => [id, number])));
  return deck.slides.flatMap((slide) =>
    slide.blocks.flatMap(({ block }) => {
      const absent = block.kind === 'image' ? block.pictures.filter(({ src }) => !images.has(src)) : [];
      return absent.map(({ src }) =>
        problem('file/missing', {
          message: 'an image of this slide was not found',
          place: { ...slide.at, slide: { number: numbers().get(slide.id) ?? 1, title: titleText(slide, WHOLE) } },
          received: src,
          hint: 'Put the file where the article names it, or correct its name there.',
        }),
      );
    }),
  );
}

/** Slides whose layout has no place for the deck's mark: without a word they would look as if they had none. */
function unmarked(mark: string | null, theme: Theme, slides: readonly SceneSlide[]): Problem[] {
  if (mark === null) return [];
  const bare = [...new Set(slides.map(({ layout }) => layout))].filter(
    (name) => !layoutNamed(theme, name).regions.some(({ type }) => type === 'mark'),
  );
  return bare.map((name) => {
    const { number, title } = slides.find(({ layout }) => layout === name) ?? { number: 1, title: '' };
    return problem('layout/mark-left-out', {
      message: `the layout “${name}” has no region for the handling mark, so it is not on its slides`,
      place: { slide: { number, title } },
      received: mark,
      hint: 'Give the layout a region of the type “mark” in theme.yaml, or take another template.',
    });
  });
}

/** The pictures of slides by hash, those of decoration also by source. What is still to be made into one that a deck can store is not among them. */
function mediaOf(theme: Theme, slides: readonly SceneSlide[], images: Images): Scene['media'] {
  const shown = new Set(slides.flatMap((slide) => slide.boxes.flatMap((box) => (box.kind === 'image' ? [box.media] : []))));
  const sources = new Set(decorationImages(theme).map(({ src }) => src));
  const ready = [...images].flatMap(([src, image]): [string, ImageAsset][] => (isRaw(image) ? [] : [[src, image]]));
  const bySource = ready.filter(([src]) => sources.has(src));
  const drawnAssets = new Set(bySource.map(([, asset]) => asset.hash));
  const byHash = ready.filter(([, { hash }]) => shown.has(hash) || drawnAssets.has(hash)).map(([, asset]) => [asset.hash, asset] as const);
  return new Map([...byHash, ...bySource]);
}
