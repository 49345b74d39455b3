import { inflateEntries, isArchiveFault, listZip, startsWith } from '../../base/archive.ts';
import { DEFAULT_LIMITS } from '../limits.ts';
import { decodeText } from '../decode/text.ts';
import type { SourcePicture } from '../given-types.ts';
import { dataBytes, keyOf } from '../read/data-pictures.ts';
import { readMime } from '../read/mime.ts';
import type { SourceFormat } from '../types.ts';

/** What a picture's bytes begin with, by its form. */
const BEGINNINGS: Readonly<Record<string, readonly (readonly number[])[]>> = {
  png: [[0x89, 0x50, 0x4e, 0x47]],
  jpg: [[0xff, 0xd8, 0xff]],
  gif: [[0x47, 0x49, 0x46, 0x38]],
  webp: [[0x52, 0x49, 0x46, 0x46]],
};

/**
 * A picture's bytes out of the original that a draft was made of; null where they are not there, or are no picture of its form. The
 * original has been read within bounds before, and each picture is unpacked within the limit of a file.
 */
export async function pictureBytes(original: Uint8Array, format: SourceFormat, picture: SourcePicture): Promise<Uint8Array | null> {
  const bytes = await find(original, format, picture);
  return bytes !== null && isOfForm(bytes, picture.form) ? bytes : null;
}

async function find(original: Uint8Array, format: SourceFormat, { part, key }: SourcePicture): Promise<Uint8Array | null> {
  if (part.startsWith('data:')) return format === 'mhtml' ? pageData(original, key) : textData(original, key);
  if (format === 'mhtml') {
    const file = readMime(original);
    return typeof file === 'string' ? null : (file.parts.find(({ body }) => keyOf(body) === key)?.body ?? null);
  }
  const entries = listZip(original)?.filter(({ name }) => name === part) ?? [];
  const inflated = inflateEntries(original, entries, DEFAULT_LIMITS.bytes);
  return isArchiveFault(inflated) ? null : (inflated.get(part) ?? null);
}

async function textData(bytes: Uint8Array, key: string): Promise<Uint8Array | null> {
  const { value } = await decodeText(bytes, { name: '' });
  return value === null ? null : dataBytes(value.text, key);
}

async function pageData(bytes: Uint8Array, key: string): Promise<Uint8Array | null> {
  const file = readMime(bytes);
  if (typeof file === 'string') return null;
  for (const { type, body } of file.parts) {
    const found = type.startsWith('text/') ? await textData(body, key) : null;
    if (found !== null) return found;
  }
  return null;
}

function isOfForm(bytes: Uint8Array, form: string): boolean {
  if (form === 'svg') return /<svg[\s>]/i.test(new TextDecoder().decode(bytes.subarray(0, 4096)));
  return (BEGINNINGS[form] ?? []).some((beginning) => startsWith(bytes, beginning));
}
