import type { Frame } from '../../../template/theme/types.ts';
import { AXIS_GAP, besideNames, placeNames, uprightNames, type SetNames } from './categories.ts';
import { placeDates, setDates, type SetDates } from './date-axis.ts';
import { directNames, directRoom } from './direct.ts';
import type { Arrangement, ChartWords } from './arrangement.ts';
import { isInside, overlap, startOf, withoutEnd, withoutStart } from './frames.ts';
import { barThickness, marksOf, sideBySide, valueAt, type Axes } from './marks.ts';
import { extended, STEPS, tickFormat, ticksOf, valueScale } from './scale.ts';
import type { ChartLabel, ChartOmission, ChartScale, TickLabel } from './types.ts';
import { nameSlack, numberSlack } from './slack.ts';
import { placed, type Typist } from './typist.ts';
import { NO_NUMBERS, numbersAt, type Numbers } from './values.ts';

/** Shares of its frame that a plot takes at least. */
const LEAST_HEIGHT = 0.3;
const LEAST_WIDTH = 0.3;
/** Shares of the width that names beside lying bars may take, the first that holds them all. */
const NAME_SHARES = [0.24, 0.32, 0.4, 0.5];
/** Share of the height that names below the plot may take. */
const MOST_DEPTH = 0.45;
/** Bars at dates are no thinner, in points. */
const LEAST_BAR = 4;
/** An axis grows by so many steps at most for numbers beyond its marks. */
const MOST_EXTENSION = 2;

/** How the axes of a chart are laid: the forms are tried one after another. */
export interface Form {
  readonly isHorizontal: boolean;
  /** Every so many-th category is named; 0: none. */
  readonly every: number;
  /** Lines that a name may have. */
  readonly mostLines: number;
  /** Series are named at their lines' ends. */
  readonly isDirect: boolean;
  /** Categories stand at their dates, and the axis has words at round ones. */
  readonly isDated: boolean;
}

interface Laid {
  readonly axes: Axes;
  readonly names: SetNames;
  readonly dates: SetDates | null;
  readonly ticks: readonly TickLabel[];
}

const NO_NAMES: SetNames = { every: 0, names: [], depth: 0 };

/** A plot and what stands beside it. */
interface Parted {
  readonly plot: Frame;
  readonly names: SetNames;
  readonly dates: SetDates | null;
}

function standing(t: Typist, { chart, dates }: ChartWords, inner: Frame, form: Form, tickWidth: number, endRoom: number): Parted | null {
  const start = withoutStart(inner, tickWidth === 0 ? 0 : tickWidth * numberSlack(t) + t.size * AXIS_GAP, t.isRtl);
  // A name at a line's end begins behind the last point, half a band inside the plot.
  const inside = form.isDated ? 0 : 0.5 / Math.max(1, chart.categories.length);
  const width = endRoom === 0 ? start.width : Math.min(start.width, (start.width - endRoom) / (1 - inside));
  const across = withoutEnd(start, start.width - width, t.isRtl);
  const room = { plot: across, frame: inner };
  const depth = inner.height * MOST_DEPTH;
  const dated = form.isDated && dates ? setDates(t, dates, room) : null;
  const named = form.isDated || form.every === 0 ? NO_NAMES : uprightNames(t, chart.categories, room, { ...form, depth });
  if (!named || (form.isDated && !dated)) return null;
  const top = tickWidth === 0 ? t.size * 0.25 : t.line / 2;
  const least = tickWidth === 0 ? 0 : t.line / 2;
  const below = form.every === 0 ? least : Math.max(least, t.size * AXIS_GAP + (dated ?? named).depth);
  return { plot: { ...across, ...dated?.plot, y: inner.y + top, height: inner.height - top - below }, names: named, dates: dated };
}

