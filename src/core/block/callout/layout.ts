import type { Context } from '../../layout/context.ts';
import { splitText, textDivides, textHeight, levelsAt, SPARE } from '../text/layout.ts';
import type { CalloutItem } from '../../layout/flow/types.ts';
import { fixed, type Need, type Room } from '../../layout/measure.ts';
import type { Frame } from '../../template/theme/types.ts';
import { placeLines, setText } from '../../layout/text/setting.ts';
import type { TextBox } from '../../layout/types.ts';

/** Points between a callout's edge and its text. */
const PADDING = { x: 14, y: 10 } as const;

export function calloutNeed(context: Context, item: CalloutItem, width: number, scale: number): Need {
  return fixed(textHeight(context.fonts, item.text, width - 2 * PADDING.x, scale) / SPARE + 2 * PADDING.y + 0.5);
}

export function calloutDivides(context: Context, item: CalloutItem, width: number, scale: number): string | null {
  return textDivides(context.fonts, item.text, width - 2 * PADDING.x, scale);
}

/** A filled box of its own; never the region's placeholder. */
export function placeCallout(
  context: Context,
  item: CalloutItem,
  frame: Frame,
  at: { readonly id: string; readonly region: string },
  scale: number,
): TextBox {
  const levels = levelsAt(context.fonts, item.text, scale);
  const paragraphs = item.text.paragraphs.map((p) => p.paragraph);
  const inner: Frame = {
    x: frame.x + PADDING.x,
    y: frame.y + PADDING.y,
    width: frame.width - 2 * PADDING.x,
    height: frame.height - 2 * PADDING.y,
  };
  const set = setText(context.fonts, paragraphs, levels, inner.width);
  return {
    kind: 'text',
    ...at,
    frame,
    role: 'callout',
    placeholder: false,
    style: item.text.style,
    levels,
    fitted: levels.some((level, i) => level.size !== item.text.levels[i]?.size),
    anchor: 'top',
    fill: 'background2',
    padding: PADDING,
    paragraphs,
    lines: placeLines(set, inner, 'top'),
    contentHeight: set.height,
  };
}

export function splitCallout(context: Context, item: CalloutItem, room: Room, scale: number): readonly [CalloutItem, CalloutItem] | null {
  const less = 2 * PADDING.y + 1;
  const inner = { ...room, width: room.width - 2 * PADDING.x, height: (room.height - less) * SPARE, full: (room.full - less) * SPARE };
  const parts = splitText(context.fonts, item.text, inner, scale);
  return (
    parts && [
      { kind: 'callout', text: parts[0] },
      { kind: 'callout', text: parts[1] },
    ]
  );
}
