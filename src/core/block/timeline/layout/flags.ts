/** Points between a pole and its words, between neighbouring labels, and between labels above each other. */
export const POLE_GAP = 6;
const SIDE_GAP = 12;
const TIER_GAP = 8;
/** Points between two poles that can be told apart. */
const NEAR = 3;

/** A label of a mark as a flag: a pole from its mark along its words. Points from the axis' start. */
export interface Flag {
  /** Where the pole stands, with words behind it and with words before it. */
  readonly start: number;
  readonly end: number;
  /** Ways in which its words are set, the narrowest first. */
  readonly choices: readonly Choice[];
}

export interface Choice {
  readonly width: number;
  readonly height: number;
  readonly lines: number;
}

export type Side = 'above' | 'below';

export interface PlacedFlag {
  readonly side: Side;
  /** Its words stand before its pole. */
  readonly flipped: boolean;
  readonly pole: number;
  readonly choice: Choice;
  /** From the axis' band to its words' nearer edge. */
  readonly offset: number;
}

export interface PlacedFlags {
  readonly flags: readonly PlacedFlag[];
  /** Heights in points. */
  readonly above: number;
  readonly below: number;
}

/** Where labels may stand: on which sides, in how many points of height; below the axis' start stands something else. */
export interface FlagRoom {
  readonly height: number;
  readonly sides: readonly Side[];
  readonly taken: { readonly width: number; readonly height: number };
}

interface State {
  /** The last flags, in order. */
  readonly placed: readonly PlacedFlag[];
  readonly above: number;
  readonly below: number;
  readonly cost: number;
}

/** So many ways are followed from flag to flag. */
const BEAM = 64;

/** What a label costs: far from its mark, in many lines, below, before its pole, and in height that the drawing takes; in points. */
function costOf({ offset, choice, side, flipped }: PlacedFlag): number {
  return offset * 0.6 + Math.max(0, choice.lines - 3) ** 2 * 10 + (side === 'below' ? 8 : 0) + (flipped ? 25 : 0);
}

interface Extent {
  readonly from: number;
  readonly to: number;
}

function extentOf(pole: number, width: number, flipped: boolean): Extent {
  return flipped ? { from: pole - POLE_GAP - width, to: pole } : { from: pole, to: pole + POLE_GAP + width };
}

/** Whether a pole would stand in a label or too near to its words; beside its own pole there is room. */
function isInside(x: number, { from, to }: Extent, flipped: boolean): boolean {
  const [before, behind] = flipped ? [SIDE_GAP, NEAR] : [NEAR, SIDE_GAP];
  return x > from - before + 0.01 && x < to + behind - 0.01;
}
const touches = (a: Extent, b: Extent): boolean => a.from < b.to + SIDE_GAP - 0.01 && b.from < a.to + SIDE_GAP - 0.01;
const topOf = ({ offset, choice }: Pick<PlacedFlag, 'offset' | 'choice'>): number => offset + choice.height;

/** Whether a label stands clear of another on its side: their words, and each one's pole of the other's words. */
function isClear(one: PlacedFlag, other: PlacedFlag): boolean {
  const a = extentOf(one.pole, one.choice.width, one.flipped);
  const b = extentOf(other.pole, other.choice.width, other.flipped);
  const isApart = one.offset >= topOf(other) + TIER_GAP - 0.01 || other.offset >= topOf(one) + TIER_GAP - 0.01;
  if (touches(a, b) && !isApart) return false;
  const isShared = Math.abs(one.pole - other.pole) < 0.5 && one.flipped === other.flipped;
  if (isShared) return true;
  return (
    !(isInside(one.pole, b, other.flipped) && topOf(one) > other.offset) &&
    !(isInside(other.pole, a, one.flipped) && topOf(other) > one.offset)
  );
}

/** The nearest place to the axis at which a label is clear of all; null where there is none. */
function lowest(flag: Omit<PlacedFlag, 'offset'>, placed: readonly PlacedFlag[]): PlacedFlag | null {
  const others = placed.filter(({ side }) => side === flag.side);
  const offsets = [0, ...others.map((other) => topOf(other) + TIER_GAP)].sort((a, b) => a - b);
  for (const offset of offsets) {
    const found = { ...flag, offset };
    if (others.every((other) => isClear(found, other))) return found;
  }
  return null;
}

/**
 * Gives every label its place above or below an axis, so that none stands on another or leaves the width, and all take at most so many points
 * of height; the best of many ways, followed from the last flag to the first. Null: it found none.
 */
export function placeFlags(flags: readonly Flag[], width: number, { height: room, sides, taken }: FlagRoom): PlacedFlags | null {
  const least = (flag: Flag): number => Math.min(...flag.choices.map((choice) => (choice.width + POLE_GAP) * choice.height));
  // No way is needed to see that words which cover more than there is have none.
  if (flags.reduce((sum, flag) => sum + least(flag), 0) > width * room) return null;
  let states: State[] = [{ placed: [], above: 0, below: taken.height, cost: 0 }];
  for (const flag of [...flags].reverse()) {
    const next: State[] = [];
    for (const state of states) {
      for (const choice of flag.choices) {
        for (const side of sides) {
          for (const flipped of [false, true]) {
            const pole = flipped ? flag.end : flag.start;
            const { from, to } = extentOf(pole, choice.width, flipped);
            if (from < -0.01 || to > width + 0.01 || (side === 'below' && from < taken.width)) continue;
            const found = lowest({ side, flipped, pole, choice }, state.placed);
            if (!found) continue;
            const above = side === 'above' ? Math.max(state.above, topOf(found)) : state.above;
            const below = side === 'below' ? Math.max(state.below, topOf(found)) : state.below;
            if (above + below > room) continue;
            const grownBy = above + below - state.above - state.below;
            next.push({ placed: [found, ...state.placed], above, below, cost: state.cost + costOf(found) + grownBy * 0.5 });
          }
        }
      }
    }
    states = next.sort((a, b) => a.cost - b.cost).slice(0, BEAM);
  }
  const [best] = states;
  return best ? { flags: best.placed, above: best.above, below: best.below } : null;
}
