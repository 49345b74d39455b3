import { scaleLinear } from 'd3-scale';
import type { ChartBlock } from '../../../deck/types.ts';
import { decimalsOf, numberFormatter } from '../../../numbers/index.ts';
import type { ChartScale } from './types.ts';

/** About so many steps on the value axis. */
export const STEPS = 5;

/** The value axis: round steps, from zero but for lines whose values all lie close together. */
export function valueScale(chart: ChartBlock, steps = STEPS): ChartScale {
  const [low, high] = extent(chart);
  const near = chart.type === 'line' && low > 0 && high > low && (high - low) / high < 0.3;
  const domain: [number, number] = [near ? low : Math.min(0, low), high === low && high === 0 ? 1 : Math.max(near ? high : 0, high)];
  const [first, second] = scaleLinear().domain(domain).nice(steps).ticks(steps);
  // Of values that no two round numbers hold apart there is one tick.
  if (first === undefined || second === undefined) {
    return { min: domain[0], max: domain[1], step: domain[1] - domain[0], decimals: decimalsOf(domain) };
  }
  const step = Number((second - first).toPrecision(12));
  // Where steps are few, the outermost ticks may lie within the values.
  const round = (value: number, to: 'floor' | 'ceil'): number =>
    Number((Math[to](Number((value / step).toPrecision(12))) * step).toPrecision(12));
  return { min: round(domain[0], 'floor'), max: round(domain[1], 'ceil'), step, decimals: decimalsOf([step]) };
}

/** The same with so many steps more below and above, for numbers that stand beyond their marks. */
export function extended({ min, max, step, decimals }: ChartScale, below: number, above: number): ChartScale {
  // Reckoned from zero where that is a tick, so that sums of decimal steps stay as round as they are written.
  const at = (value: number, steps: number): number => Number((value + steps * step).toPrecision(12));
  return { min: below === 0 ? min : at(min, -below), max: above === 0 ? max : at(max, above), step, decimals };
}

/** The ticks from the least to the greatest. */
export function ticksOf({ min, max, step }: ChartScale): number[] {
  const count = Math.round((max - min) / step);
  return Array.from({ length: count + 1 }, (_, i) => (i === count ? max : Number((min + i * step).toPrecision(12))));
}

/** Words of the axis, with the decimals that its step has; thousands set apart as the values' are. */
export function tickFormat({ decimals }: ChartScale, language: string, grouping: boolean): (value: number) => string {
  return numberFormatter(language, { decimals, grouping });
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
  const all = chart.target ? [...values, chart.target.value] : values;
  return [Math.min(...all, Infinity) === Infinity ? 0 : Math.min(...all), all.length > 0 ? Math.max(...all) : 0];
}
