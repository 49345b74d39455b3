import { membersOf, sliceOf } from '../../base/slice.ts';
import { styleNamed, type Context } from '../../layout/context.ts';
import { splitText, textDivides, textHeight, levelsAt } from '../../layout/item/text.ts';
import { flowing, plain } from '../../layout/item/paragraphs.ts';
import type { BlockLayout, ItemLayout, TextItem } from '../../layout/item/types.ts';
import { fixed, type Need, type Room } from '../../layout/item/measure.ts';
import type { Frame } from '../../template/theme/types.ts';
import { placeLines, setPassages } from '../../layout/text/setting.ts';
import type { Undivided } from '../../layout/text/widths.ts';
import type { Run } from '../../base/text.ts';
import type { TextBox } from '../../layout/types.ts';
import type { CalloutBlock } from './types.ts';
import { HEIGHT_FILL } from '../../layout/text/fill.ts';

export interface CalloutItem {
  readonly kind: 'callout';
  readonly text: TextItem;
}

/** Points between a callout's edge and its text. */
const PADDING = { x: 14, y: 10 } as const;

function calloutNeed(context: Context, item: CalloutItem, width: number, scale: number, enough: number): Need {
  const height = textHeight(context.fonts, item.text, width - 2 * PADDING.x, scale, enough * HEIGHT_FILL);
  return fixed(height / HEIGHT_FILL + 2 * PADDING.y + 0.5);
}

function calloutDivides(context: Context, item: CalloutItem, width: number, scale: number, undivided: Undivided): string | null {
  return textDivides(context.fonts, item.text, width - 2 * PADDING.x, scale, undivided);
}

/** A filled box of its own; never the region's placeholder. */
function placeCallout(
  context: Context,
  item: CalloutItem,
  frame: Frame,
  at: { readonly id: string; readonly region: string },
  scale: number,
): TextBox {
  const levels = levelsAt(context.fonts, item.text, scale);
  const inner: Frame = {
    x: frame.x + PADDING.x,
    y: frame.y + PADDING.y,
    width: frame.width - 2 * PADDING.x,
    height: frame.height - 2 * PADDING.y,
  };
  const set = setPassages(context.fonts, membersOf(item.text.paragraphs), levels, inner.width);
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
    paragraphs: set.paragraphs.map((p) => p.paragraph),
    lines: placeLines(set, inner, 'top'),
    contentHeight: set.height,
  };
}

function splitCallout(context: Context, item: CalloutItem, room: Room, scale: number): readonly [CalloutItem, CalloutItem] | null {
  const less = 2 * PADDING.y + 1;
  const inner = {
    ...room,
    width: room.width - 2 * PADDING.x,
    height: (room.height - less) * HEIGHT_FILL,
    full: (room.full - less) * HEIGHT_FILL,
  };
  const parts = splitText(context.fonts, item.text, inner, scale);
  return (
    parts && [
      { kind: 'callout', text: parts[0] },
      { kind: 'callout', text: parts[1] },
    ]
  );
}

function calloutText(context: Context, paragraphs: readonly (readonly Run[])[]): TextItem {
  const { levels } = styleNamed(context.theme, 'callout');
  return {
    kind: 'text',
    role: 'callout',
    style: 'callout',
    levels,
    paragraphs: sliceOf(paragraphs.map((runs) => flowing(plain(context, levels, runs)))),
  };
}

export const calloutLayout: BlockLayout<CalloutBlock, CalloutItem> = {
  items: (context, block) => [{ kind: 'callout', text: calloutText(context, block.paragraphs) }],
};

export const calloutItem: ItemLayout<CalloutItem> = {
  styles: ['callout'],
  need: calloutNeed,
  partDivided: calloutDivides,
  holds: null,
  split: splitCallout,
  plainForm: () => null,
  place: (context, item, frame, at, scale) => [placeCallout(context, item, frame, { id: at.id(), region: at.region }, scale)],
};
