import { filesFor } from '../../layout/index.ts';
import type { FaceUse, FontFile, FontLibrary, Scene } from '../../layout/types.ts';
import type { FontChoice, FontRole } from '../../template/theme/types.ts';
import { isSfnt, readSfnt } from './font/sfnt.ts';
import { blankUnusedGlyphs } from './font/blank-unused-glyphs.ts';
import { writeWoff2 } from './font/woff2.ts';
import { dataUrl } from '../../block/image/html.ts';

/** The name an embedded face goes by in the page: never the machine's own font, whose widths may differ. */
export function embeddedName(family: string): string {
  return `Deck ${family}`;
}

/** A CSS string. Everything but letters, digits and a few harmless characters is escaped by code point. */
export function cssString(text: string): string {
  return `"${text.replace(/[^\w .,-]/gu, (c) => `\\${(c.codePointAt(0) ?? 0).toString(16)} `)}"`;
}

function inRanges(codePoint: number, ranges: FontFile['ranges']): boolean {
  return ranges.some(([from, to]) => codePoint >= from && codePoint <= to);
}

function hex(codePoint: number): string {
  return codePoint.toString(16).toUpperCase();
}

/** Sorted code points as a CSS `unicode-range`. */
function unicodeRange(codePoints: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const cp of codePoints) {
    const last = ranges.at(-1);
    if (last && cp === last[1] + 1) last[1] = cp;
    else ranges.push([cp, cp]);
  }
  return ranges.map(([from, to]) => (from === to ? `U+${hex(from)}` : `U+${hex(from)}-${hex(to)}`)).join(',');
}

/** The file's glyphs for these characters as woff2: the part made when Lectern was built, thinned, else cut now. */
async function cut(file: FontFile, wanted: readonly number[]): Promise<Uint8Array> {
  const { common } = file;
  if (common && wanted.every((cp) => common.codePoints.has(cp))) {
    const bytes = common.read();
    return isSfnt(bytes) ? writeWoff2(blankUnusedGlyphs(readSfnt(bytes), new Set(wanted))) : bytes;
  }
  const { default: subsetFont } = await import('subset-font');
  return subsetFont(Buffer.from(file.read()), String.fromCodePoint(...wanted), { targetFormat: 'woff2', noHinting: true });
}

/** Whether a font's characters can be cut out of it: the library that reads its widths is another, and takes what this one does not. */
export async function canBeCut(bytes: Uint8Array, codePoints: readonly number[]): Promise<boolean> {
  const { default: subsetFont } = await import('subset-font');
  const text = codePoints.map((codePoint) => String.fromCodePoint(codePoint)).join('');
  return subsetFont(Buffer.from(bytes), text, { targetFormat: 'sfnt', noHinting: true }).then(
    () => true,
    () => false,
  );
}

/** The files that a face's characters come from, and which of them each has. */
function partsOf(face: FaceUse, fonts: FontLibrary): { readonly file: FontFile; readonly wanted: readonly number[] }[] {
  const taken = new Set<number>();
  return filesFor(face, fonts).flatMap((file) => {
    const wanted = face.codePoints.filter((cp) => !taken.has(cp) && inRanges(cp, file.ranges));
    for (const cp of wanted) taken.add(cp);
    return wanted.length === 0 ? [] : [{ file, wanted }];
  });
}

async function faceRules(face: FaceUse, fonts: FontLibrary): Promise<string[]> {
  const parts = partsOf(face, fonts);
  const rules: string[] = [];
  for (const { file, wanted } of parts) {
    const declarations = [
      `font-family:${cssString(embeddedName(face.family))}`,
      ...(face.weight === 400 ? [] : [`font-weight:${face.weight}`]),
      ...(face.style === 'normal' ? [] : [`font-style:${face.style}`]),
      // one file alone is asked for every character, and has those that are wanted
      ...(parts.length > 1 ? [`unicode-range:${unicodeRange(wanted)}`] : []),
      `src:url(${dataUrl('font/woff2', await cut(file, wanted))}) format("woff2")`,
    ];
    rules.push(`@font-face{${declarations.join(';')}}`);
  }
  return rules;
}

/** Whatever is set in fonts: a scene, or a page of its own. */
export interface SetInFonts extends Pick<Scene, 'faces'> {
  readonly theme: Pick<Scene['theme'], 'fonts'>;
}

/** One `@font-face` per file needed. Faces that nothing here stands in for are the machine's own. */
export async function fontFaces(scene: Pick<Scene, 'faces'>, fonts: FontLibrary): Promise<string> {
  const rules: string[] = [];
  for (const face of scene.faces) {
    if (face.twin !== null) rules.push(...(await faceRules(face, fonts)));
  }
  return rules.join('');
}

const SERIF = /georgia|cambria|times|garamond|serif|gelasio|caladea|tinos|roman/i;

function generic({ latin, kind }: FontChoice): string {
  if (kind === 'mono') return 'monospace';
  return kind === 'serif' || (kind === undefined && SERIF.test(latin)) ? 'serif' : 'sans-serif';
}

/** Roles whose font is shown by one of other widths: the machine's own where it has it, else the nearest at hand. */
export function inexactRoles(scene: SetInFonts): ReadonlySet<FontRole> {
  const inexact = new Set(scene.faces.filter((face) => !face.exact).map((face) => face.family));
  return new Set((['heading', 'body'] as const).filter((role) => inexact.has(scene.theme.fonts[role].latin)));
}

/** The font list of a role: embedded faces first, then the machine's own, then any of the kind. */
export function fontStack(scene: SetInFonts, role: FontRole): string {
  const { latin, complex, eastAsian } = scene.theme.fonts[role];
  const embedded = [...new Set(scene.faces.filter((face) => face.twin !== null).map((face) => face.family))];
  const own = embedded.filter((family) => family === latin);
  const others = embedded.filter(
    (family) => !own.includes(family) && family !== scene.theme.fonts[role === 'heading' ? 'body' : 'heading'].latin,
  );
  const first = inexactRoles(scene).has(role) ? [latin] : [];
  const names = [...first, ...own.map(embeddedName), ...others.map(embeddedName), latin, eastAsian, complex].filter((name) => name !== '');
  return [...[...new Set(names)].map(cssString), generic(scene.theme.fonts[role])].join(',');
}
