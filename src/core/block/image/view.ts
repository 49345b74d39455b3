import type { ViewPiece } from '../../briefing/piece.ts';
import { list, object, values } from '../../briefing/schema-node.ts';
import { focusText } from './article/index.ts';
import { imageOutline } from './outline.ts';
import type { ArticlePicture, PictureView } from './types.ts';

const PICTURE = values('src', 'alt', 'caption', 'credit', 'focus');
const schema = object({ ...PICTURE, beside: list(object(PICTURE)) });

/** A picture is seen, not said. */
export const imageView: ViewPiece<'image'> = {
  empty: { image: null },
  schema: { fields: { image: schema }, lists: { images: list(schema) } },
  view: (block, { owner }) => {
    const picture = ({ src, alt, caption, credit, focus }: ArticlePicture): PictureView => ({
      ...{ src: `${owner}/${src}`, alt, caption, credit },
      focus: focus ? focusText(focus) : null,
    });
    return { image: { ...picture(block), beside: block.beside.map(picture) } };
  },
  lists: ({ image }) => ({ images: image ? [image] : [] }),
  outline: imageOutline,
  said: () => [],
};
