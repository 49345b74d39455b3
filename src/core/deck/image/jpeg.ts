import type { Turn } from '../types.ts';
import { turnIn } from './exif.ts';
import type { Stripped } from './png.ts';

/**
 * JPEG (ITU-T T.81). Its markers are walked; application data and comments are left out but for what
 * colours need: JFIF (APP0), the ICC profile (APP2), Adobe's transform (APP14).
 */
const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const APP0 = 0xe0;
const APP1 = 0xe1;
const APP2 = 0xe2;
const APP14 = 0xee;
const COM = 0xfe;
/** Start of frame: C0 to CF without C4 (tables), C8 (reserved), CC (tables). */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
/** Markers without a length: restarts and TEM. */
const isBare = (marker: number): boolean => (marker >= 0xd0 && marker <= 0xd7) || marker === 0x01;

export function isJpeg(bytes: Uint8Array): boolean {
  return bytes[0] === 0xff && bytes[1] === SOI && bytes[2] === 0xff;
}

function begins(bytes: Uint8Array, text: string): boolean {
  return Array.from(text, (character) => character.charCodeAt(0)).every((code, i) => bytes[i] === code);
}

function isKept(marker: number, data: Uint8Array): boolean {
  if (marker === APP0) return begins(data, 'JFIF\0');
  if (marker === APP2) return begins(data, 'ICC_PROFILE\0');
  if (marker === APP14) return begins(data, 'Adobe');
  const isApplication = marker >= APP0 && marker <= 0xef;
  return !isApplication && marker !== COM;
}

/** Where the entropy-coded data behind a scan's header ends: at the next marker that is no restart and no stuffed zero. */
function scanEnd(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    const marker = bytes[at + 1];
    if (marker !== undefined && marker !== 0 && marker !== 0xff && !isBare(marker)) return at;
  }
  return bytes.length;
}

/** As `stripPng`; `isPrint` where its colours are a printer's four. The size is that of the pixels as stored. */
export function stripJpeg(bytes: Uint8Array): (Stripped & { readonly isPrint: boolean }) | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: Uint8Array[] = [bytes.subarray(0, 2)];
  let size = { width: 0, height: 0 };
  let turn: Turn = 1;
  let isPrint = false;
  let scans = 0;
  for (let at = 2; at + 2 <= bytes.length;) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1; // fill byte
      continue;
    }
    if (marker === EOI) {
      // What cameras hang behind it (previews) is left out.
      parts.push(bytes.subarray(at, at + 2));
      return scans > 0 && size.width > 0 && size.height > 0 ? { ...size, turn, isPrint, parts } : null;
    }
    if (at + 4 > bytes.length || isBare(marker)) return null;
    let end = at + 2 + view.getUint16(at + 2);
    if (end > bytes.length) return null;
    const data = bytes.subarray(at + 4, end);
    if (isFrame(marker) && data.length >= 6) {
      size = { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
      isPrint = data[5] === 4;
    }
    if (marker === APP1 && turn === 1 && begins(data, 'Exif\0\0')) turn = turnIn(data.subarray(6));
    if (marker === SOS) {
      scans += 1;
      end = scanEnd(bytes, end);
    }
    if (isKept(marker, data)) parts.push(bytes.subarray(at, end));
    at = end;
  }
  return null;
}
