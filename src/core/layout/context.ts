import type { Images, TableBlock, TimelineBlock } from '../deck/types.ts';
import type { Direction, LevelStyle, TextStyle, Theme } from '../template/theme/types.ts';
import type { TimelineCache } from '../block/timeline/layout/types.ts';
import type { Origin } from '../base/origin.ts';
import type { Run } from '../base/text.ts';
import type { LanguageOf } from './languages.ts';
import type { Fonts } from './text/types.ts';
import type { SceneParagraph } from './types.ts';

/** The columns of a table at one size. */
export interface Columns {
  /** Points. */
  readonly widths: readonly number[];
  /** Whether each is as wide as its widest number, and the first as its widest word. */
  readonly hold: boolean;
  /** The column whose values are drawn as bars at its end; null: none, or no room for them. */
  readonly bars: BarRoom | null;
}

/** Where a table's bars stand. */
export interface BarRoom {
  readonly column: number;
  /** Points at the column's end, with the space before the bars. */
  readonly width: number;
}

/** What a cell keeps clear of its column's sides beyond the padding, in points: bars stand there, or decimals of other rows. */
export interface CellInset {
  readonly start: number;
  readonly end: number;
}

export type CellInsetOf = (runs: readonly Run[], column: number, isHead: boolean) => CellInset;

/** How all figures of a block stand at one size. */
export interface Arrangement {
  /** How many stand beside each other at most. */
  readonly across: number;
  readonly levels: readonly LevelStyle[];
}

/** Widths of a row's parts in points, the same in all rows of a block of items. */
export interface RowWidths {
  readonly column: number;
  readonly number: number;
  readonly words: number;
  readonly side: number;
}

/** Runs with the marks of direction that they need in a line of this direction. */
export interface Directed {
  readonly runs: readonly Run[];
  readonly direction: Direction;
}

/** What every step of layout looks at. */
export interface Context {
  readonly theme: Theme;
  readonly fonts: Fonts;
  readonly images: Images;
  readonly direction: Direction;
  /** A BCP 47 tag. */
  readonly language: string;
  readonly languageOf: LanguageOf;
  /** A date in the deck's language. */
  readonly dayText: (iso: string) => string;
  /** The same runs for the same words of the same origins, so that what was measured of them is found again. */
  readonly words: (text: string, origins?: readonly Origin[]) => readonly Run[];
  /** Cells' words as paragraphs. */
  readonly cells: Map<readonly Run[], SceneParagraph>;
  /** Columns of tables, by size and width. */
  readonly columns: Map<TableBlock, Map<string, Columns>>;
  /** What cells of tables keep clear, by size and width. */
  readonly insets: Map<TableBlock, Map<string, CellInsetOf>>;
  /** Heights of rows in points, by what they are rows of, and by size and width: however it is divided, each is set once. */
  readonly heights: Map<object, Map<string, Map<object, number>>>;
  /** Of blocks of figures, by size and width; null where they cannot stand as figures. */
  readonly arrangements: Map<object, Map<string, Arrangement | null>>;
  /** Widths of the parts of rows of items, by columns, width and size. */
  readonly itemWidths: Map<object, Map<string, RowWidths>>;
  /** Widths of lists' columns of dates in points, by size and width. */
  readonly dateWidths: Map<TimelineBlock, Map<string, number>>;
  readonly timelines: TimelineCache;
  /** Lectern's own words in the deck's language, by name. */
  readonly ownWords: Readonly<Record<string, string>>;
  /** Runs as their lines are set, by those that the deck has; of running text apart, which may have a direction of its own. */
  readonly directed: { readonly running: Map<readonly Run[], Directed>; readonly others: Map<readonly Run[], Directed> };
}

/** A style of the theme; a name it lacks is a fault of the theme's reader. */
export function styleNamed(theme: Theme, name: string): TextStyle {
  const style = theme.styles[name] ?? theme.styles['body'];
  if (!style) throw new Error(`the theme has no style ${name}`);
  return style;
}
