import { RIGHT_TO_LEFT } from '../../../base/unicode.ts';
import { listMark, type Mark } from './list-marks.ts';
import { headingLevel, half, isCaption, type Style } from './style.ts';
import type { Flow, Line, Table } from './types.ts';

/** Lines that are one block, before their words are joined. */
export interface Group {
  readonly kind: 'paragraph' | 'heading' | 'item' | 'caption' | 'contents' | 'note';
  readonly lines: Line[];
  /** Of a heading its level, of an item its depth, from 1; else 0. */
  readonly level: number;
  readonly mark: Mark | null;
}

/** Lines further apart than this many times the usual distance belong to two paragraphs. */
const GAP = 1.3;
/** In sizes of the type. */
const INDENT = 0.8;
const CONTENTS = /(?:\s?[.…·_]){4,}\s*(?:\d{1,4}|[ivxlc]{1,7})$/iu;
/** How far ahead the next number of a list is looked for, in lines. */
const AHEAD = 40;

const ENDED = /[.!?…:;。！？؟։।][”"’»“)\]]*$/u;
/** A note that stands above something else: raised, and small. */
const RAISED_MARK = /^[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}\s?\p{L}/u;
const RTL = new RegExp(`[${RIGHT_TO_LEFT}]`, 'u');

/** A page's flow as groups of lines and tables. */
export function groupsOf(flow: readonly Flow[], style: Style): (Group | Table)[] {
  const marks = marksOf(flow);
  const found: (Group | Table)[] = [];
  flow.forEach((element, index) => {
    if (element.kind === 'table') {
      found.push(element);
      return;
    }
    const last = found.at(-1);
    const mark = marks.get(element) ?? null;
    const level = mark ? 0 : headingLevel(element, style);
    if (last && last.kind !== 'table' && mark === null && goesOn(last, element, { level, style, next: flow[index + 1] })) {
      last.lines.push(element);
      return;
    }
    const kind = mark
      ? 'item'
      : CONTENTS.test(element.text)
        ? 'contents'
        : level > 0
          ? 'heading'
          : isLabelled(element, style)
            ? 'caption'
            : element.size < style.body * 0.95 && RAISED_MARK.test(element.text)
              ? 'note'
              : 'paragraph';
    found.push({ kind, lines: [element], level, mark });
  });
  return found.filter((element): element is Group | Table => element.kind === 'table' || element.lines.length > 0);
}

/** A line that begins as a caption does, and is set as one: not a sentence of the text that begins with `Table 3 shows`. */
function isLabelled(line: Line, { body }: Style): boolean {
  if (!isCaption(line.text)) return false;
  return (
    line.size < body * 0.96 || line.bold || line.italic || /^\S+\s*\d+[\p{L}\d.-]*\s*[.:–—|：]/u.test(line.text) || line.text.length < 60
  );
}

/** Bullets, and numbers that count on: `1.` alone may be anything. */
function marksOf(flow: readonly Flow[]): Map<Line, Mark> {
  const lines = flow.filter((element): element is Line => element.kind === 'line');
  const marked = lines.map((line) => ({ line, mark: listMark(line) }));
  const found = new Map<Line, Mark>();
  const dashes = marked.filter(({ mark }) => mark !== null && /^[-–—*oüv]$/u.test(mark.kind)).length;
  marked.forEach(({ line, mark }, index) => {
    if (!mark) return;
    if (mark.number === 0) {
      if (!/^[-–—*oüv]$/u.test(mark.kind) || dashes > 1) found.set(line, mark);
      return;
    }
    const counts = (step: number, list: typeof marked): boolean =>
      list.some(
        (other) =>
          other.mark?.kind === mark.kind &&
          other.mark.number === mark.number + step &&
          Math.abs(other.line.left - line.left) < line.size * 2,
      );
    if (counts(1, marked.slice(index + 1, index + AHEAD)) || counts(-1, marked.slice(Math.max(0, index - AHEAD), index)))
      found.set(line, mark);
  });
  return found;
}

interface Context {
  readonly level: number;
  readonly style: Style;
  readonly next: Flow | undefined;
}

function goesOn(group: Group, line: Line, { level, style, next }: Context): boolean {
  const before = group.lines.at(-1);
  if (before?.column !== line.column || before.page !== line.page) return false;
  if (RAISED_MARK.test(line.text) || CONTENTS.test(line.text) || (group.kind === 'contents') !== CONTENTS.test(line.text)) return false;
  if (half(before.size) !== half(line.size) && Math.abs(before.size - line.size) > 0.6) return false;
  if ((group.kind === 'heading') !== level > 0 || (group.kind === 'heading' && group.level !== level)) return false;
  const usual = Math.max(style.leading.get(half(line.size)) ?? line.size * 1.2, line.size * (group.kind === 'heading' ? 1.25 : 1));
  const down = line.y - before.y;
  if (down <= 0 || down > Math.min(usual * GAP, line.size * 2.6)) return false;
  if (group.kind === 'heading') return !/^\d+(?:\.\d+)*\.?\s/.test(line.text) && line.text.length + before.text.length < 240;
  if (group.kind === 'caption' ? isLabelled(line, style) : isLabelled(line, style) && line.size < style.body * 0.96) return false;
  if (before.bold !== line.bold && (before.bold || line.bold) && isShort(before)) return false;
  if (areRows(before, line)) return false;
  if (group.kind === 'item') return isInItem(group, line);
  return !beginsParagraph(group, line, next);
}

/** Rows of a table that was not sure enough: each is kept as a line. A wide gap of both is at one place; lines of justified text begin small. */
function areRows(before: Line, line: Line): boolean {
  const gaps = ({ segments, size }: Line): [number, number][] =>
    segments.slice(1).flatMap(({ left }, index) => {
      const right = segments[index]?.right ?? left;
      return left - right > size * 1.6 ? [[right, left] as [number, number]] : [];
    });
  if (/^\p{Ll}/u.test(line.text)) return false;
  return gaps(before).some(([from, to]) => gaps(line).some(([start, end]) => Math.min(to, end) - Math.max(from, start) > line.size));
}

const fromRight = ({ text }: Line): boolean => RTL.test(text);
/** How far a line begins inside its column, and how much it leaves empty at its end. */
const indentOf = (line: Line): number => (fromRight(line) ? line.column.right - line.right : line.left - line.column.left);
const roomOf = (line: Line): number => (fromRight(line) ? line.left - line.column.left : line.column.right - line.right);
const isShort = (line: Line): boolean => roomOf(line) > (line.column.right - line.column.left) * 0.12;

function isInItem({ lines, mark }: Group, line: Line): boolean {
  const [first] = lines;
  if (!first || !mark) return false;
  if (fromRight(first)) return indentOf(line) > indentOf(first) - line.size;
  // Words hang behind the mark, or the line goes on below it.
  if (line.left >= mark.indent - line.size * 0.6) return lines.length === 1 || Math.abs(line.left - (lines[1]?.left ?? 0)) < line.size * 2;
  return line.left > first.left - line.size * 0.5 && !ENDED.test(lines.at(-1)?.text ?? '') && lines.length < 12;
}

function beginsParagraph({ lines }: Group, line: Line, next: Flow | undefined): boolean {
  const before = lines.at(-1);
  if (!before) return true;
  if (/\p{L}[-‐\u00AD]$/u.test(before.text)) return false;
  const ended = ENDED.test(before.text);
  const deeper = indentOf(line) - indentOf(before);
  // An indent begins one: where the next line is back at the edge, or the line before says that it ends.
  const nextIndent = next?.kind === 'line' && next.column === line.column ? indentOf(next) : 0;
  const isInside = !ended && /^\p{Ll}/u.test(line.text);
  if (!isInside && deeper > line.size * INDENT && (ended || isShort(before)) && indentOf(line) - nextIndent > -line.size * INDENT)
    return true;
  // Where later lines hang (references), one that does not is the next.
  const hangs =
    lines.length > 1 &&
    Math.abs(indentOf(before) - indentOf(lines[1] ?? before)) < 1 &&
    indentOf(before) - indentOf(lines[0] ?? before) > line.size * INDENT;
  if (hangs && ended && deeper < -line.size * INDENT) return true;
  // The next word would have fitted: the writer meant to end the line there.
  if (isInside) return false;
  const word = line.text.split(' ')[0] ?? '';
  const fitted = roomOf(before) - (word.length + 1) * line.size * 0.55;
  return ended ? fitted > line.size * 2.5 : fitted > (line.column.right - line.column.left) * 0.35;
}

/** Whether a paragraph's last line goes on with a line elsewhere: its sentence is open, and the next word did not fit, or is none that begins one. */
export function isOpen(line: Line, next: Line): boolean {
  if (ENDED.test(line.text)) return false;
  if (/\p{L}[-‐\u00AD]$/u.test(line.text)) return true;
  const room = roomOf(line);
  const width = line.column.right - line.column.left;
  const word = (next.text.split(' ')[0] ?? '').length * next.size * 0.55;
  return room < Math.max(width * 0.12, word + line.size * 2) || (/^[\p{Ll}\p{N}(]/u.test(next.text) && room < width * 0.5);
}
