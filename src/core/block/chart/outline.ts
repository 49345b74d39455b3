import { leaf, numberLine, numberOf, wordsLine, wordsOf, type OutlinePiece } from '../../briefing/outline.ts';
import { refRuns } from '../../base/text.ts';
import type { ArticleChart } from './types.ts';

const cell = (index: number): string => String(index + 1);

/** Rows are categories, columns are series, as in the table that a chart is written as. */
export const chartOutline: OutlinePiece<ArticleChart> = {
  block: { named: { title: 'words', unit: 'words', heading: 'words' }, numbered: 'words', facts: ['unit', '#'] },
  item: { named: { category: 'words' }, numbered: 'number', facts: ['category', '#'] },
  name: 'category',
  levels: 1,
  isQuoted: false,
  outline: ({ title, unit, categoryTitle, categories, series }) => ({
    lines: [
      ...[wordsLine('title', title), wordsLine('unit', unit), wordsLine('heading', categoryTitle)],
      ...series.map(({ name }, index) => wordsLine(cell(index), name)),
    ],
    items: categories.map((category, row) =>
      leaf(row, [wordsLine('category', category), ...series.map(({ values }, index) => numberLine(cell(index), values[row] ?? null))]),
    ),
  }),
  make: (block, outline) => {
    if (outline.items.length === 0) return null;
    // What was marked or remarked goes where its category goes.
    const placeOf = (category: number): number => outline.items.findIndex(({ from }) => from?.[0] === category);
    const { emphasis, annotations } = block;
    return {
      ...block,
      title: wordsOf(outline, 'title'),
      unit: wordsOf(outline, 'unit'),
      categoryTitle: wordsOf(outline, 'heading') ?? '',
      categories: outline.items.map((item) => wordsOf(item, 'category') ?? ''),
      series: block.series.map((_, index) => ({
        name: wordsOf(outline, cell(index)) ?? '',
        values: outline.items.map((item) => numberOf(item, cell(index))),
      })),
      ...(emphasis && { emphasis: { ...emphasis, categories: emphasis.categories.map(placeOf).filter((at) => at >= 0) } }),
      ...(annotations && {
        annotations: annotations.map((one) => ({ ...one, category: placeOf(one.category) })).filter(({ category }) => category >= 0),
      }),
    };
  },
  refs: ({ refs, notes }) => refRuns(refs, notes),
  unsourced: (block) => ({ ...block, refs: [], notes: [] }),
  partAt: (field, [first = 0, second = 0]) => {
    switch (field) {
      case 'chart.title':
      case 'chart.unit':
        return { items: [], part: field.slice('chart.'.length) };
      case 'chart.categories':
        return { items: [first], part: 'category' };
      case 'chart.series.name':
        return { items: [], part: cell(first) };
      case 'chart.series.values':
        return { items: [second], part: cell(first) };
      default:
        return null;
    }
  },
};
