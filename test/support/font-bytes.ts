import { readFileSync } from 'node:fs';
import { readSfnt } from '../../src/core/write/html/font/sfnt.ts';

/** A sound TrueType font under another family's name, which must have as many letters as `Carlito`. */
export function fontNamed(family: string): Uint8Array {
  if (family.length !== 'Carlito'.length) throw new Error('the name is put over the old one');
  const bytes = Buffer.from(readFileSync('dist/fonts/carlito-common-400-normal.ttf'));
  for (const encoding of ['utf16le', 'latin1'] as const) {
    const [from, to] = ['Carlito', family].map((name) => Buffer.from(name, encoding));
    if (!from || !to) continue;
    // Names for Windows are UTF-16 with the high byte first.
    if (encoding === 'utf16le') [from, to].forEach((name) => name.swap16());
    for (let at = bytes.indexOf(from); at >= 0; at = bytes.indexOf(from, at + 1)) to.copy(bytes, at);
  }
  return new Uint8Array(bytes);
}

/** The font with one table changed or put in. */
export function withTable(font: Uint8Array, tag: string, change: (table: Uint8Array) => Uint8Array): Uint8Array {
  const { flavor, tables } = readSfnt(font);
  const all = [...new Map(tables).set(tag, change(new Uint8Array(tables.get(tag) ?? [])))];
  const header = Buffer.alloc(12 + 16 * all.length);
  header.writeUInt32BE(flavor, 0);
  header.writeUInt16BE(all.length, 4);
  let offset = header.byteLength;
  const bodies = all.map(([name, table], i) => {
    header.write(name, 12 + 16 * i, 'latin1');
    header.writeUInt32BE(offset, 12 + 16 * i + 8);
    header.writeUInt32BE(table.byteLength, 12 + 16 * i + 12);
    const body = Buffer.concat([table, Buffer.alloc((4 - (table.byteLength % 4)) % 4)]);
    offset += body.byteLength;
    return body;
  });
  return new Uint8Array(Buffer.concat([header, ...bodies]));
}

/** A list of characters that says it has four thousand million. */
export function endlessCharacters(): Uint8Array {
  const cmap = Buffer.alloc(12 + 16 + 12);
  [0, 1, 3, 10].forEach((value, i) => cmap.writeUInt16BE(value, 2 * i));
  cmap.writeUInt32BE(12, 8);
  cmap.writeUInt16BE(12, 12);
  [28, 0, 1, 0x20, 0xffffffff, 1].forEach((value, i) => cmap.writeUInt32BE(value, 16 + 4 * i));
  return new Uint8Array(cmap);
}
