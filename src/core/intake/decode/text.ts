import { problem, type Outcome, type Problem } from '../../base/errors.ts';
import { mendMojibake } from './mojibake.ts';
import { decodeWindows1252 } from './windows-1252.ts';

export interface DecodedText {
  readonly text: string;
  /** WHATWG name. */
  readonly charset: string;
}

export interface DecodeOptions {
  readonly name: string;
  readonly charset?: string;
}

const BOMS: readonly { readonly charset: string; readonly bytes: readonly number[] }[] = [
  { charset: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { charset: 'utf-16le', bytes: [0xff, 0xfe] },
  { charset: 'utf-16be', bytes: [0xfe, 0xff] },
];

/** Where a page or an XML file names its own character set (HTML § prescan: in the first 1024 bytes). */
const DECLARED = /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]+)|<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w.:-]+)/i;
const PRESCAN = 4096;
/** Enough for chardet to judge by; it slows down on more and finds nothing new. */
const SAMPLE = 64 * 1024;
/** More controls than this among the characters, and it is no text. */
const CONTROLS_ALLOWED = 0.002;
// eslint-disable-next-line no-control-regex -- control characters are what is counted
const CONTROL = /[\u0000-\u0008\u000E-\u001A\u001C-\u001F\u007F\uFFFD]/g;

/**
 * Bytes to text: byte order mark, the character set that the user names and no other, strict UTF-8, UTF-16 by its zero bytes, the one the
 * document declares, then chardet's guess (order and figures: docs/intake.md). Errors: `intake/binary`, `intake/charset`, `intake/empty`.
 */
export async function decodeText(bytes: Uint8Array, options: DecodeOptions): Promise<Outcome<DecodedText>> {
  const problems: Problem[] = [];
  const fail = (p: Problem): Outcome<DecodedText> => ({ value: null, problems: [...problems, p] });
  const place = { file: options.name };
  if (options.charset !== undefined && !isCharset(options.charset)) {
    const hint = 'Leave the character set out, so that it is found from the file.';
    return fail(problem('intake/charset', { message: 'There is no such character set.', place, received: options.charset, hint }));
  }
  const read = await readBytes(bytes, options.charset);
  if (options.charset !== undefined && !isSame(read.charset, options.charset)) {
    const hint = 'Choose another character set, or none, so that it is found from the file.';
    const message = 'The file’s bytes are not text in this character set.';
    return fail(problem('intake/charset', { message, place, received: options.charset, allowed: read.charset, hint }));
  }
  if (read.guessed) {
    const hint = 'Look at accented letters and quotation marks; if they are wrong, choose another character set.';
    const message = `The file does not say how its letters are written; it was read as ${read.charset}.`;
    problems.push(problem('intake/charset-guessed', { message, place, hint }));
  }
  if (read.text.trim() === '') {
    return fail(problem('intake/empty', { message: 'There is no text in the file.', place, hint: 'Choose a file that has text in it.' }));
  }
  const controls = read.text.match(CONTROL)?.length ?? 0;
  if (controls > Math.max(1, read.text.length * CONTROLS_ALLOWED)) {
    const hint = 'Save it as .txt, .md, .html, .docx, .odt, .pptx, .eml, .mhtml or .pdf first.';
    return fail(problem('intake/binary', { message: 'The file holds binary data, not text.', place, hint }));
  }
  const mended = mendMojibake(read.text);
  if (mended !== null) {
    const message = 'Letters had been garbled before the file was saved (“â€™” for “’”); they were mended.';
    problems.push(problem('intake/mojibake-mended', { message, place, hint: 'Look over names with accents.' }));
  }
  return { value: { text: mended ?? read.text, charset: read.charset }, problems };
}

interface Read extends DecodedText {
  readonly guessed: boolean;
}

async function readBytes(bytes: Uint8Array, named: string | undefined): Promise<Read> {
  const sure = (text: string, charset: string): Read => ({ text, charset, guessed: false });
  const bom = BOMS.find((b) => b.bytes.every((byte, index) => bytes[index] === byte));
  if (bom) return sure(new TextDecoder(bom.charset).decode(bytes), bom.charset);
  if (named !== undefined) {
    const text = strictly(bytes, named);
    if (text !== null) return sure(text, nameOf(named));
  }
  const utf8 = hasEscapes(bytes) ? null : strictly(bytes, 'utf-8');
  if (utf8 !== null && !utf8.includes('\u0000')) return sure(utf8, 'utf-8');
  const wide = utf16By(bytes);
  if (wide !== null) return sure(new TextDecoder(wide).decode(bytes), wide);
  const declared = DECLARED.exec(new TextDecoder('latin1').decode(bytes.subarray(0, PRESCAN)));
  const own = declared?.[1] ?? declared?.[2];
  // A page that declares UTF-8 and is not falls through, as does one that declares UTF-16 in ASCII.
  if (own !== undefined && isCharset(own) && !/^utf-?(8|16)/i.test(own)) {
    const text = strictly(bytes, own);
    if (text !== null) return sure(text, nameOf(own));
  }
  const { analyse } = await import('chardet');
  for (const { name } of analyse(bytes.subarray(0, SAMPLE))) {
    const text = isCharset(name) && !/^utf-?(8|16|32)/i.test(name) ? strictly(bytes, name) : null;
    if (text !== null) return { text, charset: nameOf(name), guessed: true };
  }
  return { text: decodeWindows1252(bytes), charset: 'windows-1252', guessed: true };
}

/** ISO-2022 switches character sets by an escape; its bytes are valid ASCII all along. */
function hasEscapes(bytes: Uint8Array): boolean {
  const at = bytes.subarray(0, SAMPLE).indexOf(0x1b);
  return at !== -1 && (bytes[at + 1] === 0x24 || bytes[at + 1] === 0x28);
}

/** Text in UTF-16 without a mark has zero bytes at one parity alone: the upper halves of spaces, digits, punctuation. */
function utf16By(bytes: Uint8Array): string | null {
  if (bytes.length % 2 !== 0) return null;
  const zeros = [0, 0];
  const sample = bytes.subarray(0, SAMPLE);
  sample.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  if (Math.max(even, odd) < sample.length * 0.02 || Math.min(even, odd) > 0) return null;
  const charset = odd > 0 ? 'utf-16le' : 'utf-16be';
  return strictly(bytes, charset) === null ? null : charset;
}

function strictly(bytes: Uint8Array, charset: string): string | null {
  try {
    if (nameOf(charset) === 'windows-1252') return decodeWindows1252(bytes);
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function nameOf(charset: string): string {
  return new TextDecoder(charset).encoding;
}

/** Whether text that was read as `charset` was read as the user named it: of plain UTF-16, the mark says which it is. */
function isSame(charset: string, named: string): boolean {
  return charset === nameOf(named) || (/^utf-?16$/i.test(named) && charset.startsWith('utf-16'));
}

function isCharset(charset: string): boolean {
  try {
    return nameOf(charset) !== '';
  } catch {
    return false;
  }
}
