import { sliceOf } from '../../base/slice.ts';
import { isRef, plainText } from '../../base/text.ts';
import { blockLayout, type Item } from '../../block/layout.ts';
import type { Block } from '../../deck/types.ts';
import type { LevelStyle, Region } from '../../template/theme/types.ts';
import { styleNamed, type Context } from '../context.ts';
import type { FlowParagraph, TextItem } from '../item/types.ts';

const ROLES: Readonly<Record<string, TextItem['role']>> = {
  kicker: 'kicker',
  quote: 'quote',
  caption: 'caption',
  source: 'caption',
  subtitle: 'subtitle',
};

/** A region's blocks as the items that flow through it. */
export function itemsOf(context: Context, region: Region, blocks: readonly Block[]): Item[] {
  const { levels: own } = styleNamed(context.theme, region.style);
  const items: Item[] = [];
  let levels: readonly LevelStyle[] = own;
  let open: FlowParagraph[] = [];
  const close = (): void => {
    if (open.length > 0) {
      const role = region.type === 'subtitle' ? 'subtitle' : (ROLES[region.style] ?? 'body');
      items.push({ kind: 'text', role, style: region.style, levels, paragraphs: sliceOf(announcing(open)) });
    }
    open = [];
    levels = own;
  };
  for (const block of blocks) {
    const layout = blockLayout(block.kind);
    if ('joins' in layout) {
      const joined = layout.joins(context, block, region, levels);
      levels = joined.levels;
      open.push(...joined.paragraphs);
    } else {
      close();
      items.push(...layout.items(context, block, region));
    }
  }
  close();
  return items;
}

/** Marks what may not be the last on its slide: a line that ends in a colon, a bold line alone, an item above its sub-items. */
function announcing(paragraphs: readonly FlowParagraph[]): FlowParagraph[] {
  return paragraphs.map((p, i) => {
    const next = paragraphs[i + 1];
    if (!next || p.keepsNext) return p;
    const above = p.isItem && next.isItem && next.paragraph.level > p.paragraph.level;
    const words = plainText(p.paragraph.runs);
    const heading = !p.isItem && (/[:：]$/.test(words.slice(-1)) || p.paragraph.runs.every((run) => isRef(run) || run.bold === true));
    return above || heading ? { ...p, keepsNext: true } : p;
  });
}
