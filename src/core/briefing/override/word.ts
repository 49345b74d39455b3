import { parseNotes, writeInline } from '../../article/index.ts';
import type { ArticleBlock, Point, Topic } from '../../article/types.ts';
import { isRef, plainText, type Run } from '../../base/text.ts';
import { shortHash } from '../../base/hash.ts';
import { arrange } from './items.ts';
import { wordLines, type Marks, type WordedBy } from './lines.ts';
import { changesOf, makeBlocks, rewordingsOf, type Change, type MadeBlock, type Rewording } from './make.ts';
import { reportChanged } from './report.ts';
import { treeOf, type TopicTree } from './tree.ts';
import { readInline, type OverrideContext } from './values.ts';
import type { OutlineLine } from '../outline.ts';
import type { Overrides, WholeField } from '../types.ts';

/** A topic's wording in one briefing. */
export interface WordedTopic {
  readonly headline: readonly Run[];
  readonly summary: readonly Run[] | null;
  readonly blocks: readonly ArticleBlock[];
  readonly notes: readonly (readonly Run[])[];
  /** Lines that the briefing worded. */
  readonly written: ReadonlySet<readonly Run[]>;
  /** Those of them that stand in place of the article's. */
  readonly reworded: ReadonlySet<readonly Run[]>;
  /** Lines with a source that were reworded by hand. */
  readonly rewordings: readonly Rewording[];
  /** What was worded in blocks, each by itself. */
  readonly changes: readonly Change[];
  /** The blocks with what they were made from. */
  readonly made: readonly MadeBlock[];
  readonly tree: TopicTree;
  /** The article's lines that were worded, with what their overrides call them. */
  readonly wordedBy: ReadonlyMap<OutlineLine, WordedBy>;
}

/** Points of a topic in the order that overrides count them: over all lists, sub-points after their parent. */
export function pointsInOrder(topic: Topic): Point[] {
  const flat = (points: readonly Point[]): Point[] => points.flatMap((point) => [point, ...flat(point.children)]);
  return topic.blocks.flatMap((block) => (block.kind === 'points' ? flat(block.items) : []));
}

/** The hash that an override of this point carries. */
export function pointHash(point: Point): string {
  return shortHash(writeInline(point.runs));
}

const notesIn = (blocks: readonly ArticleBlock[]): (readonly Run[])[] =>
  blocks.flatMap((block) => (block.kind === 'notes' ? block.paragraphs : []));

/** A topic's headline, summary and notes as Markdown; null where it has none. Their hashes are those in `Overrides.hashes`. */
export function wholeText(topic: Topic, field: WholeField): string | null {
  switch (field) {
    case 'headline':
      return topic.heading;
    case 'summary':
      return topic.summary && writeInline(topic.summary);
    case 'notes': {
      const notes = notesIn(topic.blocks);
      return notes.length === 0 ? null : notes.map(writeInline).join('\n\n');
    }
  }
}

function notesOf(text: string, context: OverrideContext): readonly (readonly Run[])[] {
  const place = context.place(['notes']);
  const { value, problems } = parseNotes(text, { file: context.file, line: place.line ?? 1, paragraphs: context.paragraphs });
  context.problems.push(...problems.map((found) => ({ ...found, place })));
  return value ?? [];
}

/** A field that is worded as a whole is used even where the article's has changed, and that is said. */
function reportWhole(topic: Topic, overrides: Overrides, context: OverrideContext): void {
  for (const field of ['headline', 'summary', 'notes'] as const) {
    const [override, hash] = [overrides[field], overrides.hashes?.[field]];
    const now = wholeText(topic, field) ?? '';
    if (override === null || hash === undefined || shortHash(now) === hash) continue;
    const hint = `Compare the two; then mend the override and set hashes.${field} to ${shortHash(now)}, or remove it.`;
    reportChanged([field], { what: `the ${field}`, outcome: 'the override is used', override, now, hint }, context);
  }
}

/** What a briefing words in a topic's blocks, each by itself; what is wrong with the overrides themselves, `compose` says. */
export function changesIn(topic: Topic, overrides: Overrides, language: string | null): readonly Change[] {
  return wordTopic(topic, overrides, { file: '', place: () => ({}), paragraphs: null, language, problems: [] }).changes;
}

/** Puts a briefing's wording into a topic; the article stays as it is. */
export function wordTopic(topic: Topic, overrides: Overrides | null, context: OverrideContext): WordedTopic {
  const marks: Marks = { written: new Set(), reworded: new Set(), touched: new Map(), wordedBy: new Map() };
  const put = (runs: readonly Run[] | null): readonly Run[] | null => {
    if (runs !== null) marks.written.add(runs);
    return runs;
  };
  const tree = treeOf(overrides === null ? [] : topic.blocks);
  const summaryText = wholeText(topic, 'summary');
  let noSummary = false;
  if (overrides) {
    reportWhole(topic, overrides, context);
    wordLines(tree, overrides, marks, context);
    ({ noSummary } = arrange(tree, overrides, summaryText === null ? null : shortHash(summaryText), marks, context));
  }
  // Blocks in which nothing changed stay the same object: the merged lists know by it what they have already.
  const made = makeBlocks(tree, marks);
  const blocks = overrides === null ? topic.blocks : made.map(({ block }) => block);
  const headline = overrides?.headline == null ? null : put(readInline(overrides.headline, ['headline'], context));
  const summary = overrides?.summary == null ? null : put(readInline(overrides.summary, ['summary'], context));
  const refs = summary === null || topic.summary === null ? [] : summary.filter(isRef);
  const rewordings = rewordingsOf(marks, context.language ?? 'und');
  return {
    headline: headline ?? [{ text: topic.heading }],
    summary: summary ?? (noSummary ? null : topic.summary),
    blocks,
    notes: overrides?.notes == null ? notesIn(blocks) : notesOf(overrides.notes, context),
    written: marks.written,
    reworded: marks.reworded,
    rewordings: [...(summary && refs.length > 0 ? [{ kind: null, text: plainText(summary), refs }] : []), ...rewordings],
    changes: changesOf(marks),
    made,
    tree,
    wordedBy: marks.wordedBy,
  };
}
