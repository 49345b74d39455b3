import { problem, type Place, type Problem } from '../../../base/errors.ts';
import type { TableBox, TableRow } from '../../../layout/types.ts';

function problemOf({ alt }: TableBox, note: NonNullable<TableRow['note']>, place: Place): Problem {
  switch (note) {
    case 'continued':
      return problem('layout/row-continued', {
        message: `a row of the table “${alt}” is taller than its region holds, so it goes on on this slide`,
        place,
        hint: 'Write its cells shorter, divide it into rows, or send the table to a larger region.',
      });
    case 'heading':
      return problem('layout/heading-not-repeated', {
        message: `the headings of the table “${alt}” are too tall for their region to stand above each of its parts, so they are its first row`,
        place,
        hint: 'Write shorter headings, or send the table to a larger region.',
      });
  }
}

/** What a table's rows became that its author did not write. */
export function tableProblems(box: TableBox, place: Place): Problem[] {
  return box.rows.flatMap(({ note }) => (note ? [problemOf(box, note, place)] : []));
}
