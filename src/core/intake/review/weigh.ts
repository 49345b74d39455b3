import { termsOf } from '../topics/terms.ts';
import type { Draft, PointItem, ReviewWarning } from '../types.ts';
import { shortestClause } from './clause.ts';
import { findItem } from './edit.ts';
import { rewritePoint } from './items.ts';
import { reviewWarnings } from './warnings.ts';

/** A point against the words of its source. */
export interface Weighed {
  /** The sentences that it rests on; of a whole paragraph the one that it is likest to. Empty without a place in the source. */
  readonly source: string;
  readonly warnings: readonly ReviewWarning[];
  /** The source's shortest clause, where it is shorter than the point, or keeps what the point has lost. */
  readonly clause: string | null;
}

/** What the source's own words put right, however short the point is. */
const MENDED: ReadonlySet<ReviewWarning['kind']> = new Set<ReviewWarning['kind']>(['hedge-lost', 'number-unsourced']);

/** Weighs a point as it stands, or with other words in its place. What was saved and not touched since is the user's own: no warnings. */
export function weighPoint({ blocks, meta }: Pick<Draft, 'blocks' | 'meta'>, point: PointItem, text: string = point.text): Weighed {
  const language = meta.language?.value ?? 'en';
  const source = sourceOfPoint(blocks, point, text, language);
  if (source === '' || (point.saved !== null && text === point.text)) return { source, warnings: [], clause: null };
  const clause = shortestClause(source, { language });
  const warnings = reviewWarnings(text, source, { language });
  const mends = warnings.some(({ kind }) => MENDED.has(kind));
  return { source, warnings, clause: clause !== text && (mends || clause.length < text.length) ? clause : null };
}

function sourceOfPoint(blocks: Draft['blocks'], { spans }: PointItem, text: string, language: string): string {
  const sentences = spans.map((span) => {
    const block = blocks[span.block];
    const [first, last] = span.sentences;
    return (block?.sentences.slice(first, last + 1) ?? []).map(({ start, end }) => block?.text.slice(start, end) ?? '');
  });
  const all = sentences.flat();
  if (all.length <= 1 || sentences.every((own) => own.length === 1)) return all.join(' ');
  // A saved point knows its paragraph, not its sentence.
  const own = new Set(termsOf(text, language));
  const shared = all.map((sentence) => new Set(termsOf(sentence, language).filter((term) => own.has(term))).size);
  return all[shared.indexOf(Math.max(...shared))] ?? '';
}

/** The point in the words of its source's shortest clause; unchanged where none is offered. */
export function takeClause(draft: Draft, id: string): Draft {
  const found = findItem(draft, id);
  if (found?.item.kind !== 'point') return draft;
  const { clause } = weighPoint(draft, found.item);
  return clause === null ? draft : rewritePoint(draft, id, clause);
}
