import type { Frame, LevelStyle } from '../template/theme/types.ts';
import { styleNamed, type Context } from './context.ts';
import { paragraph } from './paragraph.ts';
import { placeLines, setText } from './text/setting.ts';
import type { SceneParagraph, TextBox } from './types.ts';
import { SPARE } from '../block/text/layout.ts';

type Runs = SceneParagraph['runs'];

/** Points between a caption and what it belongs to. */
export const CAPTION_GAP = 6;

/** A small text box that belongs to a table, a chart or a picture, in a style of the theme at its full size. */
export interface SmallText {
  readonly paragraphs: readonly SceneParagraph[];
  readonly levels: readonly LevelStyle[];
  readonly style: string;
  /** The height its box needs. */
  readonly height: number;
}

export function smallText(context: Context, style: string, runs: readonly Runs[], width: number): SmallText {
  const { levels } = styleNamed(context.theme, style);
  const paragraphs = runs.map((r) => paragraph(context, r));
  return { paragraphs, levels, style, height: setText(context.fonts, paragraphs, levels, width).room / SPARE + 0.5 };
}

export function placeSmallText(
  context: Context,
  text: SmallText,
  box: { readonly id: string; readonly region: string | null; readonly frame: Frame; readonly role: TextBox['role'] },
): TextBox {
  const set = setText(context.fonts, text.paragraphs, text.levels, box.frame.width);
  return {
    kind: 'text',
    ...box,
    placeholder: false,
    style: text.style,
    levels: text.levels,
    fitted: false,
    anchor: 'top',
    fill: null,
    padding: { x: 0, y: 0 },
    paragraphs: text.paragraphs,
    lines: placeLines(set, box.frame, 'top'),
    contentHeight: set.height,
  };
}
