/** PowerPoint's twelve theme colours. A palette gives each as `#RRGGBB`. */
export const COLOR_SLOTS = [
  'dark1',
  'light1',
  'dark2',
  'light2',
  'accent1',
  'accent2',
  'accent3',
  'accent4',
  'accent5',
  'accent6',
  'hyperlink',
  'followedHyperlink',
] as const;
export type ColorSlot = (typeof COLOR_SLOTS)[number];
export type Palette = Readonly<Record<ColorSlot, string>>;

/**
 * How text, shapes and backgrounds name a colour: through PowerPoint's colour map, so that a dark variant is another map
 * and not another deck. Light: text1 → dark1, background1 → light1, text2 → dark2, background2 → light2. Dark: the reverse.
 */
export const COLOR_USES = [
  'text1',
  'background1',
  'text2',
  'background2',
  'accent1',
  'accent2',
  'accent3',
  'accent4',
  'accent5',
  'accent6',
  'hyperlink',
  'followedHyperlink',
] as const;
export type NamedColor = (typeof COLOR_USES)[number];
/** A named colour, or `#RRGGBB` for one that is no slot's: what an organisation's template paints outside its colour scheme. */
export type ColorUse = NamedColor | `#${string}`;
