import type { Region } from '../../../template/theme/types.ts';
import type { Context } from '../../../layout/context.ts';
import type { BlockLayout, ItemLayout, TextItem } from '../../../layout/item/types.ts';
import type { ImageBox, TextBox } from '../../../layout/types.ts';
import { captionText, isTall, placeSmallText } from '../../../layout/item/caption.ts';
import { bestRows, inParts, placeRows, rowsNeed, type PlacedPicture, type Shown } from './rows.ts';
import type { ImageBlock, Picture } from '../types.ts';

/** Pictures in rows: one, or several that stand beside each other. */
export interface ImageItem {
  readonly kind: 'image';
  readonly rows: readonly (readonly Shown[])[];
}

/** More in one region would be stamps. */
const MOST = 6;

const MIDDLE = { x: 0.5, y: 0.5 } as const;
const NO_CROP = { left: 0, top: 0, right: 0, bottom: 0 } as const;

/** The picture, its caption below it. `contain`: the frame has the picture's shape; `cover`: the picture is cropped to the frame about its focus. */
function placePicture(
  context: Context,
  { picture, fit, frame, caption }: PlacedPicture,
  at: { readonly id: (part?: string) => string; readonly region: string },
  number: number | null,
): (ImageBox | TextBox)[] {
  const asset = context.images.get(picture.src);
  if (!asset) return [];
  const box: ImageBox = {
    kind: 'image',
    id: number === null ? at.id() : at.id(String(number)),
    region: at.region,
    frame,
    media: asset.hash,
    alt: picture.alt,
    crop: fit === 'cover' ? cropTo(frame.width / frame.height, asset.width / asset.height, picture.focus) : NO_CROP,
  };
  if (!caption) return [box];
  const id = at.id(number === null ? 'caption' : `${number}.caption`);
  return [box, placeSmallText(context, caption.text, { id, region: at.region, frame: caption.frame, role: 'caption' })];
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

/** A picture by itself; a caption that takes too much of the region flows below it like other text. */
function single(context: Context, shown: Shown, region: Region): readonly (ImageItem | TextItem)[] {
  const { caption } = shown.picture;
  if (!caption || !isTall(context, region, caption)) return [{ kind: 'image', rows: [[shown]] }];
  return [{ kind: 'image', rows: [[{ ...shown, picture: { ...shown.picture, caption: null } }]] }, captionText(context, caption)];
}

/** Several stand beside each other where none gets too small for that. */
function together(context: Context, all: readonly Shown[], region: Region): readonly (ImageItem | TextItem)[] {
  const rows = all.length > 1 ? bestRows(context, all, region.frame) : null;
  return rows ? [{ kind: 'image', rows }] : all.flatMap((shown) => single(context, shown, region));
}

/** What is cut off a picture to fill its place is never more than this share of it: then it is shown whole. */
const MOST_CUT = 0.5;
/** Wider than high, as width by height; higher than wide is one by this. */
const LANDSCAPE = 1.2;

/** Whether a picture alone has so much another shape than its region that little of it would be left, or a view become a slit. */
function cutsTooMuch(context: Context, { src }: Picture, { frame }: Region): boolean {
  const asset = context.images.get(src);
  if (!asset) return false;
  const [room, shape] = [frame.width / frame.height, asset.width / asset.height];
  if (shape > LANDSCAPE ? room < 1 : shape < 1 / LANDSCAPE && room > 1) return true;
  const { left, right, top, bottom } = cropTo(room, shape, MIDDLE);
  return 1 - (1 - left - right) * (1 - top - bottom) > MOST_CUT;
}

export const imageLayout: BlockLayout<ImageBlock, ImageItem | TextItem> = {
  counts: ({ pictures }) => ({ pictures: pictures.length }),
  items: (context, { pictures }, region) => {
    const fitOf = ({ fit }: Picture): Shown['fit'] => fit ?? (region.type === 'picture' ? region.fit : 'contain');
    const [only, ...others] = pictures;
    const isWhole = only !== undefined && others.length === 0 && cutsTooMuch(context, only, region);
    const all = pictures.map((picture): Shown => ({ picture, fit: isWhole ? 'contain' : fitOf(picture) }));
    return inParts(all, Math.ceil(all.length / MOST)).flatMap((part) => together(context, part, region));
  },
};

export const imageItem: ItemLayout<ImageItem> = {
  styles: [],
  need: (context, { rows }, width) => rowsNeed(context, rows, width),
  partDivided: () => null,
  holds: null,
  split: () => null,
  plainForm: () => null,
  place: (context, { rows }, frame, at) => {
    const placed = placeRows(context, rows, frame);
    return placed.flatMap((one, i) => placePicture(context, one, at, placed.length === 1 ? null : i + 1));
  },
};
