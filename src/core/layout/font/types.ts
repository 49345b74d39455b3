import type { FontKind } from '../../template/theme/types.ts';
export type Weight = 400 | 700;

export type Slope = 'normal' | 'italic';

/** One face of a family that the theme names, ready to measure with. Widths and heights are in ems. */
export interface Face {
  readonly family: string;
  /** The bundled family that shows it in HTML: its twin, or the nearest; null where none is near. */
  readonly twin: string | null;
  /** Whether its widths are its own and not those of a stand-in, which get a margin. */
  readonly exact: boolean;
  /** Whether its heights are its own. */
  readonly ownHeights: boolean;
  readonly weight: Weight;
  readonly style: Slope;
  readonly heights: Heights;
  readonly width: (text: string, ligatures: boolean) => number;
  /** What of the text no font at hand has, and which fallback family shows the rest. */
  readonly lookUp: (codePoint: number) => Found;
}

export type Found =
  | { readonly kind: 'own' }
  | { readonly kind: 'fallback'; readonly family: string }
  | { readonly kind: 'ideograph' | 'pictograph' | 'letter' | 'symbol' };

/** `kind`: what the theme says of the family, for where no file of it is at hand. */
export type FindFace = (family: string, weight: Weight, style: Slope, kind?: FontKind) => Face;

/** Ems above and below the baseline that a font takes, and the gap that it asks for between lines. */
export interface Heights {
  readonly ascent: number;
  readonly descent: number;
  readonly lineGap: number;
}
