import { sha256 } from '../../base/hash.ts';

/** A GUID in Office's form, braces and upper case, that is the same for the same text. */
export function guid(text: string): string {
  const hex = sha256(text).toUpperCase();
  return `{${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-A${hex.slice(17, 20)}-${hex.slice(20, 32)}}`;
}

/** A whole number from 1 to 2³¹ − 1 that is the same for the same text. */
export function stableId(text: string): number {
  return Number.parseInt(sha256(text).slice(0, 8), 16) & 0x7fffffff || 1;
}
