import type { MarkupPiece } from '../../deck/piece.ts';
import { inline, slot } from '../../deck/rule.ts';
import { anyText, focus, imagePath, oneOf } from '../../deck/attributes.ts';
import { elementsOf } from '../../deck/inline.ts';
import type { Element } from '../../deck/element.ts';
import type { ImageBlock, Picture } from './types.ts';
import { nestingFault, runsOf, type BlockContext } from '../../deck/context.ts';

const IMAGE_ATTRIBUTES = { src: imagePath, alt: anyText, 'data-fit': oneOf('contain', 'cover'), 'data-focus': focus };

function imageBlock(image: Element, caption: Picture['caption']): ImageBlock | null {
  const { src, alt, 'data-fit': fit, 'data-focus': focus } = image.attributes;
  if (src === undefined) return null; // already a fault
  const [x = 0.5, y = 0.5] = (focus ?? '').split(' ').filter(Boolean).map(Number);
  const picture: Picture = {
    src,
    alt: (alt ?? '').trim(),
    caption,
    fit: fit === 'contain' || fit === 'cover' ? fit : null,
    focus: { x, y },
  };
  return { kind: 'image', pictures: [picture] };
}

function readImageElement(image: Element): ImageBlock | null {
  return imageBlock(image, null);
}

function readFigure(figure: Element, context: BlockContext): ImageBlock | null {
  const children = elementsOf(figure);
  const images = children.filter((child) => child.key === 'innerImage');
  const captions = children.filter((child) => child.key === 'figureCaption');
  const image = images[0];
  if (!image || images.length > 1 || captions.length > 1) {
    nestingFault(context, figure, {
      message: 'a figure holds one image and at most one caption',
      received: `${images.length} images, ${captions.length} captions`,
      allowed: '<img><figcaption>…</figcaption>',
      hint: 'Write one <figure> for each image.',
    });
    return null;
  }
  const caption = captions[0] ? runsOf(captions[0], context) : [];
  return imageBlock(image, caption.length === 0 ? null : caption);
}

export const imageMarkup: MarkupPiece<'image'> = {
  rules: {
    figure: { name: 'figure', attributes: slot, text: false, children: ['innerImage', 'figureCaption'] },
    image: { name: 'img', attributes: { ...slot, ...IMAGE_ATTRIBUTES }, required: ['src', 'alt'], text: false, children: [], void: true },
    innerImage: { name: 'img', attributes: IMAGE_ATTRIBUTES, required: ['src', 'alt'], text: false, children: [], void: true },
    figureCaption: inline('figcaption'),
  },
  readers: { figure: readFigure, image: readImageElement },
  specimen: null,
};
