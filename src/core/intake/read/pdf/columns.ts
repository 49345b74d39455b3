import { EAST_ASIAN, RIGHT_TO_LEFT } from '../../../base/unicode.ts';
import { asPiece, rowsOf } from './segments.ts';
import type { Box, Segment, Table } from './types.ts';

/** What columns are made of: words, and tables that were found already, which no column's gap may cut. */
export type Element = Segment | Table;

/** A stretch of a page that is read from top to bottom. */
export interface Region {
  readonly elements: readonly Element[];
}

/** A strip without words between two columns. */
interface Gutter extends Box {
  readonly height: number;
}

/** A gutter is as wide as this, in sizes of the type, and its columns have so many lines. */
const WIDTH = 0.85;
const FEWEST_LINES = 3;
/** A strip of so many sizes of the type may part columns that are wider apart from the first. */
const TALL = 10;
/** The strips looked at on a page, and the words: work is bounded (a page of text has some hundred). */
const MOST_STRIPS = 400;
const MOST_ELEMENTS = 2500;
const DEEPEST = 12;

const DENSE = new RegExp(`[${EAST_ASIAN}]`, 'u');
const RTL = new RegExp(`[${RIGHT_TO_LEFT}]`, 'u');

const isSegment = (element: Element): element is Segment => 'pieces' in element;
const middle = ({ top, bottom }: Box): number => (top + bottom) / 2;

/**
 * A page's words as stretches in the order of reading: what stands above two columns, the columns one after the other, what is below.
 * The tallest strip without words that has lines of text on both sides divides first (Breuel's whitespace cover, with strips alone).
 */
export function regionsOf(elements: readonly Element[], depth = 0): Region[] {
  if (elements.length === 0) return [];
  if (depth > DEEPEST || elements.length < FEWEST_LINES * 2 || elements.length > MOST_ELEMENTS) return [{ elements }];
  const found = findGutter(elements);
  const gutter = found && endedTogether(found, elements);
  if (!gutter) return [{ elements }];
  const above = elements.filter((element) => middle(element) < gutter.top);
  const below = elements.filter((element) => middle(element) > gutter.bottom);
  const between = elements.filter((element) => middle(element) >= gutter.top && middle(element) <= gutter.bottom);
  const centre = (gutter.left + gutter.right) / 2;
  const left = between.filter((element) => (element.left + element.right) / 2 < centre);
  const right = between.filter((element) => (element.left + element.right) / 2 >= centre);
  const columns = isReadFromRight(between) ? [right, left] : [left, right];
  return [above, ...columns, below].flatMap((part) => regionsOf(part, depth + 1));
}

function findGutter(elements: readonly Element[]): Gutter | null {
  const type = typeSize(elements);
  return (
    strips(elements, type * WIDTH)
      .filter(({ height }) => height >= type * FEWEST_LINES)
      .sort((a, b) => b.height - a.height || a.left - b.left)
      .find((strip, _, all) =>
        partsColumns(
          strip,
          elements,
          all.filter((other) => other !== strip && other.height >= type * TALL),
        ),
      ) ?? null
  );
}

/** Columns that end at one height, and words further below one of them: these are below both. */
function endedTogether(gutter: Gutter, elements: readonly Element[]): Gutter {
  const type = typeSize(elements);
  const inside = elements
    .filter((element) => middle(element) >= gutter.top && middle(element) <= gutter.bottom)
    .sort((a, b) => a.top - b.top);
  const centre = (gutter.left + gutter.right) / 2;
  const sides = [inside.filter(({ right }) => right <= centre), inside.filter(({ left }) => left >= centre)];
  const ends = sides.map((side) => Math.max(...side.map(({ bottom }) => bottom)));
  const end = Math.min(...ends);
  const longer = sides[(ends[0] ?? 0) > (ends[1] ?? 0) ? 0 : 1] ?? [];
  let last = gutter.top;
  for (const { top, bottom } of longer) {
    if (last > end - type * 3 && last < end + type * 3 && top - last > type * 1.2 && top > end) return { ...gutter, bottom: last };
    last = Math.max(last, bottom);
  }
  return gutter;
}

function typeSize(elements: readonly Element[]): number {
  const sizes = elements.flatMap((element) => (isSegment(element) ? [element.size] : [])).sort((a, b) => a - b);
  return sizes[Math.floor(sizes.length / 2)] ?? 10;
}

/** Strips of the page that no word reaches into, each as tall as it can be. */
function strips(elements: readonly Element[], least: number): Gutter[] {
  const left = Math.min(...elements.map((element) => element.left));
  const right = Math.max(...elements.map((element) => element.right));
  const edges = [...new Set(elements.flatMap(({ top, bottom }) => [top, bottom]))].sort((a, b) => a - b);
  const sorted = [...elements].sort((a, b) => a.top - b.top);
  const found: Gutter[] = [];
  let open: Box[] = [];
  let active: Element[] = [];
  let next = 0;
  const close = (strip: Box, bottom: number): void => {
    if (found.length < MOST_STRIPS) found.push({ ...strip, bottom, height: bottom - strip.top });
  };
  edges.slice(0, -1).forEach((top, index) => {
    const bottom = edges[index + 1] ?? top;
    active = active.filter((element) => element.bottom > top + 0.01);
    for (let element = sorted[next]; element && element.top <= top + 0.01; element = sorted[++next]) active.push(element);
    const free = gaps(active, left, right);
    const kept = new Map<string, Box>();
    const keep = (strip: Box): void => {
      const key = `${strip.left.toFixed(1)} ${strip.right.toFixed(1)}`;
      const other = kept.get(key);
      if (!other || strip.top < other.top) kept.set(key, strip);
    };
    for (const strip of open) {
      let whole = false;
      for (const [from, to] of free) {
        const cut = { left: Math.max(from, strip.left), right: Math.min(to, strip.right) };
        if (cut.right - cut.left < least) continue;
        whole ||= cut.left === strip.left && cut.right === strip.right;
        keep({ ...strip, ...cut, bottom });
      }
      if (!whole) close(strip, top);
    }
    for (const [from, to] of free) if (to - from >= least) keep({ left: from, right: to, top, bottom });
    open = [...kept.values()].sort((a, b) => a.top - b.top).slice(0, 60);
  });
  for (const strip of open) close(strip, edges.at(-1) ?? strip.bottom);
  return found.filter((strip) => strip.left > left && strip.right < right);
}

