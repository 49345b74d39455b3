import { plainText } from '../../base/text.ts';
import { problem, type Problem } from '../../base/errors.ts';
import type { DeckMeta, Slide, SlideGroup } from '../../deck/types.ts';
import type { Context } from '../context.ts';
import { commonSizes, type Sizes } from '../slide/fit.ts';
import type { SlideJob } from '../slide/job.ts';
import { failing, heldBy } from './conditions.ts';
import { lazy } from '../../base/lazy.ts';
import { keptOption } from './keep.ts';
import { bestPicks, type Look, type Step } from './rhythm.ts';
import { scoresOf, totalOf, type Placed } from './score.ts';
import type { ChoiceReason, Preference, ScoreParts } from './types.ts';
import { MOST_PLACED, WEIGHTS } from './weights.ts';

export interface ArrangeInput {
  readonly context: Context;
  readonly meta: DeckMeta;
  readonly groups: readonly SlideGroup[];
  readonly jobOf: (slide: Slide) => SlideJob;
  readonly prefer: Preference | null;
}

export interface Arranged {
  /** The option of each group. */
  readonly picks: readonly number[];
  /** Of groups with something to choose. */
  readonly reasons: readonly ChoiceReason[];
  /** `arrange/layout-unfit`, of layouts that the briefing asks for. */
  readonly problems: readonly Problem[];
}

/** An option as measured at its own size. */
export interface Measured {
  readonly slides: readonly Slide[];
  readonly jobs: readonly SlideJob[];
  readonly failing: number;
  /** Slides that it needs. */
  readonly needs: number;
  /** The smallest share of its full size that something in it is set at. */
  readonly scale: number;
}

interface OpenGroup {
  readonly group: SlideGroup;
  readonly options: readonly Measured[];
  /** The best by measuring alone. */
  readonly first: number;
}

/** An option with what it costs; those that were not placed cannot be taken. */
interface Scored {
  readonly open: OpenGroup;
  readonly scores: readonly (ScoreParts | null)[];
  /** The option that is taken whatever others cost; null: none. */
  readonly fixed: { readonly option: number; readonly because: 'kept' | 'pinned' } | null;
  /** That of the last preview. */
  readonly kept: number | null;
}

function measure({ context, jobOf }: ArrangeInput, slides: readonly Slide[]): Measured {
  const jobs = slides.map(jobOf);
  const sizes = commonSizes(context, jobs);
  const unmet = slides.map((slide) =>
    failing(
      context.theme.layouts[slide.layout]?.when,
      lazy(() => heldBy(slide, context.images)),
    ),
  );
  return {
    slides,
    jobs,
    failing: unmet.reduce((a, b) => a + b, 0),
    needs: jobs.reduce((sum, job, i) => sum + job.parts(context, sizes[i] ?? ownSizes(job)), 0),
    scale: Math.min(1, ...jobs.map(({ scale, ladders }) => Math.min(scale, ...ladders.map(({ steps, best }) => steps[best] ?? 1)))),
  };
}

const ownSizes = ({ scale }: SlideJob): Sizes => ({ scale, ladders: {} });

/** So many of the deck's other slides say at which sizes an option would stand; all of a deck of as many. */
const MOST_ASKED = 40;

/** Some of the slides, spread over all. */
function spread<T>(all: readonly T[]): T[] {
  const every = Math.max(1, all.length / MOST_ASKED);
  return all.filter((_, i) => Math.floor((i + 1) / every) > Math.floor(i / every));
}

/** What measuring alone says for an option: the lower the better. */
function estimate({ failing: unmet, needs, scale }: Measured): number {
  return unmet * WEIGHTS.conditions + needs * WEIGHTS.slides + (1 - scale) * WEIGHTS.type;
}

/** Indices of the options, the most promising first; of equals the first written. */
function ranked(options: readonly Measured[]): number[] {
  return options.map((_, i) => i).sort((a, b) => estimate(options[a] as Measured) - estimate(options[b] as Measured) || a - b);
}

