import { flowing, plain } from '../../layout/item/paragraphs.ts';
import type { BlockLayout, FlowParagraph } from '../../layout/item/types.ts';
import { paragraph } from '../../layout/paragraph.ts';
import type { Context } from '../../layout/context.ts';
import type { ListBlock, TextBlock } from './types.ts';

export const textLayout: BlockLayout<TextBlock, never> = {
  joins: (context, block, _, levels) => ({ paragraphs: block.paragraphs.map((runs) => flowing(plain(context, levels, runs))), levels }),
};

function listParagraphs(context: Context, block: ListBlock): FlowParagraph[] {
  /** By level, the number of the item before, null for a bullet; those of deeper levels end with each item. */
  const before: (number | null)[] = [];
  return block.items.map(({ runs, level: depth, number }, i) => {
    const level = Math.min(Math.max(depth, 0), 2);
    before.length = Math.min(before.length, level + 1);
    const startsList = number !== null && (i === 0 || (before[level] ?? null) === null);
    before[level] = number;
    return flowing(paragraph(context, runs, { level, bullet: number ?? 'level', startsList }), true);
  });
}

export const listLayout: BlockLayout<ListBlock, never> = {
  joins: (context, block, _, levels) => ({ paragraphs: listParagraphs(context, block), levels }),
  counts: ({ items }) => ({ points: items.filter(({ level }) => level === 0).length }),
};
