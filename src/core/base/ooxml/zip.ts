import { constants, crc32 as nativeCrc32, deflateRawSync } from 'node:zlib';
import { inflateEntries, isArchiveFault, listZip } from '../archive.ts';

/** Parts of a package by name, without a leading slash. */
export type Parts = Map<string, string | Uint8Array>;

/** Already compressed: storing them costs nothing and saves most of the time. */
const STORED = /\.(?:png|jpe?g|xlsx)$/i;

/** 1 January 1980, the first day that a zip can name: no clock of the author's machine stands in the file. */
const DATE = (1 << 5) | 1;
const UTF8_NAMES = 0x0800;

const TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k += 1) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c >>> 0;
});

function plainCrc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (TABLE[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

/** zlib's own is there from Node 20.15 on. */
const crc32: (bytes: Uint8Array) => number = typeof nativeCrc32 === 'function' ? nativeCrc32 : plainCrc32;

function headerOf(method: number, crc: number, packed: number, size: number, nameLength: number): Buffer {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(UTF8_NAMES, 2);
  fields.writeUInt16LE(method, 4);
  fields.writeUInt16LE(0, 6);
  fields.writeUInt16LE(DATE, 8);
  fields.writeUInt32LE(crc, 10);
  fields.writeUInt32LE(packed, 14);
  fields.writeUInt32LE(size, 18);
  fields.writeUInt16LE(nameLength, 22);
  fields.writeUInt16LE(0, 24);
  return fields;
}

/** The output buffer is as large as the part: zlib's own of 16 kB for each of thousands of small parts cost more than deflating them. */
function deflate(bytes: Uint8Array): Uint8Array {
  return deflateRawSync(bytes, { level: constants.Z_DEFAULT_COMPRESSION, chunkSize: Math.max(constants.Z_MIN_CHUNK, bytes.byteLength) });
}

const LOCAL = Buffer.from('PK\u0003\u0004', 'latin1');
const CENTRAL = Buffer.from('PK\u0001\u0002\u0014\u0000', 'latin1');
const END = Buffer.from('PK\u0005\u0006', 'latin1');

/**
 * A zip of the parts in their order, deflated by the platform's zlib (or all stored); the same parts give the same bytes.
 * No directory entries and no extra fields, as Office writes its packages.
 */
export function writeZip(parts: Parts, { stored = false }: { readonly stored?: boolean } = {}): Uint8Array {
  const body: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const [name, content] of parts) {
    const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
    const isStored = stored || STORED.test(name);
    const packed = isStored ? bytes : deflate(bytes);
    const nameBytes = Buffer.from(name, 'utf8');
    const fields = headerOf(isStored ? 0 : 8, crc32(bytes), packed.byteLength, bytes.byteLength, nameBytes.byteLength);
    body.push(LOCAL, fields, nameBytes, packed);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    directory.push(CENTRAL, fields, place, nameBytes);
    offset += LOCAL.byteLength + fields.byteLength + nameBytes.byteLength + packed.byteLength;
  }
  const directorySize = directory.reduce((sum, part) => sum + part.byteLength, 0);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.size, 4);
  end.writeUInt16LE(parts.size, 6);
  end.writeUInt32LE(directorySize, 8);
  end.writeUInt32LE(offset, 12);
  const all = Buffer.concat([...body, ...directory, END, end]);
  return new Uint8Array(all.buffer, all.byteOffset, all.byteLength);
}

/** No deck comes near: what unpacks to more is a bomb. Bytes, of all parts together. */
const LARGEST_PACKAGE = 1024 * 1024 * 1024;

/** The zip's files, or those that are wanted, directory entries left out. Throws where it is not a zip or unpacks to more than a deck could be. */
export function readZip(bytes: Uint8Array, isWanted: (name: string) => boolean = () => true): Map<string, Uint8Array> {
  const entries = listZip(bytes)?.filter(({ name }) => !name.endsWith('/') && isWanted(name));
  if (!entries) throw new Error('this is no zip');
  const files = inflateEntries(bytes, entries, LARGEST_PACKAGE);
  if (isArchiveFault(files))
    throw new Error(files.fault === 'bomb' ? 'it unpacks to more than a deck can hold' : `the zip is ${files.fault}`);
  return new Map(files);
}
