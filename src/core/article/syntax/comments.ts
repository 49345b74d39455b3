import type { Node } from 'unist';

/**
 * Comments, `<!-- … -->`, are taken out before Markdown is read: an article with comments is the article without them,
 * wherever they stand and whatever is in them. A line of nothing but comments goes with them.
 */

/** A piece of the text as it was written, from `start` to before `end`, in UTF-16 units. */
export interface Piece {
  readonly start: number;
  readonly end: number;
}

/** What was taken out. */
export interface Cut extends Piece {
  /** Whether whole lines went, their ends included. */
  readonly lines: boolean;
}

export interface Uncommented {
  readonly text: string;
  /** Ascending, none touching another. */
  readonly cuts: readonly Cut[];
  /** Where a comment begins that does not end, or not before another begins: its sign is taken out, its words are not. */
  readonly open: readonly number[];
}

/** YAML has comments of its own. */
const FRONT_MATTER = /^---[ \t]*\r?\n(?:[^]*?\r?\n)?---[ \t]*(?:\r?\n|$)/;

/** Escapes, fences, code spans and the beginnings of comments, whichever comes first. */
const SIGNS = /^[ \t>]*(?<fence>`{3,}|~{3,})|\\[^]|(?<span>`+)|(?<comment><!--)/gm;

/** A comment's end: as CommonMark has it, and as HTML's parsers have it too. Another one's beginning is none. */
const END = /--!?>|<!--/g;

/** What may stand in a line beside comments for it to be a line of nothing else: marks of quotations, one of a list. */
const NOTHING_ELSE = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?[ \t]*$/;

const lineStart = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1;

/** Behind the line's end, or the text's. */
function nextLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end + 1;
}

/** Behind a block of code that begins with this fence in the line at `from`. */
function afterFence(text: string, from: number, fence: string): number {
  const closing = new RegExp(`^[ \\t>]*${fence}${fence.slice(0, 1)}*[ \\t]*\\r?$`, 'm');
  const inside = nextLine(text, from);
  const found = closing.exec(text.slice(inside));
  return found === null ? text.length : inside + found.index + found[0].length;
}

/** Behind a code span that opens with this many backticks before `from`; it ends in its line or it is none. */
function afterSpan(text: string, from: number, ticks: string): number {
  const line = text.slice(from, nextLine(text, from));
  const found = new RegExp(`(?<!\`)${ticks}(?!\`)`).exec(line);
  return found === null ? from : from + found.index + ticks.length;
}

/** The end of the comment that begins at `start`; null for one that does not end before another begins. */
function endOf(text: string, start: number): number | null {
  const empty = /^<!---?>/.exec(text.slice(start, start + 6));
  if (empty) return start + empty[0].length;
  END.lastIndex = start + 4;
  const found = END.exec(text);
  return found === null || found[0] === '<!--' ? null : END.lastIndex;
}

function find(text: string): { comments: Piece[]; open: number[] } {
  const comments: Piece[] = [];
  const open: number[] = [];
  let at = FRONT_MATTER.exec(text)?.[0].length ?? 0;
  for (;;) {
    SIGNS.lastIndex = at;
    const found = SIGNS.exec(text);
    if (!found) return { comments, open };
    at = SIGNS.lastIndex;
    const { fence, span, comment } = found.groups ?? {};
    if (fence !== undefined) at = afterFence(text, at, fence);
    else if (span !== undefined) at = afterSpan(text, at, span);
    else if (comment !== undefined) {
      const end = endOf(text, found.index);
      if (end === null) open.push(found.index);
      else comments.push({ start: found.index, end });
      at = end ?? at;
    }
  }
}

/** Comments that share lines, in order. */
function byLines(text: string, comments: readonly Piece[]): Piece[][] {
  const groups: Piece[][] = [];
  for (const comment of comments) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (group && last && !text.slice(last.end, comment.start).includes('\n')) group.push(comment);
    else groups.push([comment]);
  }
  return groups;
}

/** What a line begins with before its words: indentation, marks of quotations and of lists. */
const HEAD = /^(?:[ \t>]|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))*$/;

