import { alike } from '../recipe/alike.ts';
import { inOrder } from '../recipe/order.ts';
import type { SlidePlace } from './types.ts';
import { titleText, type DeckSide, type SideSlide, type Unit } from './side.ts';

/** A unit of the one deck and that of the other which it is; null where it is none. */
export interface UnitPair {
  readonly from: Unit | null;
  readonly to: Unit | null;
  readonly moved: boolean;
}

export interface Pairs {
  readonly pairs: readonly UnitPair[];
  /** Whether parts of divided slides were joined: two builds may divide the same slide otherwise. */
  readonly joined: boolean;
}

/** Layout names the parts of a divided slide so: `0123456789abcdef-2`. */
const PART = /^([0-9a-f]{16})-\d+$/;

/** By which a slide is known in both decks: our id, whichever of the decks says it, else PowerPoint's; null for one that has none, or another's. */
function keysOf(side: DeckSide, ids: ReadonlyMap<number, string>, joined: boolean): (string | null)[] {
  const taken = new Set<string>();
  return side.slides.map(({ content: { creation }, record }) => {
    const id = record?.id ?? (creation === null ? null : (ids.get(creation) ?? `creation ${creation}`));
    // A copy that kept its original's id is a slide of its own.
    if (id === null || taken.has(id)) return null;
    taken.add(id);
    return joined ? (PART.exec(id)?.[1] ?? id) : id;
  });
}

function unitsOf(side: DeckSide, keys: readonly (string | null)[]): (Unit & { readonly key: string | null })[] {
  const units = new Map<string, SideSlide[]>();
  const list: { key: string | null; slides: SideSlide[] }[] = [];
  side.slides.forEach((slide, i) => {
    const key = keys[i] ?? null;
    const known = key === null ? undefined : units.get(key);
    if (known) {
      known.push(slide);
      return;
    }
    const slides = [slide];
    list.push({ key, slides });
    if (key !== null) units.set(key, slides);
  });
  return list;
}

/** All that a unit says, for knowing it again. */
function says({ slides }: Unit): string[] {
  return slides
    .flatMap(({ content: { boxes, title } }) => [
      title,
      ...boxes.flatMap(({ paragraphs, rows, chart }) => [
        ...paragraphs.map(({ text }) => text),
        ...rows.flatMap(({ cells }) => cells.map(({ text }) => text)),
        ...(chart?.series.flatMap(({ name, points }) => points.map(({ category, value }) => `${name} ${category} ${value}`)) ?? []),
      ]),
    ])
    .filter((text) => text !== '');
}

/** Parts of one slide stand together in the deck. */
const together = ({ slides }: Unit): boolean => slides.every(({ number }, i) => number === (slides[0]?.number ?? 0) + i);

/**
 * Which slide is which: by our ids and PowerPoint's, then by what they say. In the new deck's order, a deleted slide behind the one that
 * it stood behind. Within one build slides are compared one by one; of two builds the parts of a divided slide as one.
 */
export function pairSlides(a: DeckSide, b: DeckSide): Pairs {
  const joined = a.stamp !== b.stamp;
  const ids = new Map([...a.records, ...b.records].map(({ creation, id }) => [creation, id]));
  const then = unitsOf(a, keysOf(a, ids, joined));
  const now = unitsOf(b, keysOf(b, ids, joined));
  const byKey = new Map(then.flatMap((unit, i) => (unit.key === null ? [] : [[unit.key, i] as const])));
  const fromOf = new Map<number, number>();
  now.forEach(({ key }, j) => {
    const i = key === null ? undefined : byKey.get(key);
    if (i !== undefined) fromOf.set(j, i);
  });
  const given = new Set(fromOf.values());
  const gone = then.flatMap((_, i) => (given.has(i) ? [] : [i]));
  const come = now.flatMap((_, j) => (fromOf.has(j) ? [] : [j]));
  const sayings = (units: readonly Unit[], at: readonly number[]): string[][] => at.map((i) => says(units[i] ?? { slides: [] }));
  for (const pair of alike(sayings(now, come), sayings(then, gone))) fromOf.set(come[pair.now] ?? -1, gone[pair.then] ?? -1);
  return { pairs: ordered(then, now, fromOf), joined };
}

function ordered(then: readonly Unit[], now: readonly Unit[], fromOf: ReadonlyMap<number, number>): UnitPair[] {
  const kept = inOrder(now.flatMap((_, j) => fromOf.get(j) ?? []));
  const known = new Set(fromOf.values());
  const pairs: UnitPair[] = [];
  const goneBehind = (i: number): void => {
    for (let next = i + 1; next < then.length && !known.has(next); next += 1)
      pairs.push({ from: then[next] ?? null, to: null, moved: false });
  };
  goneBehind(-1);
  now.forEach((to, j) => {
    const i = fromOf.get(j);
    const from = i === undefined ? null : (then[i] ?? null);
    pairs.push({ from, to, moved: i !== undefined && from !== null && (!kept.has(i) || (together(from) && !together(to))) });
    if (i !== undefined) goneBehind(i);
  });
  return pairs;
}

/** Where a unit stands, for whoever reads of it. */
export function placeOf(unit: Unit | null): SlidePlace | null {
  const first = unit?.slides[0];
  if (!unit || !first) return null;
  return { number: first.number, parts: unit.slides.length, title: titleText(first.content), kind: first.record?.kind ?? null };
}
