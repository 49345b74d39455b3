import type { ColorUse, Frame } from '../../../template/theme/types.ts';
import type { ChartWords } from './arrangement.ts';
import { HOLE } from './marks.ts';
import type { SliceMark, ValueLabel } from './types.ts';
import { placed, type Typist } from './typist.ts';
import { areApart, inkOn } from './values.ts';

/** Where a number stands in its part, as a share of the radius. */
const MIDDLE = (1 + HOLE) / 2;

/** Whether a frame round a part's middle stays inside the part. Corners by radius and angle. */
function isInPart(frame: Frame, centre: { readonly x: number; readonly y: number }, radius: number, { from, to }: SliceMark): boolean {
  const corners = [frame.x, frame.x + frame.width].flatMap((x) => [frame.y, frame.y + frame.height].map((y) => ({ x, y })));
  const middle = (from + to) / 2;
  return corners.every(({ x, y }) => {
    const [dx, dy] = [x - centre.x, y - centre.y];
    const away = Math.hypot(dx, dy);
    const turn = Math.atan2(dx, -dy) - middle;
    const off = Math.abs(Math.atan2(Math.sin(turn), Math.cos(turn)));
    return away <= radius && away >= radius * HOLE && off <= (to - from) / 2;
  });
}

/** A part of less than this share of the whole has its number outside. */
const LEAST_SHARE = 0.05;
/** Between the ring and a number outside it, as a share of the type size. */
const GAP = 0.7;
/** A ring that numbers outside it would make smaller than this share of its square is better off with its numbers behind its names. */
const LEAST_RADIUS = 0.6;

interface Round {
  readonly centre: { readonly x: number; readonly y: number };
  readonly radius: number;
}

/** In the middle of its part, in ink or paper; null where it has no room there, or the part is too small to be told by a number inside it. */
function inside(t: Typist, { centre, radius }: Round, mark: SliceMark, text: string, color: ColorUse): ValueLabel | null {
  if (mark.to - mark.from < LEAST_SHARE * 2 * Math.PI) return null;
  const angle = (mark.from + mark.to) / 2;
  const away = radius * MIDDLE;
  const words = t.number(text);
  const at = {
    x: centre.x + away * Math.sin(angle),
    top: centre.y - away * Math.cos(angle) - words.height / 2,
    align: 'center' as const,
  };
  const label = placed(words, at, inkOn(color, t.context.theme));
  // Digits fill the middle of their line.
  const ink = { ...label.frame, y: label.frame.y + label.frame.height * 0.15, height: label.frame.height * 0.7 };
  return isInPart(ink, centre, radius, mark) ? { ...label, series: 0, category: mark.category, side: 'center' } : null;
}

/** Beyond the middle of its part's edge, as far as keeps it off the ring whichever way it lies. */
function outside(t: Typist, { centre, radius }: Round, mark: SliceMark, text: string): ValueLabel {
  const angle = (mark.from + mark.to) / 2;
  const [across, up] = [Math.sin(angle), Math.cos(angle)];
  const words = t.number(text);
  const away = radius + t.size * GAP + (words.width / 2) * Math.abs(across) + (words.height / 2) * Math.abs(up);
  const at = { x: centre.x + away * across, top: centre.y - away * up - words.height / 2, align: 'center' as const };
  return { ...placed(words, at, t.color), series: 0, category: mark.category, side: 'outside' };
}

/** How far frames reach beyond a square. */
function excess(labels: readonly ValueLabel[], { x, y, width, height }: Frame): number {
  return Math.max(
    0,
    ...labels.flatMap(({ frame }) => [x - frame.x, y - frame.y, frame.x + frame.width - x - width, frame.y + frame.height - y - height]),
  );
}

/** A ring's numbers, and the square that is left for it beside those outside it. */
export interface RingNumbers {
  readonly ring: Frame;
  readonly labels: readonly ValueLabel[];
}

/** Each number in the middle of its part, or outside it where the part is small. Null where some have no room there either. */
export function partLabels(
  t: Typist,
  square: Frame,
  { chart, colors, format }: ChartWords,
  marks: readonly SliceMark[],
): RingNumbers | null {
  // A value that takes no part of the ring can only be told in words.
  if (marks.length < (chart.series[0]?.values ?? []).filter((value) => value !== null).length) return null;
  const full = square.width / 2;
  const centre = { x: square.x + full, y: square.y + full };
  for (let radius = full; radius >= full * LEAST_RADIUS; radius -= 1) {
    const round = { centre, radius };
    const labels = marks.map((mark) => {
      const text = format(mark.value);
      return inside(t, round, mark, text, colors[mark.category] ?? 'accent1') ?? outside(t, round, mark, text);
    });
    if (excess(labels, square) > 0) continue;
    const ring = { x: centre.x - radius, y: centre.y - radius, width: 2 * radius, height: 2 * radius };
    return areApart(t, labels) ? { ring, labels } : null;
  }
  return null;
}
