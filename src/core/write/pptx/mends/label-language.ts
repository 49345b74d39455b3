import { Languages } from '../languages.ts';
import { attributes } from '../../../ooxml/xml/escape.ts';
import { descendants } from '../../../ooxml/xml/tree.ts';
import type { ChartMend } from './mend.ts';

export const labelLanguage: ChartMend = {
  name: 'label-language',
  defect: 'Legends are said to be in American English whatever the deck is in.',
  issue: null,
  apply: (root, _box, scene) => {
    const lang = new Languages(scene.meta.language).deck;
    for (const element of descendants(root, 'a:endParaRPr')) element.attributes = attributes({ lang });
  },
};
