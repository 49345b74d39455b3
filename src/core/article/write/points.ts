import type { List, ListItem } from 'mdast';
import type { Point } from '../../block/text/types.ts';
import { paragraph } from './nodes.ts';

function item({ runs, task, children, numbered }: Point): ListItem {
  const words = paragraph(runs);
  if (task !== undefined) words.children.unshift({ type: 'tag', value: task === 'done' ? '[x] ' : '[ ] ' });
  return { type: 'listItem', spread: false, children: [words, ...(children.length > 0 ? [list(children, numbered)] : [])] };
}

/** Points as Markdown's list; `start`: of an ordered one. */
export function list(items: readonly Point[], start: number | undefined): List {
  return { type: 'list', ordered: start !== undefined, ...(start !== undefined && { start }), spread: false, children: items.map(item) };
}
