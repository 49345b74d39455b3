import type { Reach, Season } from '../words/calendar.ts';

/** A date as a text names it. Offsets in the text. */
export interface DateMention {
  readonly start: number;
  readonly end: number;
  readonly year: number | null;
  readonly month: number | null;
  /** The days that are named: two of `12–14 October` and those between. */
  readonly days: readonly number[];
  /** Beside a year: `autumn 2028`. */
  readonly season: Season | null;
  /** `1990s`: its year is the first of its ten. */
  readonly decade: boolean;
  /** A number that could as well count something: `1989`. */
  readonly bareYear: boolean;
}

/** All that places a paragraph in time. */
export interface Dated {
  readonly dates: readonly DateMention[];
  /** Days of the week, each with where it stands, and whether a date is beside it; 0 is Sunday. */
  readonly weekdays: readonly { readonly day: number; readonly start: number; readonly end: number; readonly dated: boolean }[];
  /** How far words like `last month` reach from the day of publication. */
  readonly relative: ReadonlySet<Reach>;
  /** What is pointed to from the day of publication: `last year`. */
  readonly pointed: readonly { readonly unit: 'year' | 'month'; readonly by: number; readonly at: number }[];
  /** A year that no number counts, and none points away from: that of the publication, as in `by the end of the year`. */
  readonly thisYear: boolean;
  /** `years`, `decades`: years between two that are named are meant too. */
  readonly spans: boolean;
  /** Indices of the tokens that are part of a date, and so count nothing. */
  readonly taken: ReadonlySet<number>;
}
