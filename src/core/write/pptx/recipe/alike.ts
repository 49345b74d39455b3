/** A slide is known again where it holds at least this share of what it said before, each paragraph by how few slides have it. */
const LEAST_SHARE = 0.5;

/** Which slide is which, by positions in the two lists. */
export interface Alike {
  readonly now: number;
  readonly then: number;
}

/**
 * Slides known again by what they say: `now` and `then` are what each slide says, as words or as digests of them. Pairs of which the
 * later holds enough of the earlier, the most alike first; each slide is in one pair at most. `all`: what every slide of the earlier deck said,
 * where `then` are some of them: what many slides say, as a footer, tells little of one, though it is the only one left. `isNew`: somebody
 * made this one since, so that it is an earlier one's copy where it holds something that this one alone said, or is alike both ways.
 */
export function alike(
  now: readonly (readonly string[])[],
  then: readonly (readonly string[])[],
  { all = then, isNew = () => false }: { readonly all?: readonly (readonly string[])[]; readonly isNew?: (now: number) => boolean } = {},
): Alike[] {
  const said = then.map((list) => [...new Set(list)]);
  const holders = new Map<string, number[]>();
  said.forEach((list, at) => {
    for (const text of list) {
      const known = holders.get(text);
      if (known) known.push(at);
      else holders.set(text, [at]);
    }
  });
  const often = new Map<string, number>();
  for (const list of all) for (const text of new Set(list)) often.set(text, (often.get(text) ?? 0) + 1);
  const weigh = (text: string): number => 1 / (often.get(text) ?? 1);
  const totalOf = (list: readonly string[]): number => list.reduce((sum, text) => sum + weigh(text), 0);
  const total = said.map(totalOf);
  const found = now.flatMap((list, at) => {
    const shared = new Map<number, number>();
    const holdsOwn = new Set<number>();
    const own = [...new Set(list)];
    for (const text of own) {
      for (const other of holders.get(text) ?? []) {
        shared.set(other, (shared.get(other) ?? 0) + weigh(text));
        if (often.get(text) === 1) holdsOwn.add(other);
      }
    }
    const whole = totalOf(own);
    return [...shared].flatMap(([other, weight]) => {
      const before = total[other] ?? Infinity;
      // Every word of a cover may stand on other slides too, with much beside it: those that are alike both ways go first.
      const share = (2 * weight) / (before + whole);
      const isKnown = weight / before >= LEAST_SHARE && (share >= LEAST_SHARE || holdsOwn.has(other) || !isNew(at));
      return isKnown ? [{ now: at, then: other, share }] : [];
    });
  });
  const [taken, given] = [new Set<number>(), new Set<number>()];
  return found
    .sort((a, b) => b.share - a.share || a.now - b.now)
    .flatMap((pair) => {
      if (taken.has(pair.now) || given.has(pair.then)) return [];
      taken.add(pair.now);
      given.add(pair.then);
      return [{ now: pair.now, then: pair.then }];
    });
}
