import { isCompoundFile, isEncryptedOffice, isZip, listZip, startsWith } from '../../base/archive.ts';
import { problem, type Outcome, type Problem } from '../../base/errors.ts';
import { broken, encrypted } from './zip.ts';
import type { SourceFormat } from '../types.ts';

export interface KindOptions {
  readonly name: string;
  readonly declaredType?: string;
}

/** First bytes of what people drop by mistake. */
const SIGNATURES: readonly { readonly what: string; readonly bytes: readonly number[] }[] = [
  { what: 'a PNG picture', bytes: [0x89, 0x50, 0x4e, 0x47] },
  { what: 'a JPEG picture', bytes: [0xff, 0xd8, 0xff] },
  { what: 'a GIF picture', bytes: [0x47, 0x49, 0x46, 0x38] },
  { what: 'a program', bytes: [0x7f, 0x45, 0x4c, 0x46] },
  { what: 'a program', bytes: [0x4d, 0x5a, 0x90, 0x00] },
  { what: 'a gzip archive', bytes: [0x1f, 0x8b] },
  { what: 'a 7-Zip archive', bytes: [0x37, 0x7a, 0xbc, 0xaf] },
  { what: 'a RAR archive', bytes: [0x52, 0x61, 0x72, 0x21] },
  { what: 'a RTF document', bytes: [0x7b, 0x5c, 0x72, 0x74, 0x66] },
  { what: 'a PostScript document', bytes: [0x25, 0x21, 0x50, 0x53] },
];

/** Parts that tell what a zip archive is. */
const PACKAGES: readonly { readonly what: string; readonly part: RegExp }[] = [
  { what: 'an Excel workbook', part: /^xl\// },
  { what: 'a PowerPoint presentation', part: /^ppt\// },
  { what: 'an e-book', part: /^META-INF\/container\.xml$/ },
  { what: 'an OpenDocument file', part: /^content\.xml$/ },
  { what: 'a Pages document', part: /^Index\/.*\.iwa$/ },
];

const HINT = 'Save it as .txt, .md, .html, .docx or .pdf first.';

/** What a file is, by its bytes first, then by its name's ending or declared type. Errors: `intake/binary`, `intake/broken`, `intake/encrypted`. */
export function kindOf(bytes: Uint8Array, { name, declaredType }: KindOptions): Outcome<SourceFormat> {
  const fail = (p: Problem): Outcome<SourceFormat> => ({ value: null, problems: [p] });
  const binary = (what: string): Problem =>
    problem('intake/binary', { message: `The file is ${what}.`, place: { file: name }, hint: HINT });
  const found = (value: SourceFormat): Outcome<SourceFormat> => ({ value, problems: [] });

  if (isCompoundFile(bytes))
    return fail(isEncryptedOffice(bytes) ? encrypted(name) : binary('a Word, Excel or PowerPoint file of the old form'));
  if (isZip(bytes)) {
    const entries = listZip(bytes);
    if (entries === null) return fail(broken(name));
    if (entries.some((entry) => entry.name === 'word/document.xml')) return found('docx');
    return fail(binary(PACKAGES.find(({ part }) => entries.some((entry) => part.test(entry.name)))?.what ?? 'a zip archive'));
  }
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
  if (head.includes('%PDF-')) return found('pdf');
  const signature = SIGNATURES.find((s) => startsWith(bytes, s.bytes));
  if (signature) return fail(binary(signature.what));
  // Named so, but the bytes are neither a zip nor a PDF: a download that broke off, or an error page under a wrong name.
  if (/\.(docx|pdf)$/i.test(name) && !looksLikeMarkup(head)) return fail(broken(name));
  return found(textKind(head, name, declaredType));
}

function textKind(head: string, name: string, declaredType: string | undefined): SourceFormat {
  if (looksLikeMarkup(head) || /html/i.test(declaredType ?? '') || /\.x?html?$/i.test(name)) return 'html';
  if (/markdown/i.test(declaredType ?? '') || /\.(md|markdown|mdown)$/i.test(name)) return 'markdown';
  return looksLikeMarkdown(head) ? 'markdown' : 'text';
}

/** HTML by any other name: its first thing is a tag that only HTML has. */
function looksLikeMarkup(head: string): boolean {
  return /^(?:\u00ef\u00bb\u00bf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype html|html|head|body|meta|article|main|div|p|h1|span|table)\b[^>]*>/i.test(
    head,
  );
}

/** Front matter, or a heading of the first level with further ones. */
function looksLikeMarkdown(head: string): boolean {
  return /^(?:\u00ef\u00bb\u00bf)?---\r?\n[\w-]+:/.test(head) || (/^# \S/m.test(head) && /^##+ \S/m.test(head));
}
