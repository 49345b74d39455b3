import type { Image } from 'mdast';
import { cleanLine } from '../../../article/clean.ts';
import type { ArticlePiece } from '../../../article/piece.ts';
import type { ArticleImage, ArticlePicture } from '../types.ts';
import { report, type Context } from '../../../article/read/context.ts';
import { readFocus, withoutFocus, writeFocus } from './focus.ts';

export { focusText } from './focus.ts';

const FORM = /\.(?:png|jpe?g|svg|webp|gif)$/i;

/** Endings of pictures that are told apart from other files, and not taken. */
const OTHER_FORM = /\.(?:avif|heic|heif|tiff?|bmp|jxl|jp2|psd|pdf|svgz|emf|wmf|eps|ico)$/i;

const isInside = (src: string): boolean =>
  src !== '' &&
  !/^(?:[a-z][a-z0-9+.-]*:|\/|#)/i.test(src) &&
  !src.includes('\\') &&
  !src.split('/').some((part) => part === '..' || part === '');

/** Whether an address can be a picture's. */
export const isPicture = (src: string): boolean => isInside(src) && FORM.test(src);

const orNull = (text: string): string | null => text.trim() || null;

/** `"Caption | Credit"`: the last bar divides; without one all is caption. */
function readCaption(title: string): Pick<ArticlePicture, 'caption' | 'credit'> {
  const bar = title.lastIndexOf('|');
  return bar < 0
    ? { caption: orNull(title), credit: null }
    : { caption: orNull(title.slice(0, bar)), credit: orNull(title.slice(bar + 1)) };
}

/** `my%20map.png` is the address of `my map.png`. */
function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

/** `![Alt text](file.jpg#focus=0.5,0.3 "Caption | Credit")`. */
function readPicture(node: Image, context: Context): ArticlePicture {
  const [src, focusWritten] = withoutFocus(cleanLine(decoded(node.url)));
  const focus = focusWritten === null ? null : readFocus(focusWritten);
  if (focusWritten !== null && focus === null) {
    report(context, 'article/image-focus', node, {
      message: 'the focus of an image is no point in it, so the image is shown whole',
      received: `#focus=${focusWritten}`,
      allowed: 'two numbers from 0 to 1, or from 0 % to 100 %: from the left and from the top',
      hint: 'Write photo.jpg#focus=0.5,0.3 for a point in the middle, in the upper third.',
    });
  }
  if (!isPicture(src)) {
    report(context, 'article/image-unreadable', node, {
      message: 'an image must be a PNG, JPEG, SVG, WebP or GIF in the article’s folder or below it',
      received: src || 'nothing',
      allowed: 'a path like map.png or images/map.jpg',
      hint: OTHER_FORM.test(src)
        ? 'Open it in a picture program, save it as PNG or JPEG beside the article, and name that file.'
        : 'Copy the image beside the article and name it without “..”, drive or address.',
    });
  }
  const alt = cleanLine(node.alt ?? '');
  if (alt === '') {
    report(context, 'article/image-no-alt', node, {
      message: 'an image has no alternative text',
      received: src,
      hint: 'Say in a sentence what the image shows: ![A ship at the quay](ship.jpg).',
    });
  }
  return { src, alt, ...readCaption(cleanLine(node.title ?? '')), ...(focus && { focus }) };
}

/** The pictures of a paragraph that has nothing else. */
export function readImageBlock([first, ...rest]: readonly [Image, ...Image[]], context: Context): ArticleImage {
  return { kind: 'image', ...readPicture(first, context), beside: rest.map((node) => readPicture(node, context)) };
}

function writeCaption({ caption, credit }: Pick<ArticlePicture, 'caption' | 'credit'>): string | null {
  if (credit === null) return caption?.includes('|') === true ? `${caption} |` : caption;
  return caption === null ? `| ${credit}` : `${caption} | ${credit}`;
}

/** All pictures of a block, in their order. */
export function picturesOf(image: ArticleImage): readonly ArticlePicture[] {
  return [image, ...image.beside];
}

function pictureNode(picture: ArticlePicture): Image {
  const { src, focus } = picture;
  return { type: 'image', url: focus ? `${src}${writeFocus(focus)}` : src, alt: picture.alt, title: writeCaption(picture) };
}

export const imagePiece: ArticlePiece<ArticleImage> = {
  directive: null,
  toNode: (block) => ({
    type: 'paragraph',
    children: picturesOf(block).flatMap((picture, i) =>
      i === 0 ? [pictureNode(picture)] : [{ type: 'text', value: '\n' }, pictureNode(picture)],
    ),
  }),
  lines: (block) => picturesOf(block).flatMap(({ alt, caption, credit }) => [alt, caption ?? '', credit ?? '']),
  gist: ({ caption, alt }) => caption ?? alt,
  refs: () => [],
  statements: () => [],
};
