import type { Turn } from '../types.ts';

/** The tag of a picture's orientation (EXIF 2.32, 4.6.4). */
const ORIENTATION = 0x0112;

const isTurn = (value: number): value is Turn => value >= 1 && value <= 8;

/** How EXIF, as it stands in a TIFF header of its own, says that the picture is turned; 1 where it says nothing that can be read. */
export function turnIn(exif: Uint8Array): Turn {
  if (exif.length < 8) return 1;
  const view = new DataView(exif.buffer, exif.byteOffset, exif.byteLength);
  const little = view.getUint16(0) === 0x4949;
  const directory = view.getUint32(4, little);
  if (directory + 2 > view.byteLength) return 1;
  const count = view.getUint16(directory, little);
  for (let i = 0; i < count; i++) {
    const entry = directory + 2 + i * 12;
    if (entry + 12 > view.byteLength) return 1;
    if (view.getUint16(entry, little) !== ORIENTATION) continue;
    const value = view.getUint16(entry + 8, little);
    return isTurn(value) ? value : 1;
  }
  return 1;
}

/** Whether a turn makes of a wide picture a tall one. */
export function swapsSides(turn: Turn): boolean {
  return turn >= 5;
}
