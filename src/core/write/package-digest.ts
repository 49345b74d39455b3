import { sha256 } from '../base/hash.ts';
import type { Parts } from '../base/ooxml/zip.ts';
import type { DigestState } from './digest.ts';

/**
 * A package carries the SHA-256 of itself as a document property, in the presenter's and the audience's copy alike, so that
 * any machine can tell a deck that is exactly what Lectern wrote from one that somebody has worked on. It is no signature:
 * it guards against overwriting by mistake. Compression and the order of the zip's entries do not count.
 */
const CUSTOM = 'docProps/custom.xml';

/** What stands in the property's place while the digest is taken, so that the rest of its part is covered too. */
export const NO_DIGEST = '0'.repeat(64);

const PROPERTY = /(name="Lectern digest"[^>]*>\s*<(?:\w+:)?lpwstr(?:\s[^>]*)?>)([0-9a-f]{64})(?=<)/;

function textOf(content: string | Uint8Array | undefined): string {
  return typeof content === 'string' ? content : new TextDecoder('utf-8', { ignoreBOM: true }).decode(content);
}

function withProperty(custom: string, digest: string): string {
  return custom.replace(PROPERTY, (_, before: string) => before + digest);
}

/** Over every part's name and content, in the order of names. Hex. */
function digestOf(parts: ReadonlyMap<string, string | Uint8Array>): string {
  return sha256(
    ...[...parts.keys()].sort().flatMap((name) => {
      const content = parts.get(name) ?? '';
      return [`\u0000${name}\u0000`, name === CUSTOM ? withProperty(textOf(content), NO_DIGEST) : content];
    }),
  );
}

/** Fills in the property, which must be there; all other parts as they will be written. */
export function putDigest(parts: Parts): void {
  const custom = textOf(parts.get(CUSTOM));
  if (!PROPERTY.test(custom)) throw new Error('the package has no property for its digest');
  parts.set(CUSTOM, withProperty(custom, digestOf(parts)));
}

/** Whether a package is exactly what was written. `files` as they lie in the zip: text decoded and encoded again may differ. */
export function packageDigestState(files: ReadonlyMap<string, Uint8Array>): DigestState {
  const found = PROPERTY.exec(textOf(files.get(CUSTOM)))?.[2];
  if (found === undefined) return 'none';
  return found === digestOf(files) ? 'intact' : 'changed';
}
