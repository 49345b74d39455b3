import { inflateRawSync } from 'node:zlib';

/**
 * Reads a zip archive that may be hostile. What it may try: sizes that lie (a bomb declares little and inflates much),
 * entries that overlap (one body that many entries name), names that leave their folder, encryption. So: sizes in the central directory
 * are added up before anything is inflated, no byte belongs to two entries, inflation itself is capped by what is left of the limit, and
 * names are only ever compared.
 * Layout: APPNOTE.TXT 4.3.7, 4.3.12, 4.3.16.
 */
export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly encrypted: boolean;
  readonly compressedSize: number;
  readonly size: number;
  /** CRC-32 of what it unpacks to, as the archive says. */
  readonly crc: number;
  /** Of the local header. */
  readonly offset: number;
}

/** Why an archive cannot be used; `declared` is what a bomb says of itself, null where it lied. */
export type ArchiveFault = { readonly fault: 'broken' | 'encrypted' } | { readonly fault: 'bomb'; readonly declared: number | null };

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;
const MOST_ENTRIES = 10_000;

export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5) && (bytes[3] === 4 || bytes[3] === 6);
}

/** Whether an archive says that it holds more files than are read. */
export function hasTooManyEntries(bytes: Uint8Array): boolean {
  const view = viewOf(bytes);
  const end = findEnd(view);
  return end !== null && view.getUint16(end + 10, true) > MOST_ENTRIES;
}

/** The central directory; null where the archive is broken (or Zip64, which no document needs). */
export function listZip(bytes: Uint8Array): readonly ZipEntry[] | null {
  const view = viewOf(bytes);
  const end = findEnd(view);
  if (end === null) return null;
  const count = view.getUint16(end + 10, true);
  if (count > MOST_ENTRIES) return null;
  const entries: ZipEntry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== CENTRAL) return null;
    const nameLength = view.getUint16(at + 28, true);
    const next = at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      method: view.getUint16(at + 10, true),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      compressedSize: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      crc: view.getUint32(at + 16, true),
      offset: view.getUint32(at + 42, true),
    });
    at = next;
  }
  return entries;
}

/** The wanted entries' bytes by name, none inflated beyond `limit` bytes in all. */
export function inflateEntries(
  bytes: Uint8Array,
  entries: readonly ZipEntry[],
  limit: number,
): ReadonlyMap<string, Uint8Array> | ArchiveFault {
  const declared = entries.reduce((sum, entry) => sum + entry.size, 0);
  if (declared > limit) return { fault: 'bomb', declared };
  if (entries.some((entry) => entry.encrypted)) return { fault: 'encrypted' };
  if (overlap(bytes, entries)) return { fault: 'bomb', declared: null };
  const found = new Map<string, Uint8Array>();
  let left = limit;
  for (const entry of entries) {
    const data = dataOf(bytes, entry);
    const inflated = data === null ? 'broken' : inflate(data, entry.method, left);
    if (inflated === 'too large') return { fault: 'bomb', declared: null };
    if (inflated === 'broken') return { fault: 'broken' };
    left -= inflated.length;
    found.set(entry.name, inflated);
  }
  return found;
}

export function isArchiveFault(value: ReadonlyMap<string, Uint8Array> | ArchiveFault): value is ArchiveFault {
  return 'fault' in value;
}

const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0];

/** A compound file ([MS-CFB]): Office's old formats, and the wrapping of an encrypted new one. */
export function isCompoundFile(bytes: Uint8Array): boolean {
  return startsWith(bytes, COMPOUND);
}

/** Office keeps an encrypted document as the stream `EncryptedPackage` of a compound file ([MS-OFFCRYPTO] 2.3.4.4). */
export function isEncryptedOffice(bytes: Uint8Array): boolean {
  const name = Array.from('EncryptedPackage', (character) => [character.charCodeAt(0), 0]).flat();
  const head = bytes.subarray(0, 1024 * 1024);
  for (let at = head.indexOf(0x45); at !== -1; at = head.indexOf(0x45, at + 1)) {
    if (startsWith(head.subarray(at), name)) return true;
  }
  return false;
}

export function startsWith(bytes: Uint8Array, prefix: readonly number[]): boolean {
  return prefix.every((byte, index) => bytes[index] === byte);
}

function inflate(data: Uint8Array, method: number, limit: number): Uint8Array | 'too large' | 'broken' {
  if (method === 0) return data.length > limit ? 'too large' : data;
  if (method !== 8) return 'broken';
  try {
    return inflateRawSync(data, { maxOutputLength: Math.max(1, limit) });
  } catch (error) {
    return (error as { readonly code?: unknown }).code === 'ERR_BUFFER_TOO_LARGE' ? 'too large' : 'broken';
  }
}

function dataOf(bytes: Uint8Array, entry: ZipEntry): Uint8Array | null {
  const view = viewOf(bytes);
  if (entry.offset + 30 > bytes.length || view.getUint32(entry.offset, true) !== LOCAL) return null;
  const start = entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true);
  const end = start + entry.compressedSize;
  return end > bytes.length ? null : bytes.subarray(start, end);
}

/** Whether two entries share a byte of the archive, local headers included. Those that are broken are left to the reading. */
function overlap(bytes: Uint8Array, entries: readonly ZipEntry[]): boolean {
  const spans = entries
    .flatMap((entry) => {
      const data = dataOf(bytes, entry);
      return data === null ? [] : [{ from: entry.offset, to: data.byteOffset - bytes.byteOffset + data.length }];
    })
    .sort((a, b) => a.from - b.from);
  return spans.some(({ from }, index) => from < (spans[index - 1]?.to ?? 0));
}

function findEnd(view: DataView): number | null {
  const first = Math.max(0, view.byteLength - END_LENGTH - LONGEST_COMMENT);
  for (let at = view.byteLength - END_LENGTH; at >= first; at--) {
    if (view.getUint32(at, true) === END) return at;
  }
  return null;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
