import type { Frame } from '../theme/types.ts';
import { area, overlap, round, sharedArea } from './geometry.ts';

/** Points that text keeps from what it must not touch. */
const CLEAR = 6;
/** Less than this is touching, not overlapping. */
const TOUCH = 0.5;

export function collides(a: Frame, b: Frame): boolean {
  const common = overlap(a, b);
  return common !== null && common.width > TOUCH && common.height > TOUCH;
}

/** The largest part of a frame on one side of an area that it must keep clear of. */
function besides(frame: Frame, taken: Frame, gap: number): Frame {
  const right = frame.x + frame.width;
  const bottom = frame.y + frame.height;
  const parts: Frame[] = [
    { ...frame, width: taken.x - gap - frame.x },
    { ...frame, x: taken.x + taken.width + gap, width: right - taken.x - taken.width - gap },
    { ...frame, height: taken.y - gap - frame.y },
    { ...frame, y: taken.y + taken.height + gap, height: bottom - taken.y - taken.height - gap },
  ];
  const room = (f: Frame): number => (f.width <= 0 || f.height <= 0 ? 0 : area(f));
  const best = parts.reduce((a, b) => (room(b) > room(a) ? b : a));
  return { x: round(best.x), y: round(best.y), width: round(Math.max(0, best.width)), height: round(Math.max(0, best.height)) };
}

/** A frame made smaller until it is clear of all that is taken. */
export function clearOf(frame: Frame, taken: readonly Frame[], gap: number = CLEAR): Frame {
  // Each cut can only make it smaller, so that one pass over what still collides is enough; the largest first loses least.
  return [...taken]
    .sort((a, b) => sharedArea(frame, b) - sharedArea(frame, a))
    .reduce((left, other) => (collides(left, other) ? besides(left, other, gap) : left), frame);
}

/** A row for a line of text: the first of the heights tried at which enough of its width is clear, and what lies behind it even. */
export function freeRow(
  tops: readonly number[],
  row: { readonly x: number; readonly width: number; readonly height: number },
  taken: readonly Frame[],
  least: number,
  isEven: (row: Frame) => boolean = () => true,
): Frame | null {
  for (const y of tops) {
    const left = clearOf(
      { ...row, y },
      taken.filter((t) => collides({ ...row, y }, t)),
      CLEAR,
    );
    if (left.width >= least && left.height >= row.height - 0.01 && isEven(left)) return left;
  }
  return null;
}

export function range(from: number, to: number, step: number): number[] {
  const list: number[] = [];
  for (let at = from; step > 0 ? at <= to : at >= to; at += step) list.push(round(at));
  return list;
}
