import type { BlockContent, DefinitionContent, Table } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import { cleanLine } from '../clean.ts';
import type { ArticleBlock, ChartType } from '../types.ts';
import { readChart } from '../../block/chart/article.ts';
import { placeOf, report, type Context } from './context.ts';
import { readRuns, readWords } from './inline.ts';
import { readFigures, readTable, readTimeline } from '../../block/table/article.ts';

const CHART_TYPES: readonly ChartType[] = ['bar', 'stacked-bar', 'line', 'doughnut'];

interface Directive {
  readonly attributes: readonly string[];
  readonly example: string;
  readonly read: (node: ContainerDirective, context: Context) => ArticleBlock | null;
}

const DIRECTIVES: Readonly<Record<string, Directive>> = {
  timeline: {
    attributes: [],
    example: ':::timeline',
    read: (node, context) => withTable(node, context, (table) => readTimeline(table, context)),
  },
  figures: {
    attributes: [],
    example: ':::figures',
    read: (node, context) => withTable(node, context, (table) => readFigures(table, context)),
  },
  chart: {
    attributes: ['type', 'title', 'unit'],
    example: ':::chart{type=bar title="Ships per quarter" unit="ships"}',
    read: readChartDirective,
  },
  table: {
    attributes: ['title', 'total'],
    example: ':::table{title="Costs" total}',
    read: (node, context) => {
      const look = { title: attribute(node, 'title'), total: node.attributes?.['total'] != null };
      return withTable(node, context, (table) => readTable(table, look, context));
    },
  },
  notes: { attributes: [], example: ':::notes', read: readNotes },
};

export const DIRECTIVE_NAMES = Object.keys(DIRECTIVES).map((name) => `:::${name}`);

function attribute(node: ContainerDirective, name: string): string | null {
  return cleanLine(node.attributes?.[name] ?? '') || null;
}

function isLabel(node: BlockContent | DefinitionContent): boolean {
  return node.type === 'paragraph' && node.data !== undefined && 'directiveLabel' in node.data;
}

/** The table that a directive holds, read; and the references of a paragraph of nothing else, where `tail` takes them. */
function withTable<T>(
  node: ContainerDirective,
  context: Context,
  read: (table: Table, refs: number[]) => T | null,
  tail: 'references' | 'none' = 'none',
): T | null {
  const tables = node.children.filter((child) => child.type === 'table');
  const refs: number[] = [];
  for (const child of node.children) {
    if (child.type === 'table' || isLabel(child)) continue;
    const words = child.type === 'paragraph' && tail === 'references' ? readWords(child.children, context) : null;
    if (words?.text === '') refs.push(...words.refs);
    else {
      report(context, 'article/structure', child, {
        message: `:::${node.name} holds a table${tail === 'references' ? ' and references below it' : ''} and nothing else`,
        hint: 'Move this behind the closing :::, or into the table.',
      });
    }
  }
  const [table] = tables;
  if (!table || tables.length > 1) {
    report(context, 'article/structure', node, {
      message: `:::${node.name} needs one table`,
      received: String(tables.length),
      hint: 'Write a table of the form “| … | … |” with a line “|---|---|” below its header.',
    });
  }
  return table ? read(table, refs) : null;
}

function readChartDirective(node: ContainerDirective, context: Context): ArticleBlock | null {
  const received = attribute(node, 'type');
  const type = CHART_TYPES.find((known) => known === received);
  if (!type) {
    report(context, 'article/attribute', node, {
      message: received === null ? 'a chart needs a type' : 'there is no chart of this type',
      ...(received === null ? {} : { received }),
      allowed: CHART_TYPES.join(', '),
      hint: 'Write for example :::chart{type=bar title="…"}.',
    });
  }
  const look = { type: type ?? 'bar', title: attribute(node, 'title'), unit: attribute(node, 'unit') };
  return withTable(node, context, (table, refs) => readChart(table, { ...look, refs }, context), 'references');
}

function readNotes(node: ContainerDirective, context: Context): ArticleBlock | null {
  const paragraphs = node.children.flatMap((child) => {
    if (isLabel(child)) return [];
    if (child.type === 'paragraph') return [readRuns(child.children, context)];
    report(context, 'article/block-unsupported', child, {
      message: 'notes hold paragraphs alone',
      hint: 'Write what the presenter says as sentences, with an empty line between paragraphs.',
    });
    return [];
  });
  return paragraphs.length === 0 ? null : { kind: 'notes', paragraphs };
}

/** What shows that a container was never closed: another one or a heading inside it, or no closing fence. */
function swallowed(node: ContainerDirective): string | null {
  for (const child of node.children) {
    const line = child.position?.start.line ?? 0;
    if (child.type === 'containerDirective') return `before :::${child.name} in line ${line}`;
    if (child.type === 'heading') return `before the heading in line ${line}`;
  }
  const position: unknown = node.data && 'position' in node.data ? node.data.position : null;
  return position !== null && typeof position === 'object' && 'closing' in position ? null : 'where it ends';
}

/** `:::name{attributes}` … `:::`. */
export function readDirective(node: ContainerDirective, context: Context): ArticleBlock | null {
  const directive = Object.hasOwn(DIRECTIVES, node.name) ? DIRECTIVES[node.name] : undefined;
  if (!directive) {
    report(context, 'article/directive-unknown', node, {
      message: 'there is no such directive',
      received: `:::${node.name}`,
      allowed: DIRECTIVE_NAMES.join(', '),
      hint: 'Mend the name.',
    });
  }
  const open = swallowed(node);
  if (open !== null) {
    const line = placeOf(context, node).line ?? 0;
    report(context, 'article/directive-unclosed', node, {
      message: `:::${node.name} of line ${line} is not closed`,
      hint: `Put a line of ::: ${open}.`,
    });
  }
  if (!directive || open !== null) return null;
  for (const name of Object.keys(node.attributes ?? {})) {
    if (directive.attributes.includes(name)) continue;
    report(context, 'article/attribute', node, {
      message: `:::${node.name} has no attribute of this name`,
      received: name,
      allowed: directive.attributes.join(', ') || 'none',
      hint: `Write it as ${directive.example}.`,
    });
  }
  if (node.children.some(isLabel)) {
    report(context, 'article/attribute', node, {
      message: 'a directive takes no label in brackets',
      hint: `Write it as ${directive.example}.`,
    });
  }
  return directive.read(node, context);
}
