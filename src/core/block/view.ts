import type { BlockContext, ViewPiece } from '../briefing/piece.ts';
import type { OutlinePiece } from '../briefing/outline.ts';
import type { SchemaNode } from '../briefing/schema-node.ts';
import { calloutView } from './callout/view.ts';
import { chartView } from './chart/view.ts';
import { figuresView } from './figures/view.ts';
import { imageView } from './image/view.ts';
import { itemsView } from './items/view.ts';
import { quotationView } from './quotation/view.ts';
import { tableView } from './table/view/index.ts';
import type { LineView } from './text/types.ts';
import { notesOutline } from './text/outline.ts';
import { paragraphView, pointsView } from './text/view.ts';
import { timelineView } from './timeline/view.ts';
import type { ArticleBlock, ArticleKinds, BlockView, ListsView, ShownBlock, ShownKind } from './types.ts';

type Pieces = { readonly [K in ShownKind]: ViewPiece<K> };

const PIECES: Pieces = {
  paragraph: paragraphView,
  points: pointsView,
  quotation: quotationView,
  timeline: timelineView,
  figures: figuresView,
  chart: chartView,
  table: tableView,
  items: itemsView,
  image: imageView,
  callout: calloutView,
};

const ALL = Object.values(PIECES) as readonly ViewPiece<ShownKind>[];

/** Keys of several objects as those of one; a kind that named another's would be a fault of its piece. */
function together(parts: readonly object[]): unknown {
  return Object.assign({}, ...parts);
}

const EMPTY = together(ALL.map(({ empty }) => empty)) as Omit<BlockView, 'kind' | 'index'>;

/** What stands at the paths of a `BlockView`, but for its kind and index, and of an `ItemView`'s lists. */
export const BLOCK_SCHEMA = together(ALL.map(({ schema }) => schema.fields)) as Readonly<Record<string, SchemaNode>>;
export const LISTS_SCHEMA = together(ALL.map(({ schema }) => schema.lists)) as Readonly<Record<string, SchemaNode>>;

/** The keys under which a template finds what stands in a block of each kind: its fields, and the lists that gather them. */
export const KIND_KEYS = Object.fromEntries(
  Object.entries(PIECES).map(([kind, { schema }]) => {
    const nodes: Readonly<Record<string, SchemaNode>> = { ...schema.fields, ...schema.lists };
    return [kind, Object.keys(nodes).filter((key) => nodes[key]?.kind !== 'value')];
  }),
) as unknown as Readonly<Record<ShownKind, readonly string[]>>;

/** The kinds of block whose lines a briefing may word anew: all of an article. */
export const OUTLINE_KINDS = [...Object.keys(PIECES), 'notes'] as readonly (keyof ArticleKinds)[];

/** How a briefing words the lines of a block of a kind. */
export function outlinePiece(kind: keyof ArticleKinds): OutlinePiece<ArticleBlock> {
  const piece = kind === 'notes' ? notesOutline : PIECES[kind].outline;
  // A piece is only ever given blocks of the kind it was asked for by.
  return piece as unknown as OutlinePiece<ArticleBlock>;
}

const pieceOf = <K extends ShownKind>(kind: K): ViewPiece<K> => PIECES[kind];

/** A block as a template sees it. */
export function viewBlock(block: ShownBlock, index: number, context: BlockContext): BlockView {
  return together([EMPTY, { kind: block.kind, index }, pieceOf(block.kind).view(block, context)]) as BlockView;
}

/** The lists of a topic: what stands in its blocks, by kind. */
export function gather(blocks: readonly BlockView[]): ListsView {
  const lists: Record<string, unknown[]> = Object.fromEntries(Object.keys(LISTS_SCHEMA).map((name) => [name, []]));
  for (const block of blocks) {
    for (const [name, found] of Object.entries(pieceOf(block.kind).lists(block))) lists[name]?.push(...(found as readonly unknown[]));
  }
  return lists as unknown as ListsView;
}

/** A block's lines as far as they are said aloud. */
export function saidLines(block: BlockView): readonly LineView[] {
  return pieceOf(block.kind).said(block);
}
