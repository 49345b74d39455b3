import type { Slide } from './deck.ts';

export interface PaceView {
  readonly running: boolean;
  /** All in seconds. */
  readonly elapsed: number;
  /** Against the minutes given; null where none were. Below zero: over time. */
  readonly left: number | null;
  readonly topicSpent: number;
  readonly topicPlanned: number;
  /** Above zero: behind the plan. Below: ahead of it. */
  readonly behind: number;
}

export interface Pace {
  readonly toggle: () => void;
  readonly reset: () => void;
  /** The slide was turned: the first turn starts the clock. */
  readonly moved: () => void;
  readonly at: (index: number) => void;
  readonly view: () => PaceView;
  /** Seconds spent on a slide, and planned for it. */
  readonly slide: (index: number) => { readonly spent: number; readonly planned: number };
  readonly skips: () => readonly Skip[];
  /** All that is known, in letters that an address may have; empty where no time was counted. */
  readonly kept: () => string;
  /** Goes on from what was kept. */
  readonly take: (kept: string) => void;
}

type Planned = Pick<Slide, 'seconds' | 'kind'> & Partial<Pick<Slide, 'stated'>>;

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/**
 * Planned seconds of each slide: the estimate, stretched or pressed into the minutes given. What the briefing itself gives a time keeps it
 * while that leaves something for the others. Whoever has more time talks longer about the topics, and not about lists of contents and sources.
 */
export function planned(slides: readonly Planned[], minutes: number | null): number[] {
  const secondsOf = (list: readonly Planned[]): number => sum(list.map(({ seconds }) => seconds));
  const isList = ({ kind }: Planned): boolean => kind === 'agenda' || kind === 'sources';
  const all = secondsOf(slides);
  const given = minutes === null ? all : minutes * 60;
  const stated = secondsOf(slides.filter((slide) => slide.stated));
  const keeps = stated < Math.min(given, all);
  const others = slides.filter((slide) => !(keeps && slide.stated));
  const [total, lists] = [secondsOf(others), secondsOf(others.filter(isList))];
  const room = keeps ? given - stated : given;
  const isTight = room < total || lists === total;
  const factor = total === 0 ? 1 : isTight ? room / total : (room - lists) / (total - lists);
  return slides.map((slide) => slide.seconds * (others.includes(slide) && (isTight || !isList(slide)) ? factor : 1));
}

/** Below: what is behind by less needs no help. */
export const ON_TIME = 15;

export interface Skip {
  /** The slide that is gone on with. */
  readonly to: number;
  /** Planned seconds of what is left out. */
  readonly saves: number;
}

/**
 * What to leave out to be on time again: the rest of this topic, and as many more as make up for the delay, which always ends at the
 * beginning of a topic. Two at most: the least that helps, and what makes up for all of it.
 */
export function skips(slides: readonly Pick<Slide, 'topic'>[], plan: readonly number[], index: number, behind: number): Skip[] {
  if (behind <= ON_TIME) return [];
  const found: Skip[] = [];
  for (let to = index + 2; to < slides.length; to += 1) {
    if (slides[to]?.topic === slides[to - 1]?.topic) continue;
    const skip = { to, saves: sum(plan.slice(index + 1, to)) };
    if (skip.saves < ON_TIME) continue;
    if (found.length === 0 || skip.saves >= behind) found.push(skip);
    if (skip.saves >= behind) break;
  }
  return found;
}

/** Minutes and seconds, with a sign before what is below zero. */
export function clock(seconds: number): string {
  const rounded = Math.round(seconds);
  const whole = Math.abs(rounded);
  return `${rounded < 0 ? '−' : ''}${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

/** Seconds of a clock that goes on while the machine sleeps. */
const wallClock = (): number => Date.now() / 1000;

/** Tenths of a second in base 36. */
const code = (seconds: number): string => Math.round(seconds * 10).toString(36);
const decode = (text: string): number => Number.parseInt(text, 36) / 10;

/** The slide that the clock runs on and since when, and what was spent on each. */
const KEPT = /^(([\da-z]{1,3}-[\da-z]{1,9})?(\.[\da-z]{1,3}-[\da-z]{1,9})*)$/;

/** Time spent on each slide, in all and by topic, against the plan. */
export function makePace(slides: readonly Slide[], minutes: number | null, now: () => number = wallClock): Pace {
  const plan = planned(slides, minutes);
  const spent = new Map<number, number>();
  let index = 0;
  let since: number | null = null;
  const topicOf = (i: number): string => slides[i]?.topic ?? '';
  const ofTopic = (seconds: (i: number) => number): number => sum(slides.map((_, i) => (topicOf(i) === topicOf(index) ? seconds(i) : 0)));
  const spentOn = (i: number): number => spent.get(i) ?? 0;
  const plannedFor = (i: number): number => plan[i] ?? 0;
  /** Writes the running stretch of time to the slide; a clock that was put back takes none away. */
  const settle = (): void => {
    if (since === null) return;
    const time = now();
    spent.set(index, spentOn(index) + Math.max(0, time - since));
    since = time;
  };
  const view = (): PaceView => {
    settle();
    const elapsed = sum([...spent.values()]);
    const begin = sum(plan.slice(0, index));
    const end = begin + plannedFor(index);
    return {
      running: since !== null,
      elapsed,
      left: minutes === null ? null : minutes * 60 - elapsed,
      topicSpent: ofTopic(spentOn),
      topicPlanned: ofTopic(plannedFor),
      behind: elapsed > end ? elapsed - end : elapsed < begin ? elapsed - begin : 0,
    };
  };
  return {
    toggle: () => {
      settle();
      since = since === null ? now() : null;
    },
    reset: () => {
      spent.clear();
      since = null;
    },
    moved: () => {
      since ??= spent.size === 0 ? now() : null;
    },
    at: (next) => {
      settle();
      index = next;
    },
    view,
    slide: (i) => ({ spent: spentOn(i), planned: plannedFor(i) }),
    skips: () => skips(slides, plan, index, view().behind),
    kept: () => {
      settle();
      const times = [...spent].map(([i, seconds]) => `${i.toString(36)}-${code(seconds)}`);
      return since === null && times.length === 0 ? '' : [since === null ? '' : `${index.toString(36)}-${code(since)}`, ...times].join('.');
    },
    take: (kept) => {
      if (!KEPT.test(kept)) return;
      const [running, ...times] = kept.split('.').map((part) => {
        const [slide = '', seconds = ''] = part.split('-');
        return { slide: Number.parseInt(slide, 36), seconds: decode(seconds) };
      });
      spent.clear();
      since = null;
      if (running && running.slide < slides.length) ({ slide: index, seconds: since } = running);
      for (const { slide, seconds } of times) if (slide < slides.length) spent.set(slide, seconds);
    },
  };
}
