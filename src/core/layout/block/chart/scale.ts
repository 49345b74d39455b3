import { scaleLinear } from 'd3-scale';
import type { ChartBlock } from '../../../deck/types.ts';
import type { ChartBox } from '../../types.ts';

/** About so many steps on the value axis. */
const STEPS = 5;

/** The value axis: round steps, from zero but for lines whose values all lie close together. Null for doughnuts. */
export function valueScale(chart: ChartBlock, language: string): ChartBox['scale'] {
  if (chart.type === 'doughnut') return null;
  const [low, high] = extent(chart);
  const near = chart.type === 'line' && low > 0 && (high - low) / high < 0.3;
  const domain: [number, number] = [near ? low : Math.min(0, low), high === low && high === 0 ? 1 : Math.max(near ? high : 0, high)];
  const scale = scaleLinear().domain(domain).nice(STEPS);
  const ticks = scale.ticks(STEPS);
  const [min = 0, max = 1] = [ticks[0], ticks.at(-1)];
  const step = (ticks[1] ?? max) - min;
  const format = formatter(language, decimalsOf(ticks));
  return { min, max, step, labels: ticks.map(format) };
}

/** Least and greatest value that is drawn; stacks add up. */
function extent(chart: ChartBlock): readonly [number, number] {
  const values =
    chart.type === 'stacked-bar'
      ? chart.categories.flatMap((_, c) => {
          const stack = chart.series.map((s) => s.values[c] ?? 0);
          return [stack.filter((v) => v > 0), stack.filter((v) => v < 0)].map((part) => part.reduce((a, b) => a + b, 0));
        })
      : chart.series.flatMap((s) => s.values.filter((v) => v !== null));
  return [Math.min(...values, Infinity) === Infinity ? 0 : Math.min(...values), values.length > 0 ? Math.max(...values) : 0];
}

/** Digits after the point that the values need, at most two. */
export function decimalsOf(values: readonly number[]): number {
  return Math.max(0, ...values.map((v) => [0, 1, 2].find((d) => Math.abs(v - Number(v.toFixed(d))) < 1e-9) ?? 2));
}

const formatters = new Map<string, (value: number) => string>();

/** Writes numbers as the language does; one is kept for each language and number of decimals, since making them is slow. */
export function formatter(language: string, decimals: number): (value: number) => string {
  const key = `${language}|${decimals}`;
  const format = formatters.get(key) ?? makeFormatter(language, decimals);
  formatters.set(key, format);
  return format;
}

function makeFormatter(language: string, decimals: number): (value: number) => string {
  const options = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  try {
    const format = new Intl.NumberFormat(language, options);
    return (value) => format.format(value);
  } catch {
    return (value) => value.toFixed(decimals);
  }
}
