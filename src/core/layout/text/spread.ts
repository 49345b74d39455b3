import type { Frame, Region, Spread } from '../../template/theme/types.ts';
import { HEIGHT_FILL } from './fill.ts';
import { stacked } from './setting.ts';
import type { SetParagraph, SetText } from './types.ts';

/** Text that takes the free room of its region. Points. */
export interface SpreadText {
  readonly set: SetText;
  /** Free above the first line. */
  readonly top: number;
  /** Where a rule stands between two rows, from the frame's top. */
  readonly rules: readonly number[];
}

/** Between paragraphs there is at most so much, in ems of their size, where leading alone is spread. */
const MOST_LEADING = 1.5;

/**
 * Paragraphs spread over a region. `starts`: whether a row begins with each: its sub-items stand in it. Null where there is nothing to spread.
 * As rows: of equal height where the tallest allows it, else each as tall as it is and an equal share of the rest; at most `maximum` unless
 * its words need more; text in the middle of its row. As leading: more space between paragraphs, and the text stands as its region says.
 */
export function spreadText(
  set: SetText,
  starts: readonly boolean[],
  frame: Frame,
  anchor: Region['anchor'],
  spread: Spread,
): SpreadText | null {
  const rows = rowsOf(set.paragraphs, starts);
  if (rows.length < 2) return null;
  return spread.kind === 'rows' ? asRows(rows, frame, anchor, spread.maximum) : withLeading(set, frame, anchor);
}

type Row = readonly SetParagraph[];

function rowsOf(paragraphs: readonly SetParagraph[], starts: readonly boolean[]): Row[] {
  const rows: SetParagraph[][] = [];
  paragraphs.forEach((paragraph, i) => {
    const open = rows.at(-1);
    if (open && starts[i] !== true) open.push(paragraph);
    else rows.push([paragraph]);
  });
  return rows;
}

function asRows(rows: readonly Row[], frame: Frame, anchor: Region['anchor'], maximum: number): SpreadText {
  const needs = rows.map((row) => stacked(row).room);
  const heights = rowHeights(needs, frame.height * HEIGHT_FILL, maximum);
  const free = frame.height - sum(heights);
  const start = anchor === 'top' ? 0 : anchor === 'middle' ? free / 2 : free;
  const offsets = rows.map((row, i) => ((heights[i] ?? 0) - stacked(row).height) / 2);
  const paragraphs = rows.flatMap((row, i) => {
    const before = (offsets[i] ?? 0) + (i === 0 ? 0 : (offsets[i - 1] ?? 0));
    return row.map((one, n): SetParagraph => (n > 0 || i === 0 ? one : spaced(one, before)));
  });
  const rules = heights.slice(0, -1).map((_, i) => start + sum(heights.slice(0, i + 1)));
  return { set: stacked(paragraphs), top: start + (offsets[0] ?? 0), rules };
}

/** Equal where the tallest allows it. What is over is shared; none is more than the maximum that need not be. */
function rowHeights(needs: readonly number[], height: number, maximum: number): number[] {
  const equal = height / needs.length;
  const tallest = Math.max(...needs);
  if (tallest <= equal) return needs.map(() => Math.max(tallest, Math.min(equal, maximum)));
  const share = Math.max(0, height - sum(needs)) / needs.length;
  return needs.map((need) => Math.max(need, Math.min(need + share, maximum)));
}

function withLeading(set: SetText, frame: Frame, anchor: Region['anchor']): SpreadText {
  const gaps = set.paragraphs.length - 1;
  const more = Math.max(0, frame.height * HEIGHT_FILL - set.room) / gaps;
  const paragraphs = set.paragraphs.map((one, i) => {
    const most = Math.max(one.spaceBefore, one.level.size * MOST_LEADING);
    return i === 0 ? one : spaced(one, Math.min(most, one.spaceBefore + more));
  });
  const leaded = stacked(paragraphs);
  const free = frame.height - leaded.height;
  return { set: leaded, top: anchor === 'top' ? 0 : anchor === 'middle' ? free / 2 : free, rules: [] };
}

/** In hundredths of a point, as files have it. */
function spaced(set: SetParagraph, before: number): SetParagraph {
  const spaceBefore = Math.floor(before * 100) / 100;
  return { ...set, spaceBefore, paragraph: Object.assign({}, set.paragraph, { spaceBefore }) };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => a + b, 0);
}
