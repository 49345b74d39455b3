import { isRef, plainText, type RefRun, type Run } from '../../base/text.ts';
import { outlinePiece } from '../../block/view.ts';
import type { ArticleBlock } from '../../block/types.ts';
import { writeNumber } from '../../numbers/index.ts';
import type { Outline, OutlineItem, OutlineLine } from '../outline.ts';
import type { Marks } from './lines.ts';
import type { AnyNode, BlockNode, ItemNode, TopicTree } from './tree.ts';

/** What a briefing words, as the block it stands in with nothing else: to be held against the source. */
export interface Change {
  /** The overrides, below `overrides`. */
  readonly paths: readonly (readonly PropertyKey[])[];
  /** The article's; null: it was added. */
  readonly before: ArticleBlock | null;
  /** Null where nothing is left. */
  readonly after: ArticleBlock | null;
}

/** A line with a source that was reworded by hand: its words, and the article's references. */
export interface Rewording {
  /** The block's kind; null: the summary. */
  readonly kind: ArticleBlock['kind'] | null;
  readonly text: string;
  readonly refs: readonly RefRun[];
}

/** An item's lines as they are shown; without references where it has none of its own any more. */
function linesOf(node: AnyNode, marks: Marks): readonly OutlineLine[] {
  if (!node.isUnsourced || node.item === null) return node.lines;
  return node.lines.map((line): OutlineLine => {
    if (line.form !== 'runs' || !line.runs.some(isRef)) return line;
    const runs = line.runs.filter((run) => !isRef(run));
    marks.written.add(runs);
    return { ...line, runs };
  });
}

function itemOf(node: ItemNode, marks: Marks, withChildren: boolean): OutlineItem {
  const items = withChildren ? shown(node).map((child) => itemOf(child, marks, true)) : [];
  return { lines: linesOf(node, marks), items, from: node.added === null ? node.item.from : null };
}

/** The items that are left below a node. */
export const shown = ({ children }: AnyNode): ItemNode[] => children.filter(({ isRemoved }) => !isRemoved);

function makeBlock(block: BlockNode, outline: Outline): ArticleBlock | null {
  const piece = outlinePiece(block.content.kind);
  const made = piece.make(block.content, outline);
  return made && block.isUnsourced ? piece.unsourced(made) : made;
}

/** A block of the worded topic, and what it was made from. */
export interface MadeBlock {
  readonly node: BlockNode;
  readonly block: ArticleBlock;
}

/** A topic's blocks with all that was done to them; those that nothing was done to are the same objects. */
export function makeBlocks(tree: TopicTree, marks: Marks): MadeBlock[] {
  return tree.blocks
    .filter(({ isRemoved }) => !isRemoved)
    .flatMap((node) => {
      if (!node.isTouched) return [{ node, block: node.content }];
      const block = makeBlock(node, { lines: node.lines, items: shown(node).map((item) => itemOf(item, marks, true)) });
      return block === null ? [] : [{ node, block }];
    });
}

function isShown(node: AnyNode): boolean {
  return !node.isRemoved && (node.item === null || isShown(node.parent));
}

/** Each item or block that was worded or added, alone. */
export function changesOf(marks: Marks): Change[] {
  return [...marks.touched]
    .filter(([node]) => isShown(node))
    .map(([node, paths]): Change => {
      const { block } = node;
      const { lines, items } = block.outline;
      if (node.item === null) {
        if (node.added !== null) return { paths, before: null, after: block.content };
        return { paths, before: block.content, after: makeBlock(block, { lines: node.lines, items }) };
      }
      const before =
        node.added === null ? outlinePiece(block.content.kind).make(block.content, { lines, items: [{ ...node.item, items: [] }] }) : null;
      return { paths, before, after: makeBlock(block, { lines, items: [itemOf(node, marks, false)] }) };
    });
}

function wordsOf(line: OutlineLine, language: string): string {
  switch (line.form) {
    case 'runs':
      return plainText(line.runs);
    case 'words':
      return line.text;
    case 'number':
      return line.value === null ? '' : writeNumber(line.value, language);
  }
}

/** The article's items and lines that were reworded and have a source all the same. `language`: of numbers. */
export function rewordingsOf(marks: Marks, language: string): Rewording[] {
  return [...marks.touched.keys()]
    .filter((node) => node.added === null && isShown(node))
    .flatMap((node) => {
      const was = (node.item ?? node.block.outline).lines;
      const lines = linesOf(node, marks);
      // Of a block's own lines those that were reworded; an item is known by all of them.
      const said = node.item === null ? lines.filter((line) => !was.includes(line)) : lines;
      const own = said.flatMap((line): readonly Run[] => (line.form === 'runs' ? line.runs : [])).filter(isRef);
      const refs = own.length > 0 || node.block.isUnsourced ? own : outlinePiece(node.block.content.kind).refs(node.block.content);
      const text = said
        .map((line) => wordsOf(line, language))
        .filter(Boolean)
        .join(' · ');
      return refs.length === 0 || text === '' ? [] : [{ kind: node.block.content.kind, text, refs }];
    });
}
