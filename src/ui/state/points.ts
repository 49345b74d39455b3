import type { Briefing, Overrides } from '../types.ts';
import { changeOverrides } from './briefing.ts';

/**
 * Points of a topic in a briefing, for the wording panel. It knows of overrides what the core's `briefing/override` does with added and
 * removed points, and no more: that would bring the parser of Markdown into the page. `test/ui/state/points.test.ts` holds it to what
 * slides show.
 */

/** An entry of a topic as overrides name it. */
export interface EntryRef {
  /** `points/1/2`, or `added/3` of one that the briefing added. */
  readonly at: string;
  /** Of its own words: for what is put behind it. Empty of what was added. */
  readonly itemHash: string;
  /** With all below it: for what is removed. */
  readonly wholeHash: string;
}

type Added = NonNullable<Overrides['added']>[number];

const numberOf = (at: string): number => Number(/^added\/(\d+)/.exec(at)?.[1] ?? 0);

/** `added/4/0` as it is called once additions are numbered otherwise. */
const renamed = (at: string, number: (n: number) => number): string =>
  at.replace(/^added\/(\d+)/, (_, n: string) => `added/${number(Number(n))}`);

/** Every place that names an addition, with other numbers. */
function renumbered(overrides: Overrides, number: (n: number) => number): Overrides {
  const { lines, moved, added } = overrides;
  return {
    ...overrides,
    ...(lines && { lines: lines.map((line) => ({ ...line, at: renamed(line.at, number) })) }),
    ...(moved && { moved: moved.map((move) => ({ ...move, after: renamed(move.after, number) })) }),
    ...(added && { added: added.map((own) => ({ ...own, after: renamed(own.after, number) })) }),
  };
}

/** Leaves a point of the article out of this briefing, with what stands below it; what was worded anew of it is left as it was. */
export function removePoint(briefing: Briefing, index: number, { at, wholeHash }: EntryRef): Briefing {
  return changeOverrides(briefing, index, (overrides) => {
    const removed = (overrides.removed ?? []).filter((one) => one.at !== at);
    return { ...overrides, removed: [...removed, { at, hash: wholeHash }] };
  });
}

/** Has a point again that was left out. */
export function bringBack(briefing: Briefing, index: number, at: string): Briefing {
  return changeOverrides(briefing, index, ({ removed = [], ...overrides }) => {
    const left = removed.filter((one) => one.at !== at);
    return left.length === 0 ? overrides : { ...overrides, removed: left };
  });
}

/** The number that a point put directly behind another gets: before all that was put there earlier. From 1. */
export function numberBehind(overrides: Overrides | null, { at }: EntryRef): number {
  const added = overrides?.added ?? [];
  const first = added.findIndex(({ after }) => after === at);
  return (first === -1 ? added.length : first) + 1;
}

/** Adds a point of the briefing's own directly behind another, on the same level. */
export function addPoint(briefing: Briefing, index: number, behind: EntryRef, text: string): Briefing {
  return changeOverrides(briefing, index, (overrides) => {
    const number = numberBehind(overrides, behind);
    const shifted = renumbered(overrides, (n) => (n >= number ? n + 1 : n));
    const after = numberOf(behind.at) >= number ? renamed(behind.at, (n) => n + 1) : behind.at;
    const own: Added = { after, ...(behind.itemHash !== '' && { hash: behind.itemHash }), text: text.trim() };
    return { ...shifted, added: (shifted.added ?? []).toSpliced(number - 1, 0, own) };
  });
}

/** Other words for an added point; without any it goes, and what stood behind it stands where it stood. `number` from 1. */
export function wordAdded(briefing: Briefing, index: number, number: number, text: string): Briefing {
  return changeOverrides(briefing, index, (overrides) => {
    const own = overrides.added?.[number - 1];
    if (!overrides.added || !own || own.text === text.trim()) return overrides;
    if (text.trim() !== '') return { ...overrides, added: overrides.added.with(number - 1, { ...own, text: text.trim() }) };
    const name = `added/${number}`;
    const inherit = <T extends { readonly after: string }>(of: T): T =>
      of.after === name || of.after === `${name}/0` ? { ...of, after: own.after, ...(own.hash !== undefined && { hash: own.hash }) } : of;
    const { added, moved, ...rest } = overrides;
    const others = added.filter((one) => one !== own).map(inherit);
    return renumbered({ ...rest, ...(others.length > 0 && { added: others }), ...(moved && { moved: moved.map(inherit) }) }, (n) =>
      n > number ? n - 1 : n,
    );
  });
}

/** A point of the article, or one that the briefing added. */
export interface Placed<T> {
  readonly point: T | null;
  /** From 1; 0: the article's. */
  readonly added: number;
  readonly at: string;
  readonly level: number;
  /** Left out: itself, or with one that it stands below. */
  readonly removed: 'here' | 'above' | null;
}

/** Where a point stands that was put behind this one; null: what it was put behind is no point here. */
function placeBehind<T>(
  list: readonly Placed<T>[],
  after: string,
): { readonly index: number; readonly level: number; readonly removed: 'above' | null } | null {
  const parent = /^(.*)\/0$/.exec(after)?.[1];
  if (parent === undefined) {
    const anchor = list.findIndex(({ at }) => at === after);
    const anchored = list[anchor];
    if (!anchored) return null;
    const { level, removed } = anchored;
    // Behind all that stands below it.
    let index = anchor + 1;
    while ((list[index]?.level ?? -1) > level) index += 1;
    return { index, level, removed: removed === 'above' ? removed : null };
  }
  // The first below a point, or of a list.
  const of = list.findIndex(({ at }) => at === parent);
  const found = list[of];
  if (found) return { index: of + 1, level: found.level + 1, removed: found.removed === null ? null : 'above' };
  const first = list.findIndex(({ at }) => at === `${parent}/1`);
  return first === -1 ? null : { index: first, level: 0, removed: null };
}

/** The points of a topic with those that the briefing added at their places, and those marked that it leaves out. Moves are not followed. */
export function placed<T extends { readonly at: string; readonly level: number }>(
  points: readonly T[],
  overrides: Overrides | null,
): Placed<T>[] {
  const gone = (overrides?.removed ?? []).map(({ at }) => at);
  const list: Placed<T>[] = points.map((point) => ({
    point,
    added: 0,
    at: point.at,
    level: point.level,
    removed: gone.some((at) => point.at.startsWith(`${at}/`)) ? 'above' : gone.includes(point.at) ? 'here' : null,
  }));
  const waiting = (overrides?.added ?? []).map((own, n) => ({ own, number: n + 1 })).filter(({ own }) => own.text !== undefined);
  // What stands behind another addition comes once that has its place; of one place the first is put last, directly behind it.
  for (let before = -1; before !== waiting.length;) {
    before = waiting.length;
    for (const entry of waiting.toReversed()) {
      const place = placeBehind(list, entry.own.after);
      if (place === null) continue;
      const { index, ...where } = place;
      list.splice(index, 0, { point: null, added: entry.number, at: `added/${entry.number}`, ...where });
      waiting.splice(waiting.indexOf(entry), 1);
    }
  }
  return list;
}
