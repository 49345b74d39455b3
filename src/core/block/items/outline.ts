import { itemOf } from '../../article/index.ts';
import { runsLine, runsOf, wordsLine, wordsOf, type OutlineItem, type OutlineLine, type OutlinePiece } from '../../briefing/outline.ts';
import type { Run } from '../../base/text.ts';
import type { ArticleItem, ComparedItems, ItemsBlock, ListedItems } from './types.ts';

const cells = (row: readonly (readonly Run[])[]): OutlineLine[] => row.map((runs, index) => runsLine(String(index + 1), runs));

const partLines = ({ head, text, owner, date }: Pick<ArticleItem, 'head' | 'text' | 'owner' | 'date'>): OutlineLine[] => [
  runsLine('head', head),
  runsLine('text', text),
  wordsLine('owner', owner),
  wordsLine('date', date),
];

function outlineItem(item: ArticleItem, from: readonly number[]): OutlineItem {
  return { lines: partLines(item), items: item.children.map((child, index) => outlineItem(child, [...from, index])), from };
}

/** The article's item that an outline's was. */
function itemAt(items: readonly ArticleItem[], [first = 0, ...rest]: readonly number[]): ArticleItem | undefined {
  const item = items[first];
  return rest.length === 0 ? item : itemAt(item?.children ?? [], rest);
}

function makeItem(block: ListedItems, item: OutlineItem): ArticleItem {
  const was = item.from && itemAt(block.items, item.from);
  const children = item.items.map((child) => makeItem(block, child));
  return {
    head: runsOf(item, 'head'),
    text: runsOf(item, 'text'),
    owner: wordsOf(item, 'owner') ?? '',
    date: wordsOf(item, 'date') ?? '',
    ...(was?.task && { task: was.task }),
    children,
    ...(was?.numbered !== undefined && children.length > 0 && { numbered: was.numbered }),
  };
}

const says = ({ head, text, children }: ArticleItem): boolean => head.length + text.length + children.length > 0;

/** Fields of the view: of list forms an item's parts by its indices, of a comparison a cell by column and row. */
const partAt: OutlinePiece<ItemsBlock>['partAt'] = (field, index) => {
  const [first = 0, second = 0] = index;
  // The words of an entry are its `text`, which an origin's field leaves out.
  const own = /^items(?:\.entries){1,2}(?:\.(head|owner|date)(?:Text)?)?$/.exec(field);
  if (own) return { items: index, part: own[1] ?? 'text' };
  switch (field) {
    case 'items.corner':
      return { items: [], part: '1' };
    case 'items.rows':
      return { items: [first], part: '1' };
    case 'items.columns.head':
      return { items: [], part: String(first + 2) };
    case 'items.columns.cells':
      return { items: [second], part: String(first + 2) };
    default:
      return null;
  }
};

function makeCompared(block: ComparedItems, outline: Parameters<OutlinePiece<ItemsBlock>['make']>[1]): ComparedItems | null {
  const columns = block.header.map((_, index) => String(index + 1));
  const rows = outline.items.map((item) => columns.map((part) => runsOf(item, part)));
  return rows.length === 0 ? null : { ...block, header: columns.map((part) => runsOf(outline, part)), rows };
}

export const itemsOutline: OutlinePiece<ItemsBlock> = {
  block: { named: {}, numbered: 'runs' },
  item: {
    named: { '': 'runs', head: 'runs', text: 'runs', owner: 'words', date: 'words' },
    numbered: 'runs',
    facts: ['owner', 'date', '#'],
    // Behind what a briefing adds no owner is looked for: it may word one.
    divide: (runs) => partLines(itemOf('cards', runs)),
  },
  name: '1',
  levels: 2,
  isQuoted: false,
  outline: (block) =>
    block.form === 'compare'
      ? { lines: cells(block.header), items: block.rows.map((row, index) => ({ lines: cells(row), items: [], from: [index] })) }
      : { lines: [], items: block.items.map((item, index) => outlineItem(item, [index])) },
  make: (block, outline) => {
    if (block.form === 'compare') return makeCompared(block, outline);
    const items = outline.items.map((item) => makeItem(block, item)).filter(says);
    return items.length === 0 ? null : { ...block, items };
  },
  refs: () => [],
  unsourced: (block) => block,
  partAt,
};
