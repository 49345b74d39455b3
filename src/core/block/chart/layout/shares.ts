import type { ChartBlock } from '../../../deck/types.ts';

/** More parts than these nobody compares by their angles: they are bars, the largest first. */
const MOST_PARTS = 5;

/** A doughnut of many parts as sorted bars; any other chart as it is. Parts without a value come last, equal ones keep their order. */
export function withoutManyShares(chart: ChartBlock): ChartBlock {
  if (chart.type !== 'doughnut' || chart.categories.length <= MOST_PARTS) return chart;
  const valueAt = (at: number): number => chart.series[0]?.values[at] ?? -Infinity;
  const order = chart.categories.map((_, at) => at).sort((a, b) => (valueAt(a) === valueAt(b) ? a - b : valueAt(b) - valueAt(a)));
  const sorted = <T>(list: readonly T[]): T[] => order.flatMap((at) => list.slice(at, at + 1));
  return {
    ...chart,
    type: 'bar',
    categories: sorted(chart.categories),
    series: chart.series.map((series) => ({ ...series, values: sorted(series.values) })),
    ...(chart.origins && {
      origins: {
        ...chart.origins,
        categories: sorted(chart.origins.categories),
        series: chart.origins.series.map((series) => ({ ...series, values: sorted(series.values) })),
      },
    }),
  };
}
