/**
 * Members of a list that stand in a row, of which the first and the last may be others than the list has there: what a page takes of it, the
 * last perhaps only in part, without a copy of all that is left for the pages behind it.
 */
export interface Slice<T> {
  readonly of: readonly T[];
  readonly start: number;
  /** Not among them. */
  readonly end: number;
  readonly first: T | null;
  readonly last: T | null;
}

export function sliceOf<T>(of: readonly T[]): Slice<T> {
  return { of, start: 0, end: of.length, first: null, last: null };
}

export function lengthOf({ start, end }: Slice<unknown>): number {
  return end - start;
}

export function memberAt<T>({ of, start, end, first, last }: Slice<T>, index: number): T | undefined {
  if (index < 0 || index >= end - start) return undefined;
  if (index === 0 && first !== null) return first;
  if (index === end - start - 1 && last !== null) return last;
  return of[start + index];
}

export function* eachOf<T>(slice: Slice<T>): Generator<T> {
  for (let i = 0; i < lengthOf(slice); i++) {
    const member = memberAt(slice, i);
    if (member !== undefined) yield member;
  }
}

export function membersOf<T>(slice: Slice<T>): T[] {
  return [...eachOf(slice)];
}

/** The first `count` members and the others. `cut`: the member behind the first ones is divided into these two. */
export function divideSlice<T>(slice: Slice<T>, count: number, cut: readonly [T, T] | null = null): readonly [Slice<T>, Slice<T>] {
  const at = slice.start + count;
  const end = cut ? at + 1 : at;
  const lastOfHead = cut ? cut[0] : end === slice.end ? slice.last : null;
  return [
    { ...slice, end, first: count === 0 ? (cut?.[0] ?? slice.first) : slice.first, last: lastOfHead },
    { ...slice, start: at, first: cut ? cut[1] : count === 0 ? slice.first : null },
  ];
}
