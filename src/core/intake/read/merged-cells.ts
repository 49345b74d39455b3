import { problem, type Problem } from '../../base/errors.ts';

/** Cells that reach over several columns or rows: their words stand in the first, the others are empty. */
export function mergedCells(name: string, count: number): Problem {
  return problem('intake/merged-cells', {
    message: 'Merged cells of tables were taken apart: their words stand in the first of them alone.',
    place: { file: name },
    received: `${count}`,
    hint: 'Compare the table with the original before you use its numbers.',
  });
}