function lying(t: Typist, { chart }: ChartWords, inner: Frame, form: Form, tickWidths: readonly number[]): Parted | null {
  const height = inner.height - (tickWidths.length === 0 ? 0 : t.line + t.size * AXIS_GAP);
  const gap = t.size * AXIS_GAP;
  const sets = NAME_SHARES.map((share) => () => besideNames(t, chart.categories, { width: inner.width * share - gap, height }, form));
  let names: SetNames | null = form.every === 0 ? NO_NAMES : null;
  for (const set of sets) names ??= set();
  if (!names) return null;
  // The first and the last tick's words are centred on the plot's edges.
  const slack = numberSlack(t);
  const start = Math.max(names.depth === 0 ? 0 : names.depth * nameSlack(t) + gap, ((tickWidths[0] ?? 0) / 2) * slack);
  const end = ((tickWidths.at(-1) ?? 0) / 2) * slack;
  const across = withoutEnd(withoutStart(inner, start, t.isRtl), end, t.isRtl);
  return { plot: { ...across, height }, names, dates: null };
}

/** Plot, names and ticks for a scale; null where a name has no room, or too little is left for the plot. `format` null: the axis has no words. */
function layAxes(
  t: Typist,
  words: ChartWords,
  inner: Frame,
  form: Form,
  scale: ChartScale,
  format: ((value: number) => string) | null,
  endRoom: number,
): Laid | null {
  const values = format ? ticksOf(scale) : [];
  const set = values.map((value) => t.number(format?.(value) ?? ''));
  const widths = set.map(({ width }) => width);
  const found = form.isHorizontal ? lying(t, words, inner, form, widths) : standing(t, words, inner, form, Math.max(0, ...widths), endRoom);
  if (!found || found.plot.height < inner.height * LEAST_HEIGHT || found.plot.width < inner.width * LEAST_WIDTH) return null;
  const { plot, names, dates } = found;
  const { slots, places } = dates ?? sideBySide(words.chart.categories.length);
  const axes: Axes = { plot, scale, isHorizontal: form.isHorizontal, isRtl: t.isRtl, slots, places };
  if (dates && words.chart.type !== 'line' && barThickness(axes, words.chart) < LEAST_BAR) return null;
  const gap = t.size * AXIS_GAP;
  const ticks = set.map((own, i): TickLabel => {
    const value = values[i] ?? 0;
    const at = valueAt(axes, value);
    const anchor = form.isHorizontal
      ? ({ x: at, top: plot.y + plot.height + gap, align: 'center' } as const)
      : ({ x: startOf(plot, t.isRtl) + (t.isRtl ? gap : -gap), top: at - own.height / 2, align: t.isRtl ? 'left' : 'right' } as const);
    return { ...placed(own, anchor, t.color), value };
  });
  // The lowest word of the axis reaches below the plot, where the first name may stand.
  const laid = { axes, names, dates, ticks };
  const low = wordsBelow(t, laid).some(({ frame }) => ticks.some((tick) => overlap(frame, tick.frame)));
  return low ? null : laid;
}

/** Whether the words of an axis stand apart. */
function ticksFit(t: Typist, { axes, ticks }: Laid): boolean {
  const { plot, scale, isHorizontal } = axes;
  const step = ((isHorizontal ? plot.width : plot.height) * scale.step) / (scale.max - scale.min);
  return ticks.every(({ frame }) => (isHorizontal ? frame.width + t.size * 0.8 : frame.height) <= step);
}

interface Valued {
  readonly laid: Laid;
  readonly numbers: Numbers;
}

/** Whether a word leaves no side of a frame; above and below the axis grows. */
function isBeside({ x, width }: Frame, frame: Frame): boolean {
  return isInside({ ...frame, x, width }, frame);
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
  while (below <= MOST_EXTENSION && above <= MOST_EXTENSION) {
    const laid = layAxes(t, words, inner, form, extended(plain, below, above), format, endRoom);
    if (!laid) return null;
    const numbers = hasNumbers ? numbersAt(t, laid.axes, words, marksOf(laid.axes, chart)) : NO_NUMBERS;
    if (!hasTicks && !(numbers.areAll && numbers.labels.every(({ frame }) => isBeside(frame, inner)))) return null;
    if (!numbers.beyond.below && !numbers.beyond.above) return { laid, numbers };
    below += numbers.beyond.below ? 1 : 0;
    above += numbers.beyond.above ? 1 : 0;
  }
  return null;
}

/** Each value with its number in place of an axis with words. Null: some have no room. */
function withNumbers(t: Typist, words: ChartWords, inner: Frame, form: Form, endRoom: number): Valued | null {
  return grown(t, words, inner, form, valueScale(words.chart), false, endRoom);
}

