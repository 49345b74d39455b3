import type { Frame } from '../../../template/theme/types.ts';
import { AXIS_GAP } from './categories.ts';
import { DATE_STEPS, placeWriter, roundPlaces, serialOf, wordsOfStep, type ChartDates, type DateStep } from './dates.ts';
import { withoutEnd, withoutStart } from './frames.ts';
import { slotAt, type Axes } from './marks.ts';
import type { DateAxis } from './types.ts';
import { placed, type SetWords, type Typist } from './typist.ts';

/** Share of the way to the next word that a word may fill. */
const STEP_FILL = 0.8;
/** An axis of fewer words could not be read, one of more would be all words. */
const LEAST_WORDS = 2;
const MOST_WORDS = 20;
/** Shares of the axis that may be empty before the first date: gladly, and at most. */
const EMPTY = [0.06, 0.2];

/** An axis of dates with its words set, and the plot that is left beside words that reach beyond it. */
export interface SetDates {
  readonly axis: Omit<DateAxis, 'labels'>;
  readonly slots: readonly number[];
  readonly places: number;
  readonly words: readonly { readonly slot: number; readonly serial: number; readonly words: SetWords }[];
  readonly plot: Pick<Frame, 'x' | 'width'>;
  readonly depth: number;
}

/** Where dates are set: the plot above them, the frame that they stay in, and how wide the numbers at the first and the last point are. */
export interface DatesPlace {
  readonly plot: Frame;
  readonly frame: Frame;
  readonly numbers: readonly [number, number];
}

/** The same in one step; null where its words have no room or say too little. */
function inStep(t: Typist, dates: ChartDates, at: DatesPlace, step: DateStep, mostEmpty: number): SetDates | null {
  const { unit, places } = dates;
  const [first = 0, last = 0] = [places[0], places.at(-1)];
  const round = roundPlaces(dates, step);
  const start = Math.min(first, round[0] ?? first);
  const count = last - start + 1;
  if (round.length < LEAST_WORDS || round.length > MOST_WORDS || (first - start) / count > mostEmpty) return null;
  const words = wordsOfStep(dates, step);
  const write = placeWriter(dates, words, t.context.language);
  const set = round.map((place) => ({
    slot: place - start,
    serial: serialOf(unit, place),
    words: t.set(write(place), Number.MAX_SAFE_INTEGER),
  }));
  const { plot, frame, numbers } = at;
  const outside = { start: plot.x - frame.x, end: frame.x + frame.width - plot.x - plot.width };
  const [before, behind] = t.isRtl ? [outside.end, outside.start] : [outside.start, outside.end];
  const half = (index: number): number => (set.at(index)?.words.width ?? 0) / 2;
  // Words at the ends are centred on their places and stay in the frame; how far the places stand inside hangs on the width that is left.
  const least = (plot.width - half(0) - half(-1)) / count;
  const inset = {
    start: Math.max(0, half(0) - before - least * 0.5, numbers[0] / 2 - least * 0.5),
    end: Math.max(0, half(-1) - behind - least * (count - 0.5 - (set.at(-1)?.slot ?? 0)), numbers[1] / 2 - least * 0.5),
  };
  const inner = withoutEnd(withoutStart(plot, inset.start, t.isRtl), inset.end, t.isRtl);
  const band = inner.width / count;
  const isApart = set.every(({ slot, words: own }, i) => {
    const next = set[i + 1];
    return !next || (own.width + next.words.width) / 2 <= (next.slot - slot) * band * STEP_FILL;
  });
  if (!isApart || inner.width <= 0) return null;
  const axis = { unit, serials: places.map((place) => serialOf(unit, place)), start: serialOf(unit, start), step, words };
  const depth = Math.max(0, ...set.map((own) => own.words.height));
  return { axis, slots: places.map((place) => place - start), places: count, words: set, plot: inner, depth };
}

/** Words of an axis of dates below the plot, none beyond `frame`: in the smallest round step in which they stand apart. Null: in none. */
export function setDates(t: Typist, dates: ChartDates, at: DatesPlace): SetDates | null {
  for (const mostEmpty of EMPTY) {
    for (const step of DATE_STEPS[dates.precision]) {
      const set = inStep(t, dates, at, step, mostEmpty);
      if (set) return set;
    }
  }
  return null;
}

/** Set words at their places below the plot. */
export function placeDates(t: Typist, axes: Axes, { axis, words }: SetDates): DateAxis {
  const top = axes.plot.y + axes.plot.height + t.size * AXIS_GAP;
  const labels = words.map(({ slot, serial, words: own }) => ({
    ...placed(own, { x: slotAt(axes, slot), top, align: 'center' }, t.color),
    serial,
  }));
  return { ...axis, labels };
}
