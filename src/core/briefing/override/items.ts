import { outlinePiece } from '../../block/view.ts';
import type { OutlineLine } from '../outline.ts';
import type { Addition, Move, Overrides } from '../types.ts';
import { formatAddress, isAnchor, isItem, parseAddress, SUMMARY } from './address.ts';
import { touch, type Marks } from './lines.ts';
import { reportChanged, reportMissing, reportQuotation, reportTwice, wordsAt } from './report.ts';
import { blockNode, findNode, hashOfItem, hashOfWhole, itemNode, type AnyNode, type BlockNode, type TopicTree } from './tree.ts';
import { readBlocks, readLine, refuse, withSources, type OverrideContext } from './values.ts';
import { allRuns } from './runs.ts';

type Path = readonly PropertyKey[];

interface Work {
  readonly tree: TopicTree;
  readonly marks: Marks;
  readonly context: OverrideContext;
  /** What was last put behind a node, and first into a list: what is put there next stands behind it. */
  readonly tails: Map<AnyNode | TopicTree, AnyNode>;
}

/** A place in a list: behind a node, or before all. The topic's own list has its blocks. */
interface Spot {
  readonly parent: AnyNode | TopicTree;
  readonly behind: AnyNode | null;
}

const isTree = (parent: AnyNode | TopicTree): parent is TopicTree => 'blocks' in parent;

const blockOf = (spot: Spot): BlockNode | null => (isTree(spot.parent) ? null : spot.parent.block);

function listOf(parent: AnyNode | TopicTree): AnyNode[] {
  return isTree(parent) ? parent.blocks : parent.children;
}

/** Where `after` leads; null, said, where there is no such place. */
function findSpot(after: string, hash: string | undefined, what: string, path: Path, { tree, context }: Work): Spot | null {
  if (!isAnchor(after)) {
    const hint = 'Name an item as KIND/N/ITEM, KIND/N/0 for the beginning of a list, a block as KIND/N, or “summary”.';
    refuse([...path, 'after'], { message: 'nothing can stand behind this', received: after, hint }, context);
    return null;
  }
  if (after === SUMMARY) return { parent: tree, behind: null };
  const address = parseAddress(after);
  const isStart = address?.items.at(-1) === 0;
  const named = address && isStart ? formatAddress({ ...address, items: address.items.slice(0, -1) }) : after;
  const found = findNode(tree, named, hash ?? null, hashOfItem);
  if (found.state === 'missing') {
    const block = address && tree.byAddress.get(formatAddress({ ...address, items: [] }));
    if (!block || block.item !== null || address.items.length === 0) {
      reportMissing(path, `place ${after}`, what, context);
      return null;
    }
    const now = block.children.at(-1);
    reportChanged(path, changedSpot(after, 'it stands at the end of the list', what, now ?? block), context);
    return { parent: block, behind: now ?? null };
  }
  const node = found.at;
  if (found.state === 'changed') reportChanged(path, changedSpot(after, 'it stands behind what is there now', what, node), context);
  if (isStart) return { parent: node, behind: null };
  return { parent: node.item === null ? tree : node.parent, behind: node };
}

function changedSpot(after: string, outcome: string, override: string, now: AnyNode): Parameters<typeof reportChanged>[1] {
  const hint = `Look where it is to stand now; then set the hash of “after” to ${hashOfItem(now)}, or name another place.`;
  return { what: after, outcome, override, now: wordsAt(now), hint };
}

function put(node: AnyNode, { parent, behind }: Spot, { tails }: Work): void {
  const list = listOf(parent);
  const key = behind ?? parent;
  const last = tails.get(key);
  const before = last && list.includes(last) ? last : behind;
  list.splice(before === null ? 0 : list.indexOf(before) + 1, 0, node);
  tails.set(key, node);
  if (isTree(parent)) return;
  if (node.item !== null) node.parent = parent;
  parent.block.isTouched = true;
}

const depthOf = (node: AnyNode | TopicTree): number => (isTree(node) || node.item === null ? 0 : 1 + depthOf(node.parent));
const heightOf = (node: AnyNode): number => 1 + Math.max(0, ...node.children.map(heightOf));
const isWithin = (node: AnyNode | TopicTree, other: AnyNode): boolean =>
  node === other || (!isTree(node) && node.item !== null && isWithin(node.parent, other));

