import type { ChartBlock, ChartType, DrawnChartType } from '../types.ts';

/** More parts than these nobody compares by their angles or along one bar: they are bars, the largest first. */
const MOST_PARTS = 5;

/** How a chart is drawn. `lying`: its bars lie whatever its names; `share`: one bar, divided. */
export interface Drawn {
  readonly chart: ChartBlock & { readonly type: DrawnChartType };
  readonly form: 'own' | 'lying' | 'share';
  /** It was to be parts of a whole, and is bars. */
  readonly isSorted: boolean;
}

/** The largest first. What has no value comes last, equal ones keep their order. */
function sorted(chart: ChartBlock): ChartBlock {
  const valueAt = (at: number): number => chart.series[0]?.values[at] ?? -Infinity;
  const order = chart.categories.map((_, at) => at).sort((a, b) => (valueAt(a) === valueAt(b) ? a - b : valueAt(b) - valueAt(a)));
  const inOrder = <T>(list: readonly T[]): T[] => order.flatMap((at) => list.slice(at, at + 1));
  const { emphasis, annotations, origins } = chart;
  return {
    ...chart,
    categories: inOrder(chart.categories),
    series: chart.series.map((series) => ({ ...series, values: inOrder(series.values) })),
    ...(emphasis && { emphasis: { ...emphasis, categories: emphasis.categories.map((at) => order.indexOf(at)) } }),
    ...(annotations && { annotations: annotations.map((one) => ({ ...one, category: order.indexOf(one.category) })) }),
    ...(origins && {
      origins: {
        ...origins,
        categories: inOrder(origins.categories),
        series: origins.series.map((series) => ({ ...series, values: inOrder(series.values) })),
      },
    }),
  };
}

/** Parts of a whole as one stack of them: what were categories are series. */
function stacked(chart: ChartBlock): ChartBlock {
  const { emphasis, annotations, target, origins, ...rest } = chart;
  const [own] = chart.series;
  const [from] = origins?.series ?? [];
  return {
    ...rest,
    categories: [own?.name ?? ''],
    series: chart.categories.map((name, i) => ({ name, values: [own?.values[i] ?? null] })),
    // What nobody marked begins with what speaks.
    emphasis: { series: emphasis?.categories.length ? emphasis.categories : [0], categories: [] },
    ...(annotations && { annotations: [] }),
    ...(target && { target }),
    ...(origins && {
      origins: {
        ...origins,
        categories: [from?.name ?? []],
        series: origins.categories.map((name, i) => ({ name, values: [from?.values[i] ?? []] })),
      },
    }),
  };
}

const as = <T extends ChartType>(chart: ChartBlock, type: T): ChartBlock & { readonly type: T } => ({ ...chart, type });

/** Whether values are parts of a whole: all there, none below zero, not all nothing. */
function areParts({ series }: ChartBlock): boolean {
  const values = series[0]?.values ?? [];
  return values.every((value) => value !== null && value >= 0) && values.some((value) => value !== null && value > 0);
}

/** A chart as it is drawn: parts of a whole as a ring or a bar where they are few, else as bars, the largest first. */
export function drawnForm(chart: ChartBlock): Drawn {
  const { type, categories } = chart;
  const isMany = categories.length > MOST_PARTS;
  switch (type) {
    case 'ranking':
      return { chart: as(sorted(chart), 'bar'), form: 'lying', isSorted: false };
    case 'doughnut':
      return isMany
        ? { chart: as(sorted(chart), 'bar'), form: 'own', isSorted: true }
        : { chart: as(chart, type), form: 'own', isSorted: false };
    case 'share':
      if (isMany || chart.series.length > 1 || !areParts(chart)) return { chart: as(sorted(chart), 'bar'), form: 'lying', isSorted: true };
      return { chart: as(stacked(chart), 'stacked-bar'), form: 'share', isSorted: false };
    default:
      return { chart: as(chart, type), form: 'own', isSorted: false };
  }
}
