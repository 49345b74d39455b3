import type { Frame } from '../../../template/theme/types.ts';
import type { Arrangement, ChartWords } from './arrangement.ts';
import { NO_NAMES, wordsBelow, type Form, type Laid } from './axes.ts';
import { placeNames } from './categories.ts';
import { placeDates } from './date-axis.ts';
import { directNames, directRoom } from './direct.ts';
import { gapWidth, marksOf, sideBySide, type Axes } from './marks.ts';
import { valueScale } from './scale.ts';
import type { ChartOmission } from './types.ts';
import type { Typist } from './typist.ts';
import { withNumbers, withTicks, type Valued } from './valued.ts';
import { NO_NUMBERS } from './values.ts';

function arrangementOf(
  words: ChartWords,
  form: Form,
  { laid, numbers, annotations, target }: Valued,
  t: Typist,
  more: Partial<Arrangement>,
): Arrangement {
  const { chart } = words;
  const omitted = form.isDated ? [] : chart.categories.filter((_, i) => form.every === 0 || i % form.every !== 0);
  const omissions: ChartOmission[] = omitted.length > 0 ? [{ what: 'category', words: omitted, every: form.every }] : [];
  return {
    plot: laid.axes.plot,
    scale: laid.axes.scale,
    isHorizontal: form.isHorizontal,
    marks: marksOf(laid.axes, chart, words.markColors),
    dates: laid.dates && placeDates(t, laid.axes, laid.dates),
    categoryLabels: placeNames(t, laid.axes, laid.names),
    ticks: laid.ticks,
    valueLabels: numbers.labels,
    totals: numbers.totals,
    seriesLabels: [],
    annotations,
    target,
    gapWidth: chart.type === 'line' ? 0 : gapWidth(laid.axes, chart),
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
      const room = directRoom(t, words, inner.width, write);
      if (room === null) return null;
      const valued = write ? withNumbers(t, words, inner, form, room) : withTicks(t, words, inner, form, room);
      if (!valued) return null;
      const { axes } = valued.laid;
      const { numbers, annotations, target } = valued;
      const others = [...wordsBelow(t, valued.laid), ...annotations, ...(target ? [target.label] : []), ...numbers.totals];
      const around = { numbers: numbers.labels, others };
      const names = directNames(t, words, marksOf(axes, chart, words.markColors), inner, around, write, form.isHorizontal);
      if (!names) return null;
      // The last number stands behind its line's name.
      const last = chart.type === 'line' ? chart.categories.length - 1 : -1;
      const labels = numbers.labels.filter(({ category }) => category !== last);
      return arrangementOf(words, form, { ...valued, numbers: { ...numbers, labels } }, t, { seriesLabels: names });
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
  return arrangementOf(words, form, { laid, numbers: NO_NUMBERS, annotations: [], target: null }, t, {
    omissions: [{ what: 'number', words: numbers, every: 0 }],
  });
}
