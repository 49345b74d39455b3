import type { ChartBlock } from '../../../deck/types.ts';
import type { ChartDates } from './dates.ts';
import type { MarkColors } from './marks.ts';
import type { Speaking } from './speaking.ts';
import type { ColorUse, Frame } from '../../../template/theme/types.ts';
import type {
  AnnotationLabel,
  CategoryLabel,
  ChartMark,
  ChartOmission,
  ChartScale,
  DateAxis,
  LegendEntry,
  SeriesLabel,
  TargetLine,
  TickLabel,
  TotalLabel,
  ValueLabel,
} from './types.ts';

/** A chart with every word at its place, in one size. */
export interface Arrangement {
  readonly plot: Frame;
  readonly scale: ChartScale | null;
  readonly isHorizontal: boolean;
  readonly marks: readonly ChartMark[];
  readonly dates: DateAxis | null;
  readonly categoryLabels: readonly CategoryLabel[];
  readonly ticks: readonly TickLabel[];
  readonly valueLabels: readonly ValueLabel[];
  readonly totals: readonly TotalLabel[];
  readonly seriesLabels: readonly SeriesLabel[];
  readonly annotations: readonly AnnotationLabel[];
  readonly target: TargetLine | null;
  /** `c:gapWidth` of bars: what is empty between the bars of two categories, in hundredths of a bar. */
  readonly gapWidth: number;
  readonly legend: readonly LegendEntry[];
  readonly omissions: readonly ChartOmission[];
}

/** What of a chart does not depend on its size. */
export interface ChartWords {
  readonly chart: ChartBlock;
  /** What its categories are where they are dates. */
  readonly dates: ChartDates | null;
  /** A colour a series; of a ring, a category. */
  readonly colors: readonly ColorUse[];
  readonly markColors: MarkColors;
  readonly speaking: Speaking;
  /** Bars lie whatever their names. */
  readonly lies: boolean;
  /** Its series are the parts of one bar. */
  readonly isShareBar: boolean;
  /** What each stack adds up to; see `stackTotals`. */
  readonly totals: readonly (number | null)[];
  /** Writes values as the deck's language does. */
  readonly format: (value: number) => string;
  readonly grouping: boolean;
  /** Whether the series have to be named: there are several, or nothing above the chart says what the one is. */
  readonly namesSeries: boolean;
}

/** How much is missing: what an arrangement with less of it is better by. */
export function wordsMissing({ omissions }: Arrangement): number {
  return omissions.reduce((sum, { words }) => sum + words.length, 0);
}