/** An axis with words, in as many steps as stand apart. */
function withTicks(t: Typist, words: ChartWords, inner: Frame, form: Form, endRoom: number): Valued | null {
  for (let steps = STEPS; steps >= 1; steps -= 1) {
    const valued = grown(t, words, inner, form, valueScale(words.chart, steps), true, endRoom);
    if (valued && ticksFit(t, valued.laid)) return valued;
  }
  return null;
}

/** The words of the category axis. */
function wordsBelow(t: Typist, { axes, names, dates }: Laid): ChartLabel[] {
  return [...placeNames(t, axes, names), ...(dates ? placeDates(t, axes, dates).labels : [])];
}

function arrangementOf(words: ChartWords, form: Form, { laid, numbers }: Valued, t: Typist, more: Partial<Arrangement>): Arrangement {
  const { chart } = words;
  const omitted = form.isDated ? [] : chart.categories.filter((_, i) => form.every === 0 || i % form.every !== 0);
  const omissions: ChartOmission[] = omitted.length > 0 ? [{ what: 'category', words: omitted, every: form.every }] : [];
  return {
    plot: laid.axes.plot,
    scale: laid.axes.scale,
    isHorizontal: form.isHorizontal,
    marks: marksOf(laid.axes, chart),
    dates: laid.dates && placeDates(t, laid.axes, laid.dates),
    categoryLabels: placeNames(t, laid.axes, laid.names),
    ticks: laid.ticks,
    valueLabels: numbers.labels,
    totals: numbers.totals,
    seriesLabels: [],
    legend: [],
    ...more,
    omissions: [...omissions, ...(more.omissions ?? [])],
  };
}

/** A chart with axes in a form; null where the form has no room for all that it would show. */
export function arrangeAxes(t: Typist, words: ChartWords, inner: Frame, form: Form): Arrangement | null {
  const { chart, format } = words;
  if (form.isDirect) {
    const ways = [format, null].map((write) => () => {
      const room = directRoom(t, chart, inner.width, write);
      if (room === null) return null;
      const valued = write ? withNumbers(t, words, inner, form, room) : withTicks(t, words, inner, form, room);
      if (!valued) return null;
      const { axes } = valued.laid;
      const around = { numbers: valued.numbers.labels, names: wordsBelow(t, valued.laid) };
      const names = directNames(t, chart, marksOf(axes, chart), inner, around, write);
      if (!names) return null;
      // The last number stands behind its line's name.
      const last = chart.categories.length - 1;
      const labels = valued.numbers.labels.filter(({ category }) => category !== last);
      return arrangementOf(words, form, { ...valued, numbers: { ...valued.numbers, labels } }, t, { seriesLabels: names });
    });
    return ways[0]?.() ?? ways[1]?.() ?? null;
  }
  const ways = [() => withNumbers(t, words, inner, form, 0), () => withTicks(t, words, inner, form, 0)];
  // A sum that has no room is read on the axis.
  if (words.totals.length > 0) ways.push(() => withTicks(t, { ...words, totals: [] }, inner, form, 0));
  const valued = ways.reduce<Valued | null>((found, way) => found ?? way(), null);
  return valued && arrangementOf(words, form, valued, t, {});
}

/** What is left where nothing else has room: marks in the whole frame without a word. */
export function bareAxes(t: Typist, words: ChartWords, inner: Frame): Arrangement {
  const { chart, format } = words;
  const scale = valueScale(chart);
  const axes: Axes = { plot: inner, scale, isHorizontal: false, isRtl: t.isRtl, ...sideBySide(chart.categories.length) };
  const laid: Laid = { axes, names: NO_NAMES, dates: null, ticks: [] };
  const numbers = chart.series.flatMap(({ values }) => values.filter((value) => value !== null).map(format));
  const form: Form = { isHorizontal: false, every: 0, mostLines: 0, isDirect: false, isDated: false };
  return arrangementOf(words, form, { laid, numbers: NO_NUMBERS }, t, { omissions: [{ what: 'number', words: numbers, every: 0 }] });
}
