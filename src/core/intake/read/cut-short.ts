import { problem, type Problem } from '../../base/errors.ts';

/** Bytes of a file's head in which its boundary is named. */
const HEAD = 64 * 1024;

/** A message or saved page that ends before its last boundary (RFC 2046, 5.1.1): a download that broke off. What is there is read. */
export function cutShort(bytes: Uint8Array, name: string): Problem[] {
  const head =
    Buffer.from(bytes.slice(0, HEAD))
      .toString('latin1')
      .split(/\r?\n\r?\n/)[0] ?? '';
  const type = /^content-type:\s*multipart\/[^]*?boundary\s*=\s*(?:"([^"]*)"|([^;\s]+))/im.exec(head);
  const boundary = type?.[1] ?? type?.[2];
  if (boundary === undefined || Buffer.from(bytes).indexOf(`--${boundary}--`, 0, 'latin1') !== -1) return [];
  const message = 'The file ends before its last part does: what was read may be a piece of it.';
  return [problem('intake/cut-short', { message, place: { file: name }, hint: 'Save the message or page again, and take that in.' })];
}
