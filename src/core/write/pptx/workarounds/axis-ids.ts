import { child, descendants, remove, value } from '../../../base/ooxml/xml/tree.ts';
import type { ChartWorkaround } from './types.ts';

const AXES = ['c:catAx', 'c:valAx', 'c:dateAx', 'c:serAx'];
const CHARTS = ['c:barChart', 'c:lineChart'];

/** PowerPoint repairs a chart whose axis id names no axis. */
export const axisIds: ChartWorkaround = {
  name: 'axis-ids',
  defect: 'Bar and line charts name a third axis that does not exist.',
  issue: '#1534',
  apply: (root) => {
    const ids = AXES.flatMap((name) => descendants(root, name)).map((axis) => child(axis, 'c:axId'));
    const known = new Set(ids.map((id) => (id ? value(id, 'val') : null)));
    for (const chart of CHARTS.flatMap((name) => descendants(root, name))) {
      remove(chart, (element) => element.name === 'c:axId' && !known.has(value(element, 'val')));
    }
  },
};
