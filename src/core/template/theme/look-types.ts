import type { ColorUse } from './color-types.ts';

export interface TableLook {
  readonly rule: ColorUse;
  /** Points. */
  readonly ruleWidth: number;
  readonly headerRule: ColorUse;
  readonly headerRuleWidth: number;
  readonly headerFill: ColorUse | null;
  readonly bandFill: ColorUse | null;
  readonly totalFill: ColorUse | null;
  /** Above totals. */
  readonly totalRule: ColorUse;
  readonly totalRuleWidth: number;
  /** Behind rows that their author marked. */
  readonly markedFill: ColorUse | null;
  /** Bars beside values, and those of marked rows. */
  readonly bar: ColorUse;
  readonly markedBar: ColorUse;
  /** Points between text and the cell's edges. */
  readonly paddingX: number;
  readonly paddingY: number;
}

export interface ChartLook {
  /** Series in order: the first speaks, the others are muted. */
  readonly series: readonly ColorUse[];
  /** Of the last series, and of one that is alone; null: the first of `series` speaks. */
  readonly accent: ColorUse | null;
  readonly axis: ColorUse;
  readonly grid: ColorUse;
}

/** How items stand: side by side, in several rows of these, below each other, as arrows, as columns with common lines. */
export const ARRANGEMENTS = ['row', 'grid', 'rows', 'chevrons', 'columns'] as const;
export type ItemsArrangement = (typeof ARRANGEMENTS)[number];

/** Texts of an item. */
export const ITEM_PARTS = ['number', 'kicker', 'head', 'sub', 'body', 'side'] as const;
export type ItemPart = (typeof ITEM_PARTS)[number];

/** A look of repeating items. Lengths in points. */
export interface ItemsLook {
  /** Tried in order; the first that holds all at its smallest sizes is taken, else the last. */
  readonly arrange: readonly ItemsArrangement[];
  /** Fewer do not stand side by side; no more than these do. */
  readonly least: number;
  readonly most: number;
  /** Between items side by side and lanes, between columns of rows. */
  readonly gap: number;
  /** Between an item's edge and its text. Rows without a fill keep none at their sides. */
  readonly padding: { readonly x: number; readonly y: number };
  readonly fill: ColorUse | null;
  readonly markedFill: ColorUse | null;
  /** Above a card, between rows and cells; at the start of a marked row. */
  readonly rule: ColorUse | null;
  readonly markedRule: ColorUse | null;
  readonly ruleWidth: number;
  readonly markedRuleWidth: number;
  /** A marked card of a row is wider by this share. */
  readonly wider: number;
  /** Cards, lanes and rows grow to this height at most. */
  readonly rowMaximum: number;
  /** Of rows; `auto`: two where one does not hold them at full size. */
  readonly columns: 1 | 2 | 'auto';
  /** Of words in rows and chevrons. */
  readonly anchor: 'top' | 'middle';
  /** Keys of `Theme.styles`. */
  readonly styles: Readonly<Record<ItemPart, string>>;
  readonly markedStyles: Readonly<Record<ItemPart, string>>;
}

/**
 * How figures stand: `plain` (numbers above labels, as many across as fit), `hero` (one that takes the region), `row` (columns of equal
 * width on common lines), `stack` (below each other, hedge and unit on the number's line), `band` (a row that is low, as a stack's lines).
 */
export const FIGURES_FORMS = ['plain', 'hero', 'row', 'stack', 'band'] as const;
export type FiguresForm = (typeof FIGURES_FORMS)[number];

export interface FiguresLook {
  readonly form: FiguresForm;
  /** Keys of `Theme.styles`: of numbers, and of labels. Hedges and units are set in the label's type, sized by the number where these are null. */
  readonly value: string;
  readonly label: string;
  readonly hedge: string | null;
  readonly unit: string | null;
  /** A hedge's size as a share of its number's, where it has no style. */
  readonly hedgeSize: number;
  readonly rule: ColorUse | null;
  /** Points. */
  readonly ruleWidth: number;
  readonly fill: ColorUse | null;
  /** Of the figures that the author says to look at: rule and number, or their box and all words in it. */
  readonly lead: ColorUse | null;
  readonly leadFill: ColorUse | null;
  readonly leadText: ColorUse | null;
  /** Points between a filled box and its words, and between figures. */
  readonly padding: number;
  readonly gap: number;
}

export interface TimelineLook {
  readonly line: ColorUse;
  readonly lineWidth: number;
  readonly dot: ColorUse;
  readonly today: ColorUse;
}
