/** How tall an item must be and how tall it would like to be, in points. Text is as tall as it is; pictures and charts take what is left. */
export interface Need {
  readonly min: number;
  readonly max: number;
  /** In a region with nothing else in it: less than `min` where the item can shrink. */
  readonly least: number;
}

/** The room an item is divided for. */
export interface Room {
  readonly width: number;
  readonly height: number;
  /** Height of an empty region. */
  readonly full: number;
  /** The region is empty, so something must go into it. */
  readonly force: boolean;
}

export function fixed(height: number): Need {
  return { min: height, max: height, least: height };
}
