/** The parts of a TrueType font that matter for leaving glyphs out. Field offsets as in the OpenType specification, 1.9. */
export interface Sfnt {
  readonly flavor: number;
  /** By tag. */
  readonly tables: ReadonlyMap<string, Uint8Array>;
}

const TRUETYPE = 0x00010000;

export function view(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Whether it is an uncompressed font with TrueType outlines. */
export function isSfnt(bytes: Uint8Array): boolean {
  return bytes.byteLength > 12 && view(bytes).getUint32(0) === TRUETYPE;
}

export function readSfnt(bytes: Uint8Array): Sfnt {
  const data = view(bytes);
  const tables = new Map<string, Uint8Array>();
  for (let i = 0; i < data.getUint16(4); i += 1) {
    const at = 12 + 16 * i;
    const tag = String.fromCharCode(...bytes.subarray(at, at + 4));
    tables.set(tag, bytes.subarray(data.getUint32(at + 8), data.getUint32(at + 8) + data.getUint32(at + 12)));
  }
  return { flavor: data.getUint32(0), tables };
}

export function table(font: Sfnt, tag: string): Uint8Array {
  const bytes = font.tables.get(tag);
  if (!bytes) throw new Error(`a font without the table ${tag}`);
  return bytes;
}

/** Code points and their glyphs, from the format 4 sub-table that every font for the web has. */
export function* mappings(cmap: Uint8Array): Generator<readonly [codePoint: number, glyph: number]> {
  const data = view(cmap);
  for (let i = 0; i < data.getUint16(2); i += 1) {
    const offset = data.getUint32(4 + 8 * i + 4);
    if (data.getUint16(offset) === 4) yield* format4(data, offset);
  }
}

function* format4(data: DataView, offset: number): Generator<readonly [number, number]> {
  const count = data.getUint16(offset + 6) / 2;
  const [ends, starts] = [offset + 14, offset + 16 + 2 * count];
  const [deltas, ranges] = [starts + 2 * count, starts + 4 * count];
  for (let s = 0; s < count; s += 1) {
    const [start, end] = [data.getUint16(starts + 2 * s), data.getUint16(ends + 2 * s)];
    const [delta, range] = [data.getUint16(deltas + 2 * s), data.getUint16(ranges + 2 * s)];
    for (let cp = start; cp <= end && cp < 0xffff; cp += 1) {
      const glyph = range === 0 ? cp : data.getUint16(ranges + 2 * s + range + 2 * (cp - start));
      if (glyph !== 0) yield [cp, (glyph + delta) & 0xffff];
    }
  }
}

/** Where each glyph's outline lies in `glyf`: one more offset than there are glyphs. */
export function outlines(font: Sfnt): number[] {
  const loca = view(table(font, 'loca'));
  const isLong = view(table(font, 'head')).getInt16(50) === 1;
  const count = view(table(font, 'maxp')).getUint16(4) + 1;
  return Array.from({ length: count }, (_, i) => (isLong ? loca.getUint32(4 * i) : 2 * loca.getUint16(2 * i)));
}

const WORDS = 0x0001;
const SCALE = 0x0008;
const MORE = 0x0020;
const XY_SCALE = 0x0040;
const TWO_BY_TWO = 0x0080;

/** The glyphs that a glyph is put together from; none for a simple one. */
export function components(outline: Uint8Array): number[] {
  if (outline.byteLength === 0) return [];
  const data = view(outline);
  if (data.getInt16(0) >= 0) return [];
  const glyphs: number[] = [];
  let at = 10;
  let flags = MORE;
  while (flags & MORE) {
    flags = data.getUint16(at);
    glyphs.push(data.getUint16(at + 2));
    const scale = flags & TWO_BY_TWO ? 8 : flags & XY_SCALE ? 4 : flags & SCALE ? 2 : 0;
    at += 4 + (flags & WORDS ? 4 : 2) + scale;
  }
  return glyphs;
}
