import { sha256 } from '../base/hash.ts';

/**
 * Whether a file is exactly what Lectern wrote: `intact`, `changed` since, or `none` where it carries no digest of ours
 * (somebody else's file, or one from before there were digests).
 */
export type DigestState = 'intact' | 'changed' | 'none';

/**
 * How a digest stands behind the last byte of a format. HTML takes a comment after `</html>`; PDF a comment line, after which
 * its end-of-file marker is said again, since readers look for `%%EOF` in the last line. [ISO 32000-1, 7.5.5.] In a scene's JSON it is
 * the last member, and closes what was left open.
 */
const TRAILERS = {
  html: { before: '<!-- lectern sha256:', after: ' -->\n' },
  scene: { before: ',\n "digest": "sha256:', after: '"\n}\n' },
  pdf: { before: '%lectern sha256:', after: '\n%%EOF\n' },
} as const;

const HEX_LENGTH = 64;

/** The bytes with a digest of them behind. */
export function withDigest(bytes: Uint8Array, format: keyof typeof TRAILERS): Uint8Array {
  const { before, after } = TRAILERS[format];
  return Buffer.concat([bytes, Buffer.from(`${before}${sha256(bytes)}${after}`, 'latin1')]);
}

/** Reads what `withDigest` wrote. */
export function digestState(bytes: Uint8Array, format: keyof typeof TRAILERS): DigestState {
  const { before, after } = TRAILERS[format];
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const at = file.lastIndexOf(before);
  if (at === -1) return 'none';
  const trailer = file.toString('latin1', at);
  const isWhole = trailer.length === before.length + HEX_LENGTH + after.length && trailer.endsWith(after);
  return isWhole && trailer.slice(before.length, -after.length) === sha256(file.subarray(0, at)) ? 'intact' : 'changed';
}
