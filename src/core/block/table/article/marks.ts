import { isRef, plainText, type Run } from '../../../base/text.ts';

type Cells = readonly (readonly Run[])[];

/** A row is marked by its first words being bold throughout. */
function isBold(cells: Cells): boolean {
  const first = cells.find((runs) => plainText(runs) !== '') ?? [];
  const words = first.filter((run) => !isRef(run) && run.text.trim() !== '');
  return words.length > 0 && words.every((run) => !isRef(run) && run.bold === true);
}

/** Whether every row of several is marked, so that none stands out. */
export function areAllMarked(rows: readonly Cells[]): boolean {
  return rows.length > 1 && rows.every(isBold);
}

/** Indices of the rows that are marked; none where all are, as where the first column is bold by habit. */
export function markedRows(rows: readonly Cells[]): ReadonlySet<number> {
  return new Set(rows.every(isBold) ? [] : rows.flatMap((cells, i) => (isBold(cells) ? [i] : [])));
}
