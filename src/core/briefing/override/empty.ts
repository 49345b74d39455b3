import type { Overrides } from '../types.ts';

const says = (value: unknown): boolean =>
  value !== null && value !== undefined && !(typeof value === 'object' && Object.keys(value).length === 0);

type Said<T> = { [K in keyof T]?: NonNullable<T[K]> };

/** Without what says nothing: null, empty lists and empty maps. */
export function given<T extends object>(fields: T): Said<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => says(value))) as Said<T>;
}

/** Whether overrides say nothing; hashes alone do not. */
export function isEmpty(overrides: Overrides): boolean {
  return !Object.entries(overrides).some(([field, value]) => field !== 'hashes' && says(value));
}

/** The same overrides with every text of theirs as `change` makes it. */
export function withTexts(overrides: Overrides, change: (text: string) => string): Overrides {
  const orNull = (text: string | null): string | null => (text === null ? null : change(text));
  const said = (text: string | number): string | number => (typeof text === 'string' ? change(text) : text);
  const { headline, summary, points, notes, lines, added } = overrides;
  return {
    ...overrides,
    ...{ headline: orNull(headline), summary: orNull(summary), notes: orNull(notes) },
    points: points.map((point) => ({ ...point, text: change(point.text) })),
    ...(lines && { lines: lines.map((line) => ({ ...line, text: said(line.text) })) }),
    ...(added && {
      added: added.map(({ text, cells, ...place }) => ({
        ...place,
        ...(text !== undefined && { text: change(text) }),
        ...(cells && { cells: cells.map(said) }),
      })),
    }),
  };
}
