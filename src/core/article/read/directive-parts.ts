import type { RootContent, Table } from 'mdast';
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

/** The table that a directive holds, read; and the references and footnotes of a paragraph of nothing else, where `tail` takes them. */
export function withTable<T>(
  node: ContainerDirective,
  context: Context,
  read: (table: Table, tail: Pick<Words, 'refs' | 'notes'>) => T | null,
  tail: 'references' | 'none' = 'none',
): T | null {
  const tables = node.children.filter((child) => child.type === 'table');
  const tails: Words[] = [];
  for (const child of node.children) {
    if (child.type === 'table' || isLabel(child)) continue;
    const words = child.type === 'paragraph' && tail === 'references' ? readWords(child.children, context) : null;
    if (words?.text === '') tails.push(words);
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
  return table ? read(table, { refs: tails.flatMap(({ refs }) => refs), notes: tails.flatMap(({ notes }) => notes) }) : null;
}
