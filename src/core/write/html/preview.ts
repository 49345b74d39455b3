import type { FontFile, FontLibrary, Scene, SceneSlide } from '../../layout/types.ts';
import { filesFor } from '../../layout/index.ts';
import { type Context } from './context.ts';
import { embeddedName } from './fonts.ts';
import { PRESENTER } from './generated.ts';
import { themeText } from './palette.ts';
import { makeSheet, sheetText } from './sheet.ts';
import { slideElement } from './slide.ts';
import { makeContext } from './make-context.ts';

/** The deck's own style sheet without fonts and without the rules of single slides (`slideWriter` gives those). */
export function deckStyle(scene: Scene): string {
  return `${themeText(scene)}\n${PRESENTER.style}`;
}

/** A face the deck's style sheet names, and the whole file it comes from. */
export interface DeckFace {
  readonly family: string;
  readonly weight: 400 | 700;
  readonly style: 'normal' | 'italic';
  readonly unicodeRange: string;
  readonly file: FontFile;
}

/** The faces a preview loads: whole files, so that typing never waits for a font to be cut. */
export function deckFaces(scene: Scene, fonts: FontLibrary): DeckFace[] {
  return scene.faces.flatMap((face) => {
    const { weight, style } = face;
    return filesFor(face, fonts).map((file) => ({
      family: embeddedName(face.family),
      weight,
      style,
      unicodeRange: file.ranges.map(([from, to]) => `U+${from.toString(16)}-${to.toString(16)}`).join(','),
      file,
    }));
  });
}

export interface SlideMarkup {
  /** The slide's `<article>`, as it stands in the file. */
  readonly html: string;
  /** The rules it needs. A rule's name says what it does, so rules of several slides can be put together. */
  readonly css: string;
}

function write(slide: SceneSlide, context: Context): SlideMarkup {
  const sheet = makeSheet();
  const html = slideElement(slide, { ...context, sheet });
  return { html, css: sheetText(sheet.rules) };
}

/** Writes single slides as the file would show them: what a preview puts in the place of the slide before. */
export function slideWriter(scene: Scene): (slide: SceneSlide) => SlideMarkup {
  const context = makeContext(scene, makeSheet(), false);
  return (slide) => write(slide, context);
}

/** The slides of the last deck that was written with it. Gives the same markup as `slideWriter`, only sooner. */
export interface MarkupMemory {
  readonly next: (scene: Scene) => (slide: SceneSlide) => SlideMarkup;
}

/** What of its scene a slide's markup may show beside the slide itself and the theme. */
function around({ meta, slides, sources, media }: Scene, { inexact }: Context): string {
  const images = [...media].map(([name, { hash }]) => [name, hash]);
  return JSON.stringify([
    { ...meta, recipe: null, stamp: null },
    slides.map(({ id, number }) => [id, number]),
    sources.map(({ number }) => number),
    [...inexact],
    images,
  ]);
}

export function markupMemory(): MarkupMemory {
  let known = new WeakMap<SceneSlide, SlideMarkup>();
  let last: { readonly theme: Scene['theme']; readonly around: string } | null = null;
  return {
    next: (scene) => {
      const context = makeContext(scene, makeSheet(), false);
      const now = { theme: scene.theme, around: around(scene, context) };
      if (last?.theme !== now.theme || last.around !== now.around) known = new WeakMap();
      last = now;
      return (slide) => {
        const before = known.get(slide);
        if (before) return before;
        const markup = write(slide, context);
        known.set(slide, markup);
        return markup;
      };
    },
  };
}
