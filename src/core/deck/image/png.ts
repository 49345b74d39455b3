import type { Turn } from '../types.ts';
import { turnIn } from './exif.ts';

/**
 * PNG (ISO/IEC 15948). A chunk is length, type, data, CRC; what a picture needs is kept, the rest (text, EXIF, time,
 * programs' own chunks, animation, anything behind IEND) left out.
 */
const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] as const;
const KEPT = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'sBIT', 'bKGD', 'pHYs']);

export function isPng(bytes: Uint8Array): boolean {
  return SIGNATURE.every((byte, i) => bytes[i] === byte);
}

export interface Stripped {
  readonly width: number;
  readonly height: number;
  /** What EXIF says, which is lost with it. */
  readonly turn: Turn;
  readonly parts: readonly Uint8Array[];
}

/** The size in pixels and the bytes that are kept; null where the file is cut off or not in order. */
export function stripPng(bytes: Uint8Array): Stripped | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: Uint8Array[] = [bytes.subarray(0, 8)];
  let width = 0;
  let height = 0;
  let turn: Turn = 1;
  let data = false;
  for (let at = 8; at + 12 <= bytes.length;) {
    const length = view.getUint32(at);
    const end = at + 12 + length;
    if (end > bytes.length) return null;
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (at === 8) {
      if (type !== 'IHDR' || length !== 13) return null;
      width = view.getUint32(at + 8);
      height = view.getUint32(at + 12);
    }
    if (KEPT.has(type)) parts.push(bytes.subarray(at, end));
    if (type === 'eXIf') turn = turnIn(bytes.subarray(at + 8, end - 4));
    if (type === 'IDAT') data = true;
    if (type === 'IEND') return data && width > 0 && height > 0 ? { width, height, turn, parts } : null;
    at = end;
  }
  return null;
}
