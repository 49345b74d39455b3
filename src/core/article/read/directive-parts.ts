import type { List, RootContent, Table } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import { cleanLine } from '../clean.ts';
import { report, type Context } from './context.ts';
import { readWords, type Words } from './inline.ts';

/** An attribute’s text; null where it is absent or empty. */
export function attribute(node: ContainerDirective, name: string): string | null {
  return cleanLine(node.attributes?.[name] ?? '') || null;
}

/** Whether it is the label that some give a directive in brackets. */
export function isLabel(node: RootContent): boolean {
  return node.type === 'paragraph' && node.data !== undefined && 'directiveLabel' in node.data;
}

/** What stands beside the table of a directive: references and footnotes of a paragraph of nothing else, and lists. */
export interface Tail extends Pick<Words, 'refs' | 'notes'> {
  readonly lists: readonly List[];
}

/** The table that a directive holds, read; and what stands beside it, where `tail` takes it. */
export function withTable<T>(
  node: ContainerDirective,
  context: Context,
  read: (table: Table, tail: Tail) => T | null,
  tail: 'references and lists' | 'none' = 'none',
): T | null {
  const tables = node.children.filter((child) => child.type === 'table');
  const tails: Words[] = [];
  const lists: List[] = [];
  for (const child of node.children) {
    if (child.type === 'table' || isLabel(child)) continue;
    if (child.type === 'list' && tail !== 'none') {
      lists.push(child);
      continue;
    }
    const words = child.type === 'paragraph' && tail !== 'none' ? readWords(child.children, context) : null;
    if (words?.text === '') tails.push(words);
    else {
      report(context, 'article/structure', child, {
        message: `:::${node.name} holds a table${tail === 'none' ? '' : ', remarks and references below it,'} and nothing else`,
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
  return table ? read(table, { refs: tails.flatMap(({ refs }) => refs), notes: tails.flatMap(({ notes }) => notes), lists }) : null;
}
