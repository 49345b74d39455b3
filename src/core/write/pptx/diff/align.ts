import { diffIndices } from 'node-diff3';

/** A member of the one list and the member of the other that it is; null on the side where it is not. */
export interface Aligned {
  readonly from: number | null;
  readonly to: number | null;
  /** The same, but elsewhere among its neighbours. */
  readonly moved: boolean;
}

/** What is less alike than this is not the same with changes, but something else. */
export const LEAST_ALIKE = 0.4;
/** Where more than this would have to be held against each other, those that stand at one place are. */
const MOST_PAIRS = 40_000;

/**
 * Which member of `now` each of `then` is, in the order of `now`, those that are gone behind what they stood behind: first a longest
 * common subsequence, then equal ones, then the most alike (0 to 1), and each once.
 */
export function align(then: readonly string[], now: readonly string[], likeness: (from: number, to: number) => number): Aligned[] {
  const toOf = new Map<number, number>();
  const moved = new Set<number>();
  let [at, other] = [0, 0];
  for (const chunk of [...diffIndices([...then], [...now]), null]) {
    const [end, start] = chunk ? [chunk.buffer1[0], chunk.buffer1[0] + chunk.buffer1[1]] : [then.length, then.length];
    for (; at < end; at += 1, other += 1) toOf.set(at, other);
    at = start;
    if (chunk) other = chunk.buffer2[0] + chunk.buffer2[1];
  }
  const taken = new Set(toOf.values());
  const left = then.flatMap((_, i) => (toOf.has(i) ? [] : [i]));
  const places = new Map<string, number[]>();
  now.forEach((text, i) => {
    if (!taken.has(i)) places.set(text, [...(places.get(text) ?? []), i]);
  });
  for (const i of left) {
    const place = places.get(then[i] ?? '')?.shift();
    if (place === undefined) continue;
    toOf.set(i, place);
    taken.add(place);
    moved.add(i);
  }
  const gone = left.filter((i) => !toOf.has(i));
  const come = now.flatMap((_, i) => (taken.has(i) ? [] : [i]));
  for (const [i, j] of mostAlike(gone, come, likeness)) toOf.set(i, j);
  return inOrderOf(then.length, now.length, toOf, moved);
}

function mostAlike(gone: readonly number[], come: readonly number[], likeness: (from: number, to: number) => number): [number, number][] {
  const isMuch = gone.length * come.length > MOST_PAIRS;
  const pairs = gone.flatMap((i, rank) =>
    come.flatMap((j, other) => {
      if (isMuch && rank !== other) return [];
      const score = likeness(i, j);
      return score >= LEAST_ALIKE ? [{ i, j, score, apart: Math.abs(rank - other) }] : [];
    }),
  );
  const [from, to] = [new Set<number>(), new Set<number>()];
  return pairs
    .sort((a, b) => b.score - a.score || a.apart - b.apart)
    .flatMap(({ i, j }): [number, number][] => {
      if (from.has(i) || to.has(j)) return [];
      from.add(i);
      to.add(j);
      return [[i, j]];
    });
}

function inOrderOf(then: number, now: number, toOf: ReadonlyMap<number, number>, moved: ReadonlySet<number>): Aligned[] {
  const fromOf = new Map([...toOf].map(([i, j]) => [j, i]));
  const list: Aligned[] = [];
  const goneBehind = (i: number): void => {
    for (let next = i + 1; next < then && !toOf.has(next); next += 1) list.push({ from: next, to: null, moved: false });
  };
  goneBehind(-1);
  for (let j = 0; j < now; j += 1) {
    const from = fromOf.get(j) ?? null;
    list.push({ from, to: j, moved: from !== null && moved.has(from) });
    if (from !== null) goneBehind(from);
  }
  return list;
}
