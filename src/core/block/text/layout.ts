import { flowing, plain } from '../../layout/item/paragraphs.ts';
import type { BlockLayout, FlowParagraph } from '../../layout/item/types.ts';
import { paragraph } from '../../layout/paragraph.ts';
import type { Context } from '../../layout/context.ts';
import type { ListBlock, TextBlock } from './types.ts';

export const textLayout: BlockLayout<TextBlock, never> = {
  joins: (context, block, _, levels) => ({ paragraphs: block.paragraphs.map((runs) => flowing(plain(context, levels, runs))), levels }),
};

function listParagraphs(context: Context, block: ListBlock): FlowParagraph[] {
  const counts: number[] = [];
  return block.items.map((item, i) => {
    const level = Math.min(Math.max(item.level, 0), 2);
    counts.length = Math.min(counts.length, level + 1);
    const first = counts[level] === undefined;
    const number = first ? (level === 0 ? block.start : 1) : (counts[level] ?? 0) + 1;
    counts[level] = number;
    const bullet = block.ordered ? number : 'level';
    return flowing(paragraph(context, item.runs, { level, bullet, startsList: block.ordered && (first || i === 0) }), true);
  });
}

export const listLayout: BlockLayout<ListBlock, never> = {
  joins: (context, block, _, levels) => ({ paragraphs: listParagraphs(context, block), levels }),
};
