import { changesOf, type Change } from '../recipe/inspect.ts';
import { spoken } from '../recipe/match.ts';
import type { RecipeRecord } from '../recipe/part.ts';
import type { SlideDigests, SlideRecord } from '../recipe/record.ts';
import type { Side } from './lines.ts';
import { followed } from './followed.ts';
import type { DeckSide, SideSlide } from './side.ts';
import type { SlideMerge } from './slide.ts';

/** Slides that are merged together: one on each side, or all parts of one that is divided anew, or slides of a topic between which words went. */
export interface Unit {
  /** Our id of its first slide. */
  readonly id: string;
  readonly records: readonly SlideRecord[];
  readonly theirs: readonly SideSlide[];
  readonly ours: readonly SideSlide[];
  /** What was changed on each side, over all its parts. */
  readonly theirChanges: ReadonlySet<Change>;
  readonly ourChanges: ReadonlySet<Change>;
  /** Their program wrote its slides anew: their looks and places cannot be compared. */
  readonly rewritten: boolean;
}

/** What becomes of a unit's slides. */
export type Fate =
  /** Theirs as they are. */
  | { readonly kind: 'theirs' }
  | { readonly kind: 'ours' }
  | { readonly kind: 'merge'; readonly carrier: Side }
  /** Neither side's: deleted by hand, or withdrawn from the briefing, and unchanged on the other. */
  | { readonly kind: 'gone' }
  /** One side has no such slide any more, and the other changed it. */
  | { readonly kind: 'contested'; readonly what: 'slide-deleted' | 'slide-withdrawn' | 'division' };

/** `0123456789abcdef-2` is the second part of the slide `0123456789abcdef`. */
const family = (id: string): string => id.replace(/-\d+$/, '');

/** Whether it is no further part of a divided slide. */
export const isFirst = ({ id }: Pick<Unit, 'id'>): boolean => family(id) === id;

interface Sides {
  readonly theirs: DeckSide;
  readonly ours: DeckSide;
  readonly record: RecipeRecord;
  /** Which record each of their slides is, by `match`; null for one that was added. */
  readonly records: readonly (SlideRecord | null)[];
  /** What the recipe says of our slides, in their order. */
  readonly ourRecords: readonly Pick<SlideRecord, 'id' | 'topic'>[];
}

function grouped<T>(list: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of list) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return groups;
}

/** Whether each part of a divided slide says on our side what it said, or its own words in another way: no paragraph went to another part. */
function isDividedAlike(records: readonly SlideRecord[], ours: readonly SideSlide[]): boolean {
  if (records.length !== ours.length) return false;
  if (records.length === 1) return true;
  const where = new Map<string, Set<number>>();
  records.forEach(({ said }, part) => {
    for (const digest of said?.boxes.flatMap(({ words }) => words) ?? []) where.set(digest, (where.get(digest) ?? new Set()).add(part));
  });
  return ours.every(({ said }, part) => said.boxes.every(({ words }) => words.every((digest) => where.get(digest)?.has(part) ?? true)));
}

/** All slides that are ours, or were, as units. */
export function unitsOf({ theirs, ours, record, records, ourRecords }: Sides): Unit[] {
  const mineById = ours.slides.map((slide, i) => ({ slide, id: ourRecords[i]?.id ?? '', topic: ourRecords[i]?.topic ?? null }));
  const known = theirs.slides.flatMap((slide, i) => {
    const found = records[i];
    return found ? [{ slide, record: found }] : [];
  });
  const theirSlides = new Map(known.map(({ slide, record: { id } }) => [id, slide]));
  const together = followed(
    record.slides.map((was) => ({ key: family(was.id), was, theirs: theirSlides.get(was.id) ?? null })),
    mineById.map(({ slide, id, topic }) => ({ key: family(id), slide, topic })),
  );
  const keyOf = ({ id }: { readonly id: string }): string => together.get(family(id)) ?? family(id);
  const ourSlides = grouped(mineById, keyOf);
  const recorded = grouped(record.slides, keyOf);
  const added = new Set(theirs.slides.filter((_, i) => records[i] === null));
  // What was handed out already tells nothing of a slide that a hand added: a copy of ours says it, too.
  const common = new Set([...repeated(ours.slides), ...record.slides.flatMap(({ said }) => spoken(said))]);
  const units: Unit[] = [];
  for (const key of new Set([...recorded.keys(), ...ourSlides.keys()])) {
    const [was, now] = [recorded.get(key) ?? [], ourSlides.get(key) ?? []];
    const theirOf = (list: readonly SlideRecord[]): SideSlide[] => list.flatMap(({ id }) => theirSlides.get(id) ?? []);
    const mine = now.map(({ slide }) => slide);
    if (isDividedAlike(was, mine)) was.forEach((one, i) => units.push(unit(one.id, [one], theirOf([one]), mine.slice(i, i + 1))));
    else {
      const his = was.length === 0 ? adopted(mine, added, common) : theirOf(was);
      units.push(unit(was[0]?.id ?? now[0]?.id ?? key, was, his, mine));
    }
  }
  return units;
}

/** What several slides say, as who wrote it and when: it tells none of them from the others. */
function repeated(slides: readonly SideSlide[]): ReadonlySet<string> {
  const [once, again] = [new Set<string>(), new Set<string>()];
  for (const { said } of slides) for (const digest of new Set(spoken(said))) (once.has(digest) ? again : once).add(digest);
  return again;
}

