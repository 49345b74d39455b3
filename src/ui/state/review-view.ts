import type { ReviewParts } from '../types.ts';
import { isShown, type Hover, type OpenReview, type Place } from './review.ts';
import { entriesAt, entriesOf, entryOf, isWaiting, spansOf, surenessOf, type Entry } from './review-entries.ts';

/** A stretch of a block's text that is shown marked. */
export interface Marked {
  readonly start: number;
  readonly end: number;
}

/** A piece of a sentence, marked or not. */
export interface Piece {
  readonly text: string;
  readonly marked: boolean;
}

/** A sentence cut where marks begin and end. */
export function pieces(text: string, sentence: Marked, marks: readonly Marked[]): readonly Piece[] {
  const inside = marks
    .map(({ start, end }) => ({ start: Math.max(start, sentence.start), end: Math.min(end, sentence.end) }))
    .filter(({ start, end }) => start < end);
  const cuts = [...new Set([sentence.start, sentence.end, ...inside.flatMap(({ start, end }) => [start, end])])].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((from, index) => ({
    text: text.slice(from, cuts[index + 1]),
    marked: inside.some(({ start, end }) => start <= from && from < end),
  }));
}

/** Blocks that stand together: one that is shown, or a run of repeats that is folded. */
export type Stretch =
  { readonly kind: 'block'; readonly index: number } | { readonly kind: 'folded'; readonly from: number; readonly count: number };

export function stretches({ blocks }: ReviewParts, unfolded: boolean): readonly Stretch[] {
  const found: Stretch[] = [];
  blocks.forEach((block, index) => {
    const last = found.at(-1);
    if (isShown(block, unfolded)) found.push({ kind: 'block', index });
    else if (last?.kind === 'folded') found[found.length - 1] = { ...last, count: last.count + 1 };
    else found.push({ kind: 'folded', from: index, count: 1 });
  });
  return found;
}

/** What belongs to what is selected, or under the pointer, on the other side. */
export interface Linked {
  /** Spans of the source, by block. */
  readonly spans: ReadonlyMap<number, readonly Marked[]>;
  /** Lines of the structure. */
  readonly items: ReadonlySet<string>;
  /** What to bring into sight on either side. */
  readonly block: number | null;
  readonly item: string | null;
}

function spansByBlock(entries: readonly Entry[]): ReadonlyMap<number, readonly Marked[]> {
  const found = new Map<number, Marked[]>();
  for (const { block, start, end } of entries.flatMap(spansOf)) found.set(block, [...(found.get(block) ?? []), { start, end }]);
  return found;
}

function isPlace(hover: Hover): hover is Place {
  return 'block' in hover;
}

/** The links of the selected line or sentence, or of what the pointer is on. */
export function linksOf({ parts, item, place, side }: OpenReview, hover: Hover | null): Linked {
  const from = hover ?? (side === 'source' && place ? place : item === null ? null : { item });
  if (from === null) return { spans: new Map(), items: new Set(), block: null, item: null };
  if (isPlace(from)) {
    const entries = entriesAt(parts, from.block).filter((entry) =>
      spansOf(entry).some(({ block, sentences }) => block === from.block && sentences[0] <= from.sentence && from.sentence <= sentences[1]),
    );
    return { spans: new Map(), items: new Set(entries.map(({ id }) => id)), block: null, item: entries[0]?.id ?? null };
  }
  const entry = entryOf(parts, from.item);
  const spans = entry ? spansByBlock([entry]) : new Map<number, readonly Marked[]>();
  const topic = entry?.kind === 'heading' ? parts.topics.find(({ id }) => id === entry.topic) : undefined;
  return { spans, items: new Set(), block: [...spans.keys()][0] ?? topic?.blocks[0] ?? null, item: null };
}

/** Proposals of a block for its margin: without those that were left out. Actors are named everywhere: only those in doubt. */
export function marksOf(parts: ReviewParts, block: number): readonly Entry[] {
  return entriesAt(parts, block).filter(
    (entry) =>
      entry.node !== null &&
      entry.node.state !== 'rejected' &&
      (entry.kind !== 'actor' || (entry.node.state === 'proposed' && surenessOf(entry) === 'unsure')),
  );
}

/** What a save would take and leave, in numbers. */
export interface Tally {
  readonly topics: number;
  readonly lines: number;
  readonly actors: number;
  /** Proposals that nobody has looked at, and how many of those are saved all the same. */
  readonly waiting: number;
  readonly takenUnseen: number;
  readonly leftUnseen: number;
  /** Other readings of a sentence, and what tells less: not asked about, and not saved. */
  readonly setAside: number;
  /** Points that are saved with something to check. */
  readonly warned: number;
}

export function tallyOf(parts: ReviewParts): Tally {
  const kept = new Set(parts.topics.filter(({ heading }) => heading.state !== 'rejected').map(({ id }) => id));
  const entries = entriesOf(parts);
  const isTaken = (entry: Entry): boolean => {
    if (!entry.node || entry.node.state === 'rejected') return false;
    if (entry.topic !== null && !kept.has(entry.topic)) return false;
    return 'taken' in entry.node ? entry.node.taken : true;
  };
  const waiting = entries.filter(isWaiting);
  const taken = entries.filter(isTaken);
  const takenUnseen = waiting.filter(isTaken).length;
  return {
    topics: kept.size,
    lines: taken.filter(({ kind }) => kind === 'item' || kind === 'summary').length,
    actors: taken.filter(({ kind }) => kind === 'actor').length,
    waiting: waiting.length,
    takenUnseen,
    leftUnseen: waiting.length - takenUnseen,
    setAside: entries.filter((entry) => entry.node?.state === 'proposed' && entry.node.aside !== undefined && !isTaken(entry)).length,
    warned: taken.filter(({ node }) => node !== null && 'warnings' in node && node.warnings.length > 0).length,
  };
}

/** Where two texts differ: what they share before and behind, and what stands between. */
export interface Difference {
  readonly head: string;
  readonly before: string;
  readonly after: string;
  readonly tail: string;
}

/** Words that are shown around what differs. */
const AROUND = 4;

/** The one stretch of words in which two texts differ, with a few words around it. */
export function differenceOf(before: string, after: string): Difference {
  const [a, b] = [before.split(/\s+/).filter(Boolean), after.split(/\s+/).filter(Boolean)];
  const most = Math.min(a.length, b.length);
  let head = 0;
  while (head < most && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < most - head && a.at(-1 - tail) === b.at(-1 - tail)) tail += 1;
  const lead = a.slice(0, head);
  const rest = a.slice(a.length - tail);
  return {
    head: (lead.length > AROUND ? ['…', ...lead.slice(-AROUND)] : lead).join(' '),
    before: a.slice(head, a.length - tail).join(' '),
    after: b.slice(head, b.length - tail).join(' '),
    tail: (rest.length > AROUND ? [...rest.slice(0, AROUND), '…'] : rest).join(' '),
  };
}
