import { writeCmap } from './cmap.ts';
import { thinnedKerning } from './gpos.ts';
import { addSubstitutes, substitutions } from './gsub.ts';
import { shortNames } from './name.ts';
import { components, mappings, outlines, table, view, type Sfnt } from './sfnt.ts';

/** What only programs that make fonts, or smooth type by hints, look into. */
const LEFT_OUT = ['STAT', 'gasp'];

/**
 * The font with the wanted characters alone: others have empty outlines, no widths and no kerning. Glyphs keep their numbers and all else
 * stays, so the text is set as before; a few milliseconds where a real subset takes a tenth of a second.
 */
export function blankUnusedGlyphs(font: Sfnt, wanted: ReadonlySet<number>): Sfnt {
  const offsets = outlines(font);
  const glyf = table(font, 'glyf');
  const outline = (glyph: number): Uint8Array => glyf.subarray(offsets[glyph] ?? 0, offsets[glyph + 1] ?? 0);
  const kept = keptGlyphs(font, wanted, outline);
  const parts: Uint8Array[] = [];
  const starts: number[] = [];
  let length = 0;
  for (let glyph = 0; glyph < offsets.length - 1; glyph += 1) {
    starts.push(length);
    const bytes = kept.has(glyph) ? outline(glyph) : new Uint8Array();
    parts.push(bytes);
    length += bytes.byteLength;
  }
  starts.push(length);
  const tables = new Map([...font.tables].filter(([tag]) => !LEFT_OUT.includes(tag)));
  tables.set('glyf', concat(parts, length));
  tables.set('loca', locations(font, starts));
  tables.set('hmtx', metrics(font, kept));
  tables.set('cmap', writeCmap(new Map([...mappings(table(font, 'cmap'))].filter(([codePoint]) => wanted.has(codePoint)))));
  const name = font.tables.get('name');
  if (name) tables.set('name', shortNames(name));
  const gpos = font.tables.get('GPOS');
  if (gpos) tables.set('GPOS', thinnedKerning(gpos, kept));
  return { ...font, tables };
}

/** Glyphs of wanted characters, what substitution makes of them, what these are put together from, and the missing glyph. */
function keptGlyphs(font: Sfnt, wanted: ReadonlySet<number>, outline: (glyph: number) => Uint8Array): Set<number> {
  const kept = new Set<number>([0]);
  for (const [codePoint, glyph] of mappings(table(font, 'cmap'))) if (wanted.has(codePoint)) kept.add(glyph);
  const gsub = font.tables.get('GSUB');
  if (gsub) addSubstitutes(kept, substitutions(gsub));
  const waiting = [...kept];
  for (let glyph = waiting.pop(); glyph !== undefined; glyph = waiting.pop()) {
    for (const part of components(outline(glyph))) {
      if (!kept.has(part)) waiting.push(part);
      kept.add(part);
    }
  }
  return kept;
}

/** `loca` in the format that `head` names; outlines keep their even lengths, so the short one still fits. */
function locations(font: Sfnt, starts: readonly number[]): Uint8Array {
  const isLong = view(table(font, 'head')).getInt16(50) === 1;
  const bytes = new Uint8Array(starts.length * (isLong ? 4 : 2));
  const data = view(bytes);
  starts.forEach((start, i) => (isLong ? data.setUint32(4 * i, start) : data.setUint16(2 * i, start / 2)));
  return bytes;
}

/** Widths of kept glyphs alone: zeros take no room once compressed. */
function metrics(font: Sfnt, kept: ReadonlySet<number>): Uint8Array {
  // a copy: a Buffer's own `slice` would be the font itself
  const bytes = new Uint8Array(table(font, 'hmtx'));
  const full = view(table(font, 'hhea')).getUint16(34);
  // behind the full entries come left bearings alone, for glyphs as wide as the last
  for (let glyph = 0; glyph < full - 1; glyph += 1) if (!kept.has(glyph)) bytes.fill(0, 4 * glyph, 4 * glyph + 4);
  return bytes;
}

function concat(parts: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.byteLength;
  }
  return whole;
}
