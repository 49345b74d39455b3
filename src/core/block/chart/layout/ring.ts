import type { Frame } from '../../../template/theme/types.ts';
import { partLabels } from './ring-numbers.ts';
import type { Arrangement, ChartWords } from './arrangement.ts';
import { withoutStart, withoutTop } from './frames.ts';
import { legendAcross, legendBeside, partialLegend, placeLegend, type LegendName, type SetLegend } from './legend.ts';
import { sliceMarks } from './marks.ts';
import { LEGEND_SLACK, nameSlack } from './slack.ts';
import { folded, type Typist } from './typist.ts';

/** Shares of the width that a ring beside its legend takes, the largest that leaves the names room. */
const RING_SHARES = [0.55, 0.45, 0.35, 0.28];
/** Shares of the height that a ring above its legend takes. */
const RING_HEIGHTS = [0.7, 0.6, 0.5];
/** Between ring and legend, as a share of the type size. */
const GAP = 1.5;

interface Divided {
  readonly ring: Frame;
  readonly rest: Frame;
  readonly set: SetLegend;
  readonly anchor: 'top' | 'middle';
}

/** A square at the start of the frame with the rest beside it. */
function beside(t: Typist, frame: Frame, share: number): { ring: Frame; rest: Frame } {
  const side = Math.min(frame.height, frame.width * share);
  const x = t.isRtl ? frame.x + frame.width - side : frame.x;
  return {
    ring: { x, y: frame.y + (frame.height - side) / 2, width: side, height: side },
    rest: withoutStart(frame, Math.min(frame.width, side + t.size * GAP), t.isRtl),
  };
}

/** A square at the top with the rest below it. */
function above(t: Typist, frame: Frame, share: number): { ring: Frame; rest: Frame } {
  const side = Math.min(frame.width, frame.height * share);
  const x = t.isRtl ? frame.x + frame.width - side : frame.x;
  return { ring: { x, y: frame.y, width: side, height: side }, rest: withoutTop(frame, Math.min(frame.height, side + t.size)) };
}

function divide(t: Typist, names: readonly LegendName[], frame: Frame): Divided | null {
  for (const share of RING_SHARES) {
    const parts = beside(t, frame, share);
    const set = legendBeside(t, names, parts.rest.width / nameSlack(t) - t.size * LEGEND_SLACK, frame.height);
    if (set) return { ...parts, set, anchor: 'middle' };
  }
  for (const share of RING_HEIGHTS) {
    const parts = above(t, frame, share);
    const set = legendAcross(t, names, parts.rest.width, parts.rest.height);
    if (set) return { ...parts, set, anchor: 'top' };
  }
  return null;
}

const BASE = {
  scale: null,
  isHorizontal: false,
  dates: null,
  categoryLabels: [],
  ticks: [],
  totals: [],
  seriesLabels: [],
  annotations: [],
  target: null,
  gapWidth: 0,
} as const;

function namesOf({ chart, colors }: ChartWords): LegendName[] {
  return chart.categories.map((name, i) => ({ name, shown: name, color: colors[i] ?? 'accent1' }));
}

/** Names with their numbers behind them. */
function numbered({ chart, format }: ChartWords, names: readonly LegendName[]): LegendName[] {
  return names.map((entry, i) => {
    const value = chart.series[0]?.values[i] ?? null;
    return value === null ? entry : { ...entry, shown: `${folded(entry.name)}: ${format(value)}` };
  });
}

/**
 * A ring with its parts named beside it, or below it in a narrow frame. Each number stands in its part, a small part's outside the
 * ring; where one has no room there either, all stand behind their names. Null: a name has no room.
 */
export function wholeRing(t: Typist, words: ChartWords, frame: Frame): Arrangement | null {
  const names = namesOf(words);
  const marks = sliceMarks(words.chart, words.markColors);
  const plain = divide(t, names, frame);
  const inside = plain && partLabels(t, plain.ring, words, marks);
  const parts = inside ? plain : divide(t, numbered(words, names), frame);
  if (!parts) return null;
  const legend = placeLegend(t, parts.set, parts.rest, parts.anchor);
  return { ...BASE, plot: inside?.ring ?? parts.ring, marks, valueLabels: inside?.labels ?? [], legend, omissions: [] };
}

/** A small ring with those names beside it that have room. */
export function partlyRing(t: Typist, words: ChartWords, frame: Frame): Arrangement {
  const { ring, rest } = beside(t, frame, RING_SHARES.at(-1) ?? 0.3);
  const set = partialLegend(t, numbered(words, namesOf(words)), rest.width, rest.height);
  const omissions = [{ what: 'part' as const, words: set.left, every: 0 }];
  return {
    ...BASE,
    plot: ring,
    marks: sliceMarks(words.chart, words.markColors),
    valueLabels: [],
    legend: placeLegend(t, set, rest, 'middle'),
    omissions,
  };
}
