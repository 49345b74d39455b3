import {
  NO_PARTS,
  ONE_LINE,
  paragraphItems,
  paragraphsOf,
  partsAt,
  runsLine,
  runsOf,
  type OutlineItem,
  type OutlinePiece,
} from '../../briefing/outline.ts';
import type { NotesBlock, ParagraphBlock, Point, PointsBlock } from './types.ts';

export const paragraphOutline: OutlinePiece<ParagraphBlock> = {
  block: ONE_LINE,
  item: null,
  name: null,
  levels: 0,
  isQuoted: false,
  outline: ({ runs }) => ({ lines: [runsLine('', runs)], items: [] }),
  make: (block, outline) => ({ ...block, runs: runsOf(outline, '') }),
  refs: () => [],
  unsourced: (block) => block,
  partAt: partsAt({ paragraph: '' }),
};

function pointItem({ runs, children }: Point, from: readonly number[]): OutlineItem {
  return { lines: [runsLine('', runs)], items: children.map((child, index) => pointItem(child, [...from, index])), from };
}

/** The article's point that an item was. */
function pointAt(points: readonly Point[], [first = 0, ...rest]: readonly number[]): Point | undefined {
  const point = points[first];
  return rest.length === 0 ? point : pointAt(point?.children ?? [], rest);
}

function makePoint(block: PointsBlock, item: OutlineItem): Point {
  const was = item.from && pointAt(block.items, item.from);
  const children = item.items.map((child) => makePoint(block, child));
  return {
    runs: runsOf(item, ''),
    ...(was?.task && { task: was.task }),
    children,
    ...(was?.numbered !== undefined && children.length > 0 && { numbered: was.numbered }),
  };
}

/** `children` once for each level below the first. */
const pointAtPath: OutlinePiece<PointsBlock>['partAt'] = (field, index) =>
  /^points(\.children)*$/.test(field) ? { items: index, part: '' } : null;

export const pointsOutline: OutlinePiece<PointsBlock> = {
  block: NO_PARTS,
  item: ONE_LINE,
  name: null,
  levels: 3,
  isQuoted: false,
  outline: ({ items }) => ({ lines: [], items: items.map((item, index) => pointItem(item, [index])) }),
  make: (block, { items }) => (items.length === 0 ? null : { ...block, items: items.map((item) => makePoint(block, item)) }),
  refs: () => [],
  unsourced: (block) => block,
  partAt: pointAtPath,
};

export const notesOutline: OutlinePiece<NotesBlock> = {
  block: NO_PARTS,
  item: ONE_LINE,
  name: null,
  levels: 1,
  isQuoted: false,
  outline: ({ paragraphs }) => ({ lines: [], items: paragraphItems(paragraphs) }),
  make: (block, outline) => (outline.items.length === 0 ? null : { ...block, paragraphs: paragraphsOf(outline) }),
  refs: () => [],
  unsourced: (block) => block,
  // Notes of all blocks are one list of the view: whoever reads it knows which is which.
  partAt: () => null,
};
