import { outlinePiece } from '../../block/view.ts';
import type { ArticleBlock } from '../../block/types.ts';
import type { Outline, OutlineItem, OutlineLine } from '../outline.ts';
import { formatAddress, parseAddress } from './address.ts';
import { itemHash, lineHash, wholeHash } from './hashes.ts';

/** A block or an item of a topic while a briefing's overrides are put into it. `outline` and `item` stay as they were found. */
interface Node {
  /** As the article has it; null: it was added. */
  readonly address: string | null;
  /** Which addition it is, from 0; null: the article's. */
  readonly added: number | null;
  lines: readonly OutlineLine[];
  children: ItemNode[];
  isRemoved: boolean;
  /** Its references are dropped: those of all its lines, or of a block as a whole. */
  isUnsourced: boolean;
}

export interface ItemNode extends Node {
  readonly item: OutlineItem;
  readonly block: BlockNode;
  parent: ItemNode | BlockNode;
}

export interface BlockNode extends Node {
  readonly item: null;
  readonly block: BlockNode;
  readonly content: ArticleBlock;
  readonly outline: Outline;
  /** Whether anything in it is otherwise than in `content`. */
  isTouched: boolean;
}

export type AnyNode = ItemNode | BlockNode;

export interface TopicTree {
  readonly blocks: BlockNode[];
  /** Blocks and items by their addresses in the article, and additions by theirs. */
  readonly byAddress: Map<string, AnyNode>;
  /** Points in the order that overrides count them: over all lists, sub-points after their parent. */
  readonly points: readonly ItemNode[];
  /** Hashes of the article's lines, once made: each override that does not stand at its place looks at all. */
  readonly hashes: Map<OutlineLine, string>;
}

export function itemNode(item: OutlineItem, parent: AnyNode, address: string | null, added: number | null): ItemNode {
  const block = parent.block;
  const node: ItemNode = { item, block, parent, address, added, lines: item.lines, children: [], isRemoved: false, isUnsourced: false };
  node.children = item.items.map((child, index) => itemNode(child, node, address === null ? null : `${address}/${index + 1}`, added));
  return node;
}

export function blockNode(content: ArticleBlock, address: string | null, added: number | null): BlockNode {
  const outline = outlinePiece(content.kind).outline(content);
  const state = { lines: outline.lines, children: [], isRemoved: false, isTouched: false, isUnsourced: false };
  // A block is its own block, so that what belongs to it and it itself are asked alike.
  const made: { -readonly [K in keyof BlockNode]?: BlockNode[K] } = { address, added, item: null, content, outline, ...state };
  const node = Object.assign(made, { block: made as BlockNode }) as BlockNode;
  node.children = outline.items.map((item, index) => itemNode(item, node, address === null ? null : `${address}/${index + 1}`, added));
  return node;
}

export function treeOf(blocks: readonly ArticleBlock[]): TopicTree {
  const counts = new Map<string, number>();
  const byAddress = new Map<string, AnyNode>();
  const enter = (node: AnyNode): void => {
    if (node.address !== null) byAddress.set(node.address, node);
    node.children.forEach(enter);
  };
  const nodes = blocks.map((block) => {
    const number = (counts.get(block.kind) ?? 0) + 1;
    counts.set(block.kind, number);
    const node = blockNode(block, formatAddress({ kind: block.kind, number, items: [], part: '' }), null);
    enter(node);
    return node;
  });
  const flat = (items: readonly ItemNode[]): ItemNode[] => items.flatMap((item) => [item, ...flat(item.children)]);
  const points = nodes.flatMap((block) => (block.content.kind === 'points' ? flat(block.children) : []));
  return { blocks: nodes, byAddress, points, hashes: new Map() };
}

/** What an override names: `changed` stands at the place, and is not what it was; of `missing` there is not even the place. */
export type Found<T> = { readonly state: 'found' | 'changed'; readonly at: T } | { readonly state: 'missing' };

export interface LineAt {
  readonly node: AnyNode;
  readonly line: OutlineLine;
}

const outlineLines = (node: AnyNode): readonly OutlineLine[] => (node.item ?? node.block.outline).lines;

export const hashOfLine = ({ node, line }: LineAt): string => lineHash(node.block.content.kind, node.block.outline, node.item, line);

function knownHash(tree: TopicTree, at: LineAt): string {
  const known = tree.hashes.get(at.line) ?? hashOfLine(at);
  tree.hashes.set(at.line, known);
  return known;
}

export const hashOfItem = (node: AnyNode): string => (node.item === null ? wholeHash(node.block.outline) : itemHash(node.item));

export const hashOfWhole = (node: AnyNode): string => wholeHash(node.item ?? node.block.outline);

/** The one of several that has the hash; undefined where none has, or more than one. */
function only<T>(candidates: Iterable<T>, hash: string, hashOf: (one: T) => string): T | undefined {
  let found: T | undefined;
  for (const candidate of candidates) {
    if (hashOf(candidate) !== hash) continue;
    if (found !== undefined) return undefined;
    found = candidate;
  }
  return found;
}

/** At its place by its hash, else the one elsewhere that has the hash. */
function resolve<T>(at: T | undefined, hash: string, hashOf: (one: T) => string, others: () => Iterable<T>): Found<T> {
  if (at !== undefined && hashOf(at) === hash) return { state: 'found', at };
  const moved = only(others(), hash, hashOf);
  if (moved !== undefined) return { state: 'found', at: moved };
  return at === undefined ? { state: 'missing' } : { state: 'changed', at };
}

/** All blocks (`depth` 0) or items of one kind in the article. */
function* nodesOf(tree: TopicTree, kind: string, areItems: boolean): Iterable<AnyNode> {
  for (const node of tree.byAddress.values()) {
    if (node.added === null && node.block.content.kind === kind && (node.item !== null) === areItems) yield node;
  }
}

const isCell = (part: string): boolean => /^\d+$/.test(part);

/** The line that an override means. */
export function findLine(tree: TopicTree, at: string, hash: string): Found<LineAt> {
  const address = parseAddress(at);
  if (address === null) return { state: 'missing' };
  const { kind, items, part } = address;
  const node = tree.byAddress.get(formatAddress({ ...address, part: '' }));
  const line = node && outlineLines(node).find((own) => own.part === part);
  const isAlike = (other: OutlineLine): boolean => other.part === part || (isCell(part) && isCell(other.part));
  const others = function* (): Iterable<LineAt> {
    for (const other of nodesOf(tree, kind, items.length > 0)) {
      for (const own of outlineLines(other)) if (isAlike(own)) yield { node: other, line: own };
    }
  };
  return resolve(node && line && { node, line }, hash, (one) => knownHash(tree, one), others);
}

/** The item or block that an override means. `hash`: null where it is not known. */
export function findNode(tree: TopicTree, at: string, hash: string | null, hashOf: (node: AnyNode) => string): Found<AnyNode> {
  const address = parseAddress(at);
  const node = tree.byAddress.get(at);
  if (address === null) return { state: 'missing' };
  if (hash === null || address.kind === 'added') return node ? { state: 'found', at: node } : { state: 'missing' };
  return resolve(node, hash, hashOf, () => nodesOf(tree, address.kind, address.items.length > 0));
}
