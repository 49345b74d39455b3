import { leaf, NO_PARTS, partsAt, runsLine, runsOf, wordsLine, wordsOf, type OutlinePiece } from '../../briefing/outline.ts';
import type { FiguresBlock } from './types.ts';

export const figuresOutline: OutlinePiece<FiguresBlock> = {
  block: NO_PARTS,
  item: { named: { value: 'words', unit: 'words', label: 'runs' }, numbered: null, needed: ['value', 'label'], facts: ['value', 'unit'] },
  name: 'label',
  levels: 1,
  isQuoted: false,
  outline: ({ figures }) => ({
    lines: [],
    items: figures.map(({ value, unit, label }, index) =>
      leaf(index, [wordsLine('value', value), wordsLine('unit', unit), runsLine('label', label)]),
    ),
  }),
  make: (block, { items }) => {
    const figures = items.map((item) => ({
      value: wordsOf(item, 'value') ?? '',
      unit: wordsOf(item, 'unit') ?? '',
      label: runsOf(item, 'label'),
      ...(block.figures[item.from?.[0] ?? -1]?.lead && { lead: true as const }),
    }));
    return figures.length === 0 ? null : { ...block, figures };
  },
  refs: () => [],
  unsourced: (block) => block,
  partAt: partsAt({ 'figures.value': 'value', 'figures.unit': 'unit', 'figures.label': 'label' }),
};
