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
}

/** Planned seconds of each slide: the estimate, stretched or pressed into the minutes given. */
export function planned(slides: readonly Pick<Slide, 'seconds'>[], minutes: number | null): number[] {
  const total = slides.reduce((sum, slide) => sum + slide.seconds, 0);
  const factor = minutes === null || total === 0 ? 1 : (minutes * 60) / total;
  return slides.map((slide) => slide.seconds * factor);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** Time spent, in all and by topic, against the plan. */
export function makePace(slides: readonly Slide[], minutes: number | null, now: () => number = () => performance.now() / 1000): Pace {
  const plan = planned(slides, minutes);
  const spent = new Map<string, number>();
  let index = 0;
  let since: number | null = null;
  const topicOf = (i: number): string => slides[i]?.topic ?? '';
  /** Writes the running stretch of time to the selected topic. */
  const settle = (): void => {
    if (since === null) return;
    const time = now();
    spent.set(topicOf(index), (spent.get(topicOf(index)) ?? 0) + time - since);
    since = time;
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
    view: () => {
      settle();
      const elapsed = sum([...spent.values()]);
      const topic = topicOf(index);
      const begin = sum(plan.slice(0, index));
      const end = begin + (plan[index] ?? 0);
      return {
        running: since !== null,
        elapsed,
        left: minutes === null ? null : minutes * 60 - elapsed,
        topicSpent: spent.get(topic) ?? 0,
        topicPlanned: sum(plan.filter((_, i) => topicOf(i) === topic)),
        behind: elapsed > end ? elapsed - end : elapsed < begin ? elapsed - begin : 0,
      };
    },
  };
}
