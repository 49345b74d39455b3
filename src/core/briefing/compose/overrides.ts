import { parseNotes, parseInline, writeInline } from '../../article/index.ts';
import type { ArticleBlock, Point, Topic } from '../../article/types.ts';
import { problem, type Place, type Problem } from '../../base/errors.ts';
import type { Run } from '../../base/text.ts';
import { shortHash } from '../../base/hash.ts';
import type { Overrides, PointOverride } from '../types.ts';

/** A topic's wording in one briefing. Points that the briefing worded are in `written`, as are headline, summary and notes. */
export interface WordedTopic {
  readonly headline: readonly Run[];
  readonly summary: readonly Run[] | null;
  readonly blocks: readonly ArticleBlock[];
  readonly notes: readonly (readonly Run[])[];
  readonly written: ReadonlySet<readonly Run[]>;
}

export interface OverrideContext {
  readonly file: string;
  readonly place: (path: readonly PropertyKey[]) => Place;
  /** How many paragraphs the article's source text has; null where it has none. */
  readonly paragraphs: number | null;
  readonly problems: Problem[];
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

function inline(text: string, path: readonly PropertyKey[], context: OverrideContext): readonly Run[] | null {
  const place = context.place(path);
  const { value, problems } = parseInline(text, { file: context.file, line: place.line ?? 1, paragraphs: context.paragraphs });
  context.problems.push(...problems.map((found) => ({ ...found, place })));
  return value;
}

function notesOf(text: string, context: OverrideContext): readonly (readonly Run[])[] {
  const place = context.place(['notes']);
  const { value, problems } = parseNotes(text, { file: context.file, line: place.line ?? 1, paragraphs: context.paragraphs });
  context.problems.push(...problems.map((found) => ({ ...found, place })));
  return value ?? [];
}

function reportPoint(override: PointOverride, index: number, points: readonly Point[], context: OverrideContext): void {
  const place = context.place(['points', index]);
  const original = points[override.position - 1];
  if (!original) {
    const message = `the topic has no point ${override.position}; the override is left out`;
    const hint = 'Choose the point again, or remove the override.';
    context.problems.push(
      problem('briefing/override-missing', { message, place, received: override.text, allowed: `1 to ${points.length}`, hint }),
    );
  } else if (pointHash(original) !== override.hash) {
    context.problems.push(
      problem('briefing/override-changed', {
        message: `point ${override.position} of the article has changed since this override was written; the override is used`,
        place,
        received: `override: ${override.text}`,
        allowed: `the article now: ${writeInline(original.runs)}`,
        hint: `Compare the two; then mend the override and set its hash to ${pointHash(original)}, or remove it.`,
      }),
    );
  }
}

/** Puts a briefing's wording into a topic; the article stays as it is. */
export function wordTopic(topic: Topic, overrides: Overrides | null, context: OverrideContext): WordedTopic {
  const written = new Set<readonly Run[]>();
  const put = (runs: readonly Run[] | null): readonly Run[] | null => {
    if (runs !== null) written.add(runs);
    return runs;
  };
  const points = pointsInOrder(topic);
  const replaced = new Map<Point, readonly Run[]>();
  overrides?.points.forEach((override, index) => {
    reportPoint(override, index, points, context);
    const original = points[override.position - 1];
    const runs = put(inline(override.text, ['points', index, 'text'], context));
    if (original && runs) replaced.set(original, runs);
  });
  const word = (point: Point): Point => ({ runs: replaced.get(point) ?? point.runs, children: point.children.map(word) });
  const headline = overrides?.headline == null ? null : put(inline(overrides.headline, ['headline'], context));
  const summary = overrides?.summary == null ? null : put(inline(overrides.summary, ['summary'], context));
  const notes = topic.blocks.flatMap((block) => (block.kind === 'notes' ? block.paragraphs : []));
  return {
    headline: headline ?? [{ text: topic.heading }],
    summary: summary ?? topic.summary,
    // Other blocks stay the same object: the merged lists know by it what they have already.
    blocks: topic.blocks.map((block) =>
      block.kind === 'points' && replaced.size > 0 ? { ...block, items: block.items.map(word) } : block,
    ),
    notes: overrides?.notes == null ? notes : notesOf(overrides.notes, context),
    written,
  };
}
