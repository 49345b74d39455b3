import { view } from './sfnt.ts';

/** Copyright, family and style: what has to travel with a font. The rest says the same at greater length. */
const KEPT: ReadonlySet<number> = new Set([0, 1, 2]);

/** The `name` table with its most important records alone. OpenType 1.9. */
export function shortNames(name: Uint8Array): Uint8Array {
  const data = view(name);
  const strings = data.getUint16(4);
  const records = Array.from({ length: data.getUint16(2) }, (_, i) => 6 + 12 * i).filter((at) => KEPT.has(data.getUint16(at + 6)));
  const texts = records.map((at) => {
    const start = strings + data.getUint16(at + 10);
    return name.subarray(start, start + data.getUint16(at + 8));
  });
  const begin = 6 + 12 * records.length;
  const bytes = new Uint8Array(begin + texts.reduce((sum, { byteLength }) => sum + byteLength, 0));
  const made = view(bytes);
  made.setUint16(2, records.length);
  made.setUint16(4, begin);
  let offset = 0;
  records.forEach((at, i) => {
    const text = texts[i] ?? new Uint8Array();
    bytes.set(name.subarray(at, at + 10), 6 + 12 * i);
    made.setUint16(6 + 12 * i + 10, offset);
    bytes.set(text, begin + offset);
    offset += text.byteLength;
  });
  return bytes;
}
