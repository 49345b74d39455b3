import type { BlockContent, Paragraph, PhrasingContent, Table, TableCell } from 'mdast';
import type { Run } from '../../base/text.ts';
import { attributeValue } from '../syntax/index.ts';
import type { Alignment } from '../types.ts';
import { toPhrasing } from './inline.ts';

/** Markdown's syntax tree, as the kinds of block are written. */
export const text = (value: string): PhrasingContent => ({ type: 'text', value });

export function paragraph(runs: readonly Run[]): Paragraph {
  return { type: 'paragraph', children: toPhrasing(runs) };
}

const cell = (runs: readonly Run[]): TableCell => ({ type: 'tableCell', children: toPhrasing(runs, 'line') });
const ALIGN: Readonly<Record<Alignment, 'center' | 'right' | null>> = { start: null, center: 'center', end: 'right' };

export function table(rows: readonly (readonly (readonly Run[])[])[], align: readonly Alignment[]): Table {
  return {
    type: 'table',
    align: align.map((side) => ALIGN[side]),
    children: rows.map((cells) => ({ type: 'tableRow', children: cells.map(cell) })),
  };
}

export function directive(name: string, attributes: Readonly<Record<string, string | null>>, children: BlockContent[]): BlockContent {
  const safe = Object.entries(attributes).map(([key, value]) => [key, value === null ? null : attributeValue(value)] as const);
  return { type: 'containerDirective', name, attributes: Object.fromEntries(safe), children };
}
