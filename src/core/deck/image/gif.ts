import type { Header } from './webp.ts';

/** GIF87a and GIF89a. */
export function isGif(bytes: Uint8Array): boolean {
  return /^GIF8[79]a$/.test(String.fromCharCode(...bytes.subarray(0, 6)));
}

const IMAGE = 0x2c;
const EXTENSION = 0x21;
const TRAILER = 0x3b;

/** The size of a colour table, in bytes, by the field that announces it; 0 where there is none. */
const tableSize = (packed: number): number => ((packed & 0x80) === 0 ? 0 : 3 * 2 ** ((packed & 7) + 1));

/** Where a row of data blocks that begins at `at` ends; null where the file ends first. */
function blocksEnd(bytes: Uint8Array, at: number): number | null {
  for (let next = at; ;) {
    const length = bytes[next];
    if (length === undefined) return null;
    next += 1 + length;
    if (length === 0) return next;
  }
}

/** The header of a GIF, its pictures counted up to the second; null where it is cut off before the first one's end. */
export function readGif(bytes: Uint8Array): Header | null {
  if (bytes.length < 14) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [width, height] = [view.getUint16(6, true), view.getUint16(8, true)];
  let pictures = 0;
  for (let at = 13 + tableSize(bytes[10] ?? 0); at < bytes.length && pictures < 2;) {
    const mark = bytes[at];
    if (mark === TRAILER) break;
    if (mark !== IMAGE && mark !== EXTENSION) break;
    const data = mark === EXTENSION ? at + 2 : at + 11 + tableSize(bytes[at + 9] ?? 0);
    const end = blocksEnd(bytes, data);
    if (end === null) break;
    if (mark === IMAGE) pictures += 1;
    at = end;
  }
  return pictures > 0 && width > 0 && height > 0 ? { width, height, turn: 1, animated: pictures > 1 } : null;
}
