import type { Origin } from '../../base/origin.ts';
import type { LineView } from '../text/types.ts';

/** What is drawn, in both files and in both writers. */
export type DrawnChartType = 'bar' | 'stacked-bar' | 'line' | 'doughnut';
/** What an author asks for; `share` (parts of a whole) and `ranking` (the largest first) are drawn as bars. */
export type ChartType = DrawnChartType | 'share' | 'ranking';

export interface ChartSeries {
  readonly name: string;
  /** One value a category; null where the cell was empty. */
  readonly values: readonly (number | null)[];
}

/** What its author set in bold, as indices: a series by its head, a category by its first cell. */
export interface ChartEmphasis {
  readonly series: readonly number[];
  readonly categories: readonly number[];
}

/** A remark on one category, which stands at its marks. */
export interface ChartAnnotation {
  /** Index into the chart's categories. */
  readonly category: number;
  readonly text: string;
}

/** A value that the others are held against, drawn as a line with its words. */
export interface ChartTarget {
  readonly value: number;
  /** May be empty. */
  readonly text: string;
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
  readonly emphasis?: ChartEmphasis;
  readonly annotations?: readonly ChartAnnotation[];
  readonly target?: ChartTarget;
}

/** In articles. */
export interface ArticleChart extends ChartData {
  readonly kind: 'chart';
  /** What the categories are: the header above them. May be empty. */
  readonly categoryTitle: string;
  /** Words of its footnotes. */
  readonly notes?: readonly string[];
}

export interface ChartView extends Omit<ChartData, 'emphasis' | 'annotations' | 'target' | 'series'> {
  readonly series: readonly (ChartSeries & { readonly marked: boolean })[];
  /** Whether a category is marked, and what is remarked on it: in the order of the categories. */
  readonly marked: readonly boolean[];
  readonly remarks: readonly (string | null)[];
  readonly target: number | null;
  /** What the target is; null without one. */
  readonly targetText: string | null;
  /** The point of its topic that says what it shows, without its full stop; null where none rests on the same paragraphs. */
  readonly finding: LineView | null;
}

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

export type ChartElement = 'chart' | 'chartHead' | 'chartHeadRow' | 'chartHeadCell' | 'chartBody' | 'chartRow';
