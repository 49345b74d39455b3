import type { BlockContext, ViewPiece } from '../../briefing/piece.ts';
import { line, list, object, value, values } from '../../briefing/schema-node.ts';
import { chartOutline } from './outline.ts';
import type { ArticleChart, ChartView } from './types.ts';

const series = object({ name: value, values: list(value), marked: value });
const schema = object({
  ...values('type', 'title', 'unit', 'target', 'targetText'),
  categories: list(value),
  series: list(series),
  marked: list(value),
  remarks: list(value),
  finding: line,
  refs: list(value),
});

function view(block: ArticleChart, { lines }: BlockContext): ChartView {
  const { type, title, unit, categories, series, refs, notes, emphasis, annotations, target } = block;
  return {
    type,
    title,
    unit,
    categories,
    series: series.map((own, i) => ({ ...own, marked: emphasis?.series.includes(i) ?? false })),
    marked: categories.map((_, i) => emphasis?.categories.includes(i) ?? false),
    remarks: categories.map((_, i) => annotations?.find(({ category }) => category === i)?.text ?? null),
    target: target?.value ?? null,
    targetText: target?.text ?? null,
    refs: lines.refs(refs, notes),
    finding: null,
  };
}

/** A chart is seen, not said. */
export const chartView: ViewPiece<'chart'> = {
  empty: { chart: null },
  schema: { fields: { chart: schema }, lists: { charts: list(schema) } },
  view: (block, context) => ({ chart: view(block, context) }),
  lists: ({ chart }) => ({ charts: chart ? [chart] : [] }),
  outline: chartOutline,
  said: () => [],
};
