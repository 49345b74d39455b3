import type { ColorSlot, ColorUse, NamedColor, Theme, Variant } from './types.ts';

/** Called the same everywhere. */
const ACCENTS = {
  accent1: 'accent1',
  accent2: 'accent2',
  accent3: 'accent3',
  accent4: 'accent4',
  accent5: 'accent5',
  accent6: 'accent6',
} as const;

/** PowerPoint's colour map (`p:clrMap`) for each variant; uses that are not named here are slots of the same name. */
export const COLOR_MAP: Readonly<Record<Variant, Readonly<Record<NamedColor, ColorSlot>>>> = {
  light: map({ text1: 'dark1', background1: 'light1', text2: 'dark2', background2: 'light2' }),
  dark: map({ text1: 'light1', background1: 'dark1', text2: 'light2', background2: 'dark2' }),
};

function map(swapped: Record<'text1' | 'background1' | 'text2' | 'background2', ColorSlot>): Record<NamedColor, ColorSlot> {
  return { ...swapped, ...ACCENTS, hyperlink: 'hyperlink', followedHyperlink: 'followedHyperlink' };
}

/** The colour of links in text of a colour: the theme's for links on paper; words in a colour of their own, as on fields, keep it, underlined. */
export function linkColor(text: ColorUse): ColorUse {
  return text === 'text1' || text === 'text2' ? 'hyperlink' : text;
}

export function isNamedColor(use: ColorUse): use is NamedColor {
  return !use.startsWith('#');
}

/** The colour that a use shows in the theme's variant, `#RRGGBB` in capitals. */
export function resolveColor(theme: Pick<Theme, 'variant' | 'palettes'>, use: ColorUse): string {
  if (!isNamedColor(use)) return use;
  return theme.palettes[theme.variant][COLOR_MAP[theme.variant][use]];
}

/**
 * What a run that is only said of its words (a part's number) is painted in, where its text has this colour: the muted one on the page's own
 * ground. Null, its text's, on an organisation's page and on fields; in a dark deck words on fields have the colour of all text, so there always.
 */
export function quietColor({ base, variant }: Pick<Theme, 'base' | 'variant'>, color: ColorUse | null): ColorUse | null {
  return color === 'text1' && base === null && variant === 'light' ? 'text2' : null;
}

/** Red, green and blue, 0 to 255. */
export type Rgb = readonly [number, number, number];

/** Of `#RRGGBB`. */
export function rgbOf(hex: string): Rgb {
  const at = (i: number): number => Number.parseInt(hex.slice(i, i + 2), 16);
  return [at(1), at(3), at(5)];
}

/** `#RRGGBB` in capitals; what is beyond 0 to 255 is brought there. */
export function hexOf(rgb: readonly number[]): string {
  return `#${rgb
    .map((c) =>
      Math.round(Math.min(255, Math.max(0, c)))
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`.toUpperCase();
}

/** A colour over another, `share` of 0 to 1 of it; all `#RRGGBB`. */
export function mixed(over: string, below: string, share: number): string {
  const [a, b] = [rgbOf(over), rgbOf(below)];
  return hexOf([0, 1, 2].map((i) => (a[i] ?? 0) * share + (b[i] ?? 0) * (1 - share)));
}

/** WCAG 2 relative luminance of `#RRGGBB`, 0 to 1. */
export function luminance(color: string): number {
  const channel = (at: number): number => {
    const value = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

/** WCAG 2 contrast ratio of two colours written `#RRGGBB`, 1 to 21. */
export function contrast(a: string, b: string): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

/**
 * WCAG AA: 4.5, or 3 for large text. There large is 18 pt, or 14 pt bold; a slide is often shown smaller than it is made, so 24 pt and
 * 18.66 pt bold are asked. `size` in points.
 */
export function requiredContrast(size: number, bold: boolean): number {
  return size >= 24 || (bold && size >= 18.66) ? 3 : 4.5;
}

/** Colours as PowerPoint's text and shapes name them, through the master's colour map. ST_SchemeColorVal. */
export const SCHEME_NAMES: Readonly<Record<NamedColor, string>> = {
  text1: 'tx1',
  background1: 'bg1',
  text2: 'tx2',
  background2: 'bg2',
  ...ACCENTS,
  hyperlink: 'hlink',
  followedHyperlink: 'folHlink',
};
