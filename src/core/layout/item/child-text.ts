import type { Frame, LevelStyle } from '../../template/theme/types.ts';
import { styleNamed, type Context } from '../context.ts';
import { placeLines } from '../text/setting.ts';
import type { TextBox } from '../types.ts';
import type { SetText } from '../text/types.ts';

/** A text box inside a group. */
export function childText(
  context: Context,
  id: string,
  role: TextBox['role'],
  frame: Frame,
  text: {
    readonly style: string;
    readonly levels: readonly LevelStyle[];
    readonly set: SetText;
    readonly anchor: TextBox['anchor'];
    readonly term?: true;
  },
): TextBox {
  const own = styleNamed(context.theme, text.style).levels;
  return {
    kind: 'text',
    id,
    role,
    frame,
    region: null,
    placeholder: false,
    style: text.style,
    ...(text.term && { term: text.term }),
    levels: text.levels,
    fitted: text.levels.some((level, i) => level.size !== own[i]?.size),
    anchor: text.anchor,
    fill: null,
    padding: { x: 0, y: 0 },
    paragraphs: text.set.paragraphs.map((p) => p.paragraph),
    lines: placeLines(text.set, frame, text.anchor),
    contentHeight: text.set.height,
  };
}
