import type { Frame } from '../../../template/theme/types.ts';
import { arrangeAxes, bareAxes } from './arrange-axes.ts';
import type { Form } from './axes.ts';
import { wordsMissing, type Arrangement, type ChartWords } from './arrangement.ts';
import { areEven, leastStep, type ChartDates } from './dates.ts';
import { mayBeDirect } from './direct.ts';
import { withoutEnd, withoutTop } from './frames.ts';
import { legendAcross, legendBeside, partialLegend, placeLegend, type LegendName, type SetLegend } from './legend.ts';
import { partlyRing, wholeRing } from './ring.ts';
import { LEGEND_SLACK, nameSlack } from './slack.ts';
import type { LegendEntry } from './types.ts';
import { wholeShareBar } from './share-bar.ts';
import type { Typist } from './typist.ts';

/** Between legend and plot, as shares of the type size. */
const BELOW_LEGEND = 0.8;
const BESIDE_LEGEND = 1.6;
/** Shares of the frame that a legend may take: above the plot gladly and at most, beside it at most. */
const LOW = 0.3;
const MOST_HEIGHT = 0.5;
const MOST_WIDTH = 0.4;

/** A frame divided into legend and chart. */
interface Divided {
  readonly inner: Frame;
  readonly legend: readonly LegendEntry[];
  readonly left: readonly string[];
}

function acrossTop(t: Typist, set: SetLegend, frame: Frame): Divided {
  const taken = set.rows.length === 0 ? 0 : set.height + t.size * BELOW_LEGEND;
  return { inner: withoutTop(frame, taken), legend: placeLegend(t, set, frame, 'top'), left: set.left };
}

function atEnd(t: Typist, set: SetLegend, frame: Frame): Divided {
  const within = withoutEnd(frame, t.size * LEGEND_SLACK + set.width * (nameSlack(t) - 1), t.isRtl);
  const inner = withoutEnd(within, set.width + t.size * BESIDE_LEGEND, t.isRtl);
  const own = { ...within, x: t.isRtl ? within.x : within.x + within.width - set.width, width: set.width };
  return { inner, legend: placeLegend(t, set, own, 'top'), left: set.left };
}

/** The ways to divide a frame that leave every series its name, best first: a low legend above, one beside, a higher one above. */
function divisions(t: Typist, names: readonly LegendName[], frame: Frame): Divided[] {
  const low = legendAcross(t, names, frame.width, frame.height * LOW);
  const beside = legendBeside(t, names, frame.width * MOST_WIDTH, frame.height);
  const high = low ? null : legendAcross(t, names, frame.width, frame.height * MOST_HEIGHT);
  return [
    ...(low ? [acrossTop(t, low, frame)] : []),
    ...(beside ? [atEnd(t, beside, frame)] : []),
    ...(high ? [acrossTop(t, high, frame)] : []),
  ];
}

/** The names that stand at all where not all can. */
function partial(t: Typist, names: readonly LegendName[], frame: Frame): Divided {
  const beside = partialLegend(t, names, frame.width * MOST_WIDTH, frame.height);
  const above = partialLegend(t, names, frame.width, frame.height * MOST_HEIGHT);
  return above.left.length < beside.left.length ? acrossTop(t, above, frame) : atEnd(t, beside, frame);
}

/** More lines than a few are hard to read beside each other, but better than fewer names. */
const STANDING: Form = { isHorizontal: false, every: 1, mostLines: 4, isDirect: false, isDated: false };
const LYING: Form = { isHorizontal: true, every: 1, mostLines: 12, isDirect: false, isDated: false };
const DATED: Form = { ...STANDING, isDated: true };

/** Forms that show every name: bars stand where names have at most two lines, lie where three are enough then; lines cannot lie. */
function namedForms({ chart, lies }: ChartWords): Form[] {
  if (lies) return [LYING];
  return chart.type === 'line' ? [STANDING] : [{ ...STANDING, mostLines: 2 }, { ...LYING, mostLines: 3 }, STANDING, LYING];
}

/**
 * Whether dates gain by an axis of their own, whose words stand at round dates. A bar is known by its name, so bars do only where each has
 * one there too; even quarters do not, which number formats cannot write.
 */
function gainByDates({ chart }: ChartWords, dates: ChartDates): boolean {
  if (chart.type !== 'line' && leastStep(dates) > 1) return false;
  return areEven(dates) ? dates.precision !== 'quarter' : chart.type === 'line';
}

