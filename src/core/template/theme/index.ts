export {
  contrast,
  COLOR_MAP,
  isNamedColor,
  linkColor,
  luminance,
  mixed,
  quietColor,
  requiredContrast,
  resolveColor,
  SCHEME_NAMES,
} from './color.ts';
export { designOf, redesigned } from './design.ts';
export type { Design, DesignChange } from './design-types.ts';
export { allDecoration, decorationImages, drawnOn } from './drawn.ts';
export { backgroundOf, contrastFaults, type ContrastFault } from './legibility.ts';
export { placementFaults, type PlacementFault } from './placement.ts';
export { loadTheme, loadThemes, type ThemeChoice } from './load.ts';
export { themeSchema } from './schema.ts';
