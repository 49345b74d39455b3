import { applyUpdate } from '../../api/review.ts';
import type { ReviewUpdate } from '../../api/schemas/intake-view.ts';
import type { Problem, Review, ReviewParts, ReviewTopic } from '../types.ts';
import { entriesAt, entriesOf, entryOf, positionOf, spansOf, type Entry, type State } from './review-entries.ts';

/** A sentence of the source. */
export interface Place {
  readonly block: number;
  readonly sentence: number;
}

export type Side = 'source' | 'structure';

/** A review on screen: the draft as the service has it, and where the user is in it. */
export interface OpenReview {
  /** What never changes while it is open. */
  readonly review: Omit<Review, 'parts'>;
  readonly parts: ReviewParts;
  readonly side: Side;
  /** The selected line of the structure; null: the selected sentence leads to none. */
  readonly item: string | null;
  readonly place: Place | null;
  /** What the pointer is on; both sides show what belongs to it. */
  readonly hover: Hover | null;
  /** Folded and set-aside paragraphs are shown in full. */
  readonly unfolded: boolean;
  /** The part of the form that the keyboard asked for. Counts up, so that the same part can be asked for again. */
  readonly asked: { readonly part: string; readonly n: number } | null;
  /** Choosing what a paragraph is. */
  readonly choosingRole: boolean;
  /** The newer version's changes are shown. */
  readonly comparing: boolean;
  /** Why the last step was refused. */
  readonly problems: readonly Problem[];
}

export type Hover = { readonly item: string } | Place;

export function openReview({ parts, ...review }: Review): OpenReview {
  const first = parts.order[0] ?? entriesOf(parts)[0]?.id ?? null;
  const open: OpenReview = {
    review,
    parts,
    side: 'structure',
    item: null,
    place: null,
    hover: null,
    unfolded: false,
    asked: null,
    choosingRole: false,
    comparing: review.changes.length > 0,
    problems: [],
  };
  return first === null ? open : select(open, first);
}

/** Takes a selected line of the structure; the source goes to where it comes from. */
export function select(open: OpenReview, item: string | null): OpenReview {
  const entry = entryOf(open.parts, item);
  if (!entry) return open;
  const place = placeOf(open.parts, entry) ?? open.place;
  return { ...open, item: entry.id, place, asked: null, choosingRole: false, problems: [] };
}

/** Where an entry stands first; a heading where its topic begins. */
function placeOf(parts: ReviewParts, entry: Entry): Place | null {
  const [span] = spansOf(entry);
  if (span) return { block: span.block, sentence: span.sentences[0] };
  const topic = entry.kind === 'heading' ? parts.topics.find(({ id }) => id === entry.topic) : undefined;
  const block = topic?.blocks[0];
  return block === undefined ? null : { block, sentence: 0 };
}

/** Takes a selected sentence of the source, and the first proposal that rests on it. */
export function selectPlace(open: OpenReview, place: Place): OpenReview {
  const [entry] = linkedTo(open.parts, place);
  return { ...open, side: 'source', place, item: entry?.id ?? null, asked: null, choosingRole: false, problems: [] };
}

/** What rests on a sentence. */
export function linkedTo(parts: ReviewParts, { block, sentence }: Place): readonly Entry[] {
  return entriesAt(parts, block).filter((entry) =>
    spansOf(entry).some((span) => span.block === block && span.sentences[0] <= sentence && sentence <= span.sentences[1]),
  );
}

export type Move = 'up' | 'down' | 'page-up' | 'page-down' | 'first' | 'last' | 'next' | 'previous' | 'to-source' | 'to-structure';

/** Goes somewhere else; nothing of the draft changes. */
export function move(open: OpenReview, by: Move): OpenReview {
  switch (by) {
    case 'next':
    case 'previous':
      return { ...select(open, waitingFrom(open, by === 'next' ? 1 : -1) ?? open.item), side: 'structure' };
    case 'to-source':
      return { ...open, side: 'source', place: open.place ?? { block: 0, sentence: 0 }, choosingRole: false };
    case 'to-structure':
      return { ...(open.item === null ? nearestEntry(open) : open), side: 'structure', choosingRole: false };
    default:
      return open.side === 'source' ? moveInSource(open, by) : moveInStructure(open, by);
  }
}

type Step = Exclude<Move, 'next' | 'previous' | 'to-source' | 'to-structure'>;

function moveInStructure(open: OpenReview, by: Step): OpenReview {
  const entries = entriesOf(open.parts);
  const at = positionOf(open.parts, open.item);
  const isHead = (entry: Entry, index: number): boolean =>
    entry.kind === 'heading' || (entry.topic === null && entries[index - 1]?.kind !== entry.kind);
  const to = {
    up: () => Math.max(0, at - 1),
    down: () => Math.min(entries.length - 1, at + 1),
    first: () => 0,
    last: () => entries.length - 1,
    'page-up': () =>
      Math.max(
        0,
        entries.findLastIndex((entry, index) => index < at && isHead(entry, index)),
      ),
    'page-down': () => {
      const next = entries.findIndex((entry, index) => index > at && isHead(entry, index));
      return next < 0 ? entries.length - 1 : next;
    },
  }[by]();
  return select(open, entries[to]?.id ?? null);
}

/** Blocks that the source pane shows whole: folded and set-aside ones only when it is unfolded. */
export function isShown({ role }: ReviewParts['blocks'][number], unfolded: boolean): boolean {
  return unfolded || role !== 'repeat';
}