/** The slide that a hand added and the briefing has taken over since: it says half of what ours alone says, or more. */
function adopted([ours, ...more]: readonly SideSlide[], added: Set<SideSlide>, common: ReadonlySet<string>): SideSlide[] {
  if (!ours || more.length > 0) return [];
  const says = new Set(spoken(ours.said).filter((digest) => !common.has(digest)));
  const found = [...added].find(({ said }) => spoken(said).filter((digest) => says.has(digest)).length * 2 >= Math.max(1, says.size));
  if (found) added.delete(found);
  return found ? [found] : [];
}

function unit(id: string, records: readonly SlideRecord[], theirs: readonly SideSlide[], ours: readonly SideSlide[]): Unit {
  const rewritten = theirs.some(({ content }) => content.creation === null);
  const theirChanges = new Set(
    theirs.flatMap(({ said, content }, i): Change[] => [
      ...changesOf(said, records[i]?.said ?? null, content.creation === null),
      ...(content.comments.length > 0 ? (['comments'] as const) : []),
    ]),
  );
  return { id, records, theirs, ours, theirChanges, ourChanges: new Set(ourChangesOf(records, ours)), rewritten };
}

/** A slide that is divided anew has other words on each part, and other places. */
function ourChangesOf(records: readonly SlideRecord[], ours: readonly SideSlide[]): Change[] {
  if (records.length !== ours.length) return ['words', 'layout'];
  return ours.flatMap(({ said }, i) => changesOf(said, records[i]?.said ?? null, false));
}

const SEEN: readonly Change[] = ['words', 'alt', 'cells', 'data', 'pictures'];
const LOOKS: readonly Change[] = ['look', 'layout'];

const has = (changes: ReadonlySet<Change>, list: readonly Change[]): boolean => list.some((change) => changes.has(change));

/** Regions that say the same on every slide: another mark is no news of a slide. */
const FURNITURE = new Set(['mark', 'footer', 'date', 'number']);

/** Whether slides say something else than what was handed out, beyond what stands on every slide, as the mark does over its notes, too. */
function saysElse(records: readonly SlideRecord[], ours: readonly SideSlide[]): boolean {
  if (records.length !== ours.length) return true;
  const own = (said: SlideDigests): SlideDigests => {
    const repeated = new Set(said.boxes.flatMap(({ name, words }) => (FURNITURE.has(name) ? words : [])));
    return {
      ...said,
      notes: said.notes.filter((digest) => !repeated.has(digest)),
      boxes: said.boxes.filter(({ name }) => !FURNITURE.has(name)),
    };
  };
  return ours.some(({ said }, i) => {
    const was = records[i]?.said;
    return !was || has(new Set(changesOf(own(said), own(was), false)), [...SEEN, 'notes']);
  });
}

/** What becomes of a unit's slides; of its notes says `notesOf`. */
export function fateOf({ records, theirs, ours, theirChanges, ourChanges, rewritten }: Unit, keepLooks: boolean): Fate {
  // What a hand added and the briefing took over stands as the hand made it.
  if (records.length === 0) return { kind: theirs.length > 0 ? 'theirs' : 'ours' };
  if (theirs.length === 0)
    return ours.length > 0 && saysElse(records, ours) ? { kind: 'contested', what: 'slide-deleted' } : { kind: 'gone' };
  if (ours.length === 0) return theirChanges.size === 0 ? { kind: 'gone' } : { kind: 'contested', what: 'slide-withdrawn' };
  const [theirSeen, ourSeen, ourLook] = [has(theirChanges, [...SEEN, ...LOOKS, 'comments']), has(ourChanges, SEEN), has(ourChanges, LOOKS)];
  if (!theirSeen) {
    if (!ourSeen && !ourLook) return { kind: 'theirs' };
    // What a hand did to looks, places and pictures cannot be told there: theirs carries, so that it stays.
    return rewritten && theirs.length === 1 && ours.length === 1
      ? { kind: ourSeen ? 'merge' : 'theirs', carrier: 'theirs' }
      : { kind: 'ours' };
  }
  // With nothing but words changed by hand, ours carries: it is laid out for what it says.
  const isWordsAlone = !rewritten && !has(theirChanges, [...LOOKS, 'alt', 'data', 'pictures', 'comments']);
  if (!ourSeen && (!ourLook || !isWordsAlone || keepLooks)) return { kind: 'theirs' };
  if (records.length > 1 || ours.length > 1) {
    const notesHavePlaces = records.length === ours.length || !theirChanges.has('notes');
    if (theirs.length === records.length && isWordsAlone && notesHavePlaces) return { kind: 'merge', carrier: 'ours' };
    return { kind: 'contested', what: 'division' };
  }
  return { kind: 'merge', carrier: isWordsAlone ? 'ours' : 'theirs' };
}

/** A unit as its boxes are merged. */
export function slideMerge({ records, theirs, ours, rewritten }: Unit): SlideMerge {
  return { base: records.map(({ said }) => said?.boxes ?? []), theirs, ours, rewritten };
}

/** Whose notes stand: `merge` where both changed them. */
export function notesOf({ records, theirChanges, ourChanges, theirs, ours }: Unit): Side | 'merge' {
  if (theirs.length === 0) return 'ours';
  // With as many slides as it never had, each of ours has its own.
  if (records.length > 0 && ours.length > 0 && records.length !== ours.length && !theirChanges.has('notes')) return 'ours';
  if (ours.length === 0 || !ourChanges.has('notes')) return 'theirs';
  return theirChanges.has('notes') ? 'merge' : 'ours';
}
