import type { Context } from '../../../layout/context.ts';
import type { ShapeBox } from '../../../layout/types.ts';
import type { ColorUse, Frame } from '../../../template/theme/types.ts';

/** A panel behind an item's words; none without a fill. */
export function panel(id: string, frame: Frame, fill: ColorUse | null): ShapeBox[] {
  if (fill === null) return [];
  return [{ kind: 'shape', id: `${id}.panel`, region: null, frame, shape: 'rectangle', fill, stroke: null, strokeWidth: 0 }];
}

/** A bar of a width in points; a thin one is a line. */
export function bar(id: string, frame: Frame, fill: ColorUse | null): ShapeBox[] {
  if (fill === null || frame.height <= 0 || frame.width <= 0) return [];
  return [{ kind: 'shape', id: `${id}.rule`, region: null, frame, shape: 'rectangle', fill, stroke: null, strokeWidth: 0 }];
}

/** Where something of a width stands from the start of a frame. */
export function fromStart({ direction }: Context, frame: Frame): (x: number, width: number) => number {
  return (x, width) => (direction === 'rtl' ? frame.x + frame.width - x - width : frame.x + x);
}

/** Heights raised to a common level that fills what there is, none above `most` unless its words need it. */
export function spread(heights: readonly number[], room: number, most: number): number[] {
  const total = (level: number): number => heights.reduce((sum, height) => sum + Math.max(height, level), 0);
  if (total(most) <= room) return heights.map((height) => Math.max(height, most));
  let [low, high] = [0, most];
  for (let step = 0; step < 24; step++) {
    const middle = (low + high) / 2;
    if (total(middle) <= room) low = middle;
    else high = middle;
  }
  // Halves of points: a few bits more or less must not move a line.
  const level = Math.floor(low * 2) / 2;
  return heights.map((height) => Math.max(height, level));
}

export const sum = (list: readonly number[]): number => list.reduce((total, one) => total + one, 0);
