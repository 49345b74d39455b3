import type { ChartBlock } from '../../../deck/types.ts';

/** In place of a value that is not there. */
const MISSING = '–';

/** What the chart shows, in words, for those who do not see it. */
export function altText(chart: ChartBlock, format: (value: number) => string): string {
  const unit = chart.unit ? ` (${chart.unit})` : '';
  const series = chart.series.map((s) => {
    const values = chart.categories
      .map((category, c) => {
        const value = s.values[c] ?? null;
        return `${category} ${value === null ? MISSING : format(value)}`;
      })
      .join(', ');
    return s.name ? `${s.name}: ${values}` : values;
  });
  return `${chart.title ?? ''}${unit}${chart.title || unit ? ': ' : ''}${series.join('; ')}`;
}
