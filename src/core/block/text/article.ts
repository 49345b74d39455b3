import type { List, ListItem } from 'mdast';
import type { Point, PointsBlock } from '../../article/types.ts';
import { report, type Context } from '../../article/read/context.ts';
import { readRuns } from '../../article/read/inline.ts';

/** Levels that a list of points may have. */
const DEEPEST = 3;

function readPoint(item: ListItem, level: number, context: Context): Point | null {
  const [first, ...rest] = item.children;
  if (first?.type !== 'paragraph') {
    report(context, 'article/structure', item, {
      message: 'a point has no words',
      hint: 'Write the point behind its dash, or take the dash out.',
    });
    return null;
  }
  const children: Point[] = [];
  for (const child of rest) {
    if (child.type !== 'list') {
      report(context, 'article/block-unsupported', child, {
        message: 'a point is one paragraph, with further points below it',
        hint: 'Join it to the point, make it a sub-point, or end the list before it.',
      });
    } else if (level === DEEPEST) {
      report(context, 'article/structure', child, {
        message: 'points are nested too deep',
        allowed: `${DEEPEST} levels`,
        hint: 'Move the innermost points one level up.',
      });
    } else children.push(...readItems(child, level + 1, context));
  }
  return { runs: readRuns(first.children, context), children };
}

function readItems(list: List, level: number, context: Context): Point[] {
  return list.children.flatMap((item) => readPoint(item, level, context) ?? []);
}

/** A list: its points, and theirs, three levels deep. */
export function readPoints(list: List, context: Context): PointsBlock | null {
  const items = readItems(list, 1, context);
  return items.length === 0 ? null : { kind: 'points', ordered: list.ordered === true, items };
}
