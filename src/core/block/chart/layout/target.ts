import type { Frame } from '../../../template/theme/types.ts';
import type { ChartBlock } from '../types.ts';
import type { ChartWords } from './arrangement.ts';
import { isInside, overlap, startOf } from './frames.ts';
import { valueAt, type Axes } from './marks.ts';
import { edgeSlack, LEGEND_SLACK, nameSlack } from './slack.ts';
import type { ChartLabel, TargetLine } from './types.ts';
import { folded, placed, type SetWords, type Typist } from './typist.ts';

/** A target so many times as far from zero as every value makes what is measured a line of dots. */
const MOST_TIMES = 3;
/** What its words keep clear of the frame's foot, as a share of the type size: LibreOffice moves a drawing's box up that leaves its chart. */
const FOOT = 0.45;
/** Share of the width that a target's words may take. */
const MOST_WIDTH = 0.24;
const MOST_LINES = 3;
/** Between the line and its words, as a share of the type size; and what the line keeps clear of numbers, in points. */
const GAP = 0.4;
const CLEAR = 4;

/** Whether a chart's target lies where no axis that shows its values reaches. */
export function isOffScale({ target, series, type }: ChartBlock): boolean {
  if (!target || type === 'doughnut') return target !== undefined;
  const values = series.flatMap((own) => own.values.filter((value) => value !== null));
  const most = Math.max(0, ...values.map(Math.abs));
  if (most === 0) return true;
  const stacked = type === 'stacked-bar' ? series.length : 1;
  return Math.abs(target.value) > MOST_TIMES * most * stacked || (target.value < 0 && values.every((value) => value >= 0));
}

function targetWords(t: Typist, { chart: { target }, format }: ChartWords, width: number): SetWords | null {
  if (!target) return null;
  const text = folded(target.text);
  const words = t.set(text === '' ? format(target.value) : `${text}: ${format(target.value)}`, width);
  return words.isWhole && words.lines.length <= MOST_LINES ? words : null;
}

/** Points that a target's words need: beyond the end of standing marks, or above lying ones. Null: they find no room; 0: there is no target. */
export function targetRoom(t: Typist, words: ChartWords, inner: Frame, isHorizontal: boolean): number | null {
  if (!words.chart.target) return 0;
  const set = targetWords(t, words, inner.width * MOST_WIDTH);
  if (!set) return null;
  return isHorizontal ? set.height + t.size * GAP : set.width * nameSlack(t) + t.size * (GAP + LEGEND_SLACK);
}

/** The stretches of a line that keep clear of frames. */
function stretches(from: number, to: number, taken: readonly (readonly [number, number])[]): [number, number][] {
  const found: [number, number][] = [];
  let at = from;
  for (const [start, end] of [...taken].sort((a, b) => a[0] - b[0])) {
    if (start > at) found.push([at, Math.min(start, to)]);
    at = Math.max(at, end);
  }
  if (at < to) found.push([at, to]);
  return found.filter(([start, end]) => end - start > 1);
}

/** A line across the plot with its words at its end; it stops before every number. Null: its words stand on others. */
export function targetAt(t: Typist, axes: Axes, words: ChartWords, others: readonly ChartLabel[], frame: Frame): TargetLine | null {
  const { target } = words.chart;
  const set = targetWords(t, words, frame.width * MOST_WIDTH);
  if (!target || !set) return null;
  const { plot, isHorizontal, isRtl } = axes;
  const at = valueAt(axes, target.value);
  const gap = t.size * GAP;
  const end = startOf(plot, !isRtl);
  const half = set.width / 2 + edgeSlack(t, set.width);
  const lowest = frame.y + frame.height - set.height - t.size * FOOT;
  const anchor = isHorizontal
    ? ({
        x: Math.min(frame.x + frame.width - half, Math.max(frame.x + half, at)),
        top: plot.y - gap - set.height,
        align: 'center',
      } as const)
    : ({
        x: isRtl ? end - gap : end + gap,
        top: Math.max(frame.y, Math.min(at - set.height / 2, lowest)),
        align: isRtl ? 'right' : 'left',
      } as const);
  const label = placed(set, anchor, t.color);
  if (!isInside(label.frame, frame) || others.some((other) => overlap(other.frame, label.frame))) return null;
  const crossed = others.flatMap(({ frame: own }): [number, number][] => {
    const [low, high, from, to] = isHorizontal
      ? [own.x, own.x + own.width, own.y, own.y + own.height]
      : [own.y, own.y + own.height, own.x, own.x + own.width];
    return at > low - CLEAR && at < high + CLEAR ? [[from - CLEAR, to + CLEAR]] : [];
  });
  const lines = isHorizontal
    ? stretches(plot.y, plot.y + plot.height, crossed).map(([from, to]) => ({ from: { x: at, y: from }, to: { x: at, y: to } }))
    : stretches(plot.x, plot.x + plot.width, crossed).map(([from, to]) => ({ from: { x: from, y: at }, to: { x: to, y: at } }));
  return { value: target.value, lines, label };
}
