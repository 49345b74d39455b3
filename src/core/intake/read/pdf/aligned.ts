import { joinLines, type WordsSeen } from '../join-lines.ts';
import { withoutLeaders } from './ruled.ts';
import { segmentOf } from './segments.ts';
import type { Flow, Line, Rule, Segment, Table } from './types.ts';

/** Between two cells, in sizes of the type. */
const GAP = 0.6;
/** Lines further apart than this many sizes belong to two tables. */
const FAR = 3.2;
/** Lines that touch are one row's, where its first cell is empty. */
const TIGHT = 1.32;
const NUMBER = /^[^\p{L}]*\d[^\p{L}]*(?:\p{L}{1,3}\.?)?$|^(?:n\/?a|[-–—.…x*]+)$/iu;

interface Run {
  readonly to: number;
  readonly lines: readonly Line[];
  /** Lines are drawn above and below. */
  readonly ruled: readonly Rule[];
}

/**
 * Tables of a region that alignment alone tells, or lines drawn across. Only what is sure becomes a table: rows that keep to the same columns,
 * with short cells, and numbers, three columns or lines drawn; what is less stays text.
 */
export function alignedTables(flow: readonly Flow[], rules: readonly Rule[], words: WordsSeen): Flow[] {
  const found: Flow[] = [];
  let at = 0;
  while (at < flow.length) {
    const run = ruledRun(flow, at, rules) ?? openRun(flow, at) ?? closeRun(flow, at);
    const table = run && tableOf(run.lines, run.ruled, words);
    const element = flow[at];
    if (run && table) {
      found.push(table);
      at = run.to;
    } else if (element) {
      found.push(element);
      at++;
    }
  }
  return found;
}

const isRow = (element: Flow | undefined): element is Line => element?.kind === 'line' && element.segments.length > 1;
const isNear = (a: Line, b: Line): boolean => b.y - a.y < Math.max(a.size, b.size) * FAR;

/** Lines with several cells, one below the other; one with a single cell may stand between two. */
function openRun(flow: readonly Flow[], from: number): Run | null {
  if (!isRow(flow[from])) return null;
  let to = from + 1;
  for (let at = to; at < flow.length; at++) {
    const element = flow[at];
    const before = flow[at - 1];
    if (element?.kind !== 'line' || before?.kind !== 'line' || !isNear(before, element)) break;
    if (isRow(element)) to = at + 1;
    else if (at - to >= 1) break;
  }
  return { to, lines: flow.slice(from, to) as Line[], ruled: [] };
}

/** Lines whose cells stand close together: each has as many pieces, which begin or end below each other. */
function closeRun(flow: readonly Flow[], from: number): Run | null {
  const lines: Line[] = [];
  for (let at = from; at < flow.length; at++) {
    const line = flow[at];
    const before = lines.at(-1);
    const pieces = line?.kind === 'line' ? line.segments.flatMap((segment) => segment.pieces) : [];
    if (line?.kind !== 'line' || pieces.length < 2 || pieces.length > 12 || (before && !isNear(before, line))) break;
    const cells = pieces.map((piece) => segmentOf([piece], line.page, []));
    if (before && !isBelow(before.segments, cells)) break;
    lines.push({ ...line, segments: cells });
  }
  return lines.length < 3 ? null : { to: from + lines.length, lines, ruled: [] };
}

function isBelow(cells: readonly Segment[], below: readonly Segment[]): boolean {
  const isAt = (one: number, other: number): boolean => Math.abs(one - other) < 2;
  return (
    cells.length === below.length &&
    below.every(({ left, right }, index) => {
      const above = cells[index];
      return above !== undefined && (isAt(above.left, left) || isAt(above.right, right) || isAt(above.left + above.right, left + right));
    })
  );
}

/** What stands between two lines that are drawn across the same width, from the one above `at` to the last below. */
function ruledRun(flow: readonly Flow[], at: number, rules: readonly Rule[]): Run | null {
  const first = flow[at];
  if (first?.kind !== 'line') return null;
  const above = rules.find(
    (rule) => rule.at < first.y && first.y - rule.at < first.size * 2.2 && rule.from <= first.left + 3 && rule.to >= first.right - 3,
  );
  if (!above) return null;
  const same = rules.filter(({ from, to, at: y }) => y >= above.at && Math.abs(from - above.from) < 4 && Math.abs(to - above.to) < 4);
  let to = at;
  let last = above;
  for (const rule of same.slice(1)) {
    const inside = flow.slice(to).findIndex((element) => element.top + (element.bottom - element.top) / 2 > rule.at);
    const end = inside === -1 ? flow.length : to + inside;
    if (end === to) continue;
    const lines = flow.slice(to, end);
    if (lines.some(({ kind }) => kind === 'table') || !lines.some(isRow)) break;
    to = end;
    last = rule;
  }
  return to - at >= 2 ? { to, lines: flow.slice(at, to) as Line[], ruled: same.filter(({ at: y }) => y <= last.at) } : null;
}

type Interval = [number, number];

