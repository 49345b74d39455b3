import type { BlockContext, ViewPiece } from '../../briefing/piece.ts';
import { line, lineKeys, list, object, value, type SchemaNode } from '../../briefing/schema-node.ts';
import type { Point, PointView } from './types.ts';

export const paragraphView: ViewPiece<'paragraph'> = {
  empty: { paragraph: null },
  schema: { fields: { paragraph: line }, lists: { paragraphs: list(line) } },
  view: ({ runs }, { lines, written }) => ({ paragraph: lines.line(runs, { written: written(runs) }) }),
  lists: ({ paragraph }) => ({ paragraphs: paragraph ? [paragraph] : [] }),
  said: ({ paragraph }) => (paragraph ? [paragraph] : []),
};

/** Points nest, so the node is made before its children. */
const pointKeys: Record<string, SchemaNode> = { ...lineKeys };
const point = object(pointKeys);
pointKeys['children'] = list(point);

function viewPoint({ runs, children }: Point, context: BlockContext): PointView {
  const line = context.lines.line(runs, { written: context.written(runs) });
  const below = children.map((child) => viewPoint(child, context));
  // A point whose sub-points all have their sources is no claim of its own.
  const carried = below.length > 0 && below.every((child) => !child.own);
  return { ...line, own: line.own && !carried, children: below };
}

const withSubPoints = (found: PointView): PointView[] => [found, ...found.children.flatMap(withSubPoints)];

export const pointsView: ViewPiece<'points'> = {
  empty: { points: null, ordered: false },
  schema: { fields: { points: list(point), ordered: value }, lists: { points: list(point) } },
  view: ({ items, ordered }, context) => ({ points: items.map((item) => viewPoint(item, context)), ordered }),
  lists: ({ points }) => ({ points: points ?? [] }),
  said: ({ points }) => (points ?? []).flatMap(withSubPoints),
};
