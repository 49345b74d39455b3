/**
 * The bytes 0x80 to 0x9F of windows-1252 (WHATWG Encoding, index windows-1252). Carried here because Node 20's
 * `TextDecoder('windows-1252')` reads 0x93 as U+0093.
 */
const UPPER =
  '\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F' +
  '\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178';

const BYTE_OF = new Map(Array.from(UPPER, (character, index) => [character, 0x80 + index]));

export function decodeWindows1252(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes).replace(/[\u0080-\u009F]/g, (c) => UPPER[c.charCodeAt(0) - 0x80] ?? c);
}

/** The byte that windows-1252 writes a character as; null where it has none. */
export function windows1252Byte(character: string): number | null {
  const code = character.charCodeAt(0);
  return BYTE_OF.get(character) ?? (code <= 0xff ? code : null);
}

/** The characters that continuation bytes (0x80 to 0xBF) turn into, for a regular expression's class. */
export const CONTINUATION = `${UPPER}\u00A0-\u00BF`;
