import type { ChartBlock } from '../../../deck/types.ts';
import type { Run } from '../../../base/text.ts';

/** A chart's title, what it counts and its sources, as one line above it; the chart itself draws no title. Null: there is nothing to say. */
export function chartHeading(chart: ChartBlock): readonly Run[] | null {
  const words = chart.title === null ? chart.unit : chart.unit === null ? chart.title : `${chart.title} (${chart.unit})`;
  const origins = [...(chart.origins?.title ?? []), ...(chart.origins?.unit ?? [])];
  const from = origins.length > 0 ? { origins } : {};
  const runs: Run[] = [...(words ? [{ text: words, ...from }] : []), ...(chart.refs.length > 0 ? [{ refs: chart.refs }] : [])];
  return runs.length > 0 ? runs : null;
}
