import { COLOR_SLOTS } from './color-types.ts';
import { FIELDS, type Field } from './stand-ins.ts';
import type { Variant } from './types.ts';

/** Colours of a palette, in the order in which they are shown. */
export const PALETTE_NAMES = [...COLOR_SLOTS, ...(Object.keys(FIELDS) as Field[])] as const;
export type PaletteName = (typeof PALETTE_NAMES)[number];

export const FONT_USES = ['heading', 'body'] as const;
export type FontUse = (typeof FONT_USES)[number];

/** One value of a theme: a palette's colour, `#RRGGBB`, or the Latin family of a font. */
export type DesignChange =
  | { readonly at: Variant; readonly name: PaletteName; readonly value: string }
  | { readonly at: 'fonts'; readonly name: FontUse; readonly value: string };

/** Words that are hard to read on the colour behind them. */
export interface Unreadable {
  readonly variant: Variant;
  /** Of the palette, or `#RRGGBB` where a style has a colour of its own. */
  readonly color: string;
  /** What lies behind: a colour of the palette, or `#RRGGBB`. */
  readonly ground: string;
  /** The lowest, and what is asked there. */
  readonly ratio: number;
  readonly required: number;
  /** Layouts that have such words. */
  readonly layouts: readonly string[];
  /** The nearest shade that is readable everywhere; null: there is none, or the colour is a style's own. */
  readonly shade: string | null;
}

/** What of a theme is changed by looking. */
export interface Design {
  /** As the file has them; those that it leaves out are not here. */
  readonly colors: Readonly<Record<Variant, Readonly<Partial<Record<PaletteName, string>>>>>;
  readonly fonts: Readonly<Record<FontUse, string>>;
  readonly unreadable: readonly Unreadable[];
}