function tableOf(lines: readonly Line[], ruled: readonly Rule[], words: WordsSeen): Table | null {
  const columns = columnsOf(lines);
  const [first] = lines;
  if (!first || columns.length < 2 || lines.length < (ruled.length > 0 ? 2 : 3)) return null;
  const cells = lines.map((line) => inColumns(line.segments, columns));
  if (cells.some((row) => row === null)) return null;
  const rows = grouped(lines, cells as Segment[][][], ruled).map((group) =>
    columns.map((_, column) =>
      withoutLeaders(
        joinLines(
          group.flatMap((row) => (row[column]?.length ? [row[column].map(({ text }) => text).join(' ')] : [])),
          words,
        ),
      ),
    ),
  );
  if (!isSure(rows, ruled.length > 1)) return null;
  const left = Math.min(...lines.map((line) => line.left));
  const right = Math.max(...lines.map((line) => line.right));
  const { page, top, column } = first;
  return { kind: 'table', page, left, right, top, bottom: lines.at(-1)?.bottom ?? top, rows, merged: 0, column };
}

/** The columns that lines with as many cells as most have in common. */
function columnsOf(lines: readonly Line[]): Interval[] {
  const counts = new Map<number, number>();
  for (const { segments } of lines) counts.set(segments.length, (counts.get(segments.length) ?? 0) + 1);
  const usual = [...counts].filter(([count]) => count > 1).sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0;
  const size = Math.min(...lines.map((line) => gapOf(line)), (lines[0]?.size ?? 10) * GAP);
  const merged: Interval[] = [];
  const cells = lines.filter(({ segments }) => segments.length >= usual && usual > 1).flatMap(({ segments }) => segments);
  for (const { left, right } of [...cells].sort((a, b) => a.left - b.left)) {
    const last = merged.at(-1);
    if (last && left < last[1] + size) last[1] = Math.max(last[1], right);
    else merged.push([left, right]);
  }
  return merged;
}

/** The narrowest gap between two cells of a line, less a little. */
function gapOf({ segments }: Line): number {
  return Math.min(...segments.map((segment, index) => segment.left - (segments[index - 1]?.right ?? -Infinity))) - 0.5;
}

/** A line's words by column; null where two of its cells fall into one. What reaches over several stands in the first. */
function inColumns(segments: readonly Segment[], columns: readonly Interval[]): Segment[][] | null {
  const cells = columns.map((): Segment[] => []);
  let last = -1;
  for (const segment of segments) {
    const overlap = ([from, to]: Interval): number => Math.min(to, segment.right) - Math.max(from, segment.left);
    let at = columns.findIndex((column) => overlap(column) > 0);
    if (at === -1) at = columns.findIndex(([, to]) => to > segment.left);
    if (at === -1) at = columns.length - 1;
    if (at <= last && segments.length > 1) {
      if (at < last) return null;
    }
    cells[at]?.push(segment);
    last = at;
  }
  return cells;
}

/** Lines of one row together: what stands between two drawn lines around one first cell, and lines close below without a first cell. */
function grouped(lines: readonly Line[], cells: readonly Segment[][][], ruled: readonly Rule[]): Segment[][][][] {
  const groups: Segment[][][][] = [];
  const band = (line: Line): number => ruled.filter(({ at }) => at < line.y - line.size * 0.3).length;
  const starts = (row: Segment[][] | undefined): boolean => (row?.[0]?.length ?? 0) > 0;
  const single = new Map<number, number>();
  lines.forEach((line, index) => single.set(band(line), (single.get(band(line)) ?? 0) + (starts(cells[index]) ? 1 : 0)));
  const isClose = lines.slice(1).some((line, index) => line.y - (lines[index]?.y ?? 0) > line.size * (TIGHT + 0.12));
  lines.forEach((line, index) => {
    const row = cells[index] ?? [];
    const before = lines[index - 1];
    const sameBand = before !== undefined && ruled.length > 1 && band(before) === band(line) && (single.get(band(line)) ?? 0) <= 1;
    const isRest = before !== undefined && !starts(row) && isClose && line.y - before.y < line.size * TIGHT;
    const group = groups.at(-1);
    if (group && (sameBand || isRest)) group.push(row);
    else groups.push([row]);
  });
  return groups;
}

function isSure(rows: readonly (readonly string[])[], ruled: boolean): boolean {
  const cells = rows.flat();
  const filled = cells.filter((text) => text !== '');
  const lengths = filled.map((text) => text.length).sort((a, b) => a - b);
  const typical = lengths[Math.floor(lengths.length / 2)] ?? 0;
  const columns = rows[0]?.length ?? 0;
  const whole = rows.filter((row) => row.filter((text) => text !== '').length >= 2).length;
  if (rows.length < (ruled ? 2 : 3) || filled.length < cells.length * 0.5 || whole < rows.length * 0.6) return false;
  if ((lengths.at(-1) ?? 0) > 400 || typical > (ruled ? 60 : 28)) return false;
  const inside = filled.filter((text) => /^\p{Ll}/u.test(text)).length;
  const isNumeric = Array.from({ length: columns - 1 }, (_, index) => {
    const own = rows.slice(1).flatMap((row) => (row[index + 1] ? [row[index + 1] ?? ''] : []));
    return own.length >= 2 && own.filter((text) => NUMBER.test(text)).length >= own.length * 0.7;
  }).some(Boolean);
  if (isNumeric) return true;
  return inside < filled.length * 0.4 && (ruled || (columns >= 3 && rows.length >= 4 && inside < filled.length * 0.25));
}
