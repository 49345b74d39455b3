import { attribute } from '../../base/ooxml/xml/scan.ts';
import { child, children, value, type Element } from '../../base/ooxml/xml/tree.ts';
import { hexOf, rgbOf, SCHEME_NAMES, type Rgb } from '../theme/color.ts';
import { COLOR_USES, type ColorUse, type NamedColor } from '../theme/types.ts';
import type { CompanyColors } from './types.ts';

/** Ours by the names of the colour map. */
export const NAMED = Object.fromEntries(COLOR_USES.map((use) => [SCHEME_NAMES[use], use])) as Readonly<Record<string, NamedColor>>;

/** Preset names that people and programs do use. ST_PresetColorVal. */
const PRESETS: Readonly<Record<string, string>> = {
  black: '#000000',
  white: '#FFFFFF',
  red: '#FF0000',
  green: '#008000',
  blue: '#0000FF',
  yellow: '#FFFF00',
  gray: '#808080',
  grey: '#808080',
  ltGray: '#D3D3D3',
  dkGray: '#A9A9A9',
  navy: '#000080',
  orange: '#FFA500',
};

/** What a scheme colour shows here: the master's map, or a layout's own over it; `phClr` where a theme's fill is painted. */
export interface Palette {
  readonly colors: CompanyColors;
  /** Whether the map is the master's, so that a colour can be named. */
  readonly named: boolean;
  readonly placeholderColor?: string;
}

function hslOf([r, g, b]: Rgb): [number, number, number] {
  const [x, y, z] = [r / 255, g / 255, b / 255];
  const max = Math.max(x, y, z);
  const min = Math.min(x, y, z);
  const light = (max + min) / 2;
  const range = max - min;
  if (range === 0) return [0, 0, light];
  const saturation = range / (1 - Math.abs(2 * light - 1));
  const hue = max === x ? ((y - z) / range + 6) % 6 : max === y ? (z - x) / range + 2 : (x - y) / range + 4;
  return [hue * 60, saturation, light];
}

function rgbOfHsl([hue, saturation, light]: readonly [number, number, number]): Rgb {
  const chroma = (1 - Math.abs(2 * light - 1)) * saturation;
  const channel = (offset: number): number => {
    const k = (offset + hue / 30) % 12;
    return 255 * (light - (chroma / 2) * Math.max(-1, Math.min(k - 3, 9 - k, 1)));
  };
  return [channel(0), channel(8), channel(4)];
}

const clamp = (value: number): number => Math.min(1, Math.max(0, value));
const linear = (c: number): number => (c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4);
const gamma = (c: number): number => 255 * (c <= 0.0031308 ? c * 12.92 : 1.055 * c ** (1 / 2.4) - 0.055);

/** A colour's changes, by element. Tints and shades are mixed in linear light, as PowerPoint does. ECMA-376 part 1, 20.1.2.3. */
const TRANSFORMS: Readonly<Record<string, (rgb: Rgb, share: number) => Rgb>> = {
  'a:lumMod': (rgb, share) => luminance(rgb, (l) => l * share),
  'a:lumOff': (rgb, share) => luminance(rgb, (l) => l + share),
  'a:lum': (rgb, share) => luminance(rgb, () => share),
  'a:satMod': (rgb, share) => {
    const [h, s, l] = hslOf(rgb);
    return rgbOfHsl([h, clamp(s * share), l]);
  },
  'a:shade': ([r, g, b], share) => [gamma(linear(r) * share), gamma(linear(g) * share), gamma(linear(b) * share)],
  'a:tint': ([r, g, b], share) => {
    const mix = (c: number): number => gamma(linear(c) * share + 1 - share);
    return [mix(r), mix(g), mix(b)];
  },
};

function luminance(rgb: Rgb, change: (light: number) => number): Rgb {
  const [h, s, l] = hslOf(rgb);
  return rgbOfHsl([h, s, clamp(change(l))]);
}

function share(element: Element): number {
  const raw = value(element, 'val') ?? '';
  return raw.endsWith('%') ? Number(raw.slice(0, -1)) / 100 : Number(raw) / 100_000;
}

