import type { Frame } from '../../template/theme/types.ts';
import type { Context } from '../../layout/context.ts';
import type { BlockLayout, ItemLayout, TextItem } from '../../layout/item/types.ts';
import type { Need } from '../../layout/item/measure.ts';
import type { ImageBox, TextBox } from '../../layout/types.ts';
import { CAPTION_GAP, captionText, isTall, placeSmallText, smallText } from '../../layout/item/caption.ts';
import type { ImageBlock } from './types.ts';

export interface ImageItem {
  readonly kind: 'image';
  readonly image: ImageBlock;
  readonly fit: 'contain' | 'cover';
}

/** A picture smaller than this says nothing. Points. */
const LEAST_HEIGHT = 120;

const NO_CROP = { left: 0, top: 0, right: 0, bottom: 0 } as const;

function imageNeed(context: Context, item: ImageItem, width: number): Need {
  const asset = context.images.get(item.image.src);
  const caption = item.image.caption ? smallText(context, 'caption', [item.image.caption], width).height + CAPTION_GAP : 0;
  const natural = asset ? (width * asset.height) / asset.width : LEAST_HEIGHT;
  const max = item.fit === 'cover' ? Number.MAX_SAFE_INTEGER : natural;
  return { min: Math.min(LEAST_HEIGHT, natural) + caption, max: max + caption, least: Math.min(LEAST_HEIGHT, natural) / 4 + caption };
}

/** The picture, its caption below it. `contain`: the frame takes the picture's shape, at the start; `cover`: the picture is cropped to the frame about its focus. */
function placeImage(
  context: Context,
  item: ImageItem,
  frame: Frame,
  at: { readonly id: (part?: string) => string; readonly region: string },
): (ImageBox | TextBox)[] {
  const asset = context.images.get(item.image.src);
  const caption = item.image.caption ? smallText(context, 'caption', [item.image.caption], frame.width) : null;
  const room: Frame = { ...frame, height: Math.max(1, frame.height - (caption ? caption.height + CAPTION_GAP : 0)) };
  if (!asset) return [];
  const picture = item.fit === 'cover' ? room : contained(room, asset.width / asset.height, context.direction === 'rtl');
  const box: ImageBox = {
    kind: 'image',
    id: at.id(),
    region: at.region,
    frame: picture,
    media: asset.hash,
    alt: item.image.alt,
    crop: item.fit === 'cover' ? cropTo(room.width / room.height, asset.width / asset.height, item.image.focus) : NO_CROP,
  };
  if (!caption) return [box];
  const below: Frame = { ...frame, y: picture.y + picture.height + CAPTION_GAP, height: caption.height };
  return [box, placeSmallText(context, caption, { id: at.id('caption'), region: at.region, frame: below, role: 'caption' })];
}

function contained(room: Frame, aspect: number, atEnd: boolean): Frame {
  const width = Math.min(room.width, room.height * aspect);
  return { x: atEnd ? room.x + room.width - width : room.x, y: room.y, width, height: width / aspect };
}

/** Fractions cut from each side so that a picture of shape `picture` fills one of shape `room`, its focus as near the middle as it can be. */
export function cropTo(room: number, picture: number, focus: { readonly x: number; readonly y: number }): ImageBox['crop'] {
  const cut = (lost: number, at: number): readonly [number, number] => {
    const before = Math.min(lost, Math.max(0, at - (1 - lost) / 2));
    return [before, lost - before];
  };
  if (picture > room) {
    const [left, right] = cut(1 - room / picture, focus.x);
    return { left, right, top: 0, bottom: 0 };
  }
  const [top, bottom] = cut(1 - picture / room, focus.y);
  return { left: 0, right: 0, top, bottom };
}

export const imageLayout: BlockLayout<ImageBlock, ImageItem | TextItem> = {
  items: (context, block, region) => {
    const fit = block.fit ?? (region.type === 'picture' ? region.fit : 'contain');
    if (!block.caption || !isTall(context, region, block.caption)) return [{ kind: 'image', image: block, fit }];
    return [{ kind: 'image', image: { ...block, caption: null }, fit }, captionText(context, block.caption)];
  },
};

export const imageItem: ItemLayout<ImageItem> = {
  styles: [],
  need: imageNeed,
  partDivided: () => null,
  holds: null,
  split: () => null,
  plainForm: () => null,
  place: placeImage,
};
