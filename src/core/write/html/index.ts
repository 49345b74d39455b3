import type { Problem, Result } from '../../errors.ts';
import type { FontLibrary, Scene, SceneSlide } from '../../layout/types.ts';
import { makeContext } from './context.ts';
import { documentText } from './document.ts';
import { AUDIENCE, PRESENTER } from './generated.ts';
import { makeSheet, sheetText } from './sheet.ts';
import { slideElement } from './slide.ts';

/**
 * Writes the deck as one HTML file that needs nothing else: fonts, images, script and styles are inside,
 * and a content security policy keeps everything out. UTF-8 bytes.
 */
export async function writeHtml(scene: Scene, fonts: FontLibrary): Promise<Result<Uint8Array>> {
  const context = makeContext(scene, makeSheet(), true);
  const problems: Problem[] = [];
  const text = await documentText(scene, fonts, context, scene.meta.forPresenter ? PRESENTER : AUDIENCE);
  return { value: new TextEncoder().encode(text), problems };
}

export interface SlideMarkup {
  /** The slide's `<article>`, as it stands in the file. */
  readonly html: string;
  /** The rules it needs. A rule's name says what it does, so rules of several slides can be put together. */
  readonly css: string;
}

/** One slide as the file would show it: what a preview puts in the place of the slide before. */
export function slideMarkup(scene: Scene, slide: SceneSlide): SlideMarkup {
  const sheet = makeSheet();
  const html = slideElement(slide, makeContext(scene, sheet, false));
  return { html, css: sheetText(sheet.rules) };
}

export { deckFaces, deckStyle, type DeckFace } from './preview.ts';
