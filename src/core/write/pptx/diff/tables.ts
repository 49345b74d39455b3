import type { ContentBox } from '../read/types.ts';
import { align, LEAST_ALIKE, type Aligned } from './align.ts';
import type { CellChange } from './types.ts';
import type { Unit } from './side.ts';
import type { WordReader } from './words.ts';

/** A table as a whole: its first row are the columns' headings, its first column the rows'. */
type Grid = readonly (readonly string[])[];

const gridOf = ({ rows }: ContentBox): Grid => rows.map(({ cells }) => cells.map(({ text }) => text));
const sameList = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((text, i) => text === b[i]);
const firstColumn = (grid: Grid): string[] => grid.map(([cell]) => cell ?? '');

/** A table divided by rows repeats its headings on each part, one divided by columns its first column. */
function joinedWith(known: Grid, part: Grid): Grid | null {
  const [headings, ...rows] = part;
  if (headings && sameList(known[0] ?? [], headings)) return [...known, ...rows];
  if (sameList(firstColumn(known), firstColumn(part))) return known.map((row, i) => [...row, ...(part[i] ?? []).slice(1)]);
  return null;
}

/** The tables of a unit, those that were divided as one. */
export function tablesOf({ slides }: Unit): Grid[] {
  const parts = slides.map(({ content }) => content.boxes.filter(({ kind }) => kind === 'table').map(gridOf));
  const found: Grid[] = [];
  parts.forEach((grids, part) => {
    for (const grid of grids) {
      const last = found.at(-1);
      const whole = part > 0 && last ? joinedWith(last, grid) : null;
      if (whole) found[found.length - 1] = whole;
      else found.push(grid);
    }
  });
  return found;
}

/** Share of the cells of two rows that say the same, their headings too. */
function likeness(a: readonly string[], b: readonly string[]): number {
  const most = Math.max(a.length, b.length);
  return most === 0 ? 0 : a.filter((text, i) => text === b[i]).length / most;
}

const column = (grid: Grid, at: number): string[] => grid.map((row) => row[at] ?? '');

/** In what cells two units differ. */
export function cellChanges(from: Unit, to: Unit, reader: WordReader): CellChange[] {
  const [then, now] = [tablesOf(from), tablesOf(to)];
  const key = (grid: Grid): string => JSON.stringify(grid);
  const said = (grid: Grid | undefined): string[] => (grid ?? []).flat();
  const shared = (i: number, j: number): number => {
    const [a, b] = [said(then[i]), said(now[j])];
    const held = new Set(b);
    // Of two tables at one place, one became the other, however little they share.
    return Math.max(i === j ? LEAST_ALIKE : 0, a.filter((text) => held.has(text)).length / Math.max(1, a.length, b.length));
  };
  return align(then.map(key), now.map(key), shared).flatMap((pair) =>
    gridChanges(then[pair.from ?? -1] ?? [], now[pair.to ?? -1] ?? [], reader),
  );
}

function gridChanges(then: Grid, now: Grid, reader: WordReader): CellChange[] {
  if (JSON.stringify(then) === JSON.stringify(now)) return [];
  const columns = align(then[0] ?? [], now[0] ?? [], (i, j) =>
    Math.max(likeness(column(then, i), column(now, j)), reader.likeness(then[0]?.[i] ?? '', now[0]?.[j] ?? '')),
  );
  const isBoth = ({ from, to }: Aligned): boolean => from !== null && to !== null;
  const shared = columns.filter(isBoth);
  const rowLikeness = (i: number, j: number): number => {
    const cells = (grid: Grid, row: number, side: 'from' | 'to'): string[] => shared.map((pair) => grid[row]?.[pair[side] ?? -1] ?? '');
    const own = likeness(cells(then, i, 'from'), cells(now, j, 'to'));
    return Math.max(own, reader.likeness(then[i]?.[0] ?? '', now[j]?.[0] ?? ''));
  };
  // The headings are one row on both sides whatever they say.
  const rows = align(firstColumn(then).slice(1), firstColumn(now).slice(1), (i, j) => rowLikeness(i + 1, j + 1)).map(
    ({ from, to, moved }): Aligned => ({ from: from === null ? null : from + 1, to: to === null ? null : to + 1, moved }),
  );
  const headings: Aligned[] = then.length > 0 && now.length > 0 ? [{ from: 0, to: 0, moved: false }] : [];
  const heading = (grid: Grid, at: number | null): string | null => (at === null ? null : (grid[0]?.[at] ?? null));
  const change = (row: string | null, name: string | null, from: string | null, to: string | null): CellChange[] => {
    const [old, text] = [from === '' ? null : from, to === '' ? null : to];
    if (old === text) return [];
    return [{ kind: 'cells', row, column: name, from: old, to: text, ...reader.compare(old, text) }];
  };
  const whole = (cells: readonly (string | undefined)[]): string => cells.map((text) => text ?? '').join(' | ');
  return [
    ...columns
      .filter((pair) => !isBoth(pair))
      .flatMap(({ from, to }) =>
        change(
          null,
          heading(then, from) ?? heading(now, to),
          from === null ? null : whole(column(then, from).slice(1)),
          to === null ? null : whole(column(now, to).slice(1)),
        ),
      ),
    ...[...headings, ...rows].flatMap(({ from, to }) => {
      const [old, row] = [from === null ? null : (then[from] ?? []), to === null ? null : (now[to] ?? [])];
      if (old === null || row === null) return change((row ?? old)?.[0] ?? null, null, old && whole(old), row && whole(row));
      return shared.flatMap((pair) =>
        change(row[0] ?? null, heading(now, pair.to), old[pair.from ?? -1] ?? null, row[pair.to ?? -1] ?? null),
      );
    }),
  ];
}