function move({ at, hash, after, afterHash }: Move, index: number, work: Work, moved: Set<AnyNode>): void {
  const { tree, context, marks } = work;
  const path = ['moved', index];
  if (!isItem(at)) {
    reportNoItem(at, path, context);
    return;
  }
  const found = findNode(tree, at, hash, hashOfItem);
  if (found.state === 'missing') {
    reportMissing(path, at, `${at} behind ${after}`, context);
    return;
  }
  const node = found.at;
  const words = wordsAt(node);
  if (found.state === 'changed') {
    const hint = `Look whether it is still to be moved; then set its hash to ${hashOfItem(node)}, or remove this.`;
    reportChanged(path, { what: at, outcome: 'it stays where it is', override: `${at} behind ${after}`, now: words, hint }, context);
    return;
  }
  if (moved.has(node)) {
    reportTwice(path, at, `${at} behind ${after}`, context);
    return;
  }
  const spot = findSpot(after, afterHash, words, path, work);
  if (spot === null) return;
  const { levels } = outlinePiece(node.block.content.kind);
  const isElsewhere = blockOf(spot) !== (node.item === null ? null : node.block);
  if (isElsewhere || isWithin(spot.behind ?? spot.parent, node) || (node.item !== null && depthOf(spot.parent) + heightOf(node) > levels)) {
    const hint = 'Items move inside their block, not below themselves, and no deeper than its levels; blocks move among blocks.';
    refuse([...path, 'after'], { message: `${at} cannot stand there`, received: after, hint }, context);
    return;
  }
  const list: AnyNode[] = node.item === null ? tree.blocks : node.parent.children;
  list.splice(list.indexOf(node), 1);
  node.block.isTouched ||= node.item !== null;
  put(node, spot, work);
  moved.add(node);
  quoted(node.block, node, path, words, marks, context);
}

/** A speaker's words in another order, or with others among them, are not his. */
function quoted(block: BlockNode, node: AnyNode, path: Path, words: string, marks: Marks, context: OverrideContext): void {
  if (node.item === null || !outlinePiece(block.content.kind).isQuoted) return;
  block.isUnsourced = true;
  for (const line of node.lines) if (line.form === 'runs') marks.reworded.add(line.runs);
  reportQuotation(path, words, block.children.map(wordsAt).join(' '), context);
}

function reportNoItem(at: string, path: Path, context: OverrideContext): void {
  const hint = 'Name an item as KIND/N/ITEM, or a block as KIND/N.';
  refuse([...path, 'at'], { message: 'no item or block of a topic has this name', received: at, hint }, context);
}

/** The lines of a new item, from its texts; null, said, where they do not fit. */
function newLines({ text, cells }: Addition, block: BlockNode, path: Path, { context }: Work): OutlineLine[] | null {
  const { item } = outlinePiece(block.content.kind);
  if (item === null || block.content.kind === 'image') {
    const hint = 'Add a block behind it, with the picture in it.';
    return refuse([...path, 'after'], { message: `a block of ${block.content.kind} takes no further items`, hint }, context);
  }
  const cellsOf = block.outline.lines.flatMap(({ part }) => (/^\d+$/.test(part) && item.numbered ? [[part, item.numbered] as const] : []));
  const named = !item.divide ? Object.entries(item.named) : cellsOf.length > 0 ? [] : ([['', 'runs']] as const);
  const columns = [...named, ...cellsOf];
  const isLine = named.some(([part]) => part === '');
  const given = isLine ? (text === undefined ? undefined : [text]) : cells;
  if (given?.length !== columns.length) {
    const names = columns.map(([part]) => part).join(', ');
    const message = isLine ? 'an item of this block has a text' : `a row of this block has ${columns.length} cells`;
    const hint = isLine ? 'Write “text:”.' : 'Write “cells:” with each of them; an empty one is "".';
    return refuse(path, { message, received: given ? String(given.length) : 'none', ...(isLine ? {} : { allowed: names }), hint }, context);
  }
  const lines = columns.map(([part, form], at): OutlineLine | null => {
    const where = isLine ? [...path, 'text'] : [...path, 'cells', at];
    const value = readLine(form, given[at] ?? '', (item.needed ?? []).includes(part), where, context);
    // References of a quotation belong to the whole of it.
    const isSpoken = value?.form === 'runs' && outlinePiece(block.content.kind).isQuoted;
    return value && { ...(isSpoken ? { ...value, runs: withSources(value.runs, false, []) } : value), part };
  });
  if (!lines.every((line) => line !== null)) return null;
  return isLine && item.divide ? lines.flatMap((line) => (line.form === 'runs' ? (item.divide?.(line.runs) ?? []) : [])) : lines;
}

