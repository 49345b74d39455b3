import { coverage, numbers } from './gsub.ts';
import { view } from './sfnt.ts';

const PAIR = 2;
const EXTENSION = 9;

/** Bytes of a value record: two for each bit of its format. */
function sizeOf(format: number): number {
  let size = 0;
  for (let bits = format; bits > 0; bits >>>= 1) size += (bits & 1) * 2;
  return size;
}

/** The class of each kept glyph; 0 where the table names none. */
function classesOf(data: DataView, at: number, kept: ReadonlySet<number>): Set<number> {
  const named = new Map<number, number>();
  if (data.getUint16(at) === 1) {
    const first = data.getUint16(at + 2);
    numbers(data, at + 6, data.getUint16(at + 4)).forEach((kind, i) => named.set(first + i, kind));
  } else {
    for (let i = 0; i < data.getUint16(at + 2); i += 1) {
      const range = at + 4 + 6 * i;
      for (let glyph = data.getUint16(range); glyph <= data.getUint16(range + 2); glyph += 1) named.set(glyph, data.getUint16(range + 4));
    }
  }
  return new Set([...kept].map((glyph) => named.get(glyph) ?? 0));
}

/** Pairs by glyph: those that cannot occur are taken out, and the rest moves up. */
function thinSets(bytes: Uint8Array, data: DataView, at: number, kept: ReadonlySet<number>): void {
  const record = 2 + sizeOf(data.getUint16(at + 4)) + sizeOf(data.getUint16(at + 6));
  const sets = numbers(data, at + 10, data.getUint16(at + 8));
  // glyphs that are kerned alike may share one set
  const used = new Set(coverage(data, at + data.getUint16(at + 2)).flatMap((glyph, i) => (kept.has(glyph) ? [sets[i]] : [])));
  for (const offset of new Set(sets)) {
    const first = at + offset + 2;
    const count = data.getUint16(at + offset);
    let left = 0;
    for (let from = first; from < first + record * count; from += record) {
      if (!used.has(offset) || !kept.has(data.getUint16(from))) continue;
      bytes.copyWithin(first + record * left, from, from + record);
      left += 1;
    }
    data.setUint16(at + offset, left);
    bytes.fill(0, first + record * left, first + record * count);
  }
}

/** Glyphs that are left out are in no class. */
function thinNames(data: DataView, at: number, kept: ReadonlySet<number>): void {
  const isList = data.getUint16(at) === 1;
  const count = data.getUint16(isList ? at + 4 : at + 2);
  for (let i = 0; i < count; i += 1) {
    const range = at + 4 + 6 * i;
    const [first, last] = isList
      ? [data.getUint16(at + 2) + i, data.getUint16(at + 2) + i]
      : [data.getUint16(range), data.getUint16(range + 2)];
    const glyphs = Array.from({ length: last - first + 1 }, (_, k) => first + k);
    if (!glyphs.some((glyph) => kept.has(glyph))) data.setUint16(isList ? at + 6 + 2 * i : range + 4, 0);
  }
}

/** Pairs by class: values of classes that no kept glyph is in become nothing. */
function thinClasses(bytes: Uint8Array, data: DataView, at: number, kept: ReadonlySet<number>): void {
  const record = sizeOf(data.getUint16(at + 4)) + sizeOf(data.getUint16(at + 6));
  const covered = new Set(coverage(data, at + data.getUint16(at + 2)).filter((glyph) => kept.has(glyph)));
  const rows = classesOf(data, at + data.getUint16(at + 8), covered);
  const columns = classesOf(data, at + data.getUint16(at + 10), kept);
  thinNames(data, at + data.getUint16(at + 8), kept);
  thinNames(data, at + data.getUint16(at + 10), kept);
  const [height, width] = [data.getUint16(at + 12), data.getUint16(at + 14)];
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      const value = at + 16 + record * (row * width + column);
      if (!rows.has(row) || !columns.has(column)) bytes.fill(0, value, value + record);
    }
  }
}

function thin(bytes: Uint8Array, data: DataView, at: number, type: number, kept: ReadonlySet<number>): void {
  if (type === EXTENSION) thin(bytes, data, at + data.getUint32(at + 4), data.getUint16(at + 2), kept);
  else if (type === PAIR) (data.getUint16(at) === 1 ? thinSets : thinClasses)(bytes, data, at, kept);
}

/** The table with kerning between kept glyphs alone. Nothing moves, so no offset changes; what is nothing takes no room once compressed. */
export function thinnedKerning(gpos: Uint8Array, kept: ReadonlySet<number>): Uint8Array {
  const bytes = new Uint8Array(gpos);
  const data = view(bytes);
  const list = data.getUint16(8);
  for (const offset of numbers(data, list + 2, data.getUint16(list))) {
    const lookup = list + offset;
    for (const sub of numbers(data, lookup + 6, data.getUint16(lookup + 4))) thin(bytes, data, lookup + sub, data.getUint16(lookup), kept);
  }
  return bytes;
}
