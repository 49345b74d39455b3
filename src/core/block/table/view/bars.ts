import { plainText, type Run } from '../../../base/text.ts';
import { readNumbers } from '../../../numbers/index.ts';
import type { ArticleTable } from '../types.ts';

/** So many values are compared at a glance; more are a chart. */
const FEWEST = 3;
const MOST = 12;

/** A value as tables write it: a currency or none, the number, and what it counts. */
const VALUE =
  /^(?<currency>\p{Sc}?)\s?(?<number>[+\-−–]?\s?\p{Nd}(?:[\p{Nd}\s.,'’٫٬]*\p{Nd})?)\s?(?<unit>[%‰٪]|\p{Sc}|[\p{L}°µ²³/.]{1,14}(?:\s\p{L}{1,14})?)?$/u;

const ABSENT = /^(?:|[-–—−]|n\/?a|\.{2,3}|…)$/iu;

interface Column {
  readonly values: readonly (number | null)[];
  /** `measure`: values of one unit; `label`: years or running numbers, which stand beside a measure without being one. */
  readonly kind: 'measure' | 'label' | 'other';
}

const isYear = (text: string): boolean => /^\p{Nd}{4}$/u.test(text);

/** A column of numbers alone, empty cells among them; null where it has words, or values that cannot be read. */
function readColumn(cells: readonly string[], language: string | null): Column | null {
  const found = cells.map((cell): Partial<Record<string, string>> | null | undefined =>
    ABSENT.test(cell) ? null : VALUE.exec(cell)?.groups,
  );
  if (found.some((parts) => parts === undefined)) return null;
  const filled = found.flatMap((parts) => (parts ? [parts] : []));
  const texts = filled.map(({ number = '' }) => number.replace(/^([+\-−–])\s/, '$1'));
  const [readings = []] = readNumbers([texts], { language, hint: () => null });
  const numbers = readings.flatMap((reading) => (reading.kind === 'number' ? [reading.value] : []));
  if (numbers.length < filled.length || numbers.length === 0) return null;
  const units = new Set(filled.map(({ currency = '', unit = '' }) => `${currency}|${unit}`));
  const isCounted = numbers.every((value, i) => value === i + 1);
  const read = [...numbers];
  return {
    values: found.map((parts) => (parts ? (read.shift() ?? null) : null)),
    kind: isCounted || texts.every(isYear) ? 'label' : units.size === 1 ? 'measure' : 'other',
  };
}

/**
 * Values to draw as bars, by row and column, where a table has one column of numbers that can be compared: 3 to 12 of them, all positive, of
 * one unit and not all the same. Numbers are read as the article's language writes them (`language`; null: not known); what can be read in
 * two ways is no bar. The first column names the rows. A total is no part of what it sums up.
 */
export function barsOf({ rows, total, header }: ArticleTable, language: string | null): (number | null)[][] {
  const body = total ? rows.slice(0, -1) : rows;
  const text = (cell: readonly Run[] | undefined): string => plainText(cell ?? []);
  const columns = header.map((_, c) =>
    c === 0
      ? null
      : readColumn(
          body.map((row) => text(row[c])),
          language,
        ),
  );
  const numeric = columns.flatMap((column, c) => (column && column.kind !== 'label' ? [{ ...column, c }] : []));
  const [only] = numeric;
  const values = only?.values ?? [];
  const shown = values.flatMap((value) => value ?? []);
  const isDrawn =
    numeric.length === 1 &&
    only?.kind === 'measure' &&
    shown.length >= FEWEST &&
    shown.length <= MOST &&
    shown.every((value) => value > 0) &&
    new Set(shown).size > 1;
  return rows.map((row, r) => row.map((_, c) => (isDrawn && c === only.c && r < body.length ? (values[r] ?? null) : null)));
}
