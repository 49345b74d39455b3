import { child, descendants, put, value } from '../../../base/ooxml/xml/tree.ts';
import type { ChartWorkaround } from './types.ts';

/** `+mn-lt` → `+mn-ea`, `+mn-cs`. */
export const scriptFonts: ChartWorkaround = {
  name: 'script-fonts',
  defect: 'Chart text names a Latin font alone, or repeats it for complex scripts: Chinese or Arabic labels fall to any font.',
  issue: null,
  apply: (root) => {
    for (const properties of descendants(root, 'a:defRPr')) {
      const latin = child(properties, 'a:latin');
      const face = latin ? (value(latin, 'typeface') ?? '') : '';
      if (!face.startsWith('+')) continue;
      for (const script of ['ea', 'cs']) put(properties, `<a:${script} typeface="${face.replace(/lt$/, script)}"/>`);
    }
  },
};
