import { distinct } from '../../base/distinct.ts';
import { omit } from '../../base/omit.ts';
import { isRef, type Run } from '../../base/text.ts';
import { readVagueDate, refsOfItem } from '../../article/index.ts';
import { dateText } from '../../briefing/compose/dates.ts';
import type { BlockContext, ViewPiece } from '../../briefing/piece.ts';
import { line, list, object, value, values, type SchemaNode } from '../../briefing/schema-node.ts';
import type { LineView } from '../text/types.ts';
import { itemsOutline } from './outline.ts';
import type { ArticleItem, ComparedItems, ItemColumnView, ItemEntryView, ItemsView, ListedItems } from './types.ts';

/** Entries nest, so the node is made before them. */
const entryKeys: Record<string, SchemaNode> = {
  head: line,
  text: line,
  refs: list(value),
  ...values('number', 'marked', 'owner', 'dateText', 'date'),
};
const entry = object(entryKeys);
entryKeys['entries'] = list(entry);
const column = object({ head: line, marked: value, cells: list(line), refs: list(value) });
const schema = object({
  ...values('form', 'ordered', 'lanes'),
  entries: list(entry),
  columns: list(column),
  corner: line,
  rows: list(line),
  refs: list(value),
});

/** A part of an item; its references may stand in another part, or below. */
function partOf(runs: readonly Run[], item: ArticleItem, { lines, written }: BlockContext): LineView | null {
  const covered = refsOfItem(item).length > 0;
  return runs.length === 0 ? null : lines.line(runs, { written: written(runs), covered });
}

/** A card's head is a title: the full stop that ended it in the line ends nothing here. */
function unstopped(runs: readonly Run[]): readonly Run[] {
  const last = runs.findLastIndex((run) => !isRef(run));
  return runs.map((run, index) => (index === last && !isRef(run) ? { ...run, text: run.text.replace(/(?<![.])[.。]\s*$/u, '') } : run));
}

function viewEntry(item: ArticleItem, number: number, form: ListedItems['form'], context: BlockContext): ItemEntryView {
  const isStep = form === 'steps';
  const entries = item.children.map((child, index) => viewEntry(child, (item.numbered ?? 1) + index, form, context));
  const named = form === 'cards' ? unstopped(item.head) : item.head;
  const [head, text] = [partOf(named, item, context), partOf(item.text, item, context)];
  const { language, words } = context;
  return {
    number,
    head,
    text,
    marked: item.task === 'done' || (isStep && entries.length === 0 && head !== null),
    entries,
    owner: item.owner,
    dateText: item.date === '' ? '' : dateText(readVagueDate(item.date), language, words),
    date: item.date,
    refs: distinct([...(head?.refs ?? []), ...(text?.refs ?? []), ...entries.flatMap(({ refs }) => refs)]),
  };
}

function viewListed({ form, ordered, start = 1, items }: ListedItems, context: BlockContext): ItemsView {
  const lanes = form === 'steps' && items.some(({ children }) => children.length > 0);
  const entries = items.map((item, index) => viewEntry(item, start + index, form, context));
  const refs = distinct(entries.flatMap((one) => one.refs));
  return { form, ordered, lanes, entries, columns: [], corner: null, rows: [], refs };
}

const isBold = (runs: readonly Run[]): boolean => runs.some((run) => !isRef(run)) && runs.every((run) => isRef(run) || run.bold === true);

function plain(runs: readonly Run[]): readonly Run[] {
  if (!isBold(runs)) return runs;
  return runs.map((run): Run => (isRef(run) ? run : omit(run, 'bold')));
}

function viewCompared({ header, rows }: ComparedItems, { lines }: BlockContext): ItemsView {
  const lineOf = (runs: readonly Run[]): LineView => lines.line(runs, { covered: true });
  const [corner = [], ...heads] = header;
  const columns = heads.map((runs, index): ItemColumnView => {
    const head = lineOf(plain(runs));
    return { head, marked: isBold(runs), cells: rows.map((row) => lineOf(row[index + 1] ?? [])), refs: head.refs };
  });
  const names = rows.map(([name = []]) => lineOf(name));
  const all = [...names, ...columns.flatMap(({ head, cells }) => [head, ...cells])];
  return {
    form: 'compare',
    ordered: false,
    lanes: false,
    entries: [],
    columns,
    corner: corner.length === 0 ? null : lineOf(corner),
    rows: names,
    refs: distinct(all.flatMap(({ refs }) => refs)),
  };
}

const saidOf = ({ head, text, entries }: ItemEntryView): LineView[] =>
  [head, text].flatMap((one) => one ?? []).concat(entries.flatMap(saidOf));

/** Lists are said; a comparison is seen, as a table is. */
export const itemsView: ViewPiece<'items'> = {
  empty: { items: null },
  schema: { fields: { items: schema }, lists: { itemSets: list(schema) } },
  view: (block, context) => ({ items: block.form === 'compare' ? viewCompared(block, context) : viewListed(block, context) }),
  lists: ({ items }) => ({ itemSets: items ? [items] : [] }),
  outline: itemsOutline,
  said: ({ items }) => (items?.entries ?? []).flatMap(saidOf),
};