/** Forms in which every category can be told, the best first. */
function wholeForms(words: ChartWords): Form[] {
  const named = namedForms(words);
  if (!words.dates || words.lies) return named;
  return gainByDates(words, words.dates) ? [DATED, ...named] : [...named, DATED];
}

/** Forms that name fewer categories, the most first. */
function thinnedForms(words: ChartWords): Form[] {
  const count = words.chart.categories.length;
  const steps = Array.from({ length: Math.max(0, count - 1) }, (_, i) => i + 2);
  const forms = steps.flatMap((every) =>
    (words.chart.type === 'line' ? [STANDING] : words.lies ? [LYING] : [STANDING, LYING]).map((form) => ({ ...form, every })),
  );
  return [...forms, { ...STANDING, every: 0 }];
}

function firstOf<T, R>(list: readonly T[], make: (item: T) => R | null): R | null {
  for (const item of list) {
    const made = make(item);
    if (made !== null) return made;
  }
  return null;
}

/** Chart and legend of a division in one of the forms. */
function inForms(t: Typist, words: ChartWords, { inner, legend, left }: Divided, forms: readonly Form[]): Arrangement | null {
  if (inner.width <= 0 || inner.height <= 0) return null;
  const found = firstOf(forms, (form) => arrangeAxes(t, words, inner, form));
  if (!found) return null;
  const omissions = left.length > 0 ? [{ what: 'series' as const, words: left, every: 0 }] : [];
  return { ...found, legend, omissions: [...found.omissions, ...omissions] };
}

function namesOf({ chart, colors, namesSeries }: ChartWords): LegendName[] {
  return namesSeries ? chart.series.map(({ name }, i) => ({ name, shown: name, color: colors[i] ?? 'accent1' })) : [];
}

/** Bars with names at their marks stand or lie by the length of their categories' names: what is named in many lines is better off with a legend. */
const isDirectForm =
  ({ chart, lies }: ChartWords) =>
  ({ mostLines, isDated }: Form): boolean =>
    chart.type === 'line' || lies || isDated || mostLines <= 3;

function wholeWithAxes(t: Typist, words: ChartWords, frame: Frame): Arrangement | null {
  const { chart } = words;
  const names = namesOf(words);
  const whole: Divided[] = names.length > 0 ? divisions(t, names, frame) : [{ inner: frame, legend: [], left: [] }];
  const direct = mayBeDirect(chart)
    ? firstOf(wholeForms(words).filter(isDirectForm(words)), (form) => arrangeAxes(t, words, frame, { ...form, isDirect: true }))
    : null;
  return direct ?? firstOf(whole, (division) => inForms(t, words, division, wholeForms(words)));
}

/** A chart with axes that has not room for all: as much of it as stands whole. */
function partlyWithAxes(t: Typist, words: ChartWords, frame: Frame): Arrangement {
  const names = namesOf(words);
  const whole = divisions(t, names, frame);
  const all = names.length === 0 ? [{ inner: frame, legend: [], left: [] }] : whole.length > 0 ? whole : [partial(t, names, frame)];
  const thinned = all.flatMap((division) => inForms(t, words, division, [...wholeForms(words), ...thinnedForms(words)]) ?? []);
  const best = thinned.reduce<Arrangement | null>((a, b) => (a && wordsMissing(a) <= wordsMissing(b) ? a : b), null);
  if (best) return best;
  const bare = bareAxes(t, words, frame);
  return {
    ...bare,
    omissions: names.length > 0 ? [...bare.omissions, { what: 'series', words: names.map(({ name }) => name), every: 0 }] : bare.omissions,
  };
}

/** Every word of a chart at its place, in the size of `t`; null where one has no room. */
export function arrangeWhole(t: Typist, words: ChartWords, frame: Frame): Arrangement | null {
  if (words.isShareBar) return wholeShareBar(t, words, frame);
  return words.chart.type === 'doughnut' ? wholeRing(t, words, frame) : wholeWithAxes(t, words, frame);
}

/** The same where not every word has room; what is left out is in `omissions`. */
export function arrangePartly(t: Typist, words: ChartWords, frame: Frame): Arrangement {
  return words.chart.type === 'doughnut' ? partlyRing(t, words, frame) : partlyWithAxes(t, words, frame);
}
