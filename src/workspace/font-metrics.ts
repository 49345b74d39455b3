import type { Font } from 'fontkit';
import type { FontMetrics, Kerning } from '../core/layout/font/metrics.ts';
import { joiningOf } from './font-joining.ts';

/** The parts of OpenType's GSUB and GPOS that widths depend on, as fontkit decodes them (its types leave them out). */
interface LayoutTable {
  readonly featureList: readonly { readonly tag: string; readonly feature: { readonly lookupListIndexes: readonly number[] } }[];
  readonly lookupList: { readonly get: (index: number) => Lookup };
}

interface Lookup {
  readonly lookupType: number;
  readonly subTables: readonly unknown[];
}

interface Extension {
  readonly lookupType: number;
  readonly extension: unknown;
}

interface Coverage {
  readonly version: number;
  readonly glyphs?: readonly number[];
  readonly rangeRecords?: readonly { readonly start: number; readonly end: number; readonly startCoverageIndex: number }[];
}

interface ClassDef {
  readonly version: number;
  readonly startGlyph?: number;
  readonly classValueArray?: readonly number[];
  readonly classRangeRecord?: readonly { readonly start: number; readonly end: number; readonly class: number }[];
}

interface Value {
  readonly xAdvance?: number;
}

interface List<T> {
  readonly get: (index: number) => T;
}

interface PairPos {
  readonly version: 1 | 2;
  readonly coverage: Coverage;
  readonly pairSets?: List<
    List<{ readonly secondGlyph: number; readonly value1: Value }> & Iterable<{ readonly secondGlyph: number; readonly value1: Value }>
  >;
  readonly classDef1?: ClassDef;
  readonly classDef2?: ClassDef;
  readonly classRecords?: List<List<{ readonly value1: Value }>>;
}

interface LigatureSubst {
  readonly coverage: Coverage;
  readonly ligatureSets: List<Iterable<{ readonly glyph: number; readonly components: readonly number[] }>>;
}

interface MultipleSubst {
  readonly sequences: { readonly toArray: () => readonly (readonly number[])[] };
}

const PAIR = 2;
const MULTIPLE = 2;
const LIGATURE = 4;
const EXTENSIONS: ReadonlySet<number> = new Set([7, 9]);

interface Widths {
  readonly metrics: { readonly length: number; readonly get: (index: number) => { readonly advance: number } };
}

type Decoded = Font & { readonly GSUB?: LayoutTable; readonly GPOS?: LayoutTable; readonly hmtx: Widths };

/** Widths, kerning and standard ligatures of a font that fontkit opened. Throws what fontkit throws where its tables are broken. */
export function makeMetrics(opened: Font): FontMetrics {
  const font = opened as Decoded;
  const codePoints = [...font.characterSet].filter((cp) => cp >= 0x20).sort((a, b) => a - b);
  const glyphs = codePoints.map((cp) => font.glyphForCodePoint(cp).id);
  const ligatures = ligaturesOf(font.GSUB, new Map(glyphs.map((id, i) => [id, codePoints[i] ?? 0])));
  const symbols = [...glyphs, ...ligatures.map((l) => l.glyph)];
  return {
    unitsPerEm: font.unitsPerEm,
    ascent: font.hhea.ascent,
    descent: -font.hhea.descent,
    lineGap: font.hhea.lineGap,
    codePoints,
    advances: symbols.map((id) => advanceOf(font.hmtx, id)),
    ligatures: ligatures.map((l) => l.text),
    kerning: kerningOf(font.GPOS, symbols),
    joining: codePoints.includes(0x627) && codePoints.includes(0x644) && !multiplies(font.GSUB) ? joiningOf(font, codePoints) : null,
  };
}

/** Glyphs beyond the list are as wide as its last. fontkit's own getter reads the outline first, and fails where an empty one ends the file. */
function advanceOf({ metrics }: Widths, glyph: number): number {
  return metrics.get(Math.min(glyph, metrics.length - 1)).advance;
}

