import { windows1252Byte } from '../../../src/core/intake/decode/windows-1252.ts';

export type Encoding = 'utf-8' | 'utf-16le' | 'windows-1252' | 'windows-1251' | 'iso-8859-2' | 'shift_jis';

/** Text as bytes of a character set; throws where it lacks a letter. In HTML such a letter is written by its number, as pages do. */
export function encode(text: string, encoding: Encoding, { html = false }: { readonly html?: boolean } = {}): Uint8Array {
  if (encoding === 'utf-8') return new TextEncoder().encode(text);
  if (encoding === 'utf-16le') return Uint8Array.from(Array.from(text, (c) => [c.charCodeAt(0) & 0xff, c.charCodeAt(0) >> 8]).flat());
  if (encoding === 'windows-1252') return Uint8Array.from(text, (c) => byte(windows1252Byte(c), c));
  const table = tableOf(encoding);
  const reference = (c: string): number[] => Array.from(`&#${c.codePointAt(0) ?? 0};`, (digit) => digit.charCodeAt(0));
  return Uint8Array.from(Array.from(text, (c) => table.get(c) ?? (html ? reference(c) : [byte(null, c)])).flat());
}

function byte(found: number | null, character: string): number {
  if (found === null) throw new Error(`no byte for ${character}`);
  return found;
}

/** The decoder's table turned round, for single bytes and pairs. */
function tableOf(encoding: string): Map<string, number[]> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const table = new Map<string, number[]>();
  const add = (bytes: number[]): void => {
    try {
      const character = decoder.decode(Uint8Array.from(bytes));
      if (Array.from(character).length === 1 && !table.has(character)) table.set(character, bytes);
    } catch {
      // No character of its own.
    }
  };
  for (let first = 0; first < 256; first++) add([first]);
  if (encoding === 'shift_jis')
    for (let first = 0x81; first < 0xf0; first++) for (let second = 0x40; second < 0xfd; second++) add([first, second]);
  return table;
}
