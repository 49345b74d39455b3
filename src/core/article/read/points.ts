import type { List, ListItem, Paragraph, PhrasingContent } from 'mdast';
import type { Point, PointsBlock } from '../../block/text/types.ts';
import { tidyRuns } from '../runs.ts';
import { report, written, type Context } from './context.ts';
import { readRuns } from './inline.ts';

/** Levels that a list of points may have. */
const DEEPEST = 3;

const BOX = /^\[([ xX])\][ \t]+/;

/** The box before a point's words, `[ ]` or `[x]`, and the words. */
function readTask(paragraph: Paragraph, context: Context): { task: Point['task']; nodes: readonly PhrasingContent[] } {
  const [first, ...rest] = paragraph.children;
  const box = first?.type === 'text' && written(context, first).startsWith('[') ? BOX.exec(first.value) : null;
  if (!box || first?.type !== 'text') return { task: undefined, nodes: paragraph.children };
  return { task: box[1] === ' ' ? 'open' : 'done', nodes: [{ ...first, value: first.value.slice(box[0].length) }, ...rest] };
}

function readPoint(item: ListItem, level: number, context: Context): Point | null {
  const [first, ...rest] = item.children;
  if (first?.type !== 'paragraph') {
    report(context, 'article/structure', item, {
      message: 'a point has no words',
      hint: 'Write the point behind its dash, or take the dash out.',
    });
    return null;
  }
  const { task, nodes } = readTask(first, context);
  const paragraphs = [readRuns(nodes, context)];
  const lists: List[] = [];
  for (const child of rest) {
    if (child.type === 'paragraph' && lists.length === 0) paragraphs.push(readRuns(child.children, context));
    else if (child.type !== 'list') {
      report(context, 'article/block-unsupported', child, {
        message: 'a point is paragraphs, with further points below them',
        hint: 'Join it to the point, make it a sub-point, or end the list before it.',
      });
    } else if (level === DEEPEST) {
      report(context, 'article/structure', child, {
        message: 'points are nested too deep',
        allowed: `${DEEPEST} levels`,
        hint: 'Move the innermost points one level up.',
      });
    } else if (lists[0] && lists[0].ordered !== child.ordered) {
      report(context, 'article/structure', child, {
        message: 'the points below one point are numbers and bullets',
        hint: 'Make all of them numbers or all bullets, or put the second list below a point of its own.',
      });
    } else lists.push(child);
  }
  const [below] = lists;
  const children = lists.flatMap((list) => readItems(list, level + 1, context));
  return {
    runs: tidyRuns(paragraphs.flatMap((runs, i) => (i === 0 ? runs : [{ text: '\n' }, ...runs]))),
    ...(task && { task }),
    children,
    ...(below?.ordered === true && children.length > 0 && { numbered: below.start ?? 1 }),
  };
}

function readItems(list: List, level: number, context: Context): Point[] {
  return list.children.flatMap((item) => readPoint(item, level, context) ?? []);
}

/** A list: its points, and theirs, three levels deep. */
export function readPoints(list: List, context: Context): PointsBlock | null {
  const items = readItems(list, 1, context);
  const ordered = list.ordered === true;
  const start = list.start ?? 1;
  return items.length === 0 ? null : { kind: 'points', ordered, ...(ordered && start !== 1 && { start }), items };
}
