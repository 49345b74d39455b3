import type { ColorUse, Frame } from '../../../template/theme/types.ts';
import { startOf } from './frames.ts';
import type { LegendEntry } from './types.ts';
import { placed, type SetWords, type Typist } from './typist.ts';

/** Shares of the type size: a swatch's side, the space behind it, between columns and between rows. */
const SWATCH = 0.75;
const SWATCH_GAP = 0.45;
const COLUMN_GAP = 1.6;
const ROW_GAP = 0.35;

export interface LegendName {
  readonly name: string;
  /** What is written: the name, or the name with its number. */
  readonly shown: string;
  readonly color: ColorUse;
}

/** A legend's entries in rows and columns, before it has a place. */
export interface SetLegend {
  readonly rows: readonly (readonly { readonly color: ColorUse; readonly words: SetWords; readonly x: number }[])[];
  readonly width: number;
  readonly height: number;
  /** Names that it had no room for. */
  readonly left: readonly string[];
}

type Row = SetLegend['rows'][number];

function keyWidth(t: Typist): number {
  return t.size * (SWATCH + SWATCH_GAP);
}

function rowHeight(t: Typist, row: Row): number {
  return Math.max(t.line, ...row.map(({ words }) => words.height));
}

function finish(t: Typist, rows: readonly Row[], left: readonly string[] = []): SetLegend {
  const gaps = Math.max(0, rows.length - 1) * t.size * ROW_GAP;
  return {
    rows,
    width: Math.max(0, ...rows.flat().map(({ x, words }) => x + keyWidth(t) + words.width)),
    height: rows.reduce((sum, row) => sum + rowHeight(t, row), gaps),
    left,
  };
}

/** All entries behind each other in one row; null where they are wider. */
function oneRow(t: Typist, names: readonly LegendName[], width: number): SetLegend | null {
  let x = 0;
  const row = names.map(({ shown, color }) => {
    const words = t.set(shown, Number.MAX_SAFE_INTEGER);
    const entry = { color, words, x };
    x += keyWidth(t) + words.width + t.size * COLUMN_GAP;
    return entry;
  });
  return x - t.size * COLUMN_GAP <= width ? finish(t, [row]) : null;
}

/** Entries in columns of one width, as wide as they may be, row by row. Null where a word is wider than its column. */
function inColumns(t: Typist, names: readonly LegendName[], width: number, columns: number): SetLegend | null {
  const room = (width - (columns - 1) * t.size * COLUMN_GAP) / columns - keyWidth(t);
  if (room <= 0) return null;
  const all = names.map(({ shown, color }) => ({ color, words: t.set(shown, room) }));
  if (all.some(({ words }) => !words.isWhole)) return null;
  const widths = Array.from({ length: columns }, (_, c) =>
    Math.max(0, ...all.filter((_e, i) => i % columns === c).map(({ words }) => words.width)),
  );
  const starts = widths.map((_, c) => widths.slice(0, c).reduce((sum, w) => sum + w + keyWidth(t) + t.size * COLUMN_GAP, 0));
  const rows = Array.from({ length: Math.ceil(all.length / columns) }, (_, r) =>
    all.slice(r * columns, (r + 1) * columns).map((entry, c) => ({ ...entry, x: starts[c] ?? 0 })),
  );
  return finish(t, rows);
}

/** Where no arrangement holds all names whole: as many as stand in one column; the others are left. */
export function partialLegend(t: Typist, names: readonly LegendName[], width: number, height: number): SetLegend {
  const rows: Row[] = [];
  const left: string[] = [];
  for (const { name, shown, color } of names) {
    const words = t.set(shown, Math.max(1, width - keyWidth(t)));
    const more = [...rows, [{ color, words, x: 0 }]];
    if (words.isWhole && finish(t, more).height <= height) rows.push([{ color, words, x: 0 }]);
    else left.push(name);
  }
  return finish(t, rows, left);
}

/** What a further line of a name costs against a further row of names, as a share of a line. */
const WRAPPED = 0.4;

/** Height, and something more for names in several lines: a row that can be read along is worth a little height. */
function cost(t: Typist, set: SetLegend): number {
  const lines = Math.max(1, ...set.rows.flat().map(({ words }) => words.lines.length));
  return set.height + (lines - 1) * WRAPPED * t.line;
}

/** Entries above the plot: one row where they stand in it, else in the columns that take the least; the fewest of equal ones. Null: higher than `height`. */
export function legendAcross(t: Typist, names: readonly LegendName[], width: number, height: number): SetLegend | null {
  const row = oneRow(t, names, width);
  const all = row ? [row] : names.map((_, i) => inColumns(t, names, width, i + 1));
  const fitting = all.filter((set) => set !== null && set.height <= height && set.width <= width);
  return fitting.reduce<SetLegend | null>((best, set) => (set && (!best || cost(t, set) < cost(t, best) - 0.01) ? set : best), null);
}

/** Entries beside the plot: in the fewest columns that stand in the height. Null where none do. */
export function legendBeside(t: Typist, names: readonly LegendName[], width: number, height: number): SetLegend | null {
  for (let columns = 1; columns <= names.length; columns += 1) {
    const set = inColumns(t, names, width, columns);
    if (set && set.height <= height && set.width <= width) return set;
  }
  return null;
}

/** A legend from the start edge and the top of `frame`, or in the middle of its height. */
export function placeLegend(t: Typist, set: SetLegend, frame: Frame, anchor: 'top' | 'middle'): LegendEntry[] {
  const swatch = t.size * SWATCH;
  const start = startOf(frame, t.isRtl);
  let y = frame.y + (anchor === 'middle' ? Math.max(0, (frame.height - set.height) / 2) : 0);
  return set.rows.flatMap((row) => {
    const top = y;
    y += rowHeight(t, row) + t.size * ROW_GAP;
    return row.map(({ color, words, x }): LegendEntry => {
      const at = t.isRtl ? start - x - swatch : start + x;
      const from = t.isRtl ? start - x - keyWidth(t) : start + x + keyWidth(t);
      const label = placed(words, { x: from, top, align: t.isRtl ? 'right' : 'left' }, t.color);
      // The swatch stands on the first line's middle, between baseline and capitals' top.
      const middle = top + words.ascent - t.size * 0.33;
      return { swatch: { x: at, y: middle - swatch / 2, width: swatch, height: swatch }, color, label };
    });
  });
}
