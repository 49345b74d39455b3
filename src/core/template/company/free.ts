import type { Frame } from '../theme/types.ts';
import { area, overlap, round } from './geometry.ts';
import { collides } from './room.ts';

/** More things in the way than these are art in pieces; the largest decide. */
const MOST_OBSTACLES = 14;

/** The largest frame inside an area that is clear of everything in the way. */
export function largestFree(within: Frame, obstacles: readonly Frame[], gap: number): Frame | null {
  const inside = obstacles.flatMap(
    (o) => overlap({ x: o.x - gap, y: o.y - gap, width: o.width + 2 * gap, height: o.height + 2 * gap }, within) ?? [],
  );
  const taken = inside.sort((a, b) => area(b) - area(a)).slice(0, MOST_OBSTACLES);
  const [right, bottom] = [within.x + within.width, within.y + within.height];
  const lefts = [within.x, ...taken.map((t) => t.x + t.width)];
  const rights = [right, ...taken.map((t) => t.x)];
  const tops = [within.y, ...taken.map((t) => t.y + t.height)];
  const bottoms = [bottom, ...taken.map((t) => t.y)];
  let best: Frame | null = null;
  for (const x of lefts) {
    for (const end of rights) {
      for (const y of tops) {
        for (const foot of bottoms) {
          const frame = { x: round(x), y: round(y), width: round(end - x), height: round(foot - y) };
          if (frame.width <= 0 || frame.height <= 0 || (best !== null && area(frame) <= area(best) + 1)) continue;
          if (taken.every((t) => !collides(frame, t))) best = frame;
        }
      }
    }
  }
  return best;
}

/** A frame grown down, to both sides and up, as far as an area and what is in the way allow. */
export function grown(frame: Frame, within: Frame, obstacles: readonly Frame[], gap: number): Frame {
  let { x, y } = frame;
  let [right, bottom] = [frame.x + frame.width, frame.y + frame.height];
  const across = (o: Frame): boolean => o.x < right - 0.5 && o.x + o.width > x + 0.5;
  const along = (o: Frame): boolean => o.y < bottom - 0.5 && o.y + o.height > y + 0.5;
  bottom = Math.max(
    bottom,
    Math.min(within.y + within.height, ...obstacles.filter((o) => across(o) && o.y >= bottom - 1).map((o) => o.y - gap)),
  );
  right = Math.max(
    right,
    Math.min(within.x + within.width, ...obstacles.filter((o) => along(o) && o.x >= right - 1).map((o) => o.x - gap)),
  );
  x = Math.min(x, Math.max(within.x, ...obstacles.filter((o) => along(o) && o.x + o.width <= x + 1).map((o) => o.x + o.width + gap)));
  y = Math.min(y, Math.max(within.y, ...obstacles.filter((o) => across(o) && o.y + o.height <= y + 1).map((o) => o.y + o.height + gap)));
  return { x: round(x), y: round(y), width: round(right - x), height: round(bottom - y) };
}

/** The frame that holds all. */
export function around(frames: readonly Frame[]): Frame | null {
  const [first] = frames;
  if (!first) return null;
  const x = Math.min(...frames.map((f) => f.x));
  const y = Math.min(...frames.map((f) => f.y));
  const right = Math.max(...frames.map((f) => f.x + f.width));
  const bottom = Math.max(...frames.map((f) => f.y + f.height));
  return { x, y, width: right - x, height: bottom - y };
}
