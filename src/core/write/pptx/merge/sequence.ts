import { diffIndices } from 'node-diff3';

/** One step of a merged sequence, in its order. Indices are into the sequences that were given. */
export type Step =
  /** Nobody changed it. */
  | { readonly kind: 'same'; readonly theirs: number; readonly ours: number }
  /** What one side alone has made of a stretch of the base; both where they made the same of it. */
  | { readonly kind: 'theirs' | 'ours' | 'both'; readonly theirs: readonly number[]; readonly ours: readonly number[] }
  /** Both have changed the same stretch, each in another way. */
  | { readonly kind: 'conflict'; readonly base: readonly number[]; readonly theirs: readonly number[]; readonly ours: readonly number[] };

/** A side's change: `base[from, to)` became `side[start, end)`. */
interface Unit {
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
}

const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, i) => from + i);

/** A side's changes, as small as can be: of a stretch that is as long as before each line was changed by itself. */
function unitsOf(base: readonly string[], side: readonly string[]): Unit[] {
  return diffIndices([...base], [...side]).flatMap(({ buffer1: [from, length], buffer2: [start, now] }) =>
    length === now
      ? range(0, length).map((i) => ({ from: from + i, to: from + i + 1, start: start + i, end: start + i + 1 }))
      : [{ from, to: from + length, start, end: start + now }],
  );
}

/** Changes that touch one another become one: their stretch of the base, which may be empty, and each side's of it. */
interface Group {
  from: number;
  to: number;
  theirs: Unit[];
  ours: Unit[];
}

/** Two changes touch where they share a line of the base, or both put lines in at one place. What is put in beside a changed line is apart from it. */
function grouped(theirs: readonly Unit[], ours: readonly Unit[]): Group[] {
  const all = [...theirs.map((unit) => ({ unit, side: 'theirs' as const })), ...ours.map((unit) => ({ unit, side: 'ours' as const }))];
  all.sort((a, b) => a.unit.from - b.unit.from || a.unit.to - b.unit.to);
  const groups: Group[] = [];
  for (const { unit, side } of all) {
    const last = groups.at(-1);
    const bothEmpty = last !== undefined && last.from === last.to && unit.from === unit.to && unit.from === last.to;
    if (last && (unit.from < last.to || bothEmpty)) {
      last.to = Math.max(last.to, unit.to);
      last[side].push(unit);
    } else groups.push({ from: unit.from, to: unit.to, theirs: side === 'theirs' ? [unit] : [], ours: side === 'ours' ? [unit] : [] });
  }
  return groups;
}

/** Which lines a side has for `base[from, to)`, `shift` being how far it is ahead of the base there. */
function linesOf(units: readonly Unit[], from: number, to: number, shift: number): number[] {
  const first = units[0];
  const last = units.at(-1);
  if (!first || !last) return range(from + shift, to + shift);
  return range(first.start - (first.from - from), last.end + (to - last.to));
}

/**
 * A three-way merge of sequences, by values that are equal or not: the side that changed a stretch wins, where both did it is a conflict
 * unless they did the same. Lines that both put in at one place are no conflict: theirs come first, what is the same once.
 */
export function mergeSequences(base: readonly string[], theirs: readonly string[], ours: readonly string[]): Step[] {
  const steps: Step[] = [];
  let [at, theirShift, ourShift] = [0, 0, 0];
  const same = (to: number): void => {
    for (; at < to; at += 1) steps.push({ kind: 'same', theirs: at + theirShift, ours: at + ourShift });
  };
  for (const group of grouped(unitsOf(base, theirs), unitsOf(base, ours))) {
    same(group.from);
    const mine = linesOf(group.ours, group.from, group.to, ourShift);
    const his = linesOf(group.theirs, group.from, group.to, theirShift);
    steps.push(...stepsOf(group, his, mine, theirs, ours));
    theirShift += his.length - (group.to - group.from);
    ourShift += mine.length - (group.to - group.from);
    at = group.to;
  }
  same(base.length);
  return steps;
}

function stepsOf(group: Group, his: number[], mine: number[], theirs: readonly string[], ours: readonly string[]): Step[] {
  if (group.ours.length === 0) return [{ kind: 'theirs', theirs: his, ours: mine }];
  if (group.theirs.length === 0) return [{ kind: 'ours', theirs: his, ours: mine }];
  const alike = his.length === mine.length && his.every((line, i) => theirs[line] === ours[mine[i] ?? -1]);
  if (alike) return [{ kind: 'both', theirs: his, ours: mine }];
  if (group.from < group.to) return [{ kind: 'conflict', base: range(group.from, group.to), theirs: his, ours: mine }];
  const known = new Set(his.map((line) => theirs[line]));
  const added = mine.filter((line) => !known.has(ours[line]));
  return [
    { kind: 'theirs', theirs: his, ours: [] },
    { kind: 'ours', theirs: [], ours: added },
  ];
}
