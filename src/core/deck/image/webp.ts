import type { Turn } from '../types.ts';
import { turnIn } from './exif.ts';

/** What a picture's header says. Width and height are as stored, before it is turned. */
export interface Header {
  readonly width: number;
  readonly height: number;
  readonly turn: Turn;
  readonly animated: boolean;
}

function begins(bytes: Uint8Array, at: number, text: string): boolean {
  return Array.from(text, (character) => character.charCodeAt(0)).every((code, i) => bytes[at + i] === code);
}

export function isWebp(bytes: Uint8Array): boolean {
  return begins(bytes, 0, 'RIFF') && begins(bytes, 8, 'WEBP');
}

type Size = Pick<Header, 'width' | 'height'>;

const u24 = (view: DataView, at: number): number => view.getUint16(at, true) + view.getUint8(at + 2) * 0x10000;

/** The size that a chunk says: of the whole canvas (VP8X), of lossy (VP8, RFC 6386, 9.1) or of lossless pixels (VP8L). */
function sizeIn(kind: string, view: DataView): Size | null {
  if (kind === 'VP8X' && view.byteLength >= 10) return { width: u24(view, 4) + 1, height: u24(view, 7) + 1 };
  if (kind === 'VP8 ' && view.byteLength >= 10)
    return { width: view.getUint16(6, true) & 0x3fff, height: view.getUint16(8, true) & 0x3fff };
  if (kind !== 'VP8L' || view.byteLength < 5 || view.getUint8(0) !== 0x2f) return null;
  const packed = view.getUint32(1, true);
  return { width: (packed & 0x3fff) + 1, height: ((packed >>> 14) & 0x3fff) + 1 };
}

/** The header of a WebP (RFC 9649); null where the file is cut off or not in order. */
export function readWebp(bytes: Uint8Array): Header | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = 8 + view.getUint32(4, true);
  if (end > bytes.length) return null;
  let size: Size | null = null;
  let turn: Turn = 1;
  let animated = false;
  let pixels = false;
  for (let at = 12; at + 8 <= end;) {
    const kind = String.fromCharCode(...bytes.subarray(at, at + 4));
    const length = view.getUint32(at + 4, true);
    if (at + 8 + length > end) return null;
    const data = bytes.subarray(at + 8, at + 8 + length);
    size ??= sizeIn(kind, new DataView(data.buffer, data.byteOffset, data.byteLength));
    if (kind === 'ANMF') animated = true;
    if (kind === 'ANMF' || kind === 'VP8 ' || kind === 'VP8L') pixels = true;
    // Some writers put JPEG's own mark before it.
    if (kind === 'EXIF') turn = turnIn(begins(data, 0, 'Exif\0\0') ? data.subarray(6) : data);
    at += 8 + length + (length % 2);
  }
  return size && pixels && size.width > 0 && size.height > 0 ? { ...size, turn, animated } : null;
}