/** Chooses an option of each group. The same input gives the same choice; what was chosen for an earlier deck is said by `prefer`. */
export function arrange(input: ArrangeInput): Arranged {
  const open = input.groups.map((group): OpenGroup => {
    const options = group.options.map((slides) => measure(input, slides));
    return { group, options, first: options.length === 1 ? 0 : (ranked(options)[0] ?? 0) };
  });
  const scored = scoreAll(input, open);
  const picks = bestPicks(scored.map((one) => stepsOf(one, input.context).steps)).map((pick, i) => {
    const one = scored[i];
    return one ? (stepsOf(one, input.context).options[pick] ?? 0) : 0;
  });
  return { picks, ...tell(scored, picks) };
}

/** Places the most promising options of each group among the slides that measuring alone would choose, at the sizes that the deck would have. */
function scoreAll(input: ArrangeInput, open: readonly OpenGroup[]): Scored[] {
  const { context, prefer } = input;
  let number = 1;
  const before = open.map(({ options, first }) => options[first]?.jobs ?? []);
  return open.map((one, at): Scored => {
    const { group, options, first } = one;
    const firstNumber = number;
    number += options[first]?.needs ?? 0;
    if (options.length === 1 && !group.pin) return { open: one, scores: [null], fixed: null, kept: null };
    const kept = prefer && keptOption(group, prefer);
    const wanted = new Set([...ranked(options).slice(0, MOST_PLACED), ...(kept === null ? [] : [kept]), ...(group.pin?.options ?? [])]);
    const others = spread([...before.slice(0, at), ...before.slice(at + 1)].flat());
    const placed = options.map((option, i) => (wanted.has(i) ? placeOption(input, option, others, firstNumber) : null));
    const fewest = Math.min(...options.map(({ needs }) => needs));
    const scores = scoresOf(placed, fewest, context.theme);
    return { open: one, scores, ...heldTo(one, scores, prefer, kept, fewest) };
  });
}

function placeOption(
  { context, meta }: ArrangeInput,
  { jobs, failing: unmet }: Measured,
  others: readonly SlideJob[],
  firstNumber: number,
): Placed {
  // Its own first: what is common depends on no order.
  const sizes = commonSizes(context, [...jobs, ...others]);
  let number = firstNumber;
  const parts = jobs.map((job, i) => {
    const made = job.place(context, meta, sizes[i] ?? ownSizes(job), number);
    number += made.slides.length;
    return made;
  });
  return {
    slides: parts.flatMap(({ slides }) => slides.map(({ scene }) => scene)),
    problems: parts.flatMap(({ problems }) => problems),
    failing: unmet,
  };
}

/** Whether an option may be held to: its conditions hold, it needs no more slides than it may, and nothing is cut on it. */
function holdsUp({ options }: OpenGroup, scores: readonly (ScoreParts | null)[], option: number, most: number): boolean {
  const [measured, score] = [options[option], scores[option]];
  return measured !== undefined && score?.conditions === 0 && score.faults === 0 && measured.needs <= most;
}

/** What the briefing, and then an earlier deck, hold a group to. */
function heldTo(
  open: OpenGroup,
  scores: readonly (ScoreParts | null)[],
  prefer: Preference | null,
  kept: number | null,
  fewest: number,
): Pick<Scored, 'fixed' | 'kept'> {
  const pins = (open.group.pin?.options ?? []).filter((option) => holdsUp(open, scores, option, fewest));
  const cheapest = pins.toSorted((a, b) => costOf(scores[a]) - costOf(scores[b]) || a - b);
  const pinned = kept !== null && cheapest.includes(kept) ? kept : cheapest[0];
  if (pinned !== undefined) return { fixed: { option: pinned, because: 'pinned' }, kept: null };
  if (kept === null || !prefer) return { fixed: null, kept: null };
  const earlier = (open.options[kept]?.slides ?? []).reduce((sum, { id }) => sum + partsIn(prefer, id), 0);
  if (!holdsUp(open, scores, kept, Math.max(fewest, earlier))) return { fixed: null, kept: null };
  return prefer.hold === 'firm' ? { fixed: { option: kept, because: 'kept' }, kept: null } : { fixed: null, kept };
}

