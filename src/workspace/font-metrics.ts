import { create, type Font } from 'fontkit';
import type { FontMetrics, JoiningLetter, Kerning } from '../core/layout/font/metrics.ts';

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

const PAIR = 2;
const LIGATURE = 4;
const EXTENSIONS: ReadonlySet<number> = new Set([7, 9]);

/** Reads widths, kerning and standard ligatures out of a font's bytes (woff2, woff, ttf or otf). Throws what fontkit throws where it is no font. */
export function makeMetrics(bytes: Uint8Array): FontMetrics {
  const font = create(bytes as Buffer) as Font & { readonly GSUB?: LayoutTable; readonly GPOS?: LayoutTable };
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
    advances: symbols.map((id) => font.getGlyph(id).advanceWidth),
    ligatures: ligatures.map((l) => l.text),
    kerning: kerningOf(font.GPOS, symbols),
    joining: codePoints.includes(0x627) && codePoints.includes(0x644) ? joiningOf(font, codePoints) : null,
  };
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
        }
      }
    }
  }
  return found.sort((a, b) => b.text.length - a.text.length);
}

function covered(coverage: Coverage): (readonly [number, number])[] {
  if (coverage.version === 1) return (coverage.glyphs ?? []).map((glyph, i) => [glyph, i]);
  return (coverage.rangeRecords ?? []).flatMap(({ start, end, startCoverageIndex }) =>
    Array.from({ length: end - start + 1 }, (_, i) => [start + i, startCoverageIndex + i] as const),
  );
}

function classOf(glyph: number, def: ClassDef | undefined): number {
  if (def?.version === 1) return def.classValueArray?.[glyph - (def.startGlyph ?? 0)] ?? 0;
  return def?.classRangeRecord?.find((range) => glyph >= range.start && glyph <= range.end)?.class ?? 0;
}

/** Every pair's value, then rows and columns that are alike made one class. */
function kerningOf(gpos: LayoutTable | undefined, symbols: readonly number[]): Kerning | null {
  if (!gpos) return null;
  const matrix = symbols.map(() => new Int16Array(symbols.length));
  for (const tables of subTables(gpos, ['kern'], PAIR)) {
    // In a lookup the first subtable that knows a pair decides.
    const decided = symbols.map(() => new Uint8Array(symbols.length));
    for (const table of tables as readonly PairPos[]) applyPairs(table, symbols, matrix, decided);
  }
  if (matrix.every((row) => row.every((value) => value === 0))) return null;
  const rows = classes(matrix.map((row) => row.join()));
  const columns = classes(symbols.map((_, c) => matrix.map((row) => row[c]).join()));
  return {
    first: rows.of,
    second: columns.of,
    values: rows.examples.map((r) => columns.examples.map((c) => matrix[r]?.[c] ?? 0)),
  };
}

function applyPairs(table: PairPos, symbols: readonly number[], matrix: readonly Int16Array[], decided: readonly Uint8Array[]): void {
  const coverage = new Map(covered(table.coverage));
  const secondClasses = table.version === 2 ? symbols.map((glyph) => classOf(glyph, table.classDef2)) : [];
  symbols.forEach((first, a) => {
    const index = coverage.get(first);
    const [row, done] = [matrix[a], decided[a]];
    if (index === undefined || !row || !done) return;
    const set = table.version === 1 ? new Map([...(table.pairSets?.get(index) ?? [])].map((p) => [p.secondGlyph, p.value1])) : null;
    const record = set ? null : table.classRecords?.get(classOf(first, table.classDef1));
    symbols.forEach((second, b) => {
      const value = set ? set.get(second) : record?.get(secondClasses[b] ?? 0).value1;
      if (done[b] === 1 || value === undefined) return;
      done[b] = 1;
      row[b] = (row[b] ?? 0) + (value.xAdvance ?? 0);
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

const ZWJ = '\u200D';
const LAM = '\u0644';
const ALEFS = ['\u0622', '\u0623', '\u0625', '\u0627', '\u0671'];

/** The forms of Arabic letters, shaped by fontkit between zero-width joiners. */
function joiningOf(font: Font, codePoints: readonly number[]): JoiningLetter[] {
  const shape = (text: string): { readonly width: number; readonly glyphs: string } => {
    const run = font.layout(text, { mark: false, mkmk: false });
    const shown = run.glyphs.filter((g) => !g.codePoints.includes(0x200d) || g.codePoints.length > 1);
    return { width: run.advanceWidth, glyphs: shown.map((g) => g.id).join() };
  };
  const letters = codePoints.map((cp) => String.fromCodePoint(cp)).filter((ch) => /(?=\p{Script=Arabic})\p{L}/u.test(ch));
  const pairs = ALEFS.filter((alef) => letters.includes(alef)).map((alef) => LAM + alef);
  return [...pairs, ...letters].flatMap((text): JoiningLetter[] => {
    const [isolated, final, initial, medial] = [text, ZWJ + text, text + ZWJ, ZWJ + text + ZWJ].map(shape);
    if (!isolated || !final || !initial || !medial) return [];
    const joinsAfter = text.length === 1 && initial.glyphs !== isolated.glyphs;
    if (!joinsAfter && final.glyphs === isolated.glyphs) return [];
    return [
      {
        text,
        isolated: isolated.width,
        final: final.width,
        initial: joinsAfter ? initial.width : null,
        medial: joinsAfter ? medial.width : null,
      },
    ];
  });
}
