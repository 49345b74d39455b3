import type { FontFile, FontLibrary } from '../types.ts';
import { estimateKind, estimateText, ESTIMATED_HEIGHTS } from './estimate.ts';
import { openFont } from './file.ts';
import type { Heights } from './heights.ts';
import { SCRIPT_FONTS, STAND_IN, STAND_IN_MARGIN, TWINS } from './twins.ts';

export type Weight = 400 | 700;
export type Slope = 'normal' | 'italic';

/** One face of a family that the theme names, ready to measure with. Widths and heights are in ems. */
export interface Face {
  readonly family: string;
  /** The bundled family that shows it in HTML; null where widths are only estimated. */
  readonly twin: string | null;
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

export type FindFace = (family: string, weight: Weight, style: Slope) => Face;

/** Latin first: it holds the letters, digits and spaces that most text is made of. */
const SUBSET_ORDER = ['latin', 'latin-ext', 'cyrillic', 'greek', 'vietnamese'];

function rank(file: FontFile): number {
  const at = SUBSET_ORDER.indexOf(file.subset);
  return at < 0 ? SUBSET_ORDER.length : at;
}

/** The files of one face; a slope or weight that the family lacks is taken from its nearest. */
function filesOf(library: FontLibrary, family: string, weight: Weight, style: Slope): FontFile[] {
  const own = library.files.filter((f) => f.family.toLowerCase() === family.toLowerCase());
  const tries = [own.filter((f) => f.weight === weight && f.style === style), own.filter((f) => f.weight === weight), own];
  return [...(tries.find((files) => files.length > 0) ?? [])].sort((a, b) => rank(a) - rank(b));
}

/** A lookup of faces over a library; each face keeps the widths of the words it has seen. */
export function faceFinder(library: FontLibrary): FindFace {
  const faces = new Map<string, Face>();
  return (family, weight, style) => {
    const key = `${family}|${weight}|${style}`;
    const known = faces.get(key);
    if (known) return known;
    const face = makeFace(library, family, weight, style);
    faces.set(key, face);
    return face;
  };
}

/** With which bundled family a family is measured: itself or its twin exactly, else a stand-in with a margin; null: only estimated. */
export function measuredBy(
  library: FontLibrary,
  family: string,
): { readonly by: string | null; readonly exact: boolean; readonly margin: number } {
  const twin = TWINS[family.toLowerCase()];
  const isHere = (name: string | undefined): name is string => name !== undefined && filesOf(library, name, 400, 'normal').length > 0;
  const exact = [family, twin].find(isHere);
  if (exact !== undefined) return { by: exact, exact: true, margin: 0 };
  return isHere(STAND_IN) ? { by: STAND_IN, exact: false, margin: STAND_IN_MARGIN - 1 } : { by: null, exact: false, margin: 0 };
}

function makeFace(library: FontLibrary, family: string, weight: Weight, style: Slope): Face {
  const twin = TWINS[family.toLowerCase()] ?? null;
  const candidates = [family, ...(twin ? [twin] : []), STAND_IN];
  const measuredWith = candidates.find((name) => filesOf(library, name, weight, style).length > 0) ?? null;
  const files = measuredWith ? filesOf(library, measuredWith, weight, style) : [];
  const standIn = measuredWith === STAND_IN && twin !== STAND_IN && family.toLowerCase() !== STAND_IN.toLowerCase();
  const margin = standIn ? STAND_IN_MARGIN : 1;
  const scripts = SCRIPT_FONTS.map(({ family: name }) => ({ name, files: filesOf(library, name, weight, style) }));
  const first = files[0] ? openFont(files[0]) : null;
  const holders = new Map<number, FontFile | null>();
  const cache = new Map<string, number>();
  const unligated = new Map<string, number>();

  const holder = (cp: number): FontFile | null => {
    let file = holders.get(cp);
    if (file === undefined) {
      const all = [...files, ...scripts.flatMap((s) => s.files)];
      file = all.find((f) => covers(f, cp) && openFont(f).has(cp)) ?? null;
      holders.set(cp, file);
    }
    return file;
  };

  const measure = (text: string, ligatures: boolean): number => {
    let total = 0;
    for (const part of byHolder(text, holder)) {
      if (part.file === null) total += estimateText(part.text);
      else total += openFont(part.file).advance(part.text, ligatures) * (files.includes(part.file) ? margin : 1);
    }
    return total;
  };

  return {
    family,
    twin: standIn ? null : measuredWith,
    weight,
    style,
    heights: first ?? ESTIMATED_HEIGHTS,
    width: (text, ligatures) => {
      const widths = ligatures ? cache : unligated;
      let width = widths.get(text);
      if (width === undefined) {
        width = measure(text, ligatures);
        widths.set(text, width);
      }
      return width;
    },
    lookUp: (cp) => {
      const file = holder(cp);
      if (file && files.includes(file)) return { kind: 'own' };
      if (file) return { kind: 'fallback', family: file.family };
      const kind = estimateKind(String.fromCodePoint(cp));
      return { kind: kind === 'none' ? 'own' : kind };
    },
  };
}

function covers(file: FontFile, cp: number): boolean {
  return file.ranges.length === 0 || file.ranges.some(([from, to]) => cp >= from && cp <= to);
}

interface Part {
  readonly file: FontFile | null;
  readonly text: string;
}

/** Stretches of text that one file shows; marks and joiners stay with what is before them. */
function byHolder(text: string, holder: (codePoint: number) => FontFile | null): Part[] {
  const parts: { file: FontFile | null; text: string }[] = [];
  for (const ch of text) {
    const last = parts.at(-1);
    const file = last && /\p{M}|\u200D|\uFE0F/u.test(ch) ? last.file : holder(ch.codePointAt(0) ?? 0);
    if (last?.file === file) last.text += ch;
    else parts.push({ file, text: ch });
  }
  return parts;
}
