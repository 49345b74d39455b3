/** A rectangle on a slide: left, top, width, height, in any unit. */
export type Frame = readonly [number, number, number, number];

interface Framed {
  readonly frame: Frame | null;
}

/** What overlaps by less than this share of the smaller one stands beside or below it all the same. */
const SLACK = 0.1;

/**
 * Boxes in the order in which they are read: rows from the top, in each row columns from the side where the language begins, in each
 * column rows again (a cut along the gaps between them, as page readers make). What has no place of its own comes first, as it stands.
 */
export function inReadingOrder<T extends Framed>(boxes: readonly T[], rightToLeft: boolean): T[] {
  const placed = boxes.filter(({ frame }) => frame !== null);
  return [...boxes.filter(({ frame }) => frame === null), ...cut(placed, 'rows', rightToLeft, 0)];
}

/** Cuts nest as boxes do; deeper than this they are sorted. */
const DEEPEST = 12;

function cut<T extends Framed>(boxes: readonly T[], into: 'rows' | 'columns', rightToLeft: boolean, depth: number): T[] {
  if (boxes.length < 2) return [...boxes];
  const other = into === 'rows' ? 'columns' : 'rows';
  const parts = partsAlong(boxes, into === 'rows' ? 1 : 0);
  if (parts.length > 1 && depth < DEEPEST) {
    const ordered = into === 'columns' && rightToLeft ? parts.reverse() : parts;
    return ordered.flatMap((part) => cut(part, other, rightToLeft, depth + 1));
  }
  const across = partsAlong(boxes, into === 'rows' ? 0 : 1);
  if (across.length > 1 && depth < DEEPEST) return cut(boxes, other, rightToLeft, depth + 1);
  const side = (box: T): number => (box.frame?.[0] ?? 0) * (rightToLeft ? -1 : 1);
  return [...boxes].sort((a, b) => (a.frame?.[1] ?? 0) - (b.frame?.[1] ?? 0) || side(a) - side(b));
}

/** Groups of boxes with a gap between them along one axis, in its direction. */
function partsAlong<T extends Framed>(boxes: readonly T[], axis: 0 | 1): T[][] {
  const start = ({ frame }: T): number => frame?.[axis] ?? 0;
  const size = ({ frame }: T): number => frame?.[axis === 0 ? 2 : 3] ?? 0;
  const sorted = [...boxes].sort((a, b) => start(a) - start(b));
  const parts: T[][] = [];
  let end = -Infinity;
  for (const box of sorted) {
    if (start(box) >= end - SLACK * size(box)) parts.push([box]);
    else parts.at(-1)?.push(box);
    end = Math.max(end, start(box) + size(box));
  }
  return parts;
}
