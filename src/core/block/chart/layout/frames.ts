import type { Frame } from '../../../template/theme/types.ts';

/** A frame without a margin at its end side: the right, or in a right-to-left deck the left. */
export function withoutEnd(frame: Frame, width: number, isRtl: boolean): Frame {
  return { ...frame, x: isRtl ? frame.x + width : frame.x, width: frame.width - width };
}

/** A frame without a margin at its start side. */
export function withoutStart(frame: Frame, width: number, isRtl: boolean): Frame {
  return withoutEnd(frame, width, !isRtl);
}

export function withoutTop(frame: Frame, height: number): Frame {
  return { ...frame, y: frame.y + height, height: frame.height - height };
}

/** The x of the side where reading starts. */
export function startOf(frame: Frame, isRtl: boolean): number {
  return isRtl ? frame.x + frame.width : frame.x;
}

export function overlap(a: Frame, b: Frame): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** Whether one frame lies in another, but for less than a hundredth of a point. */
export function isInside(inner: Frame, outer: Frame): boolean {
  const near = 0.01;
  return (
    inner.x >= outer.x - near &&
    inner.y >= outer.y - near &&
    inner.x + inner.width <= outer.x + outer.width + near &&
    inner.y + inner.height <= outer.y + outer.height + near
  );
}
