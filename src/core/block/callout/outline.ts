import { ONE_LINE, paragraphItems, paragraphsOf, partsAt, runsLine, runsOf, type OutlinePiece } from '../../briefing/outline.ts';
import type { ArticleCallout } from './types.ts';

export const calloutOutline: OutlinePiece<ArticleCallout> = {
  block: { named: { title: 'runs' }, numbered: null },
  item: ONE_LINE,
  name: null,
  levels: 1,
  isQuoted: false,
  outline: ({ title, paragraphs }) => ({ lines: [runsLine('title', title ?? [])], items: paragraphItems(paragraphs) }),
  make: (block, outline) => {
    const title = runsOf(outline, 'title');
    const paragraphs = paragraphsOf(outline);
    return title.length === 0 && paragraphs.length === 0 ? null : { ...block, title: title.length === 0 ? null : title, paragraphs };
  },
  refs: () => [],
  unsourced: (block) => block,
  partAt: partsAt({ 'callout.title': 'title', 'callout.paragraphs': '' }),
};