/** Where nothing stands between `left` and `right`. */
function gaps(active: readonly Box[], left: number, right: number): (readonly [number, number])[] {
  const free: (readonly [number, number])[] = [];
  let at = left - 1;
  for (const box of [...active].sort((a, b) => a.left - b.left)) {
    if (box.left > at) free.push([at, box.left]);
    at = Math.max(at, box.right);
  }
  if (right + 1 > at) free.push([at, right + 1]);
  return free;
}

/** Lines of running text stand on both sides: no table, whose cells are short and begin anew with each row. */
function partsColumns(strip: Gutter, elements: readonly Element[], others: readonly Gutter[]): boolean {
  const beside = elements.filter((element) => middle(element) >= strip.top && middle(element) <= strip.bottom);
  const segments = beside.filter(isSegment);
  const left = besideStrip(
    segments.filter((element) => element.right <= strip.left + 0.1),
    { others, step: -1 },
  );
  const right = besideStrip(
    segments.filter((element) => element.left >= strip.right - 0.1),
    { others, step: 1 },
  );
  const together = left.filter(({ y }) => right.some((other) => Math.abs(other.y - y) < 1.5)).length;
  const least = Math.min(left.length, right.length);
  if (!isColumn(left) || !isColumn(right)) {
    // A chart's names beside a column of text.
    return (
      least >= FEWEST_LINES &&
      together < least * 0.6 &&
      [left, right].some((lines) => lines.filter(({ text }) => isProse(text)).length >= Math.max(8, lines.length * 0.8))
    );
  }
  const aligned = together >= least * 0.9;
  return !aligned || startsInside(left) + startsInside(right) > 0.35;
}

/** What stands on one line of a column. */
interface Stretch {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
}

/** Of each line the words next to a strip, up to the next strip: of a justified line, gaps are wide. `step` leads away from the strip. */
function besideStrip(
  segments: readonly Segment[],
  { others, step }: { readonly others: readonly Gutter[]; readonly step: 1 | -1 },
): Stretch[] {
  return rowsOf(segments.map((segment) => ({ ...asPiece(segment), segment }))).flatMap((row): Stretch[] => {
    const outwards = (step === 1 ? row : [...row].reverse()).map(({ segment }) => segment);
    const end = outwards.findIndex((segment, index) => {
      const before = outwards[index - 1];
      if (!before) return false;
      const [from, to] = step === 1 ? [before.right, segment.left] : [segment.right, before.left];
      return others.some(({ left, right, top, bottom }) => left < to && right > from && segment.y > top && segment.y < bottom);
    });
    const own = (end === -1 ? outwards : outwards.slice(0, end)).sort((a, b) => a.left - b.left);
    const [first, last] = [own[0], own.at(-1)];
    return first && last ? [{ text: own.map(({ text }) => text).join(' '), left: first.left, right: last.right, y: first.y }] : [];
  });
}

function isColumn(lines: readonly Stretch[]): boolean {
  if (lines.length < FEWEST_LINES) return false;
  const prose = lines.filter(({ text }) => isProse(text)).length;
  if (prose >= FEWEST_LINES && prose >= lines.length * 0.5) return true;
  const sizable = lines.filter(({ text }) => text.length >= 9 && /\p{L}{3}/u.test(text)).length;
  return sizable >= lines.length * 0.7 && startsInside(lines) > 0.3;
}

function isProse(text: string): boolean {
  const letters = text.replace(/[^\p{L}\p{M}]/gu, '').length;
  if (DENSE.test(text)) return letters >= 8 && letters > text.length * 0.5;
  return text.length >= 20 && letters > text.length * 0.6 && text.split(' ').length >= 3;
}

/** The share of lines that begin inside a sentence; where a script has no small letters, those that are as long as the longest. */
function startsInside(lines: readonly Stretch[]): number {
  const cased = lines.filter(({ text }) => /^\P{L}*[\p{Lu}\p{Ll}]/u.test(text));
  if (cased.length > lines.length / 2) return cased.filter(({ text }) => /^\P{L}*\p{Ll}/u.test(text)).length / lines.length;
  const longest = Math.max(...lines.map(({ left, right }) => right - left));
  return lines.filter(({ left, right }) => right - left > longest * 0.9).length / lines.length;
}

function isReadFromRight(elements: readonly Element[]): boolean {
  const segments = elements.filter(isSegment);
  return segments.filter(({ text }) => RTL.test(text)).length > segments.length / 2;
}
