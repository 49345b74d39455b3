import type { Frame, LevelStyle, Region } from '../../template/theme/types.ts';
import { sliceOf } from '../../base/slice.ts';
import { styleNamed, type Context } from '../context.ts';
import { paragraph } from '../paragraph.ts';
import { placeLines, setText } from '../text/setting.ts';
import type { SceneParagraph, TextBox } from '../types.ts';
import { flowing } from './paragraphs.ts';
import type { TextItem } from './types.ts';
import { HEIGHT_FILL } from '../text/fill.ts';

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
  return { paragraphs, levels, style, height: setText(context.fonts, paragraphs, levels, width).room / HEIGHT_FILL + 0.5 };
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

/** A caption that takes more of its region than this flows like other text. */
const TALLEST_CAPTION = 0.25;

export function isTall(context: Context, region: Region, caption: Runs): boolean {
  return smallText(context, 'caption', [caption], region.frame.width).height > region.frame.height * TALLEST_CAPTION;
}

/** A caption as an item of its own. */
export function captionText(context: Context, runs: Runs): TextItem {
  const { levels } = styleNamed(context.theme, 'caption');
  return { kind: 'text', role: 'caption', style: 'caption', levels, paragraphs: sliceOf([flowing(paragraph(context, runs))]) };
}