function moveInSource(open: OpenReview, by: Step): OpenReview {
  const { blocks } = open.parts;
  const at = open.place ?? { block: 0, sentence: 0 };
  const shown = (block: number, step: 1 | -1): number | null => {
    for (let next = block; next >= 0 && next < blocks.length; next += step) {
      const found = blocks[next];
      if (found && isShown(found, open.unfolded)) return next;
    }
    return null;
  };
  const last = (block: number): number => Math.max(0, (blocks[block]?.sentences.length ?? 1) - 1);
  const start = (block: number | null): Place | null => (block === null ? null : { block, sentence: 0 });
  const places: Record<Step, () => Place | null> = {
    up: () => {
      if (at.sentence > 0) return { ...at, sentence: at.sentence - 1 };
      const block = shown(at.block - 1, -1);
      return block === null ? null : { block, sentence: last(block) };
    },
    down: () => (at.sentence < last(at.block) ? { ...at, sentence: at.sentence + 1 } : start(shown(at.block + 1, 1))),
    'page-up': () => start(at.sentence > 0 ? at.block : shown(at.block - 1, -1)),
    'page-down': () => start(shown(at.block + 1, 1)),
    first: () => start(shown(0, 1)),
    last: () => start(shown(blocks.length - 1, -1)),
  };
  const place = places[by]();
  return place ? selectPlace(open, place) : open;
}

/** Without a selected line: the heading of the topic that the sentence is in, else the first line. */
function nearestEntry(open: OpenReview): OpenReview {
  const topic = open.place && open.parts.topics.find(({ blocks }) => blocks.includes(open.place?.block ?? -1));
  return select(open, topic ? topic.heading.id : (entriesOf(open.parts)[0]?.id ?? null));
}

/** What waits next in the order of review, from what is selected; around the end. Null: nothing waits. */
export function waitingFrom({ parts, item }: Pick<OpenReview, 'parts' | 'item'>, by: 1 | -1 = 1): string | null {
  const { order } = parts;
  if (order.length === 0) return null;
  const at = item === null ? -1 : order.indexOf(item);
  if (at < 0) return (by === 1 ? order[0] : order.at(-1)) ?? null;
  return order[(at + by + order.length) % order.length] ?? null;
}

/** Where to go after some have been decided: on from the selected one, past all of them. */
export function nextAfter({ parts, item }: Pick<OpenReview, 'parts' | 'item'>, decided: ReadonlySet<string>): string | null {
  const { order } = parts;
  const at = item === null ? -1 : order.indexOf(item);
  const ahead = at < 0 ? order : [...order.slice(at + 1), ...order.slice(0, at)];
  return ahead.find((id) => !decided.has(id)) ?? null;
}

/** The parts with some decided, at once; the service's answer follows and counts. */
export function withState(parts: ReviewParts, ids: readonly string[], state: State): ReviewParts {
  const wanted = new Set(ids);
  const set = <T extends { readonly id: string; readonly state: State } | null>(node: T): T =>
    node && wanted.has(node.id) ? { ...node, state } : node;
  const topic = (before: ReviewTopic): ReviewTopic => {
    const touched = [before.heading, ...(before.summary ? [before.summary] : []), ...before.items].some(({ id }) => wanted.has(id));
    if (!touched) return before;
    return { ...before, heading: set(before.heading), summary: set(before.summary), items: before.items.map(set) };
  };
  return {
    ...parts,
    order: state === 'proposed' ? parts.order : parts.order.filter((id) => !wanted.has(id)),
    topics: parts.topics.map(topic),
    actors: parts.actors.map(set),
    fields: Object.fromEntries(Object.entries(parts.fields).map(([name, field]) => [name, set(field)])) as ReviewParts['fields'],
  };
}

/** Which line is selected after a step: the one that is, the one that is new, or the one that changed. */
export type Follow = 'stay' | 'new' | 'changed';

/** The service's answer to a step. What was selected stays where it can. */
export function applyAnswer(open: OpenReview, update: ReviewUpdate, follow: Follow): OpenReview {
  const parts = applyUpdate(open.parts, update);
  const before = entriesOf(open.parts);
  const after = entriesOf(parts);
  const known = new Map(before.map((entry) => [entry.id, entry]));
  const isNew = ({ id }: Entry): boolean => !known.has(id);
  const isChanged = (entry: Entry): boolean => {
    const old = known.get(entry.id);
    return old === undefined || (old.node !== entry.node && JSON.stringify(old.node) !== JSON.stringify(entry.node));
  };
  const found = follow === 'stay' ? undefined : after.find(follow === 'new' ? isNew : isChanged);
  const next = { ...open, parts, problems: [] };
  if (found) return select(next, found.id);
  if (open.item === null || entryOf(parts, open.item)) return next;
  // What was selected is gone: its neighbour.
  const ids = new Set(after.map(({ id }) => id));
  const at = before.findIndex(({ id }) => id === open.item);
  const neighbour = before.slice(at).find(({ id }) => ids.has(id)) ?? before.slice(0, Math.max(0, at)).findLast(({ id }) => ids.has(id));
  return select({ ...next, item: null }, neighbour?.id ?? null);
}

/** How many proposals have had their word. */
export function decided({ order, proposals }: ReviewParts): number {
  return Math.max(0, proposals - order.length);
}
