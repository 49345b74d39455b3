import { leaf, partsAt, runsLine, runsOf, wordsLine, wordsOf, type OutlinePiece } from '../../briefing/outline.ts';
import type { Run } from '../../base/text.ts';
import type { ArticleTable } from './types.ts';

const cells = (row: readonly (readonly Run[])[]): ReturnType<typeof runsLine>[] =>
  row.map((runs, index) => runsLine(String(index + 1), runs));

export const tableOutline: OutlinePiece<ArticleTable> = {
  block: { named: { title: 'words' }, numbered: 'runs' },
  item: { named: {}, numbered: 'runs', facts: ['#'] },
  name: '1',
  levels: 1,
  isQuoted: false,
  outline: ({ title, header, rows }) => ({
    lines: [wordsLine('title', title), ...cells(header)],
    items: rows.map((row, index) => leaf(index, cells(row))),
  }),
  make: (block, outline) => {
    const columns = block.header.map((_, index) => String(index + 1));
    const last = outline.items.at(-1);
    return {
      ...block,
      title: wordsOf(outline, 'title'),
      header: columns.map((part) => runsOf(outline, part)),
      rows: outline.items.map((item) => columns.map((part) => runsOf(item, part))),
      // A total is the article's last row, and stays one as long as it is the last.
      total: block.total && last?.from?.[0] === block.rows.length - 1,
    };
  },
  refs: () => [],
  unsourced: (block) => block,
  partAt: partsAt({ 'table.title': 'title', 'table.header': '#', 'table.rows.cells': '#' }),
};
