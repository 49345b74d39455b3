import { child, descendants, put } from '../../../base/ooxml/xml/tree.ts';
import type { ChartWorkaround } from './types.ts';

/** CT_LineChart begins with a grouping that it cannot be without. */
export const lineGrouping: ChartWorkaround = {
  name: 'line-grouping',
  defect: 'Line charts have no c:grouping, which the schema demands as their first element.',
  issue: null,
  apply: (root) => {
    for (const chart of descendants(root, 'c:lineChart')) if (!child(chart, 'c:grouping')) put(chart, '<c:grouping val="standard"/>');
  },
};
