/**
 * What a unit of each part of a score weighs. One further slide is worth as much as type a quarter smaller, or a hole of half a page; what
 * is cut outweighs all else, a condition that does not hold all but that.
 */
export const WEIGHTS = {
  /** Each thing that is cut, divided or too tall. */
  faults: 100,
  /** Each condition of a layout that does not hold. */
  conditions: 10,
  /** Each slide beyond the fewest. */
  slides: 0.5,
  /** The share by which running text is smaller than the largest that an option is set in, counted by characters. */
  type: 2,
  /** The share of the page in the largest empty rectangle, beyond `HOLE`; the mean of its slides. */
  hole: 2,
  /** The share of the page that is not used, below `USED`; the mean of its slides. */
  unused: 1,
  /** The distance of what stands there from the page's middle, across, as a share of half the page. */
  balance: 0.25,
  /** Each line of a title beyond two. */
  title: 0.1,
  /** A layout that is not preferred where another of its group is: type a fifth smaller. */
  preference: 0.4,
  /** Each slide that is one too many of a family in a row. */
  rhythm: 1,
  /** A field of colour right behind another. */
  fields: 0.15,
  /** What another must be better by, for the last preview's choice to go. */
  loose: 0.1,
} as const;

/** An empty rectangle of this share of the page is no fault: margins, and what stands round text, make as much. */
export const HOLE = 0.19;

/** A page of which this share is used is full. */
export const USED = 0.58;

/** So many slides of one family may follow each other. */
export const MOST_ALIKE = 3;

/** Of a group's options so many are placed; the others are measured alone. */
export const MOST_PLACED = 4;
