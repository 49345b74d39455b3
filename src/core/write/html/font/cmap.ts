import { view } from './sfnt.ts';

const HEADER = 12;

/** A `cmap` of these characters and their glyphs, as one sub-table of format 4 for Unicode. OpenType 1.9. */
export function writeCmap(mapped: ReadonlyMap<number, number>): Uint8Array {
  const segments: { start: number; end: number; delta: number }[] = [];
  for (const [codePoint, glyph] of [...mapped].sort(([a], [b]) => a - b)) {
    const last = segments.at(-1);
    const delta = (glyph - codePoint) & 0xffff;
    if (last && last.end === codePoint - 1 && last.delta === delta) last.end = codePoint;
    else segments.push({ start: codePoint, end: codePoint, delta });
  }
  // the last segment must be there
  segments.push({ start: 0xffff, end: 0xffff, delta: 1 });
  const count = segments.length;
  const length = 16 + 8 * count;
  const power = Math.floor(Math.log2(count));
  const bytes = new Uint8Array(HEADER + length);
  const data = view(bytes);
  const write = (at: number, ...values: readonly number[]): void => values.forEach((value, i) => data.setUint16(at + 2 * i, value));
  write(0, 0, 1, 3, 1);
  data.setUint32(8, HEADER);
  write(HEADER, 4, length, 0, 2 * count, 2 * 2 ** power, power, 2 * count - 2 * 2 ** power);
  write(HEADER + 14, ...segments.map(({ end }) => end));
  write(HEADER + 16 + 2 * count, ...segments.map(({ start }) => start));
  write(HEADER + 16 + 4 * count, ...segments.map(({ delta }) => delta));
  return bytes;
}