/** The subtables of one type that any of the features uses, in lookup order. */
function* subTables(table: LayoutTable, features: readonly string[], type: number): Generator<readonly unknown[]> {
  const indexes = new Set(table.featureList.filter((f) => features.includes(f.tag)).flatMap((f) => [...f.feature.lookupListIndexes]));
  for (const index of [...indexes].sort((a, b) => a - b)) {
    const lookup = table.lookupList.get(index);
    const tables = [...lookup.subTables].flatMap((sub) => {
      if (!EXTENSIONS.has(lookup.lookupType)) return lookup.lookupType === type ? [sub] : [];
      const extension = sub as Extension;
      return extension.lookupType === type ? [extension.extension] : [];
    });
    yield tables;
  }
}

function ligaturesOf(
  gsub: LayoutTable | undefined,
  byGlyph: ReadonlyMap<number, number>,
): { readonly text: string; readonly glyph: number }[] {
  if (!gsub) return [];
  const found: { text: string; glyph: number }[] = [];
  for (const tables of subTables(gsub, ['liga', 'clig'], LIGATURE)) {
    for (const table of tables as readonly LigatureSubst[]) {
      for (const [first, index] of covered(table.coverage)) {
        for (const { glyph, components } of table.ligatureSets.get(index)) {
          const letters = [first, ...components].map((id) => byGlyph.get(id));
          if (letters.every((cp) => cp !== undefined)) found.push({ text: String.fromCodePoint(...letters), glyph });
          within(found.length);
        }
      }
    }
  }
  return found.sort((a, b) => b.text.length - a.text.length);
}

/** Tables of a sound font are far smaller; parts that lie over each other can make a small file list millions of millions. */
const LONGEST = 2_000_000;
/** Pairs that are looked at, two bytes each. */
const MOST_PAIRS = 20_000_000;

function within(length: number, most = LONGEST): void {
  if (length > most) throw new RangeError('a table of the font lists too much');
}

function covered(coverage: Coverage): (readonly [number, number])[] {
  if (coverage.version === 1) return (coverage.glyphs ?? []).map((glyph, i) => [glyph, i]);
  const ranges = coverage.rangeRecords ?? [];
  within(ranges.reduce((sum, { start, end }) => sum + Math.max(0, end - start) + 1, 0));
  return ranges.flatMap(({ start, end, startCoverageIndex }) =>
    Array.from({ length: Math.max(0, end - start + 1) }, (_, i) => [start + i, startCoverageIndex + i] as const),
  );
}

function classOf(glyph: number, def: ClassDef | undefined): number {
  if (def?.version === 1) return def.classValueArray?.[glyph - (def.startGlyph ?? 0)] ?? 0;
  return def?.classRangeRecord?.find((range) => glyph >= range.start && glyph <= range.end)?.class ?? 0;
}

/**
 * Every pair's value, then rows and columns that are alike made one class. Only glyphs that some pair names have a row or column: a font
 * of thousands would have millions of nothings.
 */
function kerningOf(gpos: LayoutTable | undefined, symbols: readonly number[]): Kerning | null {
  if (!gpos) return null;
  const lookups = [...subTables(gpos, ['kern'], PAIR)].map((tables) => (tables as readonly PairPos[]).map(readPairs));
  const all = new Set(symbols);
  const firsts = [...new Set(lookups.flat().flatMap(({ coverage }) => [...coverage.keys()]))].filter((glyph) => all.has(glyph));
  const seconds = [...new Set(lookups.flat().flatMap((pairs) => [...pairs.seconds(symbols)]))].filter((glyph) => all.has(glyph));
  within(firsts.length * seconds.length, MOST_PAIRS);
  const matrix = firsts.map(() => new Int16Array(seconds.length));
  for (const tables of lookups) {
    // In a lookup the first subtable that knows a pair decides.
    const decided = firsts.map(() => new Uint8Array(seconds.length));
    for (const pairs of tables) applyPairs(pairs, { firsts, seconds }, matrix, decided);
  }
  if (matrix.every((row) => row.every((value) => value === 0))) return null;
  const rows = classes([...matrix.map((row) => row.join()), seconds.map(() => 0).join()]);
  const columns = classes([...seconds.map((_, c) => matrix.map((row) => row[c]).join()), firsts.map(() => 0).join()]);
  const place = (glyphs: readonly number[], of: readonly number[]): number[] => {
    const known = new Map(glyphs.map((glyph, i) => [glyph, of[i] ?? 0]));
    return symbols.map((glyph) => known.get(glyph) ?? of.at(-1) ?? 0);
  };
  return {
    first: place(firsts, rows.of),
    second: place(seconds, columns.of),
    values: rows.examples.map((r) => columns.examples.map((c) => matrix[r]?.[c] ?? 0)),
  };
}

