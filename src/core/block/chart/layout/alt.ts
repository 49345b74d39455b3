import type { ChartBlock } from '../types.ts';
import type { Speaking } from './speaking.ts';

/** In place of a value that is not there. */
const MISSING = '–';

/** What is said of a chart's values, its target last; empty where nothing is. */
export function remarksText({ categories, annotations, target }: ChartBlock, format: (value: number) => string): string {
  const remarks = [
    ...(annotations ?? []).map(({ category, text }) => `${categories[category] ?? ''}: ${text}`),
    ...(target ? [target.text === '' ? format(target.value) : `${target.text}: ${format(target.value)}`] : []),
  ];
  return remarks.length > 0 ? `${remarks.join('; ')}.` : '';
}

/** What the chart shows, in words, for those who do not see it: what it is to say first, then every value. */
export function altText(chart: ChartBlock, format: (value: number) => string, { series: spoken }: Speaking): string {
  const { title, unit: counted, categories } = chart;
  const told = chart.series.map((s, i) => {
    const values = categories
      .map((category, c) => {
        const value = s.values[c] ?? null;
        return `${category} ${value === null ? MISSING : format(value)}`.trim();
      })
      .join(', ');
    return { words: s.name ? `${s.name}: ${values}` : values, isFirst: i === spoken };
  });
  // What speaks comes first.
  const ordered = [...told.filter(({ isFirst }) => isFirst), ...told.filter(({ isFirst }) => !isFirst)].map(({ words }) => words);
  const remarks = remarksText(chart, format);
  const [only, ...others] = chart.series;
  // Where the slide has its title, a unit stands alone, and says what its one series says.
  const isNamed = others.length === 0 && only?.name.toLowerCase() === counted?.toLowerCase();
  const subject = title ? `${title}${counted ? ` (${counted})` : ''}` : isNamed ? '' : (counted ?? '');
  return `${subject}${subject ? ': ' : ''}${remarks}${remarks ? ' ' : ''}${ordered.join('; ')}`;
}
