import type { Table } from 'mdast';
import { readVagueDate } from '../../article/dates.ts';
import { statement, type ArticlePiece } from '../../article/piece.ts';
import type { Context } from '../../article/read/context.ts';
import { withTable } from '../../article/read/directive-parts.ts';
import { readRuns, readWords } from '../../article/read/inline.ts';
import { cell, goodRows, hasColumns, reportEmpty } from '../../article/read/rows.ts';
import { reportDates, type WrittenDate } from '../../article/read/date-problems.ts';
import { directive, table } from '../../article/write/nodes.ts';
import { plainText, refRuns, refsOf, textRuns } from '../../base/text.ts';
import type { EventsBlock } from './types.ts';

/** `| Date | Event |`. */
function readTimeline(table: Table, context: Context): EventsBlock | null {
  if (!hasColumns(table, ['Date', 'Event'], context)) return null;
  const dates: WrittenDate[] = [];
  const events = goodRows(table, 2, context).flatMap((row) => {
    const date = readWords(cell(row, 0), context);
    const runs = readRuns(cell(row, 1), context);
    if (date.text === '') reportEmpty(row, 'date', context);
    dates.push({ text: date.text, node: row });
    if (runs.length === 0) reportEmpty(row, 'event', context);
    return [{ date: readVagueDate(date.text), runs: [...runs, ...refRuns(date.refs, date.notes)] }];
  });
  reportDates(dates, context);
  return { kind: 'timeline', events };
}

export const timelinePiece: ArticlePiece<EventsBlock> = {
  directive: {
    name: 'timeline',
    attributes: [],
    example: ':::timeline',
    read: (node, context) => withTable(node, context, (found) => readTimeline(found, context)),
  },
  toNode: ({ events }) => {
    const rows = events.map(({ date, runs }) => [textRuns(date.text), runs]);
    return directive('timeline', {}, [table([[textRuns('Date'), textRuns('Event')], ...rows], ['start', 'start'])]);
  },
  lines: ({ events }) => events.flatMap(({ date, runs }) => [date.text, plainText(runs)]),
  gist: ({ events }) => events.map(({ runs }) => plainText(runs)).join('\n'),
  refs: ({ events }) => events.flatMap(({ runs }) => refsOf(runs)),
  statements: ({ events }) =>
    events.flatMap(({ date, runs }) => [
      ...(date.iso === null ? [] : [{ kind: 'date' as const, text: date.text, refs: refsOf(runs) }]),
      statement(runs),
    ]),
};
