import type { Decoration, Frame, Layout, Theme } from '../../template/theme/types.ts';
import type { Box, Line } from '../types.ts';

/** The page in cells, as `npm run look` counts them. */
export const COLUMNS = 48;
export const ROWS = 27;

/** Shares of the page. */
export interface PageUse {
  readonly used: number;
  /** The largest rectangle with nothing in it. */
  readonly hole: number;
  /** Where what stands there has its middle, across: -1 at the left edge, 1 at the right. */
  readonly middle: number;
}

type Page = Theme['page'];

/** A filled area of a larger share is the page's ground. */
const GROUND = 0.9;

function lineFrame({ x, top, width, height }: Line): Frame {
  return { x, y: top, width, height };
}

/** What a box covers: text by its lines, since its frame is its region. */
function areasOf(box: Box): Frame[] {
  switch (box.kind) {
    case 'text':
      return box.fill ? [box.frame] : box.lines.map(lineFrame);
    case 'group':
      return box.children.flatMap(areasOf);
    case 'shape':
    case 'table':
    case 'chart':
    case 'image':
      return [box.frame];
  }
}

/** Panels that a layout draws; what fills the page is its ground. */
function panelsOf(decoration: readonly Decoration[], page: Page): Frame[] {
  return decoration.flatMap(({ kind, frame }) =>
    kind !== 'text' && frame.width * frame.height < GROUND * page.width * page.height ? [frame] : [],
  );
}

function mark(cells: Uint8Array, { x, y, width, height }: Frame, page: Page): void {
  const clamp = (value: number, most: number): number => Math.min(most, Math.max(0, value));
  const left = clamp(Math.floor((x / page.width) * COLUMNS), COLUMNS);
  const right = clamp(Math.ceil(((x + width) / page.width) * COLUMNS), COLUMNS);
  const bottom = clamp(Math.ceil(((y + height) / page.height) * ROWS), ROWS);
  for (let row = clamp(Math.floor((y / page.height) * ROWS), ROWS); row < bottom; row++)
    cells.fill(1, row * COLUMNS + left, row * COLUMNS + right);
}

/** Cells in the largest rectangle without a mark: by row, the largest under the heights of empty columns. */
export function largestEmpty(cells: Uint8Array): number {
  const heights = new Array<number>(COLUMNS).fill(0);
  let largest = 0;
  for (let row = 0; row < ROWS; row++) {
    for (let column = 0; column < COLUMNS; column++) heights[column] = cells[row * COLUMNS + column] ? 0 : (heights[column] ?? 0) + 1;
    for (let left = 0; left < COLUMNS; left++) {
      let height = Infinity;
      for (let right = left; right < COLUMNS; right++) {
        height = Math.min(height, heights[right] ?? 0);
        if (height === 0) break;
        largest = Math.max(largest, height * (right - left + 1));
      }
    }
  }
  return largest;
}

/** How a laid-out slide uses its page: its boxes, and the panels that its layout and the theme draw. */
export function pageUse(boxes: readonly Box[], layout: Layout, { page, decoration }: Pick<Theme, 'page' | 'decoration'>): PageUse {
  const cells = new Uint8Array(COLUMNS * ROWS);
  const drawn = [...(layout.masterDecoration ? decoration : []), ...layout.decoration];
  for (const frame of [...panelsOf(drawn, page), ...boxes.flatMap(areasOf)]) mark(cells, frame, page);
  let [used, across] = [0, 0];
  cells.forEach((cell, i) => {
    if (cell === 0) return;
    used += 1;
    across += ((i % COLUMNS) + 0.5) / COLUMNS;
  });
  const all = cells.length;
  return { used: used / all, hole: largestEmpty(cells) / all, middle: used === 0 ? 0 : (across / used) * 2 - 1 };
}
