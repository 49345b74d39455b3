import type { List, RootContent } from 'mdast';
import type { Run } from '../../base/text.ts';
import { tidyRuns } from '../runs.ts';
import { report, type Context } from './context.ts';
import { isLabel } from './directive-parts.ts';
import { readRuns } from './inline.ts';

type Lines = readonly (readonly Run[])[];

/** What is said of anything else: that the holder takes paragraphs and lists alone, and what to do. */
type Refusal = Parameters<typeof report>[3];

/** A list's lines begin with its numbers, or with dashes, and dots below. */
function lines(list: List, mark: string, refusal: Refusal, context: Context): Lines {
  return list.children.flatMap((item, i) =>
    item.children.flatMap((child): Lines => {
      if (child.type !== 'paragraph') return read(child, '· ', refusal, context);
      const sign = child === item.children[0] ? (list.ordered ? `${(list.start ?? 1) + i}. ` : mark) : '';
      return [tidyRuns([{ text: sign }, ...readRuns(child.children, context)])];
    }),
  );
}

function read(node: RootContent, mark: string, refusal: Refusal, context: Context): Lines {
  if (node.type === 'paragraph') return isLabel(node) ? [] : [readRuns(node.children, context)];
  if (node.type === 'list') return lines(node, mark, refusal, context);
  report(context, 'article/block-unsupported', node, refusal);
  return [];
}

/** Where only paragraphs can stand, as in notes: paragraphs, and lists as a paragraph for each line. */
export function listLines(nodes: readonly RootContent[], refusal: Refusal, context: Context): Lines {
  return nodes.flatMap((node) => read(node, '– ', refusal, context));
}
