import type { Run } from '../base/text.ts';
import type { LevelStyle } from '../template/theme/types.ts';
import { faceFinder } from './font/faces.ts';
import { paragraphDivider } from './hyphenation/divide.ts';
import { languageFinder } from './languages.ts';
import { facesOfTexts } from './scene/faces.ts';
import { newCache } from './text/atoms.ts';
import { setOnce } from './text/setting.ts';
import type { Fonts } from './text/types.ts';
import type { FaceUse, FontLibrary, Scene } from './types.ts';

/** The fonts of one scene, with what is measured in them. */
export function fontsOf({ meta, theme }: Pick<Scene, 'meta' | 'theme'>, library: FontLibrary): Fonts {
  return {
    find: faceFinder(library),
    choices: theme.fonts,
    dividerOf: paragraphDivider(library.hyphenation, languageFinder(meta)),
    cache: newCache(),
  };
}

/** Measures text that stands on no slide, by the same glyphs. */
export interface TextMeasurer {
  /** The height that a paragraph needs at a width, in points, in programs that add a font's line gap and find its words a little wider, too. */
  readonly room: (runs: readonly Run[], level: LevelStyle, width: number) => number;
  /** The faces that texts are set in, with their characters. */
  readonly faces: (texts: readonly { readonly runs: readonly Run[]; readonly level: LevelStyle }[]) => readonly FaceUse[];
}

export function textMeasurer(scene: Pick<Scene, 'meta' | 'theme'>, library: FontLibrary): TextMeasurer {
  const fonts = fontsOf(scene, library);
  const { direction } = scene.meta;
  return {
    room: (runs, level, width) =>
      setOnce(fonts, { runs, level: 0, bullet: 'none', startsList: false, align: null, direction, field: null }, level, width).room,
    faces: (texts) => facesOfTexts(fonts, texts),
  };
}
