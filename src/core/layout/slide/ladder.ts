import { itemLayout } from '../../block/layout.ts';
import { styleNamed, type Context } from '../context.ts';
import { ITEM_GAP } from '../flow/stack.ts';
import { lowestShare, scaleSteps } from '../text/scale.ts';
import { stylesIn, type RegionContent, type SlideContent } from './content.ts';
import { fitsAt, pagesAt } from './measure.ts';

/** What a slide's text in one style with a ladder needs. */
export interface LadderNeed {
  readonly style: string;
  /** Shares of the full size, from 1 down; last, where that is less than the ladder's last, at which what else the regions hold is smallest. */
  readonly steps: readonly number[];
  /** Index of the largest step at which it needs no more slides than at the last, and divides nothing that it need not. */
  readonly best: number;
  /** Whether one slide holds it. */
  readonly isWhole: boolean;
  /** The fullest of its regions at a step, as a share of the region's height. */
  readonly fillAt: (context: Context, step: number) => number;
}

/** The needs of a slide's regions, by the styles with ladders that they are set in. */
export function ladderNeeds(context: Context, { regions }: SlideContent): LadderNeed[] {
  const styles = [...new Set(regions.flatMap(({ ladder }) => ladder ?? []))];
  return styles.map((style) => {
    const own = regions.filter(({ ladder }) => ladder === style);
    const ladder = scaleSteps([styleNamed(context.theme, style)]);
    const lowest = lowestShare(own.flatMap(stylesIn).map((name) => styleNamed(context.theme, name)));
    const steps = lowest < (ladder.at(-1) ?? 1) ? [...ladder, lowest] : ladder;
    const { best, pages } = bestStep(context, own, ladder, steps);
    return { style, steps, best, isWhole: pages === 1, fillAt: onceByStep((now, step) => fillOf(now, own, stepAt(steps, step))) };
  });
}

/** The same, told once for each step: a deck is asked for its sizes again for each way in which its slides may stand. */
function onceByStep(fillAt: LadderNeed['fillAt']): LadderNeed['fillAt'] {
  const known = new Map<number, number>();
  return (now, step) => {
    const fill = known.get(step) ?? fillAt(now, step);
    known.set(step, fill);
    return fill;
  };
}

/** A share by its index; the last where another slide of the deck has more of them. */
export function stepAt(steps: readonly number[], index: number): number {
  return steps[Math.min(index, steps.length - 1)] ?? 1;
}

/** Of a ladder's steps; of all shares the last only where something does not fit in any step. */
function bestStep(
  context: Context,
  regions: readonly RegionContent[],
  ladder: readonly number[],
  steps: readonly number[],
): { best: number; pages: number } {
  const holds = fitsAt(context, regions, steps);
  const onOne = ladder.findIndex((step) => holds(step, 1));
  if (onOne >= 0) return { best: onOne, pages: 1 };
  const last = ladder.length - 1;
  const pages = pagesAt(context, regions, stepAt(ladder, last));
  const best = ladder.findIndex((step) => holds(step, pages));
  if (best >= 0) return { best, pages };
  const smallest = steps.length - 1;
  const most = smallest === last ? pages : pagesAt(context, regions, stepAt(steps, smallest));
  return smallest > last && holds(stepAt(steps, smallest), most) ? { best: smallest, pages: most } : { best: last, pages };
}

function fillOf(context: Context, regions: readonly RegionContent[], scale: number): number {
  const shares = regions.map(({ region: { frame }, items }) => {
    const needs = items.map((item) => itemLayout(item.kind).need(context, item, frame.width, scale, frame.height).min);
    return (needs.reduce((a, b) => a + b, 0) + ITEM_GAP * (items.length - 1)) / frame.height;
  });
  return Math.max(0, ...shares);
}

/** Slides that are set in the same step: those of one topic. */
export interface LadderUnit {
  readonly best: number;
  readonly isWhole: boolean;
  /** Share of the fullest region that is filled at a step. */
  readonly fillAt: (step: number) => number;
}

/** The main step holds at least this share of the slides that one page holds at all. */
const MOST_SLIDES = 0.6;
/** What fills less of its region may stand one step larger. */
const HALF_EMPTY = 0.5;
/** Sizes of one style in a deck. */
export const MOST_SIZES = 3;

/**
 * The steps of a deck's units in one ladder, as indexes. The main step is the largest that holds most slides whole. What needs less takes
 * less, what would leave half of its region empty takes one step more where that holds it: three sizes at most, for the ear knows a
 * speaker by few tones. Deterministic; in the order given.
 */
export function agreedSteps(units: readonly LadderUnit[]): number[] {
  const whole = units.filter(({ isWhole }) => isWhole);
  const main = mainStep((whole.length > 0 ? whole : units).map(({ best }) => best));
  const lower = keptLower(units.flatMap(({ best }) => (best > main ? [best] : [])));
  const mayGrow = main > 0 && lower.length <= MOST_SIZES - 2;
  return units.map(({ best, fillAt }) => {
    if (best > main) return lower.find((step) => step >= best) ?? best;
    return mayGrow && best < main && fillAt(main) < HALF_EMPTY ? main - 1 : main;
  });
}

function mainStep(best: readonly number[]): number {
  const steps = [...new Set(best)].sort((a, b) => a - b);
  return steps.find((step) => best.filter((own) => own <= step).length >= best.length * MOST_SLIDES) ?? 0;
}

/** Of the steps below the main one that slides need, the lowest, and of the others the one that most need; larger first. */
function keptLower(needed: readonly number[]): number[] {
  const steps = [...new Set(needed)].sort((a, b) => a - b);
  const count = (step: number): number => needed.filter((own) => own === step).length;
  const others = steps.slice(0, -1).sort((a, b) => count(b) - count(a) || a - b);
  return [...others.slice(0, MOST_SIZES - 2), ...steps.slice(-1)];
}
