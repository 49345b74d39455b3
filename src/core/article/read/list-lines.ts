import type { BlockContent, DefinitionContent, List } from 'mdast';
import type { Run } from '../../base/text.ts';
import { tidyRuns } from '../runs.ts';
import type { Context } from './context.ts';
import { isLabel } from './directive-parts.ts';
import { readRuns } from './inline.ts';

type Lines = readonly (readonly Run[])[];

/** A list's lines begin with its numbers, or with dashes, and dots below. */
function lines(list: List, mark: string, context: Context): Lines {
  return list.children.flatMap((item, i) =>
    item.children.flatMap((child): Lines => {
      if (child.type !== 'paragraph') return paragraphs(child, '· ', context) ?? [];
      const sign = child === item.children[0] ? (list.ordered ? `${(list.start ?? 1) + i}. ` : mark) : '';
      return [tidyRuns([{ text: sign }, ...readRuns(child.children, context)])];
    }),
  );
}

function paragraphs(node: BlockContent | DefinitionContent, mark: string, context: Context): Lines | null {
  if (node.type === 'paragraph') return isLabel(node) ? [] : [readRuns(node.children, context)];
  return node.type === 'list' ? lines(node, mark, context) : null;
}

/** Where only paragraphs can stand, as in notes: a paragraph, or a list as a paragraph for each line; null: neither. */
export function listLines(node: BlockContent | DefinitionContent, context: Context): Lines | null {
  return paragraphs(node, '– ', context);
}
