import type { Frame } from '../../../template/theme/types.ts';
import type { PointMark } from './types.ts';

/** Radius of a point. */
export const POINT_RADIUS = 4;

/** A line from one point to the next, as far as none is missing between them. */
export interface Stroke {
  readonly from: PointMark;
  readonly to: PointMark;
}

export function strokesOf(points: readonly PointMark[]): Stroke[] {
  return points.flatMap((to, i) => {
    const from = points[i - 1];
    return from && from.series === to.series && from.category === to.category - 1 ? [{ from, to }] : [];
  });
}

/** Whether a line runs through a frame: what is left of it between the frame's sides reaches from below its top to above its foot. */
export function runsThrough({ from, to }: Stroke, { x, y, width, height }: Frame): boolean {
  const [left, right] = from.x < to.x ? [from, to] : [to, from];
  const [start, end] = [Math.max(left.x, x), Math.min(right.x, x + width)];
  if (start >= end) return false;
  const yAt = (at: number): number => left.y + ((right.y - left.y) * (at - left.x)) / (right.x - left.x);
  const [a, b] = [yAt(start), yAt(end)];
  return Math.max(a, b) > y && Math.min(a, b) < y + height;
}
