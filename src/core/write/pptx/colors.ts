import { isNamedColor, SCHEME_NAMES } from '../../template/theme/index.ts';
import type { ColorSlot, ColorUse, NamedColor, Variant } from '../../template/theme/types.ts';

/** The theme's own slots, as `a:clrScheme` names and orders them. CT_ColorScheme. */
export const SLOT_ELEMENTS: readonly (readonly [string, ColorSlot])[] = [
  ['dk1', 'dark1'],
  ['lt1', 'light1'],
  ['dk2', 'dark2'],
  ['lt2', 'light2'],
  ['accent1', 'accent1'],
  ['accent2', 'accent2'],
  ['accent3', 'accent3'],
  ['accent4', 'accent4'],
  ['accent5', 'accent5'],
  ['accent6', 'accent6'],
  ['hlink', 'hyperlink'],
  ['folHlink', 'followedHyperlink'],
];

const MAPS: Readonly<Record<Variant, string>> = {
  light: 'bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2"',
  dark: 'bg1="dk1" tx1="lt1" bg2="dk2" tx2="lt2"',
};

/** Attributes of `p:clrMap`: a dark deck is another map, not other colours on its shapes. */
export function colorMap(variant: Variant): string {
  const accents = [1, 2, 3, 4, 5, 6].map((n) => `accent${n}="accent${n}"`).join(' ');
  return `${MAPS[variant]} ${accents} hlink="hlink" folHlink="folHlink"`;
}

/** `tx1`, `accent2`, … */
export function schemeColor(use: NamedColor): string {
  return SCHEME_NAMES[use];
}

/** The colour element: a slot of the scheme, or a colour that is none's. EG_ColorChoice. */
export function colorElement(use: ColorUse, changes = ''): string {
  const [name, val] = isNamedColor(use) ? ['schemeClr', SCHEME_NAMES[use]] : ['srgbClr', use.slice(1)];
  return changes === '' ? `<a:${name} val="${val}"/>` : `<a:${name} val="${val}">${changes}</a:${name}>`;
}

export function solidFill(use: ColorUse): string {
  return `<a:solidFill>${colorElement(use)}</a:solidFill>`;
}
