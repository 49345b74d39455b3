import type { ChartBlock } from '../../../deck/types.ts';
import { joinedValues, type Direction } from '../../../base/bidi.ts';
import type { Run } from '../../../base/text.ts';

/** A chart's title, what it counts and its sources, as one line above it; the chart itself draws no title. Null: there is nothing to say. */
export function chartHeading(chart: ChartBlock, direction: Direction): readonly Run[] | null {
  const words = headingWords(chart, direction);
  const origins = [...(chart.origins?.title ?? []), ...(chart.origins?.unit ?? [])];
  const from = origins.length > 0 ? { origins } : {};
  const runs: Run[] = [...(words ? [{ text: words, ...from }] : []), ...(chart.refs.length > 0 ? [{ refs: chart.refs }] : [])];
  return runs.length > 0 ? runs : null;
}

function headingWords({ title, unit }: ChartBlock, direction: Direction): string | null {
  if (title === null || unit === null) return title ?? unit;
  const own = (text: string): { text: string; isValue: boolean } => ({ text, isValue: false });
  return joinedValues([{ text: title, isValue: true }, own(' ('), { text: unit, isValue: true }, own(')')], direction);
}
