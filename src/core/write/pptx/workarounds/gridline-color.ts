import { colorElement } from '../colors.ts';
import { descendants, parseXml } from '../../../base/ooxml/xml/tree.ts';
import type { ChartWorkaround } from './types.ts';

export const gridlineColor: ChartWorkaround = {
  name: 'gridline-color',
  defect: 'Grid lines take no theme colour, so that another variant would leave them as they were.',
  issue: '#604',
  apply: (root, _box, scene) => {
    for (const fill of descendants(root, 'c:majorGridlines').flatMap((lines) => descendants(lines, 'a:solidFill'))) {
      fill.children = [parseXml(colorElement(scene.theme.chart.grid))];
    }
  },
};
