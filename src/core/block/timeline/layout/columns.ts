import type { Run } from '../../../base/text.ts';
import type { Context } from '../../../layout/context.ts';
import type { SetText } from '../../../layout/text/types.ts';
import { entriesOfBlock } from './entries.ts';
import { boxHeight, dateRuns, inColor, labelWords, setLabel, typeAt, widthsOf, wordsPart, type LabelType } from './label.ts';
import { markOf } from './list.ts';
import { linePart, markPart } from './shapes.ts';
import type { Certainty, DrawnBlock, Drawing, DrawnPart, Look } from './types.ts';

/** Narrower columns hold too few words a line. */
const LEAST_COLUMN = 230;
/** Points between the columns, between rows, and from a row's mark to its words. */
const GAP = 36;
const ROW_GAP = 12;
const DATE_GAP = 14;
const DOT = 12;
const INDENT = DOT + 12;

interface Row {
  readonly name: string;
  readonly certainty: Certainty | 'today';
  readonly type: LabelType;
  /** Null: what is said begins with it. */
  readonly date: readonly Run[] | null;
  /** Null: the date alone. */
  readonly words: readonly Run[] | null;
}

/** A row as set: its date above its words in one box, or both beside each other. */
interface SetRow {
  readonly boxes: readonly {
    readonly name: string;
    readonly x: number;
    readonly width: number;
    readonly set: SetText;
    readonly term: true | 'first' | null;
  }[];
  readonly height: number;
  /** Height of its first line. */
  readonly line: number;
}

/** Dates beside their words take at most this share of a column. */
const DATES = 0.42;

const firstLine = ({ paragraphs: [first] }: SetText): number => (first && first.lines.length > 0 ? first.height / first.lines.length : 0);

function setAbove(type: LabelType, rows: readonly Row[], inner: number): SetRow[] | null {
  if (rows.some(({ date, words }) => widthsOf(type, labelWords(type, date, words)).least > inner)) return null;
  return rows.map(({ type: own, name, date, words }) => {
    const set = setLabel(own, labelWords(own, date, words), inner);
    const isToday = name === 'today';
    return {
      boxes: [{ name: isToday ? name : `${name}.text`, x: 0, width: inner, set, term: isToday ? true : 'first' }],
      height: boxHeight(set),
      line: firstLine(set),
    };
  });
}

function setBeside(type: LabelType, rows: readonly Row[], inner: number): SetRow[] | null {
  const dates = Math.max(...rows.map(({ name, date }) => (name === 'today' ? 0 : widthsOf(type, labelWords(type, date, null)).most)));
  const words = inner - dates - DATE_GAP;
  if (dates > inner * DATES || rows.some((row) => row.words && widthsOf(type, labelWords(type, null, row.words)).least > words))
    return null;
  return rows.map(({ type: own, name, date, words: runs }) => {
    const set = setLabel(own, labelWords(own, date, null), name === 'today' ? inner : Math.max(1, dates));
    const head = {
      name: name === 'today' ? name : `${name}.date`,
      x: 0,
      width: name === 'today' ? inner : dates,
      set,
      term: true as const,
    };
    if (!runs) return { boxes: [head], height: boxHeight(set), line: firstLine(set) };
    const text = setLabel(own, labelWords(own, null, runs), words);
    const body = { name: `${name}.text`, x: dates + DATE_GAP, width: words, set: text, term: null };
    return { boxes: [head, body], height: Math.max(boxHeight(set), boxHeight(text)), line: firstLine(set) };
  });
}

function rowsOf(context: Context, block: DrawnBlock, type: LabelType): Row[] {
  const rows = entriesOfBlock(context, block).map(({ event, number, certainty }): Row => ({
    name: String(number),
    certainty,
    type,
    date: dateRuns(context, event),
    words: event.runs,
  }));
  const mark = block.hidesToday ? null : markOf(block);
  if (mark !== null && block.today !== null) {
    const date = context.dayText(block.today);
    const text = block.todayLabel === '' ? date : `${block.todayLabel}, ${date}`;
    rows.splice(mark + 1, 0, {
      name: 'today',
      certainty: 'today',
      type: inColor(type, context.theme.timeline.today),
      date: context.words(text),
      words: null,
    });
  }
  return rows;
}

/** Events below each other in two columns, in the order in which they were written: dates above their words, beside them where that is lower. */
export function setColumns(context: Context, block: DrawnBlock, width: number, room: number, share: number): Drawing | null {
  const column = (width - GAP) / 2;
  const inner = column - INDENT;
  if (column < LEAST_COLUMN) return null;
  const type = typeAt(context, share);
  const lines = Math.min(...type.levels.map(({ size }) => size));
  // Not even of one line each would all stand here.
  if (block.events.length * (lines + ROW_GAP) > 2 * (room + ROW_GAP) + lines) return null;
  const rows = rowsOf(context, block, type);
  // Parts of one timeline look alike.
  for (const set of block.isPart ? [setBeside, setAbove] : [setAbove, setBeside]) {
    const sets = set(type, rows, inner);
    const drawing = sets && place(context, rows, sets, column);
    if (drawing && drawing.height <= room) return drawing;
  }
  return null;
}

function place(context: Context, rows: readonly Row[], sets: readonly SetRow[], column: number): Drawing {
  const { theme } = context;
  const heightOf = (from: number, to: number): number => sets.slice(from, to).reduce((sum, { height }) => sum + height + ROW_GAP, -ROW_GAP);
  const tallest = (count: number): number => Math.max(heightOf(0, count), heightOf(count, rows.length));
  const counts = rows.slice(1).map((_, i) => i + 1);
  const first = counts.reduce((best, count) => (tallest(count) < tallest(best) ? count : best), 1);
  const look: Look = { mark: theme.timeline.dot, paper: theme.background };
  const shapes: DrawnPart[] = [];
  const marks: DrawnPart[] = [];
  const texts: DrawnPart[] = [];
  for (const [c, from, to] of [
    [0, 0, first],
    [1, first, rows.length],
  ] as const) {
    const x = c * (column + GAP);
    let y = 0;
    const middles: number[] = [];
    for (let i = from; i < to; i++) {
      const [row, set] = [rows[i], sets[i]];
      if (!row || !set) continue;
      const middle = y + set.line / 2;
      middles.push(middle);
      const frame = { x, y: middle - DOT / 2, width: DOT, height: DOT };
      const { certainty, name, type } = row;
      if (certainty === 'today') marks.push(markPart('today.mark', 'ellipse', frame, 'exact', { ...look, mark: theme.timeline.today }));
      else marks.push(markPart(`${name}.mark`, 'ellipse', frame, certainty, look));
      for (const box of set.boxes) {
        const at = { x: x + INDENT + box.x, y, width: box.width, height: set.height };
        texts.push(wordsPart(type, box.name, box.set, at, { term: box.term }));
      }
      y += set.height + ROW_GAP;
    }
    const [top = 0, bottom = 0] = [middles[0], middles.at(-1)];
    if (bottom > top)
      shapes.push(
        linePart(
          `line.${c + 1}`,
          { x: x + DOT / 2, y: top, width: 0, height: bottom - top },
          theme.timeline.line,
          theme.timeline.lineWidth,
        ),
      );
  }
  return { parts: [...shapes, ...marks, ...texts], height: tallest(first), isCrowded: false };
}
