import { styleNamed } from '../../layout/context.ts';
import { flowing } from '../../layout/item/paragraphs.ts';
import type { BlockLayout } from '../../layout/item/types.ts';
import { paragraph, runningParagraph } from '../../layout/paragraph.ts';
import type { LevelStyle } from '../../template/theme/types.ts';
import type { QuoteBlock } from './types.ts';

/** Levels 4 and 5 of a region's text box carry the words of a quotation and its attribution, since lists have three levels. */
const QUOTE_LEVELS = { words: 3, attribution: 4 } as const;

function withQuote(levels: readonly LevelStyle[], quote: readonly LevelStyle[]): readonly LevelStyle[] {
  return levels.map((level, i) => (i === QUOTE_LEVELS.words ? quote[0] : i === QUOTE_LEVELS.attribution ? quote[1] : level) ?? level);
}

/** In a region whose style is `quote`, or a pack's own `quote-…`, the words are its level 1; elsewhere they take the style `quote`. */
export const quoteLayout: BlockLayout<QuoteBlock, never> = {
  counts: () => ({ quotations: 1 }),
  joins: (context, block, region, levels) => {
    const own = region.style === 'quote' || region.style.startsWith('quote-');
    const at = own ? { words: 0, attribution: 1 } : QUOTE_LEVELS;
    const words = block.paragraphs.map((runs) => flowing(runningParagraph(context, runs, { level: at.words })));
    const last = words.at(-1);
    if (block.cite && last) words[words.length - 1] = { ...last, keepsNext: true };
    const cite = block.cite ? [flowing(paragraph(context, block.cite, { level: at.attribution }))] : [];
    return { paragraphs: [...words, ...cite], levels: own ? levels : withQuote(levels, styleNamed(context.theme, 'quote').levels) };
  },
};
