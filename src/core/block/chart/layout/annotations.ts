import type { Frame } from '../../../template/theme/types.ts';
import type { ChartWords } from './arrangement.ts';
import { isInside, overlap } from './frames.ts';
import { categoryAt, distanceOf, valueAt, type Axes } from './marks.ts';
import { edgeSlack, LEGEND_SLACK, nameSlack } from './slack.ts';
import { POINT_RADIUS, runsThrough, strokesOf } from './strokes.ts';
import type { AnnotationLabel, ChartLabel, ChartMark, PointMark } from './types.ts';
import { placed, type SetWords, type Typist } from './typist.ts';
import { remarkVoice } from './voice.ts';

/** Widths of a remark above its marks, in places of the axis (and at least in ems), with the lines that it may have there: the first that holds it. */
const TRIED = [
  [1.15, 1],
  [1.7, 1],
  [1.15, 2],
  [1.9, 2],
  [2.8, 4],
] as const;
const LEAST_WIDTH = 6;
/** Between a remark and what it stands at, and beside a number, as shares of the type size. */
const GAP = 0.35;
const BESIDE = 0.9;
/** A remark beside a lying bar has as much room at least, in ems. */
const LEAST_BESIDE = 7;

/** Remarks at their marks; null where one has no room. `beyond`: one stands above the plot, or behind its end where bars lie. */
export interface Annotations {
  readonly labels: readonly AnnotationLabel[];
  readonly beyond: boolean;
}

const NONE: Annotations = { labels: [], beyond: false };

function frameOf(mark: ChartMark): Frame[] {
  if (mark.kind === 'bar') return [mark.frame];
  const r = POINT_RADIUS;
  return mark.kind === 'point' ? [{ x: mark.x - r, y: mark.y - r, width: 2 * r, height: 2 * r }] : [];
}

/** On one line where that is not too wide, else on as few as stand in the widths that are tried. */
function set(t: Typist, text: string, band: number, most: number): SetWords | null {
  for (const [share, lines] of TRIED) {
    const words = t.set(text, Math.min(most, Math.max(band * share, t.size * LEAST_WIDTH)));
    if (words.isWhole && words.lines.length <= lines) return words;
  }
  return null;
}

/** Above what stands in a category, as low as nothing else is in the way. */
function above(
  t: Typist,
  axes: Axes,
  words: ChartWords,
  at: { readonly category: number; readonly text: string },
  around: { readonly own: readonly Frame[]; readonly all: readonly Frame[]; readonly points: readonly PointMark[]; readonly frame: Frame },
): AnnotationLabel | null {
  const { category, text } = at;
  const { own, all, points, frame } = around;
  const voice = remarkVoice(t, words, category);
  const found = set(voice.t, text, distanceOf(axes), frame.width);
  if (!found) return null;
  const half = found.width / 2 + edgeSlack(t, found.width);
  const x = Math.min(frame.x + frame.width - half, Math.max(frame.x + half, categoryAt(axes, category)));
  const foot = Math.min(axes.plot.y + axes.plot.height, ...own.map(({ y }) => y));
  const strokes = strokesOf(points);
  const gap = t.size * GAP;
  for (let top = foot - gap - found.height; top > frame.y - axes.plot.height; top -= t.size / 4) {
    const label = placed(found, { x, top, align: 'center' }, voice.color);
    const grown = { ...label.frame, y: top - gap / 2, height: found.height + gap };
    if (all.some((other) => overlap(grown, other)) || strokes.some((stroke) => runsThrough(stroke, grown))) continue;
    return { ...label, category };
  }
  return null;
}

/** Behind the number of the longest lying bar of a category. */
function behind(
  t: Typist,
  axes: Axes,
  words: ChartWords,
  { category, text }: { readonly category: number; readonly text: string },
  { own, frame }: { readonly own: readonly Frame[]; readonly frame: Frame },
): AnnotationLabel | 'beyond' | null {
  const gap = t.size * BESIDE;
  const start = axes.isRtl
    ? Math.min(axes.plot.x + axes.plot.width, ...own.map(({ x }) => x)) - gap
    : Math.max(axes.plot.x, ...own.map(({ x, width }) => x + width)) + gap;
  const room = axes.isRtl ? start - frame.x : frame.x + frame.width - start;
  if (room < t.size * LEAST_BESIDE) return 'beyond';
  const voice = remarkVoice(t, words, category);
  const found = voice.t.set(text, room / nameSlack(t) - t.size * LEGEND_SLACK);
  if (!found.isWhole || found.height > distanceOf(axes) * 0.95) return 'beyond';
  const top = categoryAt(axes, category) - found.height / 2;
  const label = placed(found, { x: start, top, align: axes.isRtl ? 'right' : 'left' }, voice.color);
  return isInside(label.frame, frame) ? { ...label, category } : null;
}

/** The height of a target's line, and of its words at the end of it, which a remark beside them would be read on into. */
function targetLine(axes: Axes, { chart: { target } }: ChartWords): Frame[] {
  if (!target || axes.isHorizontal) return [];
  const { x, width } = axes.plot;
  return [{ x: x - width, y: valueAt(axes, target.value), width: 3 * width, height: 0 }];
}

/** Remarks at their categories, clear of marks, lines and all other words. */
export function annotationsAt(
  t: Typist,
  axes: Axes,
  words: ChartWords,
  marks: readonly ChartMark[],
  others: readonly (ChartLabel & { readonly category?: number })[],
  frame: Frame,
): Annotations | null {
  const list = words.chart.annotations ?? [];
  if (list.length === 0) return NONE;
  const points = marks.filter((mark) => mark.kind === 'point');
  const taken: Frame[] = [...marks.flatMap(frameOf), ...others.map((label) => label.frame), ...targetLine(axes, words)];
  const labels: AnnotationLabel[] = [];
  for (const one of list) {
    const own = [
      ...marks.filter(({ category }) => category === one.category).flatMap(frameOf),
      ...others.flatMap((label) => (label.category === one.category ? [label.frame] : [])),
    ];
    const label = axes.isHorizontal
      ? behind(t, axes, words, one, { own, frame })
      : above(t, axes, words, one, { own, all: taken, points, frame });
    if (label === 'beyond') return { labels, beyond: true };
    if (!label) return null;
    labels.push(label);
    taken.push(label.frame);
  }
  return { labels, beyond: !axes.isHorizontal && labels.some((label) => label.frame.y < frame.y) };
}
