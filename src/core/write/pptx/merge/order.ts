import type { SideSlide } from './side.ts';
import type { Unit } from './units.ts';

/** A slide of the merged deck before it is written. */
export interface Slot {
  /** Null for a slide that a hand added. */
  readonly unit: Unit | null;
  /** The slide of theirs in whose part it stands; null for one that is new in the deck. */
  readonly theirs: SideSlide | null;
  /** Ours that it is of; null where there is none. */
  readonly ours: SideSlide | null;
}

/** Which unit each slide of a deck is of, in the deck's order; null: it was added by hand. */
export interface Sequence {
  readonly slide: SideSlide;
  readonly unit: Unit | null;
}

export interface Orders {
  readonly theirs: readonly Sequence[];
  readonly ours: readonly Sequence[];
  /** The slots that stand for each unit; none for one that is gone. */
  readonly slots: ReadonlyMap<Unit, readonly Slot[]>;
}

/** Whether what was there stands in another order now. */
function isMoved(sequence: readonly Sequence[]): boolean {
  const numbers = sequence.flatMap(({ unit }) => unit?.records[0]?.number ?? []);
  return numbers.some((number, i) => number < (numbers[i - 1] ?? 0));
}

/**
 * The merged deck's order: the hand's, and ours where no hand moved a slide. What only one side has stands behind what it stood behind on that side.
 */
export function mergedOrder({ theirs, ours, slots }: Orders): Slot[] {
  const mine = ours.map(({ unit }) => slotsOf(unit, null, slots));
  const his = theirs.map(({ unit, slide }) => slotsOf(unit, slide, slots));
  const isOurs = isMoved(ours) && !isMoved(theirs);
  return isOurs ? woven(mine, his) : woven(his, mine);
}

/** What a slide of one side puts into the deck: of a unit whose slides stay theirs each its own, else all of the unit at its first. */
function slotsOf(unit: Unit | null, slide: SideSlide | null, slots: Orders['slots']): readonly Slot[] {
  if (unit === null) return slide ? [{ unit: null, theirs: slide, ours: null }] : [];
  const all = slots.get(unit) ?? [];
  const own = slide && all.length > 1 ? all.filter((slot) => slot.theirs === slide) : [];
  return own.length > 0 ? own : all;
}

/** The first list in its order, and of the second what the first has not, each behind its neighbour. */
function woven(first: readonly (readonly Slot[])[], second: readonly (readonly Slot[])[]): Slot[] {
  const order: Slot[] = [];
  const key = (slot: Slot): unknown => (slot.unit === null ? slot.theirs : slot);
  const placed = new Set<unknown>();
  const put = (list: readonly Slot[], at: number): number => {
    const fresh = list.filter((slot) => !placed.has(key(slot)));
    fresh.forEach((slot) => placed.add(key(slot)));
    order.splice(at, 0, ...fresh);
    return fresh.length;
  };
  for (const list of first) put(list, order.length);
  let behind = 0;
  for (const list of second) {
    const known = list.flatMap((slot) => {
      const at = order.findIndex((other) => key(other) === key(slot));
      return at === -1 ? [] : [at + 1];
    });
    behind = known.length > 0 ? Math.max(...known) : behind;
    behind += put(list, behind);
  }
  return order;
}