/** How many slides the earlier deck had of one: `ID`, `ID-2`, … */
function partsIn({ layouts }: Preference, id: string): number {
  let count = layouts.has(id) ? 1 : 0;
  while (count > 0 && layouts.has(`${id}-${count + 1}`)) count += 1;
  return count;
}

const costOf = (parts: ScoreParts | null | undefined): number => (parts ? totalOf(parts) : Infinity);

/** The options that may be taken, and what each costs. */
function stepsOf(
  { open, scores, fixed, kept }: Scored,
  { theme }: Context,
): { readonly options: readonly number[]; readonly steps: readonly Step[] } {
  const options = fixed ? [fixed.option] : open.options.length === 1 ? [0] : scores.flatMap((parts, i) => (parts ? [i] : []));
  const steps = options.map((option): Step => {
    const { slides = [], jobs = [] } = open.options[option] ?? {};
    const parts = scores[option];
    const looks = slides.flatMap(({ layout }, i): Look[] => {
      const { family = layout, field = false } = theme.layouts[layout] ?? {};
      return jobs[i] ? [{ family, field }] : [];
    });
    return { cost: (parts ? totalOf(parts) : 0) - (option === kept ? WEIGHTS.loose : 0), looks };
  });
  return { options, steps };
}

/** Why each group stands as it does, and what is to be said of layouts that the briefing asks for in vain. */
function tell(scored: readonly Scored[], picks: readonly number[]): Pick<Arranged, 'reasons' | 'problems'> {
  const reasons: ChoiceReason[] = [];
  const problems: Problem[] = [];
  let number = 1;
  scored.forEach(({ open: { group, options }, scores, fixed, kept }, at) => {
    const chosen = picks[at] ?? 0;
    const slide = number;
    number += options[chosen]?.needs ?? 0;
    const first = options[chosen]?.slides[0];
    if (!first || (options.length === 1 && !group.pin)) return;
    const { pin } = group;
    const title = plainText(first.title).replace(/\s+/g, ' ');
    if (pin && fixed?.because !== 'pinned' && !pin.options.includes(chosen))
      problems.push(unfit(pin, options, scores, { number: slide, title }));
    const totals = scores.map((parts) => parts && totalOf(parts));
    const least = Math.min(...totals.map((total) => total ?? Infinity));
    const isLeast = totals[chosen] === least;
    reasons.push({
      slide,
      id: first.id,
      topic: first.topic,
      title,
      chosen,
      because: fixed?.because ?? (isLeast ? 'score' : chosen === kept ? 'kept' : 'rhythm'),
      candidates: options.map(({ slides, needs }, i) => ({
        layouts: slides.map(({ layout }) => layout),
        slides: needs,
        parts: scores[i] ?? null,
        total: totals[i] ?? null,
      })),
    });
  });
  return { reasons, problems };
}

function unfit(
  { layout, options: having, place }: NonNullable<SlideGroup['pin']>,
  options: readonly Measured[],
  scores: readonly (ScoreParts | null)[],
  slide: { readonly number: number; readonly title: string },
): Problem {
  const isUnmet = having.every((option) => (options[option]?.failing ?? 0) > 0);
  const isCut = having.every((option) => (scores[option]?.faults ?? 0) > 0);
  return problem('arrange/layout-unfit', {
    message: isUnmet
      ? 'the layout that the briefing asks for is not meant for what stands on the slide, so the next best is taken'
      : isCut
        ? 'in the layout that the briefing asks for something would be cut or divided, so the next best is taken'
        : 'the layout that the briefing asks for needs more slides than others, so the next best is taken',
    place: { ...place, slide },
    received: layout,
    hint: isUnmet
      ? 'See what the template’s theme.yaml says of this layout under when, or remove the line.'
      : 'Shorten the slide’s words, or remove the line.',
  });
}
