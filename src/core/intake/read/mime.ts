/** A part of a saved page (RFC 2045 to 2047, 2557), decoded: what a browser put there. Messages are postal-mime's. */
export interface MimePart {
  readonly type: string;
  readonly charset: string | null;
  /** `Content-Location`, as the file gives it; empty: none. */
  readonly location: string;
  /** `Content-ID` without its brackets. */
  readonly id: string;
  readonly body: Uint8Array;
}

export interface MimeFile {
  readonly headers: ReadonlyMap<string, string>;
  readonly parts: readonly MimePart[];
}

export type MimeFault = 'broken' | 'deep' | 'many';

const DEEPEST = 10;
const MOST_PARTS = 3000;

class Beyond extends Error {
  readonly fault: MimeFault;

  constructor(fault: MimeFault) {
    super('the parts are more than are read');
    this.fault = fault;
  }
}

/** All parts of a file that are no frames of others. Its bytes are taken as single ones, as the format's are. */
export function readMime(bytes: Uint8Array): MimeFile | MimeFault {
  const text = Buffer.from(bytes.buffer as ArrayBuffer, bytes.byteOffset, bytes.length).toString('latin1');
  const { headers, body } = entity(text);
  if (!headers.has('content-type')) return 'broken';
  try {
    const parts: MimePart[] = [];
    collect(headers, body, parts, 0);
    return parts.length === 0 ? 'broken' : { headers, parts };
  } catch (error) {
    if (error instanceof Beyond) return error.fault;
    throw error;
  }
}

function collect(headers: ReadonlyMap<string, string>, body: string, parts: MimePart[], depth: number): void {
  if (depth > DEEPEST) throw new Beyond('deep');
  const type = headers.get('content-type') ?? 'text/plain';
  const boundary = /^multipart\//i.test(type) ? parameter(type, 'boundary') : null;
  if (boundary === null) {
    if (parts.length >= MOST_PARTS) throw new Beyond('many');
    parts.push({
      type: type.split(';')[0]?.trim().toLowerCase() ?? '',
      charset: parameter(type, 'charset'),
      location: headers.get('content-location') ?? '',
      id: (headers.get('content-id') ?? '').replace(/^<|>$/g, ''),
      body: decode(body, headers.get('content-transfer-encoding') ?? ''),
    });
    return;
  }
  for (const piece of pieces(body, `--${boundary}`)) {
    const inner = entity(piece);
    collect(inner.headers, inner.body, parts, depth + 1);
  }
}

/** What stands between the lines that are the mark; a file that ends without the last mark keeps its last piece. */
function pieces(body: string, mark: string): string[] {
  const found: string[] = [];
  let from = -1;
  for (let at = body.startsWith(mark) ? 0 : body.indexOf(`\n${mark}`) + 1; ;) {
    if (at <= 0 && !body.startsWith(mark)) break;
    if (from !== -1) found.push(body.slice(from, at).replace(/\r?\n$/, ''));
    const behind = at + mark.length;
    const line = body.indexOf('\n', behind);
    if (body.startsWith('--', behind) || line === -1) return found;
    from = line + 1;
    const next = body.indexOf(`\n${mark}`, line);
    if (next === -1) break;
    at = next + 1;
    if (found.length > MOST_PARTS) throw new Beyond('many');
  }
  if (from !== -1) found.push(body.slice(from));
  return found;
}

function entity(text: string): { readonly headers: ReadonlyMap<string, string>; readonly body: string } {
  const end = /\r?\n\r?\n/.exec(text);
  const head = end === null ? text : text.slice(0, end.index);
  const headers = new Map<string, string>();
  for (const line of head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon).trim().toLowerCase();
    if (colon > 0 && !headers.has(name)) headers.set(name, line.slice(colon + 1).trim());
  }
  return { headers, body: end === null ? '' : text.slice(end.index + end[0].length) };
}

function parameter(header: string, name: string): string | null {
  const found = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^;\\s]+))`, 'i').exec(header);
  return found?.[1] ?? found?.[2] ?? null;
}

function decode(body: string, encoding: string): Uint8Array {
  switch (encoding.trim().toLowerCase()) {
    case 'base64':
      return Buffer.from(body, 'base64');
    case 'quoted-printable': {
      const joined = body.replace(/[ \t]+(?=\r?\n|$)/g, '').replace(/=\r?\n/g, '');
      return Buffer.from(
        joined.replace(/=([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
        'latin1',
      );
    }
    default:
      return Buffer.from(body, 'latin1');
  }
}
