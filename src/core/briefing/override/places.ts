import { shortHash } from '../../base/hash.ts';
import type { Origin } from '../../base/origin.ts';
import { isRef } from '../../base/text.ts';
import { outlinePiece } from '../../block/view.ts';
import type { Topic } from '../../article/types.ts';
import { wholeText, wordTopic } from './word.ts';
import type { Form, OutlineLine } from '../outline.ts';
import type { Overrides } from '../types.ts';
import { SUMMARY } from './address.ts';
import { lineText } from './hashes.ts';
import { shown, type MadeBlock } from './make.ts';
import { hashOfItem, hashOfLine, hashOfWhole, treeOf, type AnyNode, type TopicTree } from './tree.ts';

/** A line of a topic by the name and hash that an override of it carries. */
export interface LinePlace {
  /** `points/1/2`, `figures/1/2.value`; `headline`, `summary`; `added/1`, `added/1.2` of what the briefing added. */
  readonly at: string;
  /** Empty for what was added. */
  readonly hash: string;
  readonly form: Form;
  /** The article's, as a briefing writes it; of what was added, its own. */
  readonly text: string;
  /** As it is shown: the briefing's words where it has some. */
  readonly shown: string;
  /** It says a fact and nothing else (`Parts.facts`). */
  readonly isFact: boolean;
  /** References stand behind it that are not in its own text: those of its row, or of its block. */
  readonly isSourced: boolean;
  /** Of a point: `PointOverride.position`. */
  readonly position?: number;
}

/** An item or block of a topic by the name and hashes that overrides carry. */
export interface ItemPlace {
  readonly at: string;
  /** For what is moved, or put behind it. */
  readonly hash: string;
  /** For what is removed. */
  readonly wholeHash: string;
}

function isFact(node: AnyNode, part: string): boolean {
  const piece = outlinePiece(node.block.content.kind);
  const facts = (node.item === null ? piece.block : piece.item)?.facts ?? [];
  return facts.includes(/^\d+$/.test(part) ? '#' : part);
}

/** Whether a line without references of its own has those of its row, or of its block. */
function isSourced(node: AnyNode, { form }: OutlineLine): boolean {
  if (form === 'runs' || node.isUnsourced || node.block.isUnsourced) return false;
  const { content } = node.block;
  return node.lines.some((line) => line.form === 'runs' && line.runs.some(isRef)) || outlinePiece(content.kind).refs(content).length > 0;
}

/** What a line says now, and what it is. */
function saying(node: AnyNode, line: OutlineLine): Pick<LinePlace, 'form' | 'shown' | 'isFact' | 'isSourced'> {
  const { form, part } = line;
  const now = node.lines.find((own) => own.part === part) ?? line;
  return { form, shown: lineText(now), isFact: isFact(node, part), isSourced: isSourced(node, line) };
}

function lineAt(node: AnyNode, line: OutlineLine, { points }: TopicTree): LinePlace {
  const position = node.item === null ? 0 : points.indexOf(node) + 1;
  return {
    ...saying(node, line),
    at: `${node.address ?? ''}${line.part === '' ? '' : `.${line.part}`}`,
    hash: hashOfLine({ node, line }),
    text: lineText(line),
    ...(position > 0 && { position }),
  };
}

const originalLines = (node: AnyNode): readonly OutlineLine[] => (node.item ?? node.block.outline).lines;

const whole = (topic: Topic, at: 'headline' | 'summary'): LinePlace[] => {
  const text = wholeText(topic, at);
  const form = at === 'headline' ? 'words' : 'runs';
  return text === null ? [] : [{ at, hash: shortHash(text), form, text, shown: text, isFact: false, isSourced: false }];
};

/** Every line of a topic that a briefing may word, and everything that it may remove, move or put something behind, in the article's order. */
export function placesIn(topic: Topic): { readonly lines: readonly LinePlace[]; readonly items: readonly ItemPlace[] } {
  const tree = treeOf(topic.blocks);
  const nodes = [...tree.byAddress.values()];
  const summary = whole(topic, SUMMARY);
  return {
    lines: [
      ...whole(topic, 'headline'),
      ...summary,
      ...nodes.flatMap((node) => originalLines(node).map((line) => lineAt(node, line, tree))),
    ],
    items: [
      ...summary.map(({ at, hash }) => ({ at, hash, wholeHash: hash })),
      ...nodes.map((node) => ({ at: node.address ?? '', hash: hashOfItem(node), wholeHash: hashOfWhole(node) })),
    ],
  };
}

function nodeAt(node: AnyNode, [first, ...rest]: readonly number[]): AnyNode | null {
  if (first === undefined) return node;
  const child = shown(node)[first];
  return child ? nodeAt(child, rest) : null;
}

const NO_SUMMARY: LinePlace = { at: SUMMARY, hash: shortHash(''), form: 'runs', text: '', shown: '', isFact: false, isSourced: false };

const worded = (place: LinePlace | null, shown: string | null | undefined): LinePlace | null =>
  place && { ...place, shown: shown ?? place.text };

/** Overrides that say nothing. */
const NONE: Overrides = { headline: null, summary: null, points: [], notes: null };

/**
 * The line that words come from, whatever the briefing's overrides have done to its topic: an edit of these words is an edit of this line.
 * A line that is worded already has the name and hash that its override has. Null where it is none: the view's field is no line of a topic,
 * or stands in a block that the briefing added.
 */
export function placeOfOrigin(
  topic: Topic,
  overrides: Overrides | null,
  { field, index }: Pick<Origin, 'field' | 'index'>,
): LinePlace | null {
  if (field === 'headline' || field === 'heading') return worded(whole(topic, 'headline')[0] ?? null, overrides?.headline);
  if (field === 'summary') return worded(whole(topic, 'summary')[0] ?? NO_SUMMARY, overrides?.summary);
  const context = { file: '', place: () => ({}), paragraphs: null, language: null, problems: [] };
  const { made, tree, wordedBy } = wordTopic(topic, overrides ?? NONE, context);
  const found = field === 'notes' ? notesAt(made, index[0] ?? 0) : partAt(made, field, index);
  const line = found && originalLines(found.node).find(({ part }) => part === found.part);
  if (!found || !line) return null;
  const { node, part } = found;
  if (node.added !== null) {
    const at = `added/${node.added + 1}${part === '' ? '' : `.${part}`}`;
    return node.item === null ? null : { ...saying(node, line), at, hash: '', text: lineText(line) };
  }
  const place = lineAt(node, line, tree);
  const override = wordedBy.get(line);
  if (!override) return place;
  if ('position' in override) return { ...place, ...override };
  const { form, text, shown: now, isFact: fact, isSourced: sourced } = place;
  return { ...override, form, text, shown: now, isFact: fact, isSourced: sourced };
}

type Found = { readonly node: AnyNode; readonly part: string } | null;

function partAt(made: readonly MadeBlock[], field: string, [block = 0, ...inside]: readonly number[]): Found {
  const node = field.startsWith('blocks.') ? made[block]?.node : undefined;
  const at = node && outlinePiece(node.content.kind).partAt(field.slice('blocks.'.length), inside);
  const found = node && at ? nodeAt(node, at.items) : null;
  return found && at ? { node: found, part: at.part } : null;
}

function notesAt(made: readonly MadeBlock[], index: number): Found {
  const node = made.filter(({ block }) => block.kind === 'notes').flatMap(({ node: block }) => shown(block))[index];
  return node ? { node, part: '' } : null;
}
