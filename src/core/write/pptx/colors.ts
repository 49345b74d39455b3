import { isNamedColor } from '../../template/theme/index.ts';
import type { ColorSlot, ColorUse, NamedColor, Variant } from '../../template/theme/types.ts';

/** Colours as text and shapes name them: through the master's colour map. ST_SchemeColorVal. */
const SCHEME: Readonly<Record<NamedColor, string>> = {
  text1: 'tx1',
  background1: 'bg1',
  text2: 'tx2',
  background2: 'bg2',
  accent1: 'accent1',
  accent2: 'accent2',
  accent3: 'accent3',
  accent4: 'accent4',
  accent5: 'accent5',
  accent6: 'accent6',
  hyperlink: 'hlink',
  followedHyperlink: 'folHlink',
};

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
  return SCHEME[use];
}

/** The colour element: a slot of the scheme, or a colour that is none's. EG_ColorChoice. */
export function colorElement(use: ColorUse, changes = ''): string {
  const [name, val] = isNamedColor(use) ? ['schemeClr', SCHEME[use]] : ['srgbClr', use.slice(1)];
  return changes === '' ? `<a:${name} val="${val}"/>` : `<a:${name} val="${val}">${changes}</a:${name}>`;
}

export function solidFill(use: ColorUse): string {
  return `<a:solidFill>${colorElement(use)}</a:solidFill>`;
}
