import type { ViewPiece } from '../../briefing/piece.ts';
import { list, object, values } from '../../briefing/schema-node.ts';

const schema = object(values('src', 'alt', 'caption', 'credit'));

/** A picture is seen, not said. */
export const imageView: ViewPiece<'image'> = {
  empty: { image: null },
  schema: { fields: { image: schema }, lists: { images: list(schema) } },
  view: ({ src, alt, caption, credit }, { owner }) => ({ image: { src: `${owner}/${src}`, alt, caption, credit } }),
  lists: ({ image }) => ({ images: image ? [image] : [] }),
  said: () => [],
};
