import { descendants, sort } from '../../../base/ooxml/xml/tree.ts';
import type { ChartWorkaround } from './types.ts';

/** After `invert-if-negative`: the schema has an order for what may be there alone. */
export const seriesOrder: ChartWorkaround = {
  name: 'series-order',
  defect: 'In series of line charts c:marker stands after c:dLbls; it belongs before.',
  issue: null,
  apply: (root) => descendants(root, 'c:ser').forEach(sort),
};
