import type { ImageAsset } from '../../deck/types.ts';
import type { ImageBox } from '../../layout/types.ts';
import type { Context } from '../../write/html/context.ts';
import type { Drawn } from '../../write/html/drawn.ts';
import { EMPTY, formatNumber, h, join, type Html } from '../../write/html/html.ts';

export function dataUrl(type: string, bytes: Uint8Array): string {
  return `data:${type};base64,${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')}`;
}

export function mediaId(hash: string): string {
  return `media-${hash.slice(0, 12)}`;
}

/** What of a picture is shown on a screen: its drawing where it has one. An image's address runs and fetches nothing, whatever it holds. */
function shownUrl({ type, bytes, drawing }: ImageAsset): string {
  return drawing ? dataUrl('image/svg+xml', drawing.bytes) : dataUrl(type, bytes);
}

/** A picture as an SVG element of its own size. */
export function imageElement(asset: ImageAsset, id: string | null): Html {
  const { width, height } = asset;
  return h('image', { id, href: shownUrl(asset), width, height, preserveAspectRatio: 'none' });
}

/** Pictures that stand in more than one place. */
export function sharedImages(context: Context): Html {
  return join(
    [...context.sharedMedia].flatMap((hash) => {
      const asset = context.scene.media.get(hash);
      return asset ? [imageElement(asset, mediaId(hash))] : [];
    }),
  );
}

/** Alternative text, or, for a picture that has none, that it is there. An empty `alt` would call it decoration. */
function alternative(box: ImageBox): string {
  return box.alt.trim() === '' ? 'Image without description' : box.alt;
}

/** A picture cut as the scene says. Drawn as SVG: its view box crops on the slide and in reading mode alike. */
export function image(box: ImageBox, context: Context): Drawn {
  const asset = context.scene.media.get(box.media);
  if (!asset) return { shapes: [], html: EMPTY };
  const { sheet } = context;
  const whole = Object.values(box.crop).every((cut) => cut === 0);
  if (whole && !context.sharedMedia.has(box.media)) {
    const src = shownUrl(asset);
    const { width, height } = asset;
    return { shapes: [], html: h('img', { class: `box ${sheet.frame(box.frame)}`, src, alt: alternative(box), width, height }) };
  }
  return { shapes: [], html: cropped(box, asset, context) };
}

function cropped(box: ImageBox, asset: ImageAsset, context: Context): Html {
  const { crop } = box;
  const { width, height } = asset;
  const n = formatNumber;
  const shown = [crop.left * width, crop.top * height, width * (1 - crop.left - crop.right), height * (1 - crop.top - crop.bottom)];
  const shared = context.sharedMedia.has(box.media);
  return h(
    'svg',
    {
      class: `box ${context.sheet.frame(box.frame)}`,
      viewBox: shown.map(n).join(' '),
      preserveAspectRatio: 'none',
      role: 'img',
      'aria-label': alternative(box),
    },
    shared ? h('use', { href: `#${mediaId(box.media)}` }) : imageElement(asset, null),
  );
}
