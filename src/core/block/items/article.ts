import type { RootContent, Table } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import { leadIn, withLeadIn } from '../../article/lead-in.ts';
import { AS_IT_STANDS, statement, type ArticlePiece, type Directive } from '../../article/piece.ts';
import type { Statement } from '../../article/statement-types.ts';
import { placeOf, report, type Context } from '../../article/read/context.ts';
import { isLabel } from '../../article/read/directive-parts.ts';
import { readRuns } from '../../article/read/inline.ts';
import { readPoints } from '../../article/read/points.ts';
import { goodRows } from '../../article/read/rows.ts';
import { tidyRuns } from '../../article/runs.ts';
import { directive, table } from '../../article/write/nodes.ts';
import { list } from '../../article/write/points.ts';
import { isIsoDate } from '../../article/dates.ts';
import { distinct } from '../../base/distinct.ts';
import { isRef, plainText, refsOf, type Run } from '../../base/text.ts';
import type { Point, PointsBlock } from '../text/types.ts';
import type { ArticleItem, ComparedItems, ItemsBlock, ListedItems } from './types.ts';

type ListForm = ListedItems['form'];

/** How many of each are shown as what they are; fewer or more are a list. */
const COUNTS: Readonly<Record<ListForm, readonly [number, number]>> = { cards: [2, 5], steps: [2, 8], decisions: [1, 9] };
const LANES = [1, 4] as const;
const COLUMNS = [2, 3] as const;
const ROWS = [1, 12] as const;

/** `— Clerk, 2025-05-31` at a line's end: behind its only dash between spaces, or with a date. */
const OWNER = /(?:^|\s)[—–]\s+((?:(?!\s[—–]\s)[^\n])+)$/u;
const DATED = /^(?:(.*\S)\s*[,،，、]\s*|)(~?\s?\d{4}(?:-\d{2}(?:-\d{2})?)?)$/u;
const LONGEST_OWNER = 48;

interface Owned {
  readonly text: readonly Run[];
  readonly owner: string;
  readonly date: string;
}

/** Who does it and when, off the end of the words of a decision; references behind them stay with the words. */
function owned(text: readonly Run[]): Owned {
  const none = { text, owner: '', date: '' };
  const at = text.findLastIndex((run) => !isRef(run));
  const last = text[at];
  if (!last || isRef(last) || Object.keys(last).length > 1) return none;
  const found = OWNER.exec(last.text);
  const tail = found?.[1]?.trim() ?? '';
  if (!found || tail === '') return none;
  const [, owner = '', date = ''] = DATED.exec(tail) ?? [undefined, tail, ''];
  const isDate = date !== '' && isIsoDate(date.replace(/^~\s?/, ''));
  const before = last.text.slice(0, found.index);
  const isOnly = !/\s[—–]\s/u.test(plainText([...text.slice(0, at), { text: before }, { text: '.' }]));
  if (!isDate && (!isOnly || tail.length > LONGEST_OWNER)) return none;
  const words = tidyRuns([...text.slice(0, at), { text: before }, ...text.slice(at + 1)]);
  return { text: words, owner: isDate ? owner : tail, date: isDate ? date : '' };
}

/** The words of a line with who does it and when behind them. */
function withOwner({ text, owner, date }: Owned): readonly Run[] {
  const tail = [owner, date].filter(Boolean).join(', ');
  return tail === '' ? text : tidyRuns([...text, { text: text.length === 0 ? `— ${tail}` : ` — ${tail}` }]);
}

/** A line of a list as the parts that it has in this form. `isStep`: of a lane. */
export function itemOf(form: ListForm, runs: readonly Run[], isNested = false): Pick<ArticleItem, 'head' | 'text' | 'owner' | 'date'> {
  const { head, text } = isNested && form !== 'steps' ? { head: [], text: tidyRuns(runs) } : leadIn(runs);
  return { head, ...(form === 'decisions' && !isNested ? owned(text) : { text, owner: '', date: '' }) };
}

function fromPoint(form: ListForm, { runs, task, children, numbered }: Point, isNested = false): ArticleItem {
  return {
    ...itemOf(form, runs, isNested),
    ...(task && { task }),
    children: children.map((child) => fromPoint(form, child, true)),
    ...(numbered !== undefined && { numbered }),
  };
}

function toPoint({ head, text, owner, date, task, children, numbered }: ArticleItem): Point {
  return {
    runs: withLeadIn({ head, text: withOwner({ text, owner, date }) }),
    ...(task && { task }),
    children: children.map(toPoint),
    ...(numbered !== undefined && { numbered }),
  };
}

const within = (count: number, [least, most]: readonly [number, number]): boolean => count >= least && count <= most;
const range = ([least, most]: readonly [number, number], what: string): string => `${least} to ${most} ${what}`;

interface Misfit {
  readonly message: string;
  readonly received: string;
  readonly allowed: string;
}

/** What a list lacks of what its directive says that it is; null: nothing. */
function listMisfit(form: ListForm, { items }: PointsBlock): Misfit | null {
  const deep = items.some(({ children }) => children.some((child) => child.children.length > 0));
  if (deep) return { message: `:::${form} is nested too deep`, received: '3 levels', allowed: 'a list and one below each of its items' };
  const below = items.map(({ children }) => children.length);
  if (form !== 'steps' || below.every((count) => count === 0)) {
    const counts = COUNTS[form];
    if (within(items.length, counts)) return null;
    return {
      message: `:::${form} has too ${items.length < counts[0] ? 'few' : 'many'} items`,
      received: String(items.length),
      allowed: range(counts, 'items'),
    };
  }
  if (below.includes(0))
    return {
      message: 'some lanes of :::steps have no steps',
      received: `${below.filter((count) => count === 0).length} of ${items.length}`,
      allowed: 'steps below each',
    };
  if (!within(items.length, LANES))
    return { message: ':::steps has too many lanes', received: String(items.length), allowed: range(LANES, 'lanes') };
  const wrong = below.find((count) => !within(count, COUNTS.steps));
  if (wrong === undefined) return null;
  return { message: 'a lane of :::steps has too few or too many steps', received: String(wrong), allowed: range(COUNTS.steps, 'steps') };
}

