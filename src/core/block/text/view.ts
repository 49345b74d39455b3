import type { BlockContext, ViewPiece } from '../../briefing/piece.ts';
import { line, lineKeys, list, object, value, values, type SchemaNode } from '../../briefing/schema-node.ts';
import { paragraphOutline, pointsOutline } from './outline.ts';
import type { Point, PointView } from './types.ts';

export const paragraphView: ViewPiece<'paragraph'> = {
  empty: { paragraph: null },
  schema: { fields: { paragraph: line }, lists: { paragraphs: list(line) } },
  view: ({ runs }, { lines, written }) => ({ paragraph: lines.line(runs, { written: written(runs) }) }),
  lists: ({ paragraph }) => ({ paragraphs: paragraph ? [paragraph] : [] }),
  outline: paragraphOutline,
  said: ({ paragraph }) => (paragraph ? [paragraph] : []),
};

/** Points nest, so the node is made before its children. */
const pointKeys: Record<string, SchemaNode> = { ...lineKeys };
const point = object(pointKeys);
pointKeys['children'] = list(point);
Object.assign(pointKeys, values('ordered', 'start', 'repeats'));

/** Ballot boxes, U+2611 and U+2610. */
const BOXES = { done: '☑ ', open: '☐ ' } as const;

function viewPoint({ runs, task, children, numbered }: Point, context: BlockContext): PointView {
  const shown = task === undefined ? runs : [{ text: BOXES[task] }, ...runs];
  const line = context.lines.line(shown, { written: context.written(runs) });
  const below = children.map((child) => viewPoint(child, context));
  // A point whose sub-points all have their sources is no claim of its own.
  const carried = below.length > 0 && below.every((child) => !child.own);
  return { children: below, ordered: numbered !== undefined, start: numbered ?? 1, repeats: false, ...line, own: line.own && !carried };
}

const withSubPoints = (found: PointView): PointView[] => [found, ...found.children.flatMap(withSubPoints)];

export const pointsView: ViewPiece<'points'> = {
  empty: { points: null, ordered: false, start: 1 },
  schema: { fields: { points: list(point), ordered: value, start: value }, lists: { points: list(point) } },
  view: ({ items, ordered, start = 1 }, context) => ({ points: items.map((item) => viewPoint(item, context)), ordered, start }),
  lists: ({ points }) => ({ points: points ?? [] }),
  outline: pointsOutline,
  said: ({ points }) => (points ?? []).flatMap(withSubPoints),
};