function add(addition: Addition, index: number, work: Work): void {
  const { tree, marks, context } = work;
  const path = ['added', index];
  const address = `added/${index + 1}`;
  const { after, hash, text, cells } = addition;
  const spot = findSpot(after, hash, text ?? (cells ?? []).join(' | '), path, work);
  if (spot === null) return;
  const { parent } = spot;
  if (isTree(parent)) {
    if (text === undefined) {
      refuse(path, { message: 'a block is added as text', hint: 'Write “text:” with Markdown as below a topic’s heading.' }, context);
      return;
    }
    const nodes = readBlocks(text, [...path, 'text'], context).map((block) => blockNode(block, null, index));
    for (const node of nodes) {
      for (const runs of allRuns(node.content)) marks.written.add(runs);
      put(node, spot, work);
      marks.touched.set(node, [path]);
    }
    const last = nodes.at(-1);
    if (last) tree.byAddress.set(address, last);
    return;
  }
  const lines = newLines(addition, parent.block, path, work);
  if (lines === null) return;
  const { levels } = outlinePiece(parent.block.content.kind);
  if (depthOf(parent) >= levels) {
    refuse(
      [...path, 'after'],
      { message: 'nothing can stand so deep', received: after, allowed: `${levels} levels`, hint: 'Put it one level up.' },
      context,
    );
    return;
  }
  const node = itemNode({ lines, items: [], from: null }, parent, null, index);
  for (const line of lines) if (line.form === 'runs') marks.written.add(line.runs);
  put(node, spot, work);
  touch(node, path, marks);
  tree.byAddress.set(address, node);
  quoted(parent.block, node, path, text ?? '', marks, context);
}

/** Takes items and blocks out. Gives whether the summary is to go. */
function remove(overrides: Overrides, summaryHash: string | null, { tree, context }: Work): boolean {
  let noSummary = false;
  overrides.removed?.forEach(({ at, hash }, index) => {
    const path = ['removed', index];
    const changed = (now: string, newHash: string): void => {
      const hint = `Look whether it is still to go; then set its hash to ${newHash}, or remove this.`;
      reportChanged(path, { what: at, outcome: 'it is shown', override: `${at} is left out`, now, hint }, context);
    };
    if (at === SUMMARY) {
      if (summaryHash === null) reportMissing(path, at, 'it is left out', context);
      else if (summaryHash !== hash) changed(at, summaryHash);
      else noSummary = true;
      return;
    }
    if (!isItem(at)) {
      reportNoItem(at, path, context);
      return;
    }
    const found = findNode(tree, at, hash, hashOfWhole);
    if (found.state === 'missing') {
      reportMissing(path, at, 'it is left out', context);
      return;
    }
    if (found.state === 'changed') {
      changed(wordsAt(found.at), hashOfWhole(found.at));
      return;
    }
    found.at.isRemoved = true;
    found.at.block.isTouched ||= found.at.item !== null;
  });
  return noSummary;
}

/** Moves, adds and takes out what a briefing says, in this order. `summaryHash`: null where the topic has no summary. */
export function arrange(
  tree: TopicTree,
  overrides: Overrides,
  summaryHash: string | null,
  marks: Marks,
  context: OverrideContext,
): { readonly noSummary: boolean } {
  const work: Work = { tree, marks, context, tails: new Map() };
  const moved = new Set<AnyNode>();
  const isBehindAdded = ({ after }: Move): boolean => after.startsWith('added/');
  const moveThose = (which: boolean): void =>
    overrides.moved?.forEach((own, index) => {
      if (isBehindAdded(own) === which) move(own, index, work, moved);
    });
  moveThose(false);
  overrides.added?.forEach((own, index) => {
    add(own, index, work);
  });
  moveThose(true);
  return { noSummary: remove(overrides, summaryHash, work) };
}
