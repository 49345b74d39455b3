import type { Images, TableBlock } from '../deck/types.ts';
import type { Direction, TextStyle, Theme } from '../template/theme/types.ts';
import type { Origin } from '../base/origin.ts';
import type { Run } from '../base/text.ts';
import type { LanguageOf } from './languages.ts';
import type { Fonts } from './text/types.ts';

/** The columns of a table at one size. */
export interface Columns {
  /** Points. */
  readonly widths: readonly number[];
  /** Whether each is as wide as its widest number, and the first as its widest word. */
  readonly hold: boolean;
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
  /** Columns of tables, by size and width. */
  readonly columns: Map<TableBlock, Map<string, Columns>>;
  /** Runs as their lines are set, by those that the deck has; of running text apart, which may have a direction of its own. */
  readonly directed: { readonly running: Map<readonly Run[], Directed>; readonly others: Map<readonly Run[], Directed> };
}

/** A style of the theme; a name it lacks is a fault of the theme's reader. */
export function styleNamed(theme: Theme, name: string): TextStyle {
  const style = theme.styles[name] ?? theme.styles['body'];
  if (!style) throw new Error(`the theme has no style ${name}`);
  return style;
}
