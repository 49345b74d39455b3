import type { Problem, Result } from '../../base/errors.ts';
import type { FontLibrary, Scene } from '../../layout/types.ts';
import { withDigest } from '../digest.ts';
import { documentText } from './document.ts';
import { AUDIENCE, PRESENTER } from './generated.ts';
import { makeSheet } from './sheet.ts';
import { makeContext } from './make-context.ts';

/**
 * Writes the deck as one HTML file that needs nothing else: fonts, images, script and styles are inside,
 * and a content security policy keeps everything out. UTF-8 bytes, with a digest of them at the end.
 */
export async function writeHtml(scene: Scene, fonts: FontLibrary): Promise<Result<Uint8Array>> {
  const context = makeContext(scene, makeSheet(), true);
  const problems: Problem[] = [];
  const text = await documentText(scene, fonts, context, scene.meta.forPresenter ? PRESENTER : AUDIENCE);
  return { value: withDigest(new TextEncoder().encode(text), 'html'), problems };
}

export { writeBriefHtml } from './brief/index.ts';
export { canBeCut } from './fonts.ts';
export { deckFaces, deckStyle, markupMemory, slideWriter, type DeckFace, type MarkupMemory, type SlideMarkup } from './preview.ts';
export { fontsNote, writeHandoverIndex, writeHandoverSources } from './handover/index.ts';
