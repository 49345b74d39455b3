import { scaleLinear } from 'd3-scale';
import { decimalsOf, numberFormatter } from '../../../numbers/index.ts';
import type { ChartBlock } from '../../../deck/types.ts';
import type { ChartBox } from '../../types.ts';

/** About so many steps on the value axis. */
const STEPS = 5;

/** The value axis: round steps, from zero but for lines whose values all lie close together. Null for doughnuts. Its words group thousands as the values' do. */
export function valueScale(chart: ChartBlock, language: string, grouping: boolean): ChartBox['scale'] {
  if (chart.type === 'doughnut') return null;
  const [low, high] = extent(chart);
  const near = chart.type === 'line' && low > 0 && (high - low) / high < 0.3;
  const domain: [number, number] = [near ? low : Math.min(0, low), high === low && high === 0 ? 1 : Math.max(near ? high : 0, high)];
  const scale = scaleLinear().domain(domain).nice(STEPS);
  const ticks = scale.ticks(STEPS);
  const [min = 0, max = 1] = [ticks[0], ticks.at(-1)];
  const step = (ticks[1] ?? max) - min;
  const format = numberFormatter(language, { decimals: decimalsOf([step]), grouping });
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
