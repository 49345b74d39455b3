import type { Run } from '../../base/text.ts';
import type { OutlineLine } from '../outline.ts';
import { outlinePiece } from '../../block/view.ts';
import type { LineOverride, Overrides, PointOverride } from '../types.ts';
import { lineForm, parseAddress } from './address.ts';
import { itemHash, lineText } from './hashes.ts';
import { reportChanged, reportMissing, reportQuotation, reportTwice } from './report.ts';
import { findLine, hashOfLine, type AnyNode, type ItemNode, type LineAt, type TopicTree } from './tree.ts';
import { readLine, refuse, withSources, type OverrideContext } from './values.ts';

type Path = readonly PropertyKey[];

/** What overrides did to a topic's tree. */
export interface Marks {
  /** Runs that were written in the briefing. */
  readonly written: Set<readonly Run[]>;
  /** Those of them that stand in place of the article's, or among a speaker's. */
  readonly reworded: Set<readonly Run[]>;
  /** Nodes with the overrides that worded or added them. */
  readonly touched: Map<AnyNode, Path[]>;
  /** Lines of the article that were worded, with what their overrides call them. */
  readonly wordedBy: Map<OutlineLine, WordedBy>;
}

/** The name and hash of an override: a point's, or another line's. */
export type WordedBy = Pick<PointOverride, 'position' | 'hash'> | Pick<LineOverride, 'at' | 'hash'>;

export function touch(node: AnyNode, path: Path, { touched }: Marks): void {
  node.block.isTouched = true;
  touched.set(node, [...(touched.get(node) ?? []), path]);
}

interface Worded {
  readonly path: Path;
  readonly what: string;
  readonly by: WordedBy;
  readonly override: Pick<LineOverride, 'text' | 'sourced'>;
}

/** Puts words in place of a line's. */
function word({ node, line }: LineAt, { path, what, by, override }: Worded, marks: Marks, context: OverrideContext): void {
  const { text, sourced } = override;
  const piece = outlinePiece(node.block.content.kind);
  if (node.lines.find(({ part }) => part === line.part) !== line) {
    reportTwice(path, what, String(text), context);
    return;
  }
  const needed = (node.item === null ? piece.block : piece.item)?.needed ?? [];
  const read = readLine(line.form, text, needed.includes(line.part), [...path, 'text'], context);
  if (read === null) return;
  const original = line.form === 'runs' ? line.runs : [];
  // References of a quotation belong to the whole of it.
  const isSpoken = piece.isQuoted && node.item !== null;
  const value = read.form === 'runs' ? { ...read, runs: withSources(read.runs, isSpoken ? false : sourced, original) } : read;
  if (value.form === 'runs') {
    marks.written.add(value.runs);
    marks.reworded.add(value.runs);
  }
  node.lines = node.lines.map((own) => (own === line ? { ...value, part: line.part } : own));
  marks.wordedBy.set(line, by);
  touch(node, path, marks);
  if (sourced === false) {
    node.isUnsourced = true;
    node.block.isUnsourced = true;
  } else if (isSpoken && sourced !== true) {
    node.block.isUnsourced = true;
    reportQuotation(path, String(text), lineText(line), context);
  }
}

function wordPoint(tree: TopicTree, override: PointOverride, index: number, marks: Marks, context: OverrideContext): void {
  const path = ['points', index];
  const { position, hash, text } = override;
  const { points } = tree;
  const at = points[position - 1];
  const hashOf = ({ item }: ItemNode): string => itemHash({ ...item, items: [] });
  const same = at && hashOf(at) === hash ? [at] : points.filter((point) => hashOf(point) === hash);
  const [only, ...more] = same;
  const node = more.length === 0 ? (only ?? at) : at;
  if (!node) {
    reportMissing(path, `point ${position}`, text, context, points.length === 0 ? 'none' : `1 to ${points.length}`);
    return;
  }
  const [line] = node.item.lines;
  if (!line) return;
  if (node !== only || more.length > 0) {
    reportChanged(
      path,
      {
        what: `point ${position}`,
        outcome: 'the override is used',
        override: text,
        now: lineText(line),
        hint: `Compare the two; then mend the override and set its hash to ${hashOf(node)}, or remove it.`,
      },
      context,
    );
  }
  word({ node, line }, { path, what: `point ${position}`, by: { position, hash }, override }, marks, context);
}

function wordLine(tree: TopicTree, override: LineOverride, index: number, marks: Marks, context: OverrideContext): void {
  const path = ['lines', index];
  const { at, hash, text } = override;
  const address = parseAddress(at);
  const form = address === null ? null : lineForm(address);
  if (form === null || 'allowed' in form) {
    const hint = 'Name a line as KIND/N/ITEM.PART, docs/content-format.md.';
    refuse([...path, 'at'], { message: 'no line of a topic has this name', received: at, ...form, hint }, context);
    return;
  }
  const found = findLine(tree, at, hash);
  if (found.state === 'missing') {
    reportMissing(path, `line ${at}`, String(text), context);
    return;
  }
  if (found.state === 'changed') {
    const now = lineText(found.at.line);
    const hint = `Compare the two; then set its hash to ${hashOfLine(found.at)} to use the override, or remove it.`;
    const outcome = 'the override is left out';
    reportChanged(path, { what: `the line ${at}`, outcome, override: String(text), now, hint }, context);
    return;
  }
  word(found.at, { path, what: at, by: { at, hash }, override }, marks, context);
}

/** Puts a briefing's words into a topic's lines: points by their position, all others by their address. */
export function wordLines(tree: TopicTree, overrides: Overrides, marks: Marks, context: OverrideContext): void {
  overrides.points.forEach((override, index) => wordPoint(tree, override, index, marks, context));
  overrides.lines?.forEach((override, index) => wordLine(tree, override, index, marks, context));
}
