import { isDivided } from '../../src/core/block/chart/layout/share-bar.ts';
import { chartLabels } from '../../src/core/layout/index.ts';
import type { ChartBox } from '../../src/core/layout/types.ts';
import type { Frame } from '../../src/core/template/theme/types.ts';

/** Glyphs may reach a hair beyond what was reckoned, in no picture to be seen. Points. */
const NEAR = 0.05;

function leaves(inner: Frame, outer: Frame): boolean {
  return (
    inner.x < outer.x - NEAR ||
    inner.y < outer.y - NEAR ||
    inner.x + inner.width > outer.x + outer.width + NEAR ||
    inner.y + inner.height > outer.y + outer.height + NEAR
  );
}

function overlaps(a: Frame, b: Frame): boolean {
  return a.x + NEAR < b.x + b.width && b.x + NEAR < a.x + a.width && a.y + NEAR < b.y + b.height && b.y + NEAR < a.y + a.height;
}

const letters = (text: string): string => text.replace(/[\s\u00A0\u202F\u00AD]/g, '');

/** Names that a chart does not show whole and does not list as left out. */
function missingNames(box: ChartBox): string[] {
  const shown = new Set(chartLabels(box).flatMap(({ lines }) => [letters(lines.map(({ text }) => text).join(''))]));
  const starts = [...shown];
  const left = new Set(box.omissions.flatMap(({ words }) => words));
  const isShown = (name: string): boolean => shown.has(letters(name)) || starts.some((text) => text.startsWith(letters(name)));
  const lost = (name: string): boolean => letters(name) !== '' && !left.has(name) && !isShown(name);
  const series = box.series.length > 1 && box.type !== 'doughnut' ? box.series.map(({ name }) => name) : [];
  // Dates are read on their axis.
  const categories = (box.dates?.labels.length ?? 0) > 1 || isDivided(box) ? [] : box.categories;
  return [...categories, ...series].filter(lost);
}

/** Whether every value can be read: at its mark, behind a name, or on an axis with words. */
function areValuesTold(box: ChartBox): boolean {
  const shown = box.type === 'doughnut' ? box.series.slice(0, 1) : box.series;
  const values = shown.flatMap((series) => series.values.filter((value) => value !== null));
  if (values.length === 0 || box.omissions.some(({ what }) => what === 'number')) return true;
  if (box.ticks.length > 1) return true;
  const withNumbers = box.valueLabels.length + box.seriesLabels.length;
  if (withNumbers >= values.length) return true;
  const parts = box.legend.filter(({ label }) => /\p{Nd}/u.test(label.text)).length;
  return (
    (box.type === 'doughnut' || isDivided(box)) && parts + box.omissions.reduce((sum, { words }) => sum + words.length, 0) >= values.length
  );
}

/** Dates that do not stand as far from each other as they are. Years are counted as equal ones, and so are months. */
function wrongPlaces(box: ChartBox): string[] {
  if (!box.dates) return [];
  const { unit, serials } = box.dates;
  const places = serials.map((serial) => {
    const date = new Date(Date.UTC(1899, 11, 30 + serial));
    const months = date.getUTCFullYear() * 12 + date.getUTCMonth();
    return unit === 'days' ? serial : unit === 'months' ? months : months / 12;
  });
  const at = new Map<number, number>();
  for (const mark of box.marks) {
    // The first bar of a category stands for them all.
    const x = mark.kind === 'point' ? mark.x : mark.kind === 'bar' && mark.series === 0 ? mark.frame.x : null;
    if (x !== null) at.set(mark.category, x);
  }
  const [[first, from] = [0, 0], [last, to] = [0, 0]] = [[...at][0], [...at].at(-1)];
  const span = (places[last] ?? 0) - (places[first] ?? 0);
  return [...at].flatMap(([category, x]) => {
    const share = span === 0 ? 0 : ((places[category] ?? 0) - (places[first] ?? 0)) / span;
    return Math.abs(x - (from + share * (to - from))) > NEAR ? [`${box.categories[category] ?? ''} does not stand at its date`] : [];
  });
}

/** Sums that are not those of their stacks. */
function wrongTotals(box: ChartBox): string[] {
  return box.totals.flatMap(({ category, value }) => {
    const parts = box.series.map(({ values }) => values[category] ?? NaN);
    const sum = parts.reduce((all, part) => all + part, 0);
    return Math.abs(sum - value) <= Math.abs(sum) * 1e-9 ? [] : [`${value} is not the sum of ${parts.join(' and ')}`];
  });
}

/** What is wrong with a laid-out chart: words beyond its frame, on each other, cut, or missing without a word. Empty: nothing. */
export function chartFaults(box: ChartBox): string[] {
  const labels = chartLabels(box);
  const framed = [
    ...labels.map(({ text, frame }) => [`“${text}”`, frame] as const),
    ...box.legend.map(({ swatch, label }) => [`the swatch of “${label.text}”`, swatch] as const),
    ['the plot', box.plot] as const,
  ];
  const outside = framed
    .filter(([, frame]) => leaves(frame, box.frame))
    .map(([name, frame]) => `${name} leaves the chart: ${JSON.stringify(frame)} in ${JSON.stringify(box.frame)}`);
  const pairs = labels.flatMap((a, i) =>
    labels.slice(i + 1).flatMap((b) => (overlaps(a.frame, b.frame) ? [`“${a.text}” stands on “${b.text}”`] : [])),
  );
  const beyond = box.legend
    .filter(({ label, swatch }) => overlaps(label.frame, box.plot) || overlaps(swatch, box.plot))
    .map(({ label }) => `“${label.text}” stands on the plot`);
  const onPlot = [...box.categoryLabels, ...(box.dates?.labels ?? []), ...box.ticks]
    .filter(({ frame }) => overlaps(frame, box.plot))
    .map(({ text }) => `“${text}” of an axis stands on the plot`);
  const cut = labels
    .filter(({ text, lines }) => letters(text) !== letters(lines.map((line) => line.text).join('')))
    .map(({ text }) => `“${text}” is not whole`);
  const lines = labels.flatMap(({ text, lines: own, frame }) =>
    own
      .filter((line) => leaves({ x: line.x, y: line.baseline, width: line.width, height: 0 }, frame))
      .map(() => `a line of “${text}” leaves it`),
  );
  const missing = missingNames(box).map((name) => `“${name}” is missing`);
  const silent = areValuesTold(box) ? [] : ['values stand nowhere'];
  return [...outside, ...pairs, ...beyond, ...onPlot, ...cut, ...lines, ...missing, ...silent, ...wrongPlaces(box), ...wrongTotals(box)];
}
