import { sha256 } from '../../base/hash.ts';
import type { SourcePicture } from '../given-types.ts';

/** Pictures that a page has in its own text, as `data:` addresses (RFC 2397). */

const ADDRESS = /^data:image\/(png|jpe?g|gif|webp|svg\+xml)(?:;[\w-]+=[\w-]+)*;base64,/i;
const ALL = /data:image\/(?:png|jpe?g|gif|webp|svg\+xml)(?:;[\w-]+=[\w-]+)*;base64,[\w+/=%\s-]+/gi;

export function keyOf(bytes: Uint8Array): string {
  return sha256(bytes).slice(0, 8);
}

/** The form that a media type names; null for one that no article takes. */
export function formOfType(type: string): string | null {
  const form = /^image\/(png|jpe?g|gif|webp|svg\+xml)\b/i.exec(type.trim())?.[1]?.toLowerCase();
  return form === undefined ? null : form === 'jpeg' ? 'jpg' : form === 'svg+xml' ? 'svg' : form;
}

/** The picture in an address; null where it is another kind of address. */
export function dataPicture(address: string): Pick<SourcePicture, 'part' | 'form' | 'key'> | null {
  const form = formOfType(/^data:([^;,]*)/i.exec(address)?.[1] ?? '');
  const bytes = form === null ? null : bytesOf(address);
  if (form === null || bytes === null) return null;
  const key = keyOf(bytes);
  return { part: `data:${key}`, form, key };
}

/** The bytes of the picture of that key in a page's text; null where it has none. */
export function dataBytes(text: string, key: string): Uint8Array | null {
  for (const [address] of text.matchAll(ALL)) {
    const bytes = bytesOf(address);
    if (bytes !== null && keyOf(bytes) === key) return bytes;
  }
  return null;
}

function bytesOf(address: string): Uint8Array | null {
  const head = ADDRESS.exec(address)?.[0];
  if (head === undefined) return null;
  const bytes = Buffer.from(address.slice(head.length).replace(/%2B/gi, '+').replace(/%2F/gi, '/').replace(/%3D/gi, '='), 'base64');
  return bytes.length === 0 ? null : bytes;
}
