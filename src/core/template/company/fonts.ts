import { child, children, value, type Element } from '../../base/ooxml/xml/tree.ts';
import type { FontChoice, FontKind, FontRole } from '../theme/types.ts';

/** What a file says of families that it names in several places. */
export type KnownKinds = ReadonlyMap<string, FontKind>;

/** PANOSE of a Latin text font: its proportion, then whether it has serifs. */
function panoseKind(panose: string): FontKind | null {
  const [family, serif = 0, , proportion = 0] = (panose.match(/../g) ?? []).map((byte) => Number.parseInt(byte, 16));
  if (family !== 2) return null;
  if (proportion === 9) return 'mono';
  if (serif >= 2 && serif <= 10) return 'serif';
  if (proportion === 6 || proportion === 8) return 'condensed';
  if (proportion === 5 || proportion === 7) return 'wide';
  return serif >= 11 ? 'sans' : null;
}

/** The upper half of `pitchFamily` is Windows' font family, the lower its pitch. */
function pitchKind(raw: string): FontKind | null {
  const pitch = Number(raw) & 0x0f;
  const family = (Number(raw) & 0xf0) >> 4;
  if (pitch === 1 || family === 3) return 'mono';
  return family === 1 ? 'serif' : family === 2 ? 'sans' : null;
}

/** What a CT_TextFont says its font is like; null where it says nothing. */
function kindIn(font: Element): FontKind | null {
  const [panose, pitch] = [value(font, 'panose'), value(font, 'pitchFamily')];
  return (panose === null ? null : panoseKind(panose)) ?? (pitch === null ? null : pitchKind(pitch));
}

/** Fonts that the file has embedded, which are described even where its theme does not. */
export function embeddedKinds(presentation: Element): KnownKinds {
  const list = child(presentation, 'p:embeddedFontLst');
  return new Map(
    (list ? children(list) : []).flatMap((entry): [string, FontKind][] => {
      const font = child(entry, 'p:font');
      const kind = font && kindIn(font);
      return font && kind ? [[value(font, 'typeface') ?? '', kind]] : [];
    }),
  );
}

const FALLBACK: FontChoice = { latin: 'Calibri', eastAsian: 'Microsoft YaHei', complex: 'Arial' };

/** A theme's font, with the names it has for other scripts. */
function fontChoice(font: Element | null, known: KnownKinds): FontChoice {
  const face = (name: string): string => {
    const element = font && child(font, name);
    return (element && value(element, 'typeface')) ?? '';
  };
  const latin = face('a:latin') || FALLBACK.latin;
  const element = font && child(font, 'a:latin');
  const kind = (element && kindIn(element)) ?? known.get(latin);
  return {
    latin,
    eastAsian: face('a:ea') || FALLBACK.eastAsian,
    complex: face('a:cs') || FALLBACK.complex,
    ...(kind === undefined ? {} : { kind }),
  };
}

export type Fonts = Readonly<Record<FontRole, FontChoice>>;

/** The fonts of a theme's elements. */
export function fontsOf(elements: Element | null, known: KnownKinds): Fonts {
  const scheme = elements && child(elements, 'a:fontScheme');
  const font = (name: string): FontChoice => fontChoice(scheme && child(scheme, name), known);
  return { heading: font('a:majorFont'), body: font('a:minorFont') };
}

/** The font that a list style names itself for its first level, past the theme; null where it follows the theme. */
function statedIn(list: Element | null): Element | null {
  const level = list && child(list, 'a:lvl1pPr');
  const run = level && child(level, 'a:defRPr');
  const latin = run && child(run, 'a:latin');
  const name = latin && value(latin, 'typeface');
  return latin && name && !name.startsWith('+') ? latin : null;
}

/** The fonts that titles and text are set in: many masters name a font of their own and leave the theme at Office's. */
export function statedFonts(theme: Fonts, lists: Readonly<Record<FontRole, readonly (Element | null)[]>>, known: KnownKinds): Fonts {
  const stated = (role: FontRole): FontChoice => {
    const found = lists[role].map(statedIn).findLast((latin) => latin !== null);
    const latin = found ? (value(found, 'typeface') ?? '') : theme[role].latin;
    if (!found || latin === theme[role].latin) return theme[role];
    const kind = kindIn(found) ?? known.get(latin);
    const { eastAsian, complex } = theme[role];
    return { latin, eastAsian, complex, ...(kind === undefined ? {} : { kind }) };
  };
  return { heading: stated('heading'), body: stated('body') };
}