function misfit(node: ContainerDirective, details: Misfit, shownAs: string, context: Context): void {
  report(context, 'article/items', node, {
    ...details,
    message: `${details.message}, so it is shown as ${shownAs}`,
    hint: `Mend it, or take the lines “:::${node.name}” and “:::” out.`,
  });
}

/** The one node of this type that a directive holds; null, said, where it holds anything else. */
function only<T extends RootContent['type']>(
  node: ContainerDirective,
  type: T,
  context: Context,
): Extract<RootContent, { type: T }> | null {
  const content = node.children.filter((child) => !isLabel(child));
  const [first, ...more] = content;
  if (first?.type === type && more.length === 0) return first as Extract<RootContent, { type: T }>;
  const received = content.map((child) => `${child.type} in line ${placeOf(context, child).line ?? 0}`).join(', ') || 'nothing';
  misfit(node, { message: `:::${node.name} does not hold one ${type} alone`, received, allowed: `one ${type}` }, 'what it holds', context);
  return null;
}

function listed(form: ListForm, example: string): Directive<ItemsBlock> {
  return {
    name: form,
    attributes: [],
    example,
    read: (node, context) => {
      const found = only(node, 'list', context);
      if (!found) return AS_IT_STANDS;
      const points = readPoints(found, context);
      const wrong = points && listMisfit(form, points);
      if (wrong) misfit(node, wrong, 'a plain list', context);
      if (!points || wrong) return points;
      const { ordered, start, items } = points;
      return { kind: 'items', form, ordered, ...(start !== undefined && { start }), items: items.map((item) => fromPoint(form, item)) };
    },
  };
}

function readComparison(found: Table, context: Context): ComparedItems {
  const header = (found.children[0]?.children ?? []).map(({ children }) => readRuns(children, context));
  const rows = goodRows(found, header.length, context).map((row) => row.children.map(({ children }) => readRuns(children, context)));
  return { kind: 'items', form: 'compare', header, rows };
}

const compared: Directive<ItemsBlock> = {
  name: 'compare',
  attributes: [],
  example: ':::compare',
  read: (node, context) => {
    const found = only(node, 'table', context);
    if (!found) return AS_IT_STANDS;
    const columns = (found.children[0]?.children.length ?? 0) - 1;
    const rows = found.children.length - 1;
    const wrong = !within(columns, COLUMNS)
      ? {
          message: ':::compare has too few or too many columns',
          received: String(columns),
          allowed: `the rows’ names and ${range(COLUMNS, 'columns')}`,
        }
      : within(rows, ROWS)
        ? null
        : { message: ':::compare has too few or too many rows', received: String(rows), allowed: range(ROWS, 'rows') };
    if (!wrong) return readComparison(found, context);
    misfit(node, wrong, 'a plain table', context);
    return AS_IT_STANDS;
  },
};

const itemRuns = ({ head, text, children }: ArticleItem): (readonly Run[])[] => [[...head, ...text], ...children.flatMap(itemRuns)];

/** An item's references and those below it, each once. */
export const refsOfItem = (item: ArticleItem): number[] => distinct(itemRuns(item).flatMap(refsOf));

const itemLines = ({ head, text, owner, date, children }: ArticleItem): string[] => [
  plainText(head),
  plainText(text),
  owner,
  date,
  ...children.flatMap(itemLines),
];

/** Head and words are two sentences that rest on the references of either. */
const itemStatements = ({ head, text, children }: ArticleItem): Statement[] => [
  { kind: 'words', text: [plainText(head), plainText(text)].filter(Boolean).join('; '), refs: refsOf([...head, ...text]) },
  ...children.flatMap(itemStatements),
];

/** A cell rests on its own references, or else on all of its row's. */
function rowStatements(cells: readonly (readonly Run[])[]): Statement[] {
  const all = distinct(cells.flatMap((runs) => refsOf(runs)));
  return cells.map((runs) => {
    const { text, refs } = statement(runs);
    return { kind: 'words', text, refs: refs.length > 0 ? refs : all };
  });
}

export const itemsPiece: ArticlePiece<ItemsBlock> = {
  directive: [listed('cards', ':::cards'), compared, listed('steps', ':::steps'), listed('decisions', ':::decisions')],
  toNode: (block) =>
    block.form === 'compare'
      ? directive('compare', {}, [
          table(
            [block.header, ...block.rows],
            block.header.map(() => 'start'),
          ),
        ])
      : directive(block.form, {}, [list(block.items.map(toPoint), block.ordered ? (block.start ?? 1) : undefined)]),
  lines: (block) =>
    block.form === 'compare' ? [block.header, ...block.rows].flatMap((cells) => cells.map(plainText)) : block.items.flatMap(itemLines),
  gist: (block) =>
    block.form === 'compare'
      ? block.header.map(plainText).join(' | ')
      : block.items.map(({ head, text }) => plainText(head.length > 0 ? head : text)).join('\n'),
  refs: (block) => (block.form === 'compare' ? [block.header, ...block.rows].flat().flatMap(refsOf) : block.items.flatMap(refsOfItem)),
  statements: (block) => (block.form === 'compare' ? block.rows.flatMap(rowStatements) : block.items.flatMap(itemStatements)),
};
