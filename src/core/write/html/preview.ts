import type { FontFile, FontLibrary, Scene } from '../../layout/types.ts';
import { filesFor } from '../../layout/index.ts';
import { embeddedName } from './fonts.ts';
import { PRESENTER } from './generated.ts';
import { themeText } from './palette.ts';

/** The deck's own style sheet without fonts and without the rules of single slides (`slideMarkup` gives those). */
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