/** A subtable of pairs, made ready for asking. */
interface Pairs {
  readonly coverage: ReadonlyMap<number, number>;
  /** The second glyphs that it has values for, among the symbols. */
  readonly seconds: (symbols: readonly number[]) => Iterable<number>;
  /** Values of a covered first glyph by second glyph; undefined where this subtable leaves the pair to the next. */
  readonly row: (index: number, first: number) => (second: number) => number | undefined;
}

function readPairs(table: PairPos): Pairs {
  const coverage = new Map(covered(table.coverage));
  if (table.version === 1) {
    let pairs = 0;
    const setOf = (index: number): Map<number, number> => {
      const set = new Map([...(table.pairSets?.get(index) ?? [])].map((p) => [p.secondGlyph, p.value1.xAdvance ?? 0]));
      within((pairs += set.size));
      return set;
    };
    const sets = new Map([...coverage.values()].map((index) => [index, setOf(index)]));
    return {
      coverage,
      seconds: () => [...sets.values()].flatMap((set) => [...set.keys()]),
      row: (index) => (second) => sets.get(index)?.get(second),
    };
  }
  const known = new Map<number, number>();
  const secondClass = (glyph: number): number => {
    const found = known.get(glyph) ?? classOf(glyph, table.classDef2);
    known.set(glyph, found);
    return found;
  };
  return {
    coverage,
    // Class 0 is all other glyphs, which hardly any font gives a value.
    seconds: (symbols) => symbols.filter((glyph) => secondClass(glyph) !== 0),
    row: (_, first) => {
      const record = table.classRecords?.get(classOf(first, table.classDef1));
      return (second) => record?.get(secondClass(second)).value1.xAdvance ?? 0;
    },
  };
}

function applyPairs(
  pairs: Pairs,
  { firsts, seconds }: { readonly firsts: readonly number[]; readonly seconds: readonly number[] },
  matrix: readonly Int16Array[],
  decided: readonly Uint8Array[],
): void {
  firsts.forEach((first, a) => {
    const index = pairs.coverage.get(first);
    const [row, done] = [matrix[a], decided[a]];
    if (index === undefined || !row || !done) return;
    const valueOf = pairs.row(index, first);
    seconds.forEach((second, b) => {
      const value = done[b] === 1 ? undefined : valueOf(second);
      if (value === undefined) return;
      done[b] = 1;
      row[b] = (row[b] ?? 0) + value;
    });
  });
}

function classes(keys: readonly string[]): { readonly of: number[]; readonly examples: number[] } {
  const known = new Map<string, number>();
  const examples: number[] = [];
  const of = keys.map((key, i) => {
    let own = known.get(key);
    if (own === undefined) {
      own = known.size;
      known.set(key, own);
      examples.push(i);
    }
    return own;
  });
  return { of, examples };
}

/** Whether shaping could make thousands of glyphs out of one: each lookup of this kind multiplies what the one before left. */
function multiplies(gsub: LayoutTable | undefined): boolean {
  if (!gsub) return false;
  const features = gsub.featureList.map(({ tag }) => tag);
  let most = 1;
  for (const tables of subTables(gsub, features, MULTIPLE)) {
    const lengths = (tables as readonly MultipleSubst[]).flatMap(({ sequences }) => sequences.toArray().map((glyphs) => glyphs.length));
    most *= lengths.reduce((longest, length) => Math.max(longest, length), 1);
  }
  return most > 1000;
}
