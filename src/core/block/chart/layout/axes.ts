import type { Frame } from '../../../template/theme/types.ts';
import { AXIS_GAP, besideNames, placeNames, uprightNames, type SetNames } from './categories.ts';
import { placeDates, setDates, type SetDates } from './date-axis.ts';
import type { ChartWords } from './arrangement.ts';
import { overlap, startOf, withoutEnd, withoutStart, withoutTop } from './frames.ts';
import { barThickness, sideBySide, valueAt, type Axes } from './marks.ts';
import { ticksOf } from './scale.ts';
import type { ChartLabel, ChartScale, TickLabel } from './types.ts';
import { LEGEND_SLACK, nameSlack, numberSlack } from './slack.ts';
import { targetRoom } from './target.ts';
import { placed, type Typist } from './typist.ts';

/** Shares of its frame that a plot takes at least. */
const LEAST_HEIGHT = 0.3;
const LEAST_WIDTH = 0.3;
/** Shares of the width that names beside lying bars may take, the first that holds them all. */
const NAME_SHARES = [0.24, 0.32, 0.4, 0.5];
/** Share of the height that names below the plot may take. */
const MOST_DEPTH = 0.45;
/** Bars at dates are no thinner, in points. */
const LEAST_BAR = 4;

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

export interface Laid {
  readonly axes: Axes;
  readonly names: SetNames;
  readonly dates: SetDates | null;
  readonly ticks: readonly TickLabel[];
}

export const NO_NAMES: SetNames = { every: 0, names: [], depth: 0 };

/** A plot and what stands beside it. */
interface Parted {
  readonly plot: Frame;
  readonly names: SetNames;
  readonly dates: SetDates | null;
}

/** Widths of the first and the last number of a line that is alone: they stand above their points, inside the plot. */
function endNumbers(t: Typist, { chart, format }: ChartWords): readonly [number, number] {
  const [values = [], ...more] = chart.type === 'line' ? chart.series.map((own) => own.values) : [];
  const width = (value: number | null | undefined): number =>
    value === null || value === undefined || more.length > 0 ? 0 : t.strong.number(format(value)).width * numberSlack(t);
  return [width(values[0]), width(values.at(-1))];
}

function standing(
  t: Typist,
  words: ChartWords,
  inner: Frame,
  form: Form,
  tickWidth: number,
  room: { readonly end: number; readonly target: number },
): Parted | null {
  const { chart, dates } = words;
  const start = withoutStart(inner, tickWidth === 0 ? 0 : tickWidth * numberSlack(t) + t.size * AXIS_GAP, t.isRtl);
  // A name at a line's end begins behind the last point, half a band inside the plot.
  const inside = form.isDated || chart.type !== 'line' ? 0 : 0.5 / Math.max(1, chart.categories.length);
  const forNames = room.end === 0 ? start.width : (start.width - room.end) / (1 - inside);
  const width = Math.min(start.width - room.target, forNames);
  const across = withoutEnd(start, start.width - width, t.isRtl);
  const place = { plot: across, frame: inner };
  const depth = inner.height * MOST_DEPTH;
  const dated = form.isDated && dates ? setDates(t, dates, { ...place, numbers: endNumbers(t, words) }) : null;
  const named = form.isDated || form.every === 0 ? NO_NAMES : uprightNames(t, chart.categories, place, { ...form, depth });
  if (!named || (form.isDated && !dated)) return null;
  const top = tickWidth === 0 ? t.size * 0.25 : t.line / 2;
  const least = tickWidth === 0 ? 0 : t.line / 2;
  const below = form.every === 0 ? least : Math.max(least, t.size * AXIS_GAP + (dated ?? named).depth);
  return { plot: { ...across, ...dated?.plot, y: inner.y + top, height: inner.height - top - below }, names: named, dates: dated };
}

function lying(t: Typist, { chart }: ChartWords, inner: Frame, form: Form, tickWidths: readonly number[]): Parted | null {
  const room = inner.height - (tickWidths.length === 0 ? 0 : t.line + t.size * AXIS_GAP);
  // Where not every bar has a line, the first and the last name reach beyond theirs.
  const count = Math.max(2, chart.categories.length);
  const beyond = form.every === 0 ? 0 : Math.max(0, (t.line * count - room) / (2 * (count - 1)));
  const height = room - 2 * beyond;
  const gap = t.size * AXIS_GAP;
  const sets = NAME_SHARES.map(
    (share) => () => besideNames(t, chart.categories, { width: inner.width * share - gap, height, beyond }, form),
  );
  let names: SetNames | null = form.every === 0 ? NO_NAMES : null;
  for (const set of sets) names ??= set();
  if (!names) return null;
  // The first and the last tick's words are centred on the plot's edges.
  const slack = numberSlack(t);
  // Names that a chart draws itself, as those of every second bar, have their box's slack before them.
  const isDrawn = t.isRtl || form.every > 1;
  const forNames = names.depth * nameSlack(t) + (isDrawn ? t.size * LEGEND_SLACK : 0) + gap;
  const start = Math.max(names.depth === 0 ? 0 : forNames, ((tickWidths[0] ?? 0) / 2) * slack);
  const end = ((tickWidths.at(-1) ?? 0) / 2) * slack;
  const across = withoutEnd(withoutStart(inner, start, t.isRtl), end, t.isRtl);
  return { plot: { ...across, y: across.y + beyond, height }, names, dates: null };
}

/** Plot, names and ticks for a scale; null where a name has no room, or too little is left for the plot. `format` null: the axis has no words. */
export function layAxes(
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
  const forTarget = targetRoom(t, words, inner, form.isHorizontal);
  if (forTarget === null) return null;
  const found = form.isHorizontal
    ? lying(t, words, withoutTop(inner, forTarget), form, widths)
    : standing(t, words, inner, form, Math.max(0, ...widths), { end: endRoom, target: forTarget });
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
export function ticksFit(t: Typist, { axes, ticks }: Laid): boolean {
  const { plot, scale, isHorizontal } = axes;
  const step = ((isHorizontal ? plot.width : plot.height) * scale.step) / (scale.max - scale.min);
  return ticks.every(({ frame }) => (isHorizontal ? frame.width + t.size * 0.8 : frame.height) <= step);
}

/** The words of the category axis. */
export function wordsBelow(t: Typist, { axes, names, dates }: Laid): ChartLabel[] {
  return [...placeNames(t, axes, names), ...(dates ? placeDates(t, axes, dates).labels : [])];
}
