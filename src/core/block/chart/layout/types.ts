import type { ColorUse, Frame } from '../../../template/theme/types.ts';

/**
 * A word, name or number of a chart as set: what a renderer draws and nothing else. Plain data, absolute points.
 * A renderer that sets its own lines is given the same line ends.
 */
export interface ChartLabel {
  /** As shown, in one line; its lines joined with the spaces between them. */
  readonly text: string;
  readonly lines: readonly ChartLine[];
  /** What its lines take, from the first one's top to the last one's foot. */
  readonly frame: Frame;
  /** The side of `frame` that its lines share: a side of the page, whatever the direction of reading. */
  readonly align: 'left' | 'center' | 'right';
  /** Base direction of its words. */
  readonly direction: 'ltr' | 'rtl';
  readonly color: ColorUse;
  readonly bold?: true;
  /** Where it is not the chart's. */
  readonly size?: number;
}

export interface ChartLine {
  readonly text: string;
  /** Left edge of the words. */
  readonly x: number;
  readonly width: number;
  readonly baseline: number;
}

/** The name of a category at its place on the axis, or nothing where it was left out. */
export interface CategoryLabel extends ChartLabel {
  /** Index into `ChartBox.categories`. */
  readonly category: number;
}

/** A word of the value axis at its tick. */
export interface TickLabel extends ChartLabel {
  readonly value: number;
}

/** The number of a mark. */
export interface ValueLabel extends ChartLabel {
  readonly series: number;
  readonly category: number;
  /** On which side of its mark it stands; `center`: in the middle of a piece of a stack or ring; `outside`: beyond the ring. */
  readonly side: 'above' | 'below' | 'left' | 'right' | 'center' | 'outside';
}

/** What a stack adds up to, at its end. */
export interface TotalLabel extends ChartLabel {
  readonly category: number;
  readonly value: number;
  readonly side: 'above' | 'below' | 'left' | 'right';
}

/**
 * The name of a series at its mark, in place of a legend: at the end of its line, behind the last point's number where numbers are shown;
 * beside its piece of the last stack; inside its first bar; or below its part of a divided bar.
 */
export interface SeriesLabel extends ChartLabel {
  readonly series: number;
  /** The category of the mark. */
  readonly category: number;
  /** The part of `text` that is the name. */
  readonly name: string;
  readonly side: 'left' | 'right' | 'inside' | 'below';
}

/** A remark at the marks of its category. */
export interface AnnotationLabel extends ChartLabel {
  readonly category: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A line across the plot at a value, and what it says. */
export interface TargetLine {
  readonly value: number;
  /** Its stretches between numbers that stand on it. */
  readonly lines: readonly { readonly from: Point; readonly to: Point }[];
  readonly label: ChartLabel;
}

/** How a line is told from others where they cross, and in grey print. */
export interface LineLook {
  readonly shape: PointShape;
  /** What was expected, not counted. */
  readonly isDashed: boolean;
}

export type PointShape = 'circle' | 'square' | 'triangle' | 'diamond';

/** An entry of the legend: a series, or a part of a ring. */
export interface LegendEntry {
  readonly swatch: Frame;
  readonly color: ColorUse;
  readonly label: ChartLabel;
}

export type DateUnit = 'years' | 'months' | 'days';
/** What the words of an axis of dates name. */
export type DateWords = DateUnit | 'quarters';

/** A word of an axis of dates at its place. */
export interface DateLabel extends ChartLabel {
  /** The date, as spreadsheets count days. */
  readonly serial: number;
}

/** The axis of categories that are dates: each stands at its true distance from the others. */
export interface DateAxis {
  /** What one place of the axis is; bars are as wide as its places let them be. */
  readonly unit: DateUnit;
  /** The date of each category, as spreadsheets count days. */
  readonly serials: readonly number[];
  /** The date that the axis begins with: that of its first word, at or before the first category's. It ends with the last category's. */
  readonly start: number;
  /** So many units from one word to the next. */
  readonly step: { readonly count: number; readonly unit: DateUnit };
  readonly words: DateWords;
  readonly labels: readonly DateLabel[];
}

/** What stands for one value. */
export type ChartMark = BarMark | PointMark | SliceMark;

interface MarkBase {
  readonly series: number;
  readonly category: number;
  readonly value: number;
  readonly color: ColorUse;
}

/** A bar, or a piece of a stack. */
export interface BarMark extends MarkBase {
  readonly kind: 'bar';
  readonly frame: Frame;
}

/** A point of a line; a missing value has none, and the line a gap. */
export interface PointMark extends MarkBase {
  readonly kind: 'point';
  readonly x: number;
  readonly y: number;
}

/** A part of a ring, by its angles from twelve o'clock, clockwise, in radians. */
export interface SliceMark extends MarkBase {
  readonly kind: 'slice';
  readonly from: number;
  readonly to: number;
}

/** The value axis: from `min` to `max`, a tick every `step`. */
export interface ChartScale {
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** Decimals that its words are written with. */
  readonly decimals: number;
}

/** What a chart cannot show: words that found no room even in the smallest type, colours of their own, remarks, a target off the scale. All stands in its alternative text and data. */
export interface ChartOmission {
  /** `shape`: no word is missing, but it is bars where a doughnut was asked for. */
  readonly what: 'category' | 'series' | 'part' | 'number' | 'color' | 'shape' | 'annotation' | 'target';
  readonly words: readonly string[];
  /** Categories: every so many-th is named, from the first; 0: none. */
  readonly every: number;
}
