import type { Briefing } from '../types.ts';

/** Of each item, and what was stated where that is more than there is. */
interface Shares {
  readonly minutes: readonly (number | null)[];
  readonly over: number | null;
}

/** Steps in which a briefing's minutes are shared out, the coarsest first. */
const STEPS = [1, 0.5, 0.1];

/** In tenths, so that 15 minutes in steps of a tenth are 150 and not 149.99. */
const tenths = (minutes: number): number => Math.round(minutes * 10);

/** Seconds that the briefing gives to slides that are no topic's and are in the deck. */
export function secondsApart({ seconds = {}, without = [] }: Pick<Briefing, 'seconds' | 'without'>): number {
  return Object.entries(seconds).reduce((sum, [slide, one]) => (without.includes(slide) ? sum : sum + one), 0);
}

/**
 * The minutes of each item: those that it states, and of what is left its share. Where the stated ones come to more than there are, all are
 * pressed into these. Empty where nobody says any minutes. `apart`: seconds of the whole that other slides take; where these leave nothing,
 * they are pressed into the whole with the rest.
 */
export function minutesOf(given: number | null, apart: number, weights: readonly number[], stated: readonly (number | null)[]): Shares {
  const left = given === null ? null : tenths(given - apart / 60) / 10;
  if (given !== null && left !== null && left <= 0) {
    const all = weights.map((weight, at) => stated[at] ?? weight);
    const said = stated.reduce<number>((sum, one) => sum + (one ?? 0), 0);
    return { minutes: shareMinutes(given, all), over: tenths(said + apart / 60) / 10 };
  }
  return sharesOf(left, weights, stated);
}

function sharesOf(whole: number | null, weights: readonly number[], stated: readonly (number | null)[]): Shares {
  if (stated.every((one) => one === null)) return { minutes: whole === null ? [] : shareMinutes(whole, weights), over: null };
  if (whole === null) return { minutes: stated, over: null };
  const sum = stated.reduce<number>((all, one) => all + (one ?? 0), 0);
  const others = weights.filter((_, at) => stated[at] === null);
  const left = (tenths(whole) - tenths(sum)) / 10;
  if (left < 0 || (left === 0 && others.length > 0))
    return {
      minutes: shareMinutes(
        whole,
        weights.map((weight, at) => stated[at] ?? weight),
      ),
      over: sum,
    };
  const shares = shareMinutes(left, others);
  let next = 0;
  return { minutes: stated.map((one) => one ?? shares[next++] ?? null), over: null };
}

/**
 * A briefing's minutes shared out by weights (minutes of speaking), so that the shares sum to the whole: in whole minutes where each
 * item gets one, else in halves or tenths; by the largest remainders (Hamilton's method), the earlier item first where they tie.
 */
export function shareMinutes(minutes: number, weights: readonly number[]): number[] {
  const all = tenths(minutes);
  const step = STEPS.map(tenths).find((one) => all % one === 0 && all / one >= weights.length) ?? 1;
  const units = Math.floor(all / step);
  const sum = weights.reduce((a, b) => a + b, 0);
  // Each has one unit if there are enough, the others go by weight.
  const least = units >= weights.length ? 1 : 0;
  const free = units - least * weights.length;
  const exact = weights.map((weight) => {
    const wanted = sum > 0 ? (units * weight) / sum : units / weights.length;
    return Math.max(0, wanted - least);
  });
  const wanted = exact.reduce((a, b) => a + b, 0);
  const scaled = exact.map((one) => (wanted > 0 ? (one * free) / wanted : free / weights.length));
  const given = scaled.map(Math.floor);
  const left = free - given.reduce((a, b) => a + b, 0);
  const order = scaled.map((one, index) => ({ index, rest: one - Math.floor(one) })).sort((a, b) => b.rest - a.rest || a.index - b.index);
  for (const { index } of order.slice(0, left)) given[index] = (given[index] ?? 0) + 1;
  return given.map((count) => ((count + least) * step) / 10);
}
