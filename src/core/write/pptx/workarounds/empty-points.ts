import { child, descendants, remove, textOf } from '../../../base/ooxml/xml/tree.ts';
import type { ChartWorkaround } from './types.ts';

/** A missing value is a point that is not there. */
export const emptyPoints: ChartWorkaround = {
  name: 'empty-points',
  defect: 'A missing value is written as a number without digits.',
  issue: null,
  apply: (root) => {
    for (const cache of descendants(root, 'c:numCache')) {
      remove(cache, (element) => element.name === 'c:pt' && textOf(child(element, 'c:v')) === '');
    }
  },
};