/** Whether what comes behind a line stands below its list mark: then the mark must stay. */
function hasBelow(line: string, text: string, end: number): boolean {
  const indent = (words: string): number => /^[ \t>]*/.exec(words)?.[0].length ?? 0;
  const next = text.slice(end, nextLine(text, end));
  return /[-*+.)][ \t]*$/.test(line) && next.trim() !== '' && indent(next) > indent(line);
}

function cutsOf(text: string, comments: readonly Piece[]): Cut[] {
  return byLines(text, comments).flatMap((group): Cut[] => {
    const start = lineStart(text, group[0]?.start ?? 0);
    const end = nextLine(text, group.at(-1)?.end ?? 0);
    const ends = [start, ...group.map((comment) => comment.end)];
    const beside = [...group.map((comment) => comment.start), end].map((to, index) => text.slice(ends[index], to).replace(/\r?\n$/, ''));
    const line = beside.join('');
    if (NOTHING_ELSE.test(line) && !hasBelow(line, text, end)) return [{ start, end, lines: true }];
    // Behind a list's mark a second space would move the point's words away from the lines below that belong to it.
    let head = '';
    return group.map((comment, index) => {
      head += beside[index] ?? '';
      const spaces = /[ \t]$/.test(head) && HEAD.test(head) ? (/^[ \t]*/.exec(text.slice(comment.end, end))?.[0].length ?? 0) : 0;
      return { start: comment.start, end: comment.end + spaces, lines: false };
    });
  });
}

/** A text without its comments; escaped (`\<!--`) and in code they are text. Front matter stays as it is. */
export function withoutComments(text: string): Uncommented {
  if (!text.includes('<!--')) return { text, cuts: [], open: [] };
  const { comments, open } = find(text);
  const signs = open.map((start): Cut => ({ start, end: start + 4, lines: false }));
  const cuts = [...cutsOf(text, comments), ...signs].sort((a, b) => a.start - b.start);
  let [plain, at] = ['', 0];
  for (const { start, end } of cuts) {
    plain += text.slice(at, start);
    at = end;
  }
  return { text: plain + text.slice(at), cuts, open };
}

/** Whether a text that is no Markdown has a comment all the same: there it would show. */
export function hasComment(text: string): boolean {
  return /<!--[^]*?-->/.test(text);
}

/** How many of the ascending numbers are at most this one. */
function countUpTo(numbers: readonly number[], value: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}

export interface Where {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

/** Line and column, from 1, of an offset. */
export function whereIn(text: string): (offset: number) => Where {
  const starts = [0, ...Array.from(text.matchAll(/\r\n|\n|\r/g), ({ 0: end, index }) => index + end.length)];
  return (offset) => {
    const line = countUpTo(starts, offset);
    return { line, column: offset - (starts[line - 1] ?? 0) + 1, offset };
  };
}

/** From offsets of the text without comments to places in the text as it was written. */
function placeBack(text: string, cuts: readonly Cut[]): (offset: number) => Where {
  const where = whereIn(text);
  const at: number[] = [];
  const before: number[] = [0];
  for (const { start, end } of cuts) {
    const taken = before.at(-1) ?? 0;
    at.push(start - taken);
    before.push(taken + end - start);
  }
  return (offset) => where(offset + (before[countUpTo(at, offset)] ?? 0));
}

/** Moves the points of a tree to where they stand in the text as it was written. */
export function restorePlaces(tree: Node, text: string, cuts: readonly Cut[]): void {
  if (cuts.length === 0) return;
  const back = placeBack(text, cuts);
  movePoints(tree, (point) => Object.assign(point, back(point.offset)));
}

interface Point {
  line: number;
  column: number;
  offset: number;
}

function isPoint(value: object): value is Point {
  return 'line' in value && 'column' in value && 'offset' in value;
}

/** Every point of a tree; directives have some outside `position` too. */
export function movePoints(node: object, move: (point: Point) => void): void {
  if (isPoint(node)) {
    move(node);
    return;
  }
  for (const part of Object.values<unknown>(node as Readonly<Record<string, unknown>>)) {
    if (typeof part === 'object' && part !== null) movePoints(part, move);
  }
}
