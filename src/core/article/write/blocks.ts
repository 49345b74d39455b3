import type { BlockContent, List, ListItem, Paragraph, PhrasingContent, Table, TableCell } from 'mdast';
import { writeNumber } from '../../numbers/index.ts';
import type { Run } from '../../base/text.ts';
import { plainText } from '../../base/text.ts';
import { writeAttribution } from '../attribution.ts';
import { writeCaption } from '../../block/image/article.ts';
import { attributeValue } from '../syntax/index.ts';
import { formatReference } from '../syntax/reference.ts';
import type { Alignment, ArticleBlock, ChartBlock, Point, QuotationBlock } from '../types.ts';
import { toPhrasing } from './inline.ts';

const text = (value: string): PhrasingContent => ({ type: 'text', value });
const reference = (refs: readonly number[]): PhrasingContent => ({ type: 'sourceReference', value: formatReference(refs) });

export function paragraph(runs: readonly Run[]): Paragraph {
  return { type: 'paragraph', children: toPhrasing(runs) };
}

function item({ runs, children }: Point): ListItem {
  return { type: 'listItem', spread: false, children: [paragraph(runs), ...(children.length > 0 ? [list(children, false)] : [])] };
}

function list(items: readonly Point[], ordered: boolean): List {
  return { type: 'list', ordered, spread: false, children: items.map(item) };
}

const cell = (runs: readonly Run[]): TableCell => ({ type: 'tableCell', children: toPhrasing(runs) });
const words = (value: string): readonly Run[] => [{ text: value }];

const ALIGN: Readonly<Record<Alignment, 'center' | 'right' | null>> = { start: null, center: 'center', end: 'right' };

function table(rows: readonly (readonly (readonly Run[])[])[], align: readonly Alignment[]): Table {
  return {
    type: 'table',
    align: align.map((side) => ALIGN[side]),
    children: rows.map((cells) => ({ type: 'tableRow', children: cells.map(cell) })),
  };
}

function directive(name: string, attributes: Readonly<Record<string, string | null>>, children: BlockContent[]): BlockContent {
  const safe = Object.entries(attributes).map(([key, value]) => [key, value === null ? null : attributeValue(value)] as const);
  return { type: 'containerDirective', name, attributes: Object.fromEntries(safe), children };
}

function chart(block: ChartBlock, language: string): BlockContent {
  const header = [words(block.categoryTitle), ...block.series.map(({ name }) => words(name))];
  const rows = block.categories.map((category, row) => [
    words(category),
    ...block.series.map(({ values }) => words(values[row] == null ? '' : writeNumber(values[row], language))),
  ]);
  const align: Alignment[] = header.map((_, column) => (column === 0 ? 'start' : 'end'));
  const refs: BlockContent[] = block.refs.length > 0 ? [{ type: 'paragraph', children: [reference(block.refs)] }] : [];
  const { type, title, unit } = block;
  return directive('chart', { type, title, unit }, [table([header, ...rows], align), ...refs]);
}

function quotation(block: QuotationBlock): BlockContent {
  const attribution = writeAttribution(block);
  const last = block.paragraphs.at(-1) ?? [];
  // A dash that begins a line of the words would be read as the attribution, but for one that comes after it.
  const needed = attribution !== '' || block.refs.length > 0 || /^[ \t]*(?:—|–|―|--)/m.test(plainText(last));
  const line = [
    ...(needed ? [text(`\n—${attribution === '' ? '' : ` ${attribution}`}`)] : []),
    ...(block.refs.length > 0 ? [text(' '), reference(block.refs)] : []),
  ];
  const paragraphs = block.paragraphs.map(paragraph);
  const spoken = paragraphs.at(-1);
  if (spoken) spoken.children.push(...line);
  return { type: 'blockquote', children: paragraphs };
}

/** A block as Markdown's syntax tree; `readBody` reads the same block from it, its numbers by the language. */
export function toNode(block: ArticleBlock, language: string): BlockContent {
  switch (block.kind) {
    case 'paragraph':
      return paragraph(block.runs);
    case 'points':
      return list(block.items, block.ordered);
    case 'quotation':
      return quotation(block);
    case 'timeline': {
      const rows = block.events.map(({ date, runs }) => [words(date.text), runs]);
      return directive('timeline', {}, [table([[words('Date'), words('Event')], ...rows], ['start', 'start'])]);
    }
    case 'figures': {
      const rows = block.figures.map(({ value, unit, label }) => [words(value), words(unit), label]);
      return directive('figures', {}, [table([['Value', 'Unit', 'Label'].map(words), ...rows], ['start', 'start', 'start'])]);
    }
    case 'chart':
      return chart(block, language);
    case 'table': {
      const content = table([block.header, ...block.rows], block.align);
      if (block.title === null && !block.total) return content;
      return directive('table', { title: block.title, total: block.total ? '' : null }, [content]);
    }
    case 'image':
      return { type: 'paragraph', children: [{ type: 'image', url: block.src, alt: block.alt, title: writeCaption(block) }] };
    case 'notes':
      return directive('notes', {}, block.paragraphs.map(paragraph));
  }
}
