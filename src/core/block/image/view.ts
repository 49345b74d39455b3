import type { ViewPiece } from '../../briefing/piece.ts';
import { list, object, values } from '../../briefing/schema-node.ts';
import { imageOutline } from './outline.ts';

const PICTURE = values('src', 'alt', 'caption', 'credit');
const schema = object({ ...PICTURE, beside: list(object(PICTURE)) });

/** A picture is seen, not said. */
export const imageView: ViewPiece<'image'> = {
  empty: { image: null },
  schema: { fields: { image: schema }, lists: { images: list(schema) } },
  view: ({ src, alt, caption, credit, beside }, { owner }) => ({
    image: {
      ...{ src: `${owner}/${src}`, alt, caption, credit },
      beside: beside.map((picture) => ({ ...picture, src: `${owner}/${picture.src}` })),
    },
  }),
  lists: ({ image }) => ({ images: image ? [image] : [] }),
  outline: imageOutline,
  said: () => [],
};
