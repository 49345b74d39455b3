import { createHash } from 'node:crypto';

/** SHA-256 over parts one behind the other, texts as UTF-8: 64 hex digits, lower case. Where parts end is not in it. */
export function sha256(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
}

/** The first sixteen digits: enough to tell things of one deck or workspace apart, not to withstand whoever looks for two alike. */
export function shortHash(content: string | Uint8Array): string {
  return sha256(content).slice(0, 16);
}