function base(element: Element, palette: Palette): string | null {
  const val = value(element, 'val') ?? '';
  switch (element.name) {
    case 'a:srgbClr':
      return /^[0-9A-Fa-f]{6}$/.test(val) ? `#${val.toUpperCase()}` : null;
    case 'a:sysClr':
      return `#${(value(element, 'lastClr') ?? (val === 'window' ? 'FFFFFF' : '000000')).toUpperCase()}`;
    case 'a:prstClr':
      return PRESETS[val] ?? '#808080';
    case 'a:schemeClr':
      return val === 'phClr' ? (palette.placeholderColor ?? null) : (palette.colors[val] ?? null);
    case 'a:scrgbClr':
      return hexOf(['r', 'g', 'b'].map((c) => gamma(Number.parseFloat(attribute(element.attributes, c) ?? '0') / 100_000)));
    case 'a:hslClr': {
      const part = (name: string, of: number): number => Number(value(element, name) ?? 0) / of;
      return hexOf(rgbOfHsl([part('hue', 60_000), clamp(part('sat', 100_000)), clamp(part('lum', 100_000))]));
    }
    default:
      return null;
  }
}

export interface FoundColor {
  readonly use: ColorUse;
  readonly hex: string;
  /** 0 transparent, 1 opaque. */
  readonly alpha: number;
}

/** The colour that an element of EG_ColorChoice says; null where it is none or names what there is not. */
export function colorOf(element: Element, palette: Palette): FoundColor | null {
  const start = base(element, palette);
  if (start === null) return null;
  const changes = children(element);
  const alpha = changes.filter(({ name }) => name === 'a:alpha').reduce((all, change) => all * share(change), 1);
  const applied = changes.flatMap((change) => (TRANSFORMS[change.name]?.bind(null) ? [change] : []));
  const hex = hexOf(applied.reduce<Rgb>((rgb, change) => TRANSFORMS[change.name]?.(rgb, share(change)) ?? rgb, rgbOf(start)));
  const name = element.name === 'a:schemeClr' && applied.length === 0 && palette.named ? NAMED[value(element, 'val') ?? ''] : undefined;
  return { use: name ?? (hex as ColorUse), hex, alpha };
}

/** The colour that a parent holds, as `a:solidFill` does. */
export function colorIn(parent: Element | null, palette: Palette): FoundColor | null {
  if (parent === null) return null;
  for (const element of children(parent)) {
    const found = colorOf(element, palette);
    if (found) return found;
  }
  return null;
}

/** One colour for a shaded fill: the mean of its stops. */
function shadedColor(gradient: Element, palette: Palette): FoundColor | null {
  const list = child(gradient, 'a:gsLst');
  const stops = list ? children(list, 'a:gs').flatMap((stop) => colorIn(stop, palette) ?? []) : [];
  if (stops.length === 0) return null;
  const mean = [0, 1, 2].map((i) => stops.reduce((sum, { hex }) => sum + (rgbOf(hex)[i] ?? 0), 0) / stops.length);
  const hex = hexOf(mean);
  return { use: hex as ColorUse, hex, alpha: stops.reduce((sum, { alpha }) => sum + alpha, 0) / stops.length };
}

export type Fill =
  | { readonly kind: 'none' }
  /** `shading`: the gradient that the colour stands for. */
  | { readonly kind: 'color'; readonly color: FoundColor; readonly shading: Element | null }
  | { readonly kind: 'picture'; readonly element: Element };

/** The fill that shape properties or a background say; null where they say nothing. EG_FillProperties. */
export function fillIn(properties: Element, palette: Palette): Fill | null {
  for (const element of children(properties)) {
    switch (element.name) {
      case 'a:noFill':
        return { kind: 'none' };
      case 'a:solidFill': {
        const color = colorIn(element, palette);
        return color ? { kind: 'color', color, shading: null } : null;
      }
      case 'a:gradFill': {
        const color = shadedColor(element, palette);
        return color ? { kind: 'color', color, shading: element } : null;
      }
      case 'a:pattFill': {
        const color = colorIn(child(element, 'a:bgClr'), palette);
        return color ? { kind: 'color', color, shading: null } : null;
      }
      case 'a:blipFill':
        return { kind: 'picture', element };
    }
  }
  return null;
}

/** A theme's twelve colours under a master's map. */
export function mappedColors(scheme: Element | null, map: Element | null): CompanyColors {
  const own: Record<string, string> = {};
  for (const slot of scheme ? children(scheme) : []) {
    const color = colorIn(slot, { colors: {}, named: false });
    if (color) own[slot.name.replace(/^a:/, '')] = color.hex;
  }
  const usual: Readonly<Record<string, string>> = { bg1: 'lt1', tx1: 'dk1', bg2: 'lt2', tx2: 'dk2' };
  const names = Object.keys(NAMED).map((name) => [name, own[(map ? value(map, name) : null) ?? usual[name] ?? name] ?? '#808080']);
  // The scheme's own names may stand in text too.
  return { ...own, ...(Object.fromEntries(names) as Record<string, string>) };
}
