import { Packer } from 'docx';
import type { Brief } from '../../brief/types.ts';
import type { Result } from '../../base/errors.ts';
import { readZip, writeZip, type Parts } from '../../base/ooxml/zip.ts';
import type { DigestState } from '../digest.ts';
import { packageDigestState, putDigest } from '../package-digest.ts';
import { documentOf } from './document.ts';
import { settled } from './settled.ts';

/** Writes a brief as a document of Word's own styles, tables and links. The same brief gives the same bytes. */
export async function writeDocx(brief: Brief): Promise<Result<Uint8Array>> {
  const packed = readZip(await Packer.toBuffer(documentOf(brief)));
  const parts: Parts = settled(packed, brief);
  putDigest(parts);
  return { value: writeZip(parts), problems: [] };
}

/** Whether a document is exactly what Lectern wrote. */
export function docxDigestState(bytes: Uint8Array): DigestState {
  try {
    return packageDigestState(readZip(bytes));
  } catch {
    return 'none';
  }
}
