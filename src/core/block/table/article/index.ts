import type { Table, TableRow } from 'mdast';
import { statement, type ArticlePiece } from '../../../article/piece.ts';
import type { Statement } from '../../../article/statement-types.ts';
import { report, type Context } from '../../../article/read/context.ts';
import { attribute, withTable } from '../../../article/read/directive-parts.ts';
import { readRuns } from '../../../article/read/inline.ts';
import { goodRows } from '../../../article/read/rows.ts';
import { directive, table } from '../../../article/write/nodes.ts';
import { plainText, refsOf, type Run } from '../../../base/text.ts';
import { areAllMarked } from './marks.ts';
import type { Alignment, ArticleTable } from '../types.ts';

export { markedRows } from './marks.ts';

const ALIGNMENTS: Readonly<Record<string, Alignment>> = { left: 'start', center: 'center', right: 'end' };

export function readTable(table: Table, look: { title: string | null; total: boolean }, context: Context): ArticleTable {
  const [header, ...rest] = table.children;
  const columns = header?.children.length ?? 0;
  const runsOf = (row: TableRow): ArticleTable['header'] => row.children.map(({ children }) => readRuns(children, context));
  const rows = rest.length === 0 ? [] : goodRows(table, columns, context).map(runsOf);
  if (areAllMarked(look.total ? rows.slice(0, -1) : rows)) {
    report(context, 'article/table-marks', table, {
      message: 'every row of a table begins in bold, so none is highlighted',
      allowed: 'bold first cells in the rows that matter',
      hint: 'Take the stars away from the rows that say no more than the others.',
    });
  }
  const align = Array.from({ length: columns }, (_, index) => ALIGNMENTS[table.align?.[index] ?? 'left'] ?? 'start');
  return { kind: 'table', ...look, align, header: header ? runsOf(header) : [], rows };
}

const NUMBER_ALONE = /^[^\p{L}]*\p{Nd}[^\p{L}]*$/u;

/** A cell rests on its own references, or else on all of its row's; a total without its own is a sum that the table shows. */
function rowStatements(cells: readonly (readonly Run[])[], total: boolean): Statement[] {
  const all = [...new Set(cells.flatMap((runs) => refsOf(runs)))];
  return cells.flatMap((runs) => {
    const { text, refs } = statement(runs);
    const kind = NUMBER_ALONE.test(text) ? 'value' : 'words';
    return total && refs.length === 0 ? [] : [{ kind, text, refs: refs.length > 0 ? refs : all }];
  });
}

export const tablePiece: ArticlePiece<ArticleTable> = {
  directive: {
    name: 'table',
    attributes: ['title', 'total'],
    example: ':::table{title="Costs" total}',
    read: (node, context) => {
      const look = { title: attribute(node, 'title'), total: node.attributes?.['total'] != null };
      return withTable(node, context, (found) => readTable(found, look, context));
    },
  },
  toNode: (block) => {
    const content = table([block.header, ...block.rows], block.align);
    if (block.title === null && !block.total) return content;
    return directive('table', { title: block.title, total: block.total ? '' : null }, [content]);
  },
  lines: ({ title, header, rows }) => [title ?? '', ...header.map(plainText), ...rows.flatMap((cells) => cells.map(plainText))],
  gist: ({ title, header }) => title ?? header.map(plainText).join(' | '),
  refs: ({ header, rows }) => [header, ...rows].flat().flatMap((runs) => refsOf(runs)),
  statements: ({ rows, total }) => rows.flatMap((cells, index) => rowStatements(cells, total && index === rows.length - 1)),
};
