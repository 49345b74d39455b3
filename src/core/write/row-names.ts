import { runsText } from '../layout/index.ts';
import type { TableBox } from '../layout/types.ts';

/**
 * Whether a table's first column names its rows, as a head column of names or years does: every row has words there, and no two the same.
 * Then its cells are heads of their rows in both files, so that a screen reader says them before each value.
 */
export function namesRows({ rows, columns }: Pick<TableBox, 'rows' | 'columns'>): boolean {
  const firsts = rows.filter(({ kind }) => kind === 'body').map(({ cells: [first] }) => wordsOf(first?.paragraphs ?? []));
  return columns.length > 1 && firsts.length > 0 && !firsts.includes('') && new Set(firsts).size === firsts.length;
}

function wordsOf(paragraphs: TableBox['rows'][number]['cells'][number]['paragraphs']): string {
  return paragraphs
    .map(({ runs }) => runsText(runs))
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
}
