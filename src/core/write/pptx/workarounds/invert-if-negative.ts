import { children, descendants, remove } from '../../../base/ooxml/xml/tree.ts';
import type { ChartWorkaround } from './types.ts';

export const invertIfNegative: ChartWorkaround = {
  name: 'invert-if-negative',
  defect: 'Series of line charts carry c:invertIfNegative, which only bars may.',
  issue: null,
  apply: (root) => {
    for (const series of descendants(root, 'c:lineChart').flatMap((chart) => children(chart, 'c:ser'))) {
      remove(series, (element) => element.name === 'c:invertIfNegative');
    }
  },
};
