import type { OPS, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { asMatrix, multiply, type Matrix } from './matrix.ts';
import type { Box, Page, Rule, Rules } from './types.ts';

export type Operators = typeof OPS;
type PDFOperatorList = Awaited<ReturnType<PDFPageProxy['getOperatorList']>>;

/** In points. A filled shape that is thinner is a line. */
const THIN = 3;
const SHORTEST = 5;
/** A drawn bullet's size. */
const DOT = { least: 1.2, most: 8 } as const;
/** Lines this far apart are one that is drawn in pieces. */
const JOIN = 3;
const SAME = 1.5;
/** A page with more is a drawing or a map: no table is looked for in it. */
const MOST_RULES = 6000;
/** pdf.js's codes inside a path, each followed by so many numbers. */
const MOVE = 0;
const LINE = 1;
const NUMBERS: readonly number[] = [2, 2, 6, 4, 0];

interface Drawn {
  readonly horizontal: Rule[];
  readonly vertical: Rule[];
  readonly dots: Box[];
}

/** What a page draws that its text is ordered by: straight lines, edges of boxes, small dots. White is not seen. */
export function pathsOf({ fnArray, argsArray }: PDFOperatorList, view: Matrix, ops: Operators): Rules & Pick<Page, 'dots'> {
  const found: Drawn = { horizontal: [], vertical: [], dots: [] };
  const stack: Matrix[] = [];
  let matrix = view;
  let isWhite = false;
  const fills = new Set<number>([ops.fill, ops.eoFill, ops.fillStroke, ops.eoFillStroke, ops.closeFillStroke, ops.closeEOFillStroke]);
  const strokes = new Set<number>([
    ops.stroke,
    ops.closeStroke,
    ops.fillStroke,
    ops.eoFillStroke,
    ops.closeFillStroke,
    ops.closeEOFillStroke,
  ]);
  for (let index = 0; index < fnArray.length; index++) {
    const args = argsArray[index] as unknown;
    switch (fnArray[index] ?? -1) {
      case ops.save:
        stack.push(matrix);
        break;
      case ops.restore:
      case ops.paintFormXObjectEnd:
        matrix = stack.pop() ?? view;
        break;
      case ops.transform:
        matrix = multiply(matrix, asMatrix(args as number[]));
        break;
      case ops.paintFormXObjectBegin: {
        stack.push(matrix);
        const [own] = args as [ArrayLike<number> | null];
        if (own) matrix = multiply(matrix, asMatrix(own));
        break;
      }
      case ops.setFillRGBColor:
        isWhite = /^#f{6}$/i.test(String((args as unknown[])[0]));
        break;
      case ops.setFillColorN:
      case ops.setFillTransparent:
        isWhite = false;
        break;
      case ops.constructPath: {
        const [paint, [data]] = args as [number, [ArrayLike<number> | null]];
        const isStroked = strokes.has(paint);
        if (!data || (!isStroked && (!fills.has(paint) || isWhite))) break;
        if (found.horizontal.length + found.vertical.length > MOST_RULES) return { horizontal: [], vertical: [], dots: [] };
        for (const shape of shapesOf(data, matrix)) draw(shape, isStroked, found);
        break;
      }
    }
  }
  return { horizontal: merged(found.horizontal), vertical: merged(found.vertical), dots: found.dots };
}

interface Shape {
  readonly points: readonly (readonly [number, number])[];
  readonly isCurved: boolean;
}

function shapesOf(data: ArrayLike<number>, [a, b, c, d, e, f]: Matrix): Shape[] {
  const shapes: { points: [number, number][]; isCurved: boolean }[] = [];
  for (let at = 0; at < data.length;) {
    const code = data[at] ?? 4;
    const count = NUMBERS[code] ?? 0;
    if (code === MOVE) shapes.push({ points: [], isCurved: false });
    const shape = shapes.at(-1);
    if (shape && count > 0) {
      const x = data[at + count - 1] ?? 0;
      const y = data[at + count] ?? 0;
      shape.points.push([a * x + c * y + e, b * x + d * y + f]);
      if (code !== MOVE && code !== LINE) shape.isCurved = true;
    } else if (shape && code === 4 && shape.points[0]) shape.points.push(shape.points[0]);
    at += 1 + count;
  }
  return shapes;
}

function draw({ points, isCurved }: Shape, isStroked: boolean, found: Drawn): void {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const box = { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
  const width = box.right - box.left;
  const height = box.bottom - box.top;
  if (!Number.isFinite(width + height)) return;
  const isSmall = (length: number): boolean => length >= DOT.least && length <= DOT.most;
  if (isSmall(width) && isSmall(height) && width < height * 1.6 && height < width * 1.6 && (isCurved || !isStroked)) {
    found.dots.push(box);
  } else if (!isStroked) {
    if (height < THIN && width >= SHORTEST) found.horizontal.push({ from: box.left, to: box.right, at: (box.top + box.bottom) / 2 });
    else if (width < THIN && height >= SHORTEST) found.vertical.push({ from: box.top, to: box.bottom, at: (box.left + box.right) / 2 });
    else if (!isCurved) edges(points, found);
  } else edges(points, found);
}

function edges(points: Shape['points'], found: Drawn): void {
  for (let index = 1; index < points.length; index++) {
    const [x1, y1] = points[index - 1] ?? [0, 0];
    const [x2, y2] = points[index] ?? [0, 0];
    if (Math.abs(y1 - y2) < 0.5 && Math.abs(x1 - x2) >= SHORTEST)
      found.horizontal.push({ from: Math.min(x1, x2), to: Math.max(x1, x2), at: (y1 + y2) / 2 });
    else if (Math.abs(x1 - x2) < 0.5 && Math.abs(y1 - y2) >= SHORTEST)
      found.vertical.push({ from: Math.min(y1, y2), to: Math.max(y1, y2), at: (x1 + x2) / 2 });
  }
}

/** Pieces of one line joined, double lines made one. */
function merged(rules: readonly Rule[]): Rule[] {
  const groups: Rule[][] = [];
  for (const rule of [...rules].sort((a, b) => a.at - b.at)) {
    const group = groups.at(-1);
    if (group?.[0] && rule.at - group[0].at <= SAME) group.push(rule);
    else groups.push([rule]);
  }
  return groups.flatMap((group) => {
    const joined: { from: number; to: number; at: number }[] = [];
    for (const { from, to, at } of group.sort((a, b) => a.from - b.from)) {
      const last = joined.at(-1);
      if (last && from <= last.to + JOIN) last.to = Math.max(last.to, to);
      else joined.push({ from, to, at });
    }
    return joined;
  });
}
