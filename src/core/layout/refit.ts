import type { DeckMeta } from '../deck/types.ts';
import type { LevelStyle } from '../template/theme/types.ts';
import { fontsOf } from './measure-text.ts';
import { HEIGHT_FILL } from './text/fill.ts';
import { setText } from './text/setting.ts';
import type { Fonts } from './text/types.ts';
import type { FontLibrary, Scene, SceneParagraph, TextBox } from './types.ts';

/** A paragraph that somebody wrote into a box of ours. */
export interface WrittenLine {
  readonly text: string;
  /** 0 to 4. */
  readonly level: number;
}

/** The least type that PowerPoint's autofit makes of a text, as a share of its own. */
const LEAST = 0.5;
const STEP = 0.05;

function shrunk(levels: readonly LevelStyle[], scale: number): LevelStyle[] {
  return levels.map((level) => ({ ...level, size: level.size * scale, spaceBefore: level.spaceBefore * scale }));
}

/** Answers for the text boxes of one scene; what was measured for one serves the next. */
export function refitter(scene: Pick<Scene, 'meta' | 'theme'>, library: FontLibrary): Refit {
  const { meta } = scene;
  const fonts = fontsOf(scene, library);
  return (box, lines, size) => scaleOf(fonts, meta, box, lines, size);
}

/**
 * The share of its type at which a text box holds these lines, from 1 down to a half in steps of a twentieth; null: not even then. `size` in
 * points, null: the box's own.
 */
export type Refit = (
  box: TextBox,
  lines: readonly WrittenLine[],
  size: { readonly width: number; readonly height: number } | null,
) => number | null;

function scaleOf(
  fonts: Fonts,
  { direction }: DeckMeta,
  box: TextBox,
  lines: readonly WrittenLine[],
  size: { width: number; height: number } | null,
): number | null {
  const { width, height } = size ?? box.frame;
  const { left = 0, right = 0, top = 0 } = box.inset ?? {};
  const room = { width: width - left - right - 2 * box.padding.x, height: (height - top - 2 * box.padding.y) * HEIGHT_FILL };
  const bullet = box.paragraphs.some((paragraph) => paragraph.bullet !== 'none') ? 'level' : 'none';
  const paragraphs = lines.map(({ text, level }): SceneParagraph => ({
    runs: [{ text }],
    level,
    bullet,
    startsList: false,
    align: null,
    direction,
    field: null,
  }));
  for (let scale = 1; scale > LEAST - STEP / 2; scale -= STEP)
    if (setText(fonts, paragraphs, shrunk(box.levels, scale), room.width).height <= room.height) return Math.round(scale * 100) / 100;
  return null;
}
