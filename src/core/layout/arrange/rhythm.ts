import { MOST_ALIKE, WEIGHTS } from './weights.ts';

/** How a slide looks from afar. */
export interface Look {
  readonly family: string;
  readonly field: boolean;
}

/** An option of a group: what it costs by itself, and how its slides look. */
export interface Step {
  readonly cost: number;
  readonly looks: readonly Look[];
}

/** How the last slides look: the family, how many of it in a row (`MOST_ALIKE` + 1 for any more), and whether the last is a field. */
interface Tail extends Look {
  readonly run: number;
}

interface Path {
  readonly tail: Tail;
  readonly cost: number;
  readonly picks: Link | null;
}

/** Picks from the last to the first. */
interface Link {
  readonly pick: number;
  readonly before: Link | null;
}

const START: Tail = { family: '', field: false, run: 0 };

function after(tail: Tail, look: Look): { readonly tail: Tail; readonly cost: number } {
  const run = tail.family === look.family ? Math.min(MOST_ALIKE + 1, tail.run + 1) : 1;
  const cost = (run > MOST_ALIKE ? WEIGHTS.rhythm : 0) + (tail.field && look.field ? WEIGHTS.fields : 0);
  return { tail: { family: look.family, field: look.field, run }, cost };
}

/**
 * An option of each group so that all together cost least, what follows each other counted in: dynamic programming over the groups, by how
 * the last slides look. Of equals the first written is taken.
 */
export function bestPicks(groups: readonly (readonly Step[])[]): number[] {
  let paths: Path[] = [{ tail: START, cost: 0, picks: null }];
  for (const options of groups) {
    const best = new Map<string, Path>();
    for (const path of paths) {
      options.forEach(({ cost, looks }, pick) => {
        let { tail, cost: sum } = path;
        sum += cost;
        for (const look of looks) {
          const next = after(tail, look);
          tail = next.tail;
          sum += next.cost;
        }
        const key = `${tail.family}\n${tail.run}\n${tail.field}`;
        const known = best.get(key);
        if (known === undefined || sum < known.cost - 1e-9) best.set(key, { tail, cost: sum, picks: { pick, before: path.picks } });
      });
    }
    paths = [...best.values()];
  }
  const [first, ...others] = paths;
  const winner = others.reduce((best, path) => (best && path.cost < best.cost - 1e-9 ? path : best), first);
  const picks: number[] = [];
  for (let link = winner?.picks ?? null; link; link = link.before) picks.push(link.pick);
  return picks.reverse();
}
