import { isRef, plainText, type Run } from '../../../base/text.ts';
import type { CellInset, CellInsetOf, Columns, Context } from '../../../layout/context.ts';
import { naturalWidth } from '../../../layout/text/widths.ts';
import type { LevelStyle } from '../../../template/theme/types.ts';
import type { Alignment, TableBlock } from '../types.ts';
import { areNumbers, columnCount } from './columns.ts';
import { NO_WORDS, wordsOf, type CellStyles } from './rows.ts';

const NONE: CellInset = { start: 0, end: 0 };

const DIGITS = /\p{Nd}(?:[\p{Nd}.,'’\s٫٬]*\p{Nd})?/u;

/** What a value's marks say: `decimal` or `group` of each, nothing of one that may be either. */
function marksIn(number: string): ReadonlyMap<string, 'decimal' | 'group'> {
  const marks = Array.from(number.matchAll(/[.,٫]/g), ([sign]) => sign);
  const last = marks.at(-1);
  if (last === undefined) return new Map();
  const decimals = number.length - number.lastIndexOf(last) - 1;
  const others = new Set(marks.filter((mark) => mark !== last));
  const isRepeated = marks.filter((mark) => mark === last).length > 1;
  const kind = isRepeated ? 'group' : others.size > 0 || decimals !== 3 || /^0/.test(number) ? 'decimal' : null;
  return new Map([...[...others].map((mark) => [mark, 'group'] as const), ...(kind ? [[last, kind] as const] : [])]);
}

/** The mark before decimals, as the values of a column show together; null where none shows it, or they contradict each other. */
export function decimalMark(texts: readonly string[]): string | null {
  const said = texts.flatMap((text) => [...marksIn(DIGITS.exec(text)?.[0] ?? '')]);
  const decimal = new Set(said.flatMap(([mark, kind]) => (kind === 'decimal' ? [mark] : [])));
  const [only] = decimal;
  return decimal.size !== 1 || only === undefined || said.some(([mark, kind]) => mark === only && kind === 'group') ? null : only;
}

/** Where a value's decimals begin, or what stands behind its number: an offset. */
function unitsEnd(text: string, mark: string | null): number {
  const digits = DIGITS.exec(text);
  if (!digits) return text.length;
  const at = mark === null ? -1 : digits[0].lastIndexOf(mark);
  return digits.index + (at < 0 ? digits[0].length : at);
}

/** Whether a column has numbers of one unit alone: of several there is nothing to compare, and nothing to align. */
function isOneKind(texts: readonly string[]): boolean {
  if (!areNumbers(texts)) return false;
  const units = texts.flatMap((text) => (/\p{Nd}/u.test(text) ? [text.replace(DIGITS, '').replace(/[+\-−–~≈<>≤≥\s]/gu, '')] : []));
  return new Set(units).size === 1;
}

/** Cells of a column of numbers, each with the points that bring its decimals below those of the others; empty where they stand so already. */
function decimalInsets(
  context: Context,
  cells: readonly { readonly runs: readonly Run[]; readonly levels: readonly LevelStyle[] }[],
  room: number,
): ReadonlyMap<readonly Run[], number> {
  const texts = cells.map(({ runs }) => plainText(runs));
  if (!isOneKind(texts)) return new Map();
  const mark = decimalMark(texts);
  // Numbers run from left to right everywhere; a column's end is its left side where one reads from the right.
  const parts = texts.map((text) => {
    const at = unitsEnd(text, mark);
    return context.direction === 'rtl' ? text.slice(0, at) : text.slice(at);
  });
  if (new Set(parts.map((part) => part.replace(/\p{Nd}/gu, '0'))).size < 2) return new Map();
  const known = new Map<string, number>();
  const widthOf = (text: string, bold: boolean, levels: readonly LevelStyle[]): number => {
    const key = `${bold ? 'b' : ''}${levels[0]?.bold === true ? 'B' : ''} ${text}`;
    const width =
      known.get(key) ?? (text === '' ? 0 : naturalWidth(context.fonts, wordsOf(context, [{ text, ...(bold && { bold }) }]), levels));
    known.set(key, width);
    return width;
  };
  const filled = cells.flatMap(({ runs, levels }, i) => {
    if (!/\p{Nd}/u.test(texts[i] ?? '')) return [];
    const bold = runs.some((run) => !isRef(run) && run.bold === true);
    return [{ runs, part: widthOf(parts[i] ?? '', bold, levels), whole: naturalWidth(context.fonts, wordsOf(context, runs), levels) }];
  });
  const widest = Math.max(...filled.map(({ part }) => part));
  // A column that is too narrow for all of it has its numbers at its end.
  if (filled.some(({ part, whole }) => whole + widest - part > room)) return new Map();
  return new Map(filled.map(({ runs, part }) => [runs, widest - part]));
}

/** What the cells of a table keep clear, in columns as wide as these. */
export function insetsOf(
  context: Context,
  table: TableBlock,
  look: { readonly styles: CellStyles; readonly columns: Columns; readonly aligns: readonly Alignment[] },
): CellInsetOf {
  const { styles, columns, aligns } = look;
  const { bars } = columns;
  const inner = (c: number): number => (columns.widths[c] ?? 0) - 2 * context.theme.table.paddingX - 1;
  const cellsOf = (c: number): Parameters<typeof decimalInsets>[1] =>
    table.rows.map(({ cells, total }) => ({ runs: cells[c] ?? NO_WORDS, levels: total ? styles.total : styles.body }));
  const decimals = Array.from({ length: columnCount(table) }, (_, c) => {
    const room = inner(c) - (bars?.column === c ? bars.width : 0);
    return aligns[c] === 'end' && c > 0 ? decimalInsets(context, cellsOf(c), room) : new Map<readonly Run[], number>();
  });
  const heading = bars ? headingStart(context, table, styles, { column: bars.column, inner: inner(bars.column), bars: bars.width }) : 0;
  return (runs, c, isHead) => {
    const isBarred = bars?.column === c;
    if (isHead) return isBarred ? { start: heading, end: 0 } : NONE;
    const end = (decimals[c]?.get(runs) ?? 0) + (isBarred ? bars.width : 0);
    return end === 0 ? NONE : { start: 0, end };
  };
}

/** The heading over values and bars begins where the widest value does, or sooner where it is too long for that. */
function headingStart(
  context: Context,
  { header, rows }: TableBlock,
  styles: CellStyles,
  room: { readonly column: number; readonly inner: number; readonly bars: number },
): number {
  const { column, inner, bars } = room;
  const width = (runs: readonly Run[] | undefined, levels: readonly LevelStyle[]): number =>
    naturalWidth(context.fonts, wordsOf(context, runs ?? NO_WORDS), levels);
  const widest = rows.reduce((most, { cells, total }) => Math.max(most, width(cells[column], total ? styles.total : styles.body)), 0);
  return Math.max(0, Math.min(inner - bars - widest, inner - width(header[column], styles.header) * 1.02));
}
