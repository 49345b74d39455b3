import type { Table, TableRow } from 'mdast';
import type { ArticlePiece } from '../../article/piece.ts';
import type { Context } from '../../article/read/context.ts';
import { withTable } from '../../article/read/directive-parts.ts';
import { readRuns, readWords } from '../../article/read/inline.ts';
import { cell, goodRows, hasColumns, reportEmpty } from '../../article/read/rows.ts';
import { directive, table } from '../../article/write/nodes.ts';
import { isRef, plainText, refRuns, refsOf, textRuns } from '../../base/text.ts';
import type { FiguresBlock } from './types.ts';

/** Whether a row's value is bold as a whole. */
function isBold(row: TableRow, context: Context): boolean {
  const words = readRuns(cell(row, 0), context).filter((run) => !isRef(run) && run.text.trim() !== '');
  return words.length > 0 && words.every((run) => !isRef(run) && run.bold === true);
}

/** `| Value | Unit | Label |`; the row of a bold value leads. */
function readFigures(table: Table, context: Context): FiguresBlock | null {
  if (!hasColumns(table, ['Value', 'Unit', 'Label'], context)) return null;
  const figures = goodRows(table, 3, context).flatMap((row) => {
    const value = readWords(cell(row, 0), context);
    const unit = readWords(cell(row, 1), context);
    const runs = readRuns(cell(row, 2), context);
    if (value.text === '') reportEmpty(row, 'value', context);
    if (runs.length === 0) reportEmpty(row, 'label', context);
    const refs = refRuns([...value.refs, ...unit.refs], [...value.notes, ...unit.notes]);
    return [{ value: value.text, unit: unit.text, label: [...runs, ...refs], ...(isBold(row, context) && { lead: true as const }) }];
  });
  return { kind: 'figures', figures };
}

export const figuresPiece: ArticlePiece<FiguresBlock> = {
  directive: {
    name: 'figures',
    attributes: [],
    example: ':::figures',
    read: (node, context) => withTable(node, context, (found) => readFigures(found, context)),
  },
  toNode: ({ figures }) => {
    const rows = figures.map(({ value, unit, label, lead }) => [
      lead ? [{ text: value, bold: true as const }] : textRuns(value),
      textRuns(unit),
      label,
    ]);
    return directive('figures', {}, [table([['Value', 'Unit', 'Label'].map(textRuns), ...rows], ['start', 'start', 'start'])]);
  },
  lines: ({ figures }) => figures.flatMap(({ value, unit, label }) => [value, unit, plainText(label)]),
  statements: ({ figures }) =>
    figures.map(({ value, unit, label }) => ({ kind: 'words', text: `${value} ${unit} ${plainText(label)}`, refs: refsOf(label) })),
  gist: ({ figures }) => figures.map(({ label }) => plainText(label)).join('\n'),
  refs: ({ figures }) => figures.flatMap(({ label }) => refsOf(label)),
};
