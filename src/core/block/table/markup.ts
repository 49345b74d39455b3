import type { MarkupPiece } from '../../deck/piece.ts';
import { decimal } from '../../deck/attributes.ts';
import { align, inline, slot } from '../../deck/rule.ts';
import { textRuns } from '../../base/text.ts';
import type { Alignment } from '../../article/types.ts';
import type { Run } from '../../base/text.ts';
import { elementsOf } from '../../deck/inline.ts';
import { shown, type RuleKey } from '../../deck/rule.ts';
import type { Element } from '../../deck/element.ts';
import type { TableBlock } from '../../deck/types.ts';
import { nestingFault, runsOf, valueFault, type BlockContext } from '../../deck/context.ts';

/** The parts of a table, in the order they must stand, each at most once. */
type Parts = readonly [caption: RuleKey, head: RuleKey, body: RuleKey, foot: RuleKey];
const ORDER: Parts = ['caption', 'head', 'body', 'foot'];

export interface TableParts {
  readonly caption: Element | null;
  /** The header row's cells. */
  readonly header: readonly Element[];
  readonly rows: readonly { readonly cells: readonly Element[]; readonly total: boolean; readonly element: Element }[];
}

/** Reads the parts of a `<table>`; null and a fault where they are out of order, or rows have different lengths. */
export function readParts(table: Element, context: BlockContext, order: Parts = ORDER): TableParts | null {
  const [captionKey, headKey, bodyKey, footKey] = order;
  const parts = elementsOf(table);
  const places = parts.map((part) => order.indexOf(part.key));
  const faultsBefore = context.faults.length;
  if (places.some((place, i) => i > 0 && place <= (places[i - 1] ?? -1))) {
    const late = parts.find((_, i) => i > 0 && (places[i] ?? 0) <= (places[i - 1] ?? -1));
    nestingFault(context, late ?? table, {
      message: 'the parts of a table are out of order or doubled',
      allowed: 'caption, thead, tbody, tfoot, each once at most',
      hint: 'Put the parts in this order.',
    });
  }
  const part = (key: RuleKey): Element | null => parts.find((candidate) => candidate.key === key) ?? null;
  const rowsIn = (key: RuleKey): Element[] => elementsOf(part(key) ?? { ...table, children: [] });
  const heads = rowsIn(headKey);
  if (heads.length > 1)
    nestingFault(context, heads[1] ?? table, {
      message: 'a table has one header row',
      allowed: 'one <tr> in <thead>',
      hint: 'Make it one row.',
    });
  const header = heads[0] ? elementsOf(heads[0]) : [];
  const rows = [
    ...rowsIn(bodyKey).map((element) => ({ element, cells: elementsOf(element), total: false })),
    ...rowsIn(footKey).map((element) => ({ element, cells: elementsOf(element), total: true })),
  ];
  const width = header.length > 0 ? header.length : (rows[0]?.cells.length ?? 0);
  for (const { element, cells } of rows) {
    if (cells.length === width) continue;
    valueFault(context, element, {
      message: `a row of ${shown(table.rule)} is not as long as the first`,
      received: `${cells.length} cells`,
      allowed: `${width} cells`,
      hint: 'Give every row the same number of cells.',
    });
  }
  return context.faults.length > faultsBefore ? null : { caption: part(captionKey), header, rows };
}

function alignment(cell: Element | undefined): Alignment {
  const align = cell?.attributes['data-align'];
  return align === 'center' || align === 'end' ? align : 'start';
}

/** A column's alignment is its header cell's; without a header, its first row's. */
function readTable(table: Element, context: BlockContext): TableBlock | null {
  const parts = readParts(table, context);
  if (!parts) return null;
  const { header, rows } = parts;
  const first = header.length > 0 ? header : (rows[0]?.cells ?? []);
  if (first.length === 0) return null;
  const cells = (row: readonly Element[]): Run[][] => row.map((cell) => runsOf(cell, context));
  const caption = parts.caption ? runsOf(parts.caption, context) : [];
  return {
    kind: 'table',
    caption: caption.length === 0 ? null : caption,
    align: first.map(alignment),
    header: cells(header),
    rows: rows.map(({ cells: row, total }) => ({ cells: cells(row), ...barsIn(row), total })),
  };
}

/** Values of bars by column, where a cell has one. */
function barsIn(row: readonly Element[]): Pick<TableBlock['rows'][number], 'bars'> {
  const bars = row.map(({ attributes }) => attributes['data-bar'] ?? '').map((text) => (text === '' ? null : Number(text)));
  return bars.every((bar) => bar === null) ? {} : { bars };
}

export const tableMarkup: MarkupPiece<'table'> = {
  rules: {
    table: { name: 'table', attributes: slot, text: false, children: ['caption', 'head', 'body', 'foot'] },
    caption: inline('caption'),
    head: { name: 'thead', attributes: {}, text: false, children: ['headRow'] },
    body: { name: 'tbody', attributes: {}, text: false, children: ['row'] },
    foot: { name: 'tfoot', attributes: {}, text: false, children: ['row'] },
    headRow: { name: 'tr', attributes: {}, text: false, children: ['headCell'] },
    row: { name: 'tr', attributes: {}, text: false, children: ['cell', 'rowHead'] },
    headCell: inline('th', align),
    cell: inline('td', { ...align, 'data-bar': decimal }),
    rowHead: inline('th', align),
  },
  readers: { table: readTable },
  specimen: {
    layout: 'table',
    block: ({ lines }) => ({
      kind: 'table',
      caption: null,
      align: ['start', 'start', 'end'],
      header: ['What', 'Why', 'Million euros'].map(textRuns),
      rows: lines.map((line, i) => ({ cells: [textRuns(`Item ${i + 1}`), textRuns(line), textRuns((i * 7.25).toFixed(2))], total: false })),
    }),
  },
};
