import type { AreaText } from './schema.ts';
import type { Frame } from './types.ts';

/** The page's column and baseline grid, in points. */
export interface Grid {
  readonly page: { readonly width: number; readonly height: number };
  readonly margin: number;
  readonly columns: number;
  readonly gutter: number;
  readonly baseline: number;
}

/** Why an area has no frame; `field` is the key at fault. */
export interface AreaFault {
  readonly field: 'columns' | 'rows' | 'frame' | null;
  readonly message: string;
}

interface Span {
  readonly from: number;
  readonly to: number;
}

/** To a thousandth of a point, so that equal columns give equal numbers. */
function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}

function horizontal(text: string, grid: Grid): Span {
  const width = (grid.page.width - 2 * grid.margin - (grid.columns - 1) * grid.gutter) / grid.columns;
  const start = (column: number): number => grid.margin + (column - 1) * (width + grid.gutter);
  const [first = '', last = first] = text.split('-');
  return {
    from: first === 'page' ? 0 : start(Number(first)),
    to: last === 'page' ? grid.page.width : start(Number(last)) + width,
  };
}

function vertical(text: string, grid: Grid): Span {
  if (text === 'page') return { from: 0, to: grid.page.height };
  const [first = '', last = first] = text.split('-');
  return {
    from: first === 'page' ? 0 : Number(first) * grid.baseline,
    to: last === 'page' ? grid.page.height : Number(last) * grid.baseline,
  };
}

function columnsFault(text: string, grid: Grid): string | null {
  const numbers = text
    .split('-')
    .filter((part) => part !== 'page')
    .map(Number);
  if (numbers.some((n) => n < 1 || n > grid.columns)) return `the grid has columns 1 to ${grid.columns}`;
  return null;
}

/**
 * The absolute frame of an area, left to right. `columns: 1-4` reaches from the start of column 1 to the end of column 4;
 * `rows: 12-26` from 12 to 26 baselines below the page's top edge; `page` is the page's edge.
 * `inset` is taken off last: top, end, bottom, start. Only what `bleeds`, and is given in points, may reach out of the page.
 */
export function areaFrame(area: AreaText, grid: Grid, bleeds = false): Frame | AreaFault {
  const { columns, rows, frame, inset } = area;
  let result: Frame;
  if (frame !== undefined) {
    if (columns !== undefined || rows !== undefined)
      return { field: 'frame', message: 'a place is given either by columns and rows or by frame' };
    const [x, y, width, height] = frame;
    result = { x, y, width, height };
  } else {
    if (columns === undefined || rows === undefined) return { field: null, message: 'a place needs columns and rows, or frame' };
    const fault = columnsFault(columns, grid);
    if (fault !== null) return { field: 'columns', message: fault };
    const across = horizontal(columns, grid);
    const down = vertical(rows, grid);
    if (across.to <= across.from) return { field: 'columns', message: 'the last column comes before the first' };
    if (down.to < down.from) return { field: 'rows', message: 'the last row comes before the first' };
    result = { x: round(across.from), y: round(down.from), width: round(across.to - across.from), height: round(down.to - down.from) };
  }
  const outside =
    result.x < -0.01 ||
    result.y < -0.01 ||
    result.x + result.width > grid.page.width + 0.01 ||
    result.y + result.height > grid.page.height + 0.01;
  if (outside && !(bleeds && frame !== undefined))
    return {
      field: frame === undefined ? 'rows' : 'frame',
      message: `it reaches out of the page of ${grid.page.width} × ${grid.page.height} pt`,
    };
  return inset ? within(result, inset) : result;
}

/** What is left of a frame inside its margins; nothing where they are larger. */
function within(frame: Frame, [top, end, bottom, start]: NonNullable<AreaText['inset']>): Frame {
  return {
    x: round(frame.x + start),
    y: round(frame.y + top),
    width: Math.max(0, round(frame.width - start - end)),
    height: Math.max(0, round(frame.height - top - bottom)),
  };
}

export function isFault(value: Frame | AreaFault): value is AreaFault {
  return 'message' in value;
}

/** The frame seen in a mirror: what stood at the left edge stands at the right. */
export function mirrored(frame: Frame, pageWidth: number): Frame {
  return { ...frame, x: round(pageWidth - frame.x - frame.width) };
}
