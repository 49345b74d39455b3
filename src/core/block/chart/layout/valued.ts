import type { Frame } from '../../../template/theme/types.ts';
import { annotationsAt, type Annotations } from './annotations.ts';
import type { ChartWords } from './arrangement.ts';
import { layAxes, ticksFit, wordsBelow, type Form, type Laid } from './axes.ts';
import { isInside } from './frames.ts';
import { marksOf } from './marks.ts';
import { extended, STEPS, tickFormat, valueScale } from './scale.ts';
import { targetAt } from './target.ts';
import type { ChartScale, TargetLine } from './types.ts';
import type { Typist } from './typist.ts';
import { keyNumbersAt, numbersAt, type Numbers } from './values.ts';

/** An axis grows by so many steps at most for numbers beyond its marks, and for remarks above them. */
const MOST_EXTENSION = 2;
const MOST_FOR_REMARKS = 5;

/** Axes with all that stands at their marks. */
export interface Valued {
  readonly laid: Laid;
  readonly numbers: Numbers;
  readonly annotations: Annotations['labels'];
  readonly target: TargetLine | null;
}

/** Whether a word leaves no side of a frame but those at which the axis grows. */
function isBeside({ x, y, width, height }: Frame, frame: Frame, isHorizontal: boolean): boolean {
  return isInside(isHorizontal ? { ...frame, y, height } : { ...frame, x, width }, frame);
}

/** Axes with the numbers at their marks; the axis grows where one would stand beyond it. Null: too little room, or it would grow too far. */
function grown(
  t: Typist,
  words: ChartWords,
  inner: Frame,
  form: Form,
  plain: ChartScale,
  hasTicks: boolean,
  endRoom: number,
): Valued | null {
  const { chart, grouping } = words;
  const format = hasTicks ? tickFormat(plain, t.context.language, grouping) : null;
  // Beside an axis only stacks have numbers: those that find room, and their sums.
  const hasNumbers = !hasTicks || chart.type === 'stacked-bar';
  let [below, above] = [0, 0];
  const most = (chart.annotations ?? []).length > 0 ? MOST_FOR_REMARKS : MOST_EXTENSION;
  while (below <= MOST_EXTENSION && above <= most) {
    const laid = layAxes(t, words, inner, form, extended(plain, below, above), format, endRoom);
    if (!laid) return null;
    const marks = marksOf(laid.axes, chart, words.markColors);
    const numbers = hasNumbers ? numbersAt(t, laid.axes, words, marks) : keyNumbersAt(t, laid.axes, words, marks, inner);
    if (!hasTicks && !(numbers.areAll && numbers.labels.every(({ frame }) => isBeside(frame, inner, form.isHorizontal)))) return null;
    const labels = [...numbers.labels, ...numbers.totals];
    const annotations = annotationsAt(t, laid.axes, words, marks, [...labels, ...laid.ticks], inner);
    if (!annotations) return null;
    if (!numbers.beyond.below && !numbers.beyond.above && !annotations.beyond) {
      const others = [...labels, ...annotations.labels, ...laid.ticks, ...wordsBelow(t, laid)];
      const target = targetAt(t, laid.axes, words, others, inner);
      return chart.target && !target ? null : { laid, numbers, annotations: annotations.labels, target };
    }
    below += numbers.beyond.below ? 1 : 0;
    above += numbers.beyond.above || annotations.beyond ? 1 : 0;
  }
  return null;
}

/** Each value with its number in place of an axis with words. Null: some have no room. */
export function withNumbers(t: Typist, words: ChartWords, inner: Frame, form: Form, endRoom: number): Valued | null {
  return grown(t, words, inner, form, valueScale(words.chart), false, endRoom);
}

/** An axis with words, in as many steps as stand apart. */
export function withTicks(t: Typist, words: ChartWords, inner: Frame, form: Form, endRoom: number): Valued | null {
  for (let steps = STEPS; steps >= 1; steps -= 1) {
    const valued = grown(t, words, inner, form, valueScale(words.chart, steps), true, endRoom);
    if (valued && ticksFit(t, valued.laid)) return valued;
  }
  return null;
}
