import { leaf, NO_PARTS, wordsLine, wordsOf, type OutlineItem, type OutlinePiece } from '../../briefing/outline.ts';
import { picturesOf } from '../../article/index.ts';
import type { ArticleImage, ArticlePicture } from './types.ts';

function makePicture(block: ArticleImage, item: OutlineItem): ArticlePicture[] {
  const was = picturesOf(block)[item.from?.[0] ?? -1];
  if (!was) return [];
  const { src, focus } = was;
  const words = { alt: wordsOf(item, 'alt') ?? '', caption: wordsOf(item, 'caption'), credit: wordsOf(item, 'credit') };
  return [{ src, ...words, ...(focus && { focus }) }];
}

const FIELD = /^image(\.beside)?\.(alt|caption|credit)$/;

/** The words of pictures; a picture itself is not words, so none can be added. */
export const imageOutline: OutlinePiece<ArticleImage> = {
  block: NO_PARTS,
  item: { named: { alt: 'words', caption: 'words', credit: 'words' }, numbered: null, facts: ['credit'] },
  name: 'alt',
  levels: 1,
  isQuoted: false,
  outline: (block) => ({
    lines: [],
    items: picturesOf(block).map(({ alt, caption, credit }, index) =>
      leaf(index, [wordsLine('alt', alt), wordsLine('caption', caption), wordsLine('credit', credit)]),
    ),
  }),
  make: (block, { items }) => {
    const [first, ...beside] = items.flatMap((item) => makePicture(block, item));
    return first ? { kind: 'image', ...first, beside } : null;
  },
  refs: () => [],
  unsourced: (block) => block,
  partAt: (field, [index = 0]) => {
    const [, beside, part] = FIELD.exec(field) ?? [];
    return part === undefined ? null : { items: [beside === undefined ? 0 : index + 1], part };
  },
};
