import sharp from 'sharp';

/** Cells of the grid that is laid over a slide's picture. */
export const COLUMNS = 48;
export const ROWS = 27;

/**
 * A cell is used where a channel of one of its pixels is further than this from the ground's, of 255: pale panels are no ground, what
 * a screenshot rounds is. So the reference design is 58 % used, and its largest hole 19 %.
 */
const DIFFERENT = 6;
/** Pixels of a cell's side, to which a picture is scaled. */
const CELL = 20;

/** How much of a page is used. Shares of its cells. */
export interface PageUse {
  readonly used: number;
  /** The largest rectangle of cells that are not used. */
  readonly hole: number;
}

/** Measures the picture of a slide. The ground is its most frequent colour. */
export async function pageUse(png: Uint8Array): Promise<PageUse> {
  const { data } = await sharp(png)
    .resize(COLUMNS * CELL, ROWS * CELL, { fit: 'fill', kernel: 'nearest' })
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const used = cellsUsed(data);
  return { used: used.filter(Boolean).length / used.length, hole: largestHole(used) / used.length };
}

function ground(data: Uint8Array): readonly [number, number, number] {
  const counts = new Map<number, number>();
  for (let i = 0; i < data.length; i += 3) {
    const color = ((data[i] ?? 0) << 16) | ((data[i + 1] ?? 0) << 8) | (data[i + 2] ?? 0);
    counts.set(color, (counts.get(color) ?? 0) + 1);
  }
  let [most, color] = [0, 0];
  for (const [own, count] of counts) if (count > most) [most, color] = [count, own];
  return [color >> 16, (color >> 8) & 255, color & 255];
}

function cellsUsed(data: Uint8Array): boolean[] {
  const color = ground(data);
  const used = Array<boolean>(COLUMNS * ROWS).fill(false);
  const width = COLUMNS * CELL;
  for (let i = 0; i < data.length; i += 3) {
    if (color.every((channel, at) => Math.abs((data[i + at] ?? 0) - channel) <= DIFFERENT)) continue;
    const [x, y] = [(i / 3) % width, Math.floor(i / 3 / width)];
    used[Math.floor(y / CELL) * COLUMNS + Math.floor(x / CELL)] = true;
  }
  return used;
}

/** Cells of the largest rectangle without a used one. */
export function largestHole(used: readonly boolean[], columns = COLUMNS): number {
  let best = 0;
  const heights = Array<number>(columns).fill(0);
  for (let row = 0; row < used.length / columns; row += 1) {
    for (let c = 0; c < columns; c += 1) heights[c] = used[row * columns + c] === true ? 0 : (heights[c] ?? 0) + 1;
    for (let c = 0; c < columns; c += 1) {
      let height = Infinity;
      for (let end = c; end < columns && (heights[end] ?? 0) > 0; end += 1) {
        height = Math.min(height, heights[end] ?? 0);
        best = Math.max(best, height * (end - c + 1));
      }
    }
  }
  return best;
}
