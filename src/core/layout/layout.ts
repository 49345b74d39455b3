import type { Deck, Images } from '../deck/types.ts';
import { byPlace, hasErrors, problem, type Outcome, type Problem } from '../errors.ts';
import type { Layout, Theme } from '../template/theme/types.ts';
import type { Run } from '../text.ts';
import type { Context } from './context.ts';
import { placeStack } from './flow/stack.ts';
import { faceFinder, type FindFace } from './font/faces.ts';
import { collectFaces } from './scene/faces.ts';
import { sectionsOf } from './scene/sections.ts';
import { refsIn, wordsOf } from './scene/walk.ts';
import { contentOf } from './slide/content.ts';
import { fitSlides, type FittedSlide } from './slide/fit.ts';
import { placeFurniture } from './slide/furniture.ts';
import { divideNotes, speakingSeconds, wholeTitle } from './slide/notes.ts';
import { placeTitle, titleText } from './slide/title.ts';
import { drawnOn, setDecoration } from './slide/words.ts';
import { newCache } from './text/atoms.ts';
import type { Box, FontLibrary, Scene, SceneSlide } from './types.ts';

export interface LayoutInput {
  readonly fonts: FontLibrary;
  readonly images: Images;
}

/**
 * Gives every word of the deck its place: sizes stepped down until a slide fits, then further slides.
 * Points. Every box stays inside its region, every input word stands on a slide or, where a title had to be cut, in its notes.
 * Problems: `layout/*` warnings; errors `file/missing` for an image that was not given and `layout/overflow` for a region too small for a single line.
 */
export function layOut(deck: Deck, theme: Theme, { fonts: library, images }: LayoutInput): Outcome<Scene> {
  const problems: Problem[] = [];
  const fonts = { find: finderOf(library), choices: theme.fonts, cache: newCache() };
  const { direction, language } = deck.meta;
  const context: Context = {
    theme,
    fonts,
    images,
    direction,
    language,
    words: interner(),
    columns: new Map(),
    directions: new Map(),
    report: (p) => problems.push(p),
  };

  const contents = deck.slides.map((slide) => contentOf(context, slide, layoutNamed(theme, slide.layout)));
  const placed: Placed[] = [];
  for (const fitted of fitSlides(context, contents)) placed.push(...placeParts(context, deck, fitted, placed.length + 1));
  const slides = placed.map(({ scene }) => scene);
  problems.push(...missingImages(deck, images, slides));
  const words = setDecoration(context);
  const { faces, problems: faceProblems } = collectFaces(fonts, slides, language, (name) =>
    drawnOn(layoutNamed(theme, name), theme).flatMap((d) => words.get(d) ?? []),
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
  return { value: scene, problems: sorted };
}

const finders = new WeakMap<FontLibrary, FindFace>();

/** One for a library, so that the next deck finds the widths of the words that this one has measured. */
function finderOf(library: FontLibrary): FindFace {
  const finder = finders.get(library) ?? faceFinder(library);
  finders.set(library, finder);
  return finder;
}

/** A slide with the section its template gave it. */
interface Placed {
  readonly scene: SceneSlide;
  readonly section: string | null;
}

function interner(): Context['words'] {
  const known = new Map<string, readonly Run[]>();
  return (text) => {
    let runs = known.get(text);
    if (!runs) known.set(text, (runs = [{ text }]));
    return runs;
  };
}

function layoutNamed(theme: Theme, name: string): Layout {
  const layout = theme.layouts[name];
  if (!layout) throw new Error(`the deck names a layout the theme lacks: ${name}`);
  return layout;
}

/** The slide's parts, with title, regions, furniture and their share of the notes. */
function placeParts(context: Context, deck: Deck, fitted: FittedSlide, firstNumber: number): Placed[] {
  const { slide, layout } = fitted.content;
  const parts = fitted.parts.length;
  const placed = fitted.parts.map((part, i) => {
    const id = i === 0 ? slide.id : `${slide.id}-${i + 1}`;
    const number = { part: i + 1, parts };
    const title = placeTitle(context, slide, id, layout, number, firstNumber + i);
    const body = part.regions.flatMap(({ content, items }) => placeStack(context, items, content.region, id, fitted.scale));
    const own: Box[] = [...(title ? [title.box] : []), ...body];
    return { id, number, title, own, boxes: [...own, ...placeFurniture(context, deck.meta, layout, id, firstNumber + i)] };
  });
  const texts = placed.map(({ own }) => ({ text: wordsOf(own), refs: refsIn(own) }));
  const notes = divideNotes(slide.notes, texts);
  if (fitted.overflows.length > 0) {
    context.report(
      problem('layout/overflow', {
        message: `a region of the layout “${slide.layout}” is too small for its content even at the smallest size`,
        place: { ...slide.at, slide: { number: firstNumber, title: titleText(slide, { part: 1, parts }) } },
        received: fitted.overflows.join(', '),
        cure: 'Make the region larger in theme.yaml, or send this content to another region.',
      }),
    );
  }
  return placed.map(({ id, number, title, boxes }, i) => {
    const own = notes[i] ?? [];
    const all = title?.cut === true || (title === null && slide.title.length > 0) ? [wholeTitle(slide.title), ...own] : own;
    const scene: SceneSlide = {
      id,
      number: firstNumber + i,
      layout: slide.layout,
      title: titleText(slide, number),
      topic: slide.topic,
      kind: slide.kind,
      ...number,
      boxes,
      notes: all,
      refs: texts[i]?.refs ?? [],
      seconds: speakingSeconds(own, texts[i]?.text ?? ''),
    };
    return { scene, section: slide.section };
  });
}

function missingImages(deck: Deck, images: Images, slides: readonly SceneSlide[]): Problem[] {
  return deck.slides.flatMap((slide) =>
    slide.blocks.flatMap(({ block }) => {
      if (block.kind !== 'image' || images.has(block.src)) return [];
      const number = slides.find((s) => s.id === slide.id)?.number ?? 1;
      return [
        problem('file/missing', {
          message: 'an image of this slide was not found',
          place: { ...slide.at, slide: { number, title: titleText(slide, { part: 1, parts: 1 }) } },
          received: block.src,
          cure: 'Put the file where the article names it, or correct its name there.',
        }),
      ];
    }),
  );
}

/** The pictures of slides by hash, those of decoration also by source. */
function mediaOf(theme: Theme, slides: readonly SceneSlide[], images: Images): Scene['media'] {
  const shown = new Set(slides.flatMap((slide) => slide.boxes.flatMap((box) => (box.kind === 'image' ? [box.media] : []))));
  const drawn = [...theme.decoration, ...Object.values(theme.layouts).flatMap((layout) => layout.decoration)];
  const sources = new Set(drawn.flatMap((d) => (d.kind === 'image' ? [d.src] : [])));
  const bySource = [...images].filter(([src]) => sources.has(src));
  const drawnAssets = new Set(bySource.map(([, asset]) => asset.hash));
  const byHash = [...images.values()]
    .filter(({ hash }) => shown.has(hash) || drawnAssets.has(hash))
    .map((asset) => [asset.hash, asset] as const);
  return new Map([...byHash, ...bySource]);
}
