import type { Origin } from '../../base/origin.ts';

export type ChartType = 'bar' | 'stacked-bar' | 'line' | 'doughnut';

export interface ChartSeries {
  readonly name: string;
  /** One value a category; null where the cell was empty. */
  readonly values: readonly (number | null)[];
}

/** What a chart is at every stage. */
interface ChartData {
  readonly type: ChartType;
  readonly title: string | null;
  /** What the value axis counts, with its unit. */
  readonly unit: string | null;
  readonly categories: readonly string[];
  readonly series: readonly ChartSeries[];
  readonly refs: readonly number[];
}

/** In articles. */
export interface ArticleChart extends ChartData {
  readonly kind: 'chart';
  /** What the categories are: the header above them. May be empty. */
  readonly categoryTitle: string;
  /** Words of its footnotes. */
  readonly notes?: readonly string[];
}

export type ChartView = ChartData;

export interface ChartFields {
  readonly chart: ChartView | null;
}

export interface ChartLists {
  readonly charts: readonly ChartView[];
}

/** `<table class="chart" data-type="bar" data-unit="…">`. */
export interface ChartBlock extends ChartData {
  readonly kind: 'chart';
  readonly origins?: ChartOrigins;
}

/** Where a chart's words and values come from, each as a run's; in the order of its categories and series. */
export interface ChartOrigins {
  readonly title: readonly Origin[];
  readonly unit: readonly Origin[];
  readonly categories: readonly (readonly Origin[])[];
  readonly series: readonly { readonly name: readonly Origin[]; readonly values: readonly (readonly Origin[])[] }[];
}

export type ChartElement = 'chart';
