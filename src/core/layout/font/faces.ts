import type { FontKind } from '../../template/theme/types.ts';
import type { FontFile, FontLibrary } from '../types.ts';
import { estimateKind, estimateText, ESTIMATED_HEIGHTS } from './estimate.ts';
import { openFont, type OpenFont } from './file.ts';
import { tallest } from './heights.ts';
import { standInFor, type Measure, type StandIn } from './stand-in.ts';
import { SCRIPT_FONTS, TWINS } from './twins.ts';
import type { Weight, Slope, Face, FindFace, Heights } from './types.ts';

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
  const opened = new Map<FontFile, OpenFont>();
  const open: Open = (file) => {
    const font = opened.get(file) ?? openFont(file);
    opened.set(file, font);
    return font;
  };
  return (family, weight, style, kind) => {
    const key = `${family}|${weight}|${style}|${kind ?? ''}`;
    const known = faces.get(key);
    if (known) return known;
    const face = makeFace({ library, open }, { family, weight, style, kind });
    faces.set(key, face);
    return face;
  };
}

/** The bundled family that a family is measured with exactly: itself, or its twin; null where neither is at hand. */
function exactFamily(library: FontLibrary, family: string): string | null {
  const candidates = [family, TWINS[family.toLowerCase()] ?? family];
  return candidates.find((name) => filesOf(library, name, 400, 'normal').length > 0) ?? null;
}

export interface MeasuredBy {
  /** The bundled family; null where widths are only estimated. */
  readonly by: string | null;
  readonly exact: boolean;
  /** How much wider than in it text is taken to be, as a share. */
  readonly margin: number;
  /** What PowerPoint shows where the family is missing. */
  readonly fallback: string;
}

/** With what a family is measured: itself or its twin exactly, else the nearest with a margin. */
export function measuredBy(library: FontLibrary, family: string, kind?: FontKind): MeasuredBy {
  const exact = exactFamily(library, family);
  const { nearest, fallback } = standInFor(family, kind);
  if (exact !== null) return { by: exact, exact: true, margin: 0, fallback };
  const isHere = nearest.pitch === undefined && filesOf(library, nearest.by, 400, 'normal').length > 0;
  return { by: isHere ? nearest.by : null, exact: false, margin: isHere ? nearest.width - 1 : 0, fallback };
}

/** Each file is opened once. */
type Open = (file: FontFile) => OpenFont;

/** What a face is made from. */
interface Fonts {
  readonly library: FontLibrary;
  readonly open: Open;
}

type Advance = (file: FontFile, text: string, ligatures: boolean) => number;

function plainAdvance(open: Open): Advance {
  return (file, text, ligatures) => open(file).advance(text, ligatures);
}

function scaledAdvance(open: Open, { width, pitch }: Measure): Advance {
  if (pitch !== undefined) return (_, text) => pitch * Array.from(text.replace(/\p{M}/gu, '')).length;
  return (file, text, ligatures) => open(file).advance(text, ligatures) * width;
}

/** Text in the nearest twin or in what PowerPoint falls back to, whichever is wider. */
function widerAdvance(open: Open, { nearest, fallbackMeasure }: StandIn, fallbackFiles: readonly FontFile[]): Advance {
  const [near, far] = [scaledAdvance(open, nearest), scaledAdvance(open, fallbackMeasure)];
  return (file, text, ligatures) => {
    // Families are cut into the same subsets.
    const other = fallbackFiles.find((f) => f.subset === file.subset);
    return Math.max(near(file, text, ligatures), other ? far(other, text, ligatures) : 0);
  };
}

interface Source {
  readonly files: readonly FontFile[];
  readonly advance: Advance;
  readonly heights: Heights;
  readonly twin: string | null;
  readonly ownHeights: boolean;
}

function exactSource(open: Open, files: readonly FontFile[], twin: string): Source {
  return { files, advance: plainAdvance(open), heights: files[0] ? open(files[0]) : ESTIMATED_HEIGHTS, twin, ownHeights: true };
}

/** Letters that the nearest twin lacks are those of what PowerPoint falls back to, and of the bundled family with most scripts. */
function standInSource({ library, open }: Fonts, standIn: StandIn, weight: Weight, style: Slope): Source {
  const { nearest, fallbackMeasure, heights } = standIn;
  const of = (family: string): FontFile[] => filesOf(library, family, weight, style);
  const near = of(nearest.by);
  const files = [...new Set([...near, ...of(fallbackMeasure.by), ...of('Arimo')])];
  const estimated = near[0] ? tallest(open(near[0]), ESTIMATED_HEIGHTS) : ESTIMATED_HEIGHTS;
  return {
    files,
    advance: widerAdvance(open, standIn, of(fallbackMeasure.by)),
    heights: heights ?? estimated,
    twin: near.length > 0 && nearest.pitch === undefined ? nearest.by : null,
    ownHeights: heights !== null,
  };
}

interface Wanted {
  readonly family: string;
  readonly weight: Weight;
  readonly style: Slope;
  readonly kind: FontKind | undefined;
}

/** Widths are kept of words, of so many at once; longer stretches are asked for once. */
const LONGEST_KEPT = 64;
const MOST_KEPT = 100_000;

function makeFace(fonts: Fonts, { family, weight, style, kind }: Wanted): Face {
  const { library, open } = fonts;
  const exact = exactFamily(library, family);
  const { files, advance, heights, twin, ownHeights } =
    exact === null
      ? standInSource(fonts, standInFor(family, kind), weight, style)
      : exactSource(open, filesOf(library, exact, weight, style), exact);
  const scripts = SCRIPT_FONTS.map(({ family: name }) => ({ name, files: filesOf(library, name, weight, style) }));
  const plain = plainAdvance(open);
  const holders = new Map<number, FontFile | null>();
  const cache = new Map<string, number>();
  const unligated = new Map<string, number>();

  const holder = (cp: number): FontFile | null => {
    let file = holders.get(cp);
    if (file === undefined) {
      const all = [...files, ...scripts.flatMap((s) => s.files)];
      file = all.find((f) => covers(f, cp) && open(f).has(cp)) ?? null;
      holders.set(cp, file);
    }
    return file;
  };

  const measure = (text: string, ligatures: boolean): number => {
    let total = 0;
    for (const part of byHolder(text, holder)) {
      if (part.file === null) total += estimateText(part.text);
      else total += (files.includes(part.file) ? advance : plain)(part.file, part.text, ligatures);
    }
    return total;
  };

  return {
    family,
    twin,
    exact: exact !== null,
    ownHeights,
    weight,
    style,
    heights,
    width: (text, ligatures) => {
      if (text.length > LONGEST_KEPT) return measure(text, ligatures);
      const widths = ligatures ? cache : unligated;
      let width = widths.get(text);
      if (width === undefined) {
        width = measure(text, ligatures);
        // Words come again soon or not at all.
        if (widths.size >= MOST_KEPT) widths.clear();
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
    const file = last && /\p{M}|\u200D|\u200E|\u200F|\u061C|\uFE0F/u.test(ch) ? last.file : holder(ch.codePointAt(0) ?? 0);
    if (last?.file === file) last.text += ch;
    else parts.push({ file, text: ch });
  }
  return parts;
}
