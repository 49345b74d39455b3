import {
  hasTooManyEntries,
  inflateEntries,
  isArchiveFault,
  isCompoundFile,
  isEncryptedOffice,
  isZip,
  listZip,
  startsWith,
  type ZipEntry,
} from '../../base/archive.ts';
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

const HINT = 'Save it as .txt, .md, .html, .docx, .odt, .pptx, .eml, .mhtml or .pdf first.';

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
    if (entries === null) return fail(hasTooManyEntries(bytes) ? tooManyParts(name) : broken(name));
    const format = packageFormat(bytes, entries);
    return format !== null
      ? found(format)
      : fail(binary(PACKAGES.find(({ part }) => entries.some((entry) => part.test(entry.name)))?.what ?? 'a zip archive'));
  }
  const message = messageKind(bytes, name);
  if (message !== null) return found(message);
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
  if (head.includes('%PDF-')) return found('pdf');
  const signature = SIGNATURES.find((s) => startsWith(bytes, s.bytes));
  if (signature) return fail(binary(signature.what));
  // Named so, but the bytes are neither a zip nor a PDF: a download that broke off, or an error page under a wrong name.
  if (/\.(docx|pptx|odt|pdf)$/i.test(name) && !looksLikeMarkup(head)) return fail(broken(name));
  return found(textKind(head, name, declaredType));
}

/** Types of the main part, as `[Content_Types].xml` and OpenDocument's `mimetype` say them. */
const MAIN_PARTS: readonly (readonly [RegExp, SourceFormat])[] = [
  [/application\/vnd\.(?:openxmlformats-officedocument\.wordprocessingml|ms-word)\.(?:document|template)[\w.]*\.?main\+xml/i, 'docx'],
  [
    /application\/vnd\.(?:openxmlformats-officedocument\.presentationml|ms-powerpoint)\.(?:presentation|slideshow|template)[\w.]*\.?main\+xml/i,
    'pptx',
  ],
  [/^application\/vnd\.oasis\.opendocument\.text(?:-template|-master)?\s*$/i, 'odt'],
];
/** Bytes that these lists take at most. */
const LONGEST_LIST = 1024 * 1024;

/** What an office file is, by its own list of parts, whatever they are called; else by the usual names. */
function packageFormat(bytes: Uint8Array, entries: readonly ZipEntry[]): SourceFormat | null {
  const lists = entries.filter(({ name, encrypted: locked }) => !locked && (name === '[Content_Types].xml' || name === 'mimetype'));
  const inflated = inflateEntries(bytes, lists, LONGEST_LIST);
  const texts = isArchiveFault(inflated) ? [] : [...inflated.values()].map((data) => new TextDecoder().decode(data));
  for (const text of texts) {
    const known = MAIN_PARTS.find(([type]) => type.test(text));
    if (known) return known[1];
  }
  const has = (part: string): boolean => entries.some(({ name }) => name === part);
  return has('word/document.xml') ? 'docx' : has('ppt/presentation.xml') ? 'pptx' : null;
}

function tooManyParts(name: string): Problem {
  const hint = 'Take in a part of it: delete what you do not need in a copy.';
  return problem('intake/too-large', {
    message: 'The file is made of more parts than are read.',
    place: { file: name },
    allowed: '10000 parts',
    hint,
  });
}

/** Lines that head a message or a saved page; no article begins with two of them. */
const HEADER =
  /^(?:from|to|cc|subject|date|sent|received|return-path|reply-to|delivered-to|message-id|mime-version|content-type|content-transfer-encoding|content-location|snapshot-content-location|x-[\w-]+|dkim-signature|arc-[\w-]+|authentication-results|list-[\w-]+|references|in-reply-to|sender|user-agent|thread-[\w-]+):/i;
const MANY_HEADERS = 3;

/** A message or a saved page, by the lines at its beginning, or by its name and one such line. */
function messageKind(bytes: Uint8Array, name: string): 'eml' | 'mhtml' | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 16_384)).replace(/^(?:\u00ef\u00bb\u00bf)?(?:From .*)?\s*/, '');
  const lines = (head.split(/\r?\n\r?\n/)[0] ?? '').split(/\r?\n/).filter((line) => !/^[ \t]/.test(line));
  const headers = lines.filter((line) => HEADER.test(line)).length;
  const named = /\.(eml|mhtml?|mht)$/i.test(name);
  if (!HEADER.test(lines[0] ?? '') || headers < (named ? 1 : MANY_HEADERS) || headers < lines.length / 2) return null;
  // A page that a browser saved, whatever it is called: parts that belong together, the first of them a page.
  const isPage =
    /^snapshot-content-location:/im.test(head) || /^content-type:\s*multipart\/related(?:;|\s)[^]*?type="?text\/html/im.test(head);
  const isMail = /^(?:to|received|return-path|message-id|delivered-to):/im.test(head);
  return /\.mhtml?$|\.mht$/i.test(name) || (isPage && !isMail) ? 'mhtml' : 'eml';
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
