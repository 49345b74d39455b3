import { escape } from '../../../base/ooxml/xml/escape.ts';
import { child, descendants, parseXml, textOf } from '../../../base/ooxml/xml/tree.ts';
import type { ChartWorkaround } from './types.ts';

/** As PowerPoint writes one row of categories; multi-level ones are drawn with a bracket below in some programs. */
export const categoryStrings: ChartWorkaround = {
  name: 'category-strings',
  defect: 'Plain categories are written as multi-level ones.',
  issue: null,
  apply: (root) => {
    for (const category of descendants(root, 'c:cat')) {
      const multi = child(category, 'c:multiLvlStrRef');
      if (!multi) continue;
      const labels = descendants(multi, 'c:v').map(textOf);
      const points = labels.map((label, i) => `<c:pt idx="${i}"><c:v>${escape(label)}</c:v></c:pt>`).join('');
      const cache = `<c:strCache><c:ptCount val="${labels.length}"/>${points}</c:strCache>`;
      category.children = [parseXml(`<c:strRef><c:f>${escape(textOf(child(multi, 'c:f')))}</c:f>${cache}</c:strRef>`)];
    }
  },
};
