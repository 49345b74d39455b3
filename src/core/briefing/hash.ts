import { createHash } from 'node:crypto';

/** Sixteen hex digits of SHA-256 over a text; tells whether the original of an override has changed. */
export function hashText(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex').slice(0, 16);
}
