import { hasForbidden } from './escape.ts';

/** What a scan of a part reports, in document order. */
export interface Visitor {
  /** `attributes` is the text between the name and the tag's end; `at` and `end` are the tag's own offsets. */
  readonly open: (name: string, attributes: string, at: number, end: number) => void;
  readonly close: (name: string, end: number) => void;
}

const BARE_AMPERSAND = /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-fA-F]+);)/;
const ATTRIBUTES = /^(?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*\s*$/;

/** The end of the tag that begins at `at`: the first `>` outside quotation marks. */
function endOfTag(xml: string, at: number): number {
  let quote = 0;
  for (let i = at; i < xml.length; i += 1) {
    const c = xml.charCodeAt(i);
    if (quote !== 0) quote = c === quote ? 0 : quote;
    else if (c === 62) return i;
    else if (c === 34 || c === 39) quote = c;
  }
  return -1;
}

function endOfName(tag: string): number {
  let i = 0;
  while (i < tag.length && tag.charCodeAt(i) > 32) i += 1;
  return i;
}

/** The end of a comment, a declaration or a CDATA section that begins at `at`; -1 where it has none. */
function endOfOther(xml: string, at: number): number {
  if (xml.startsWith('<!--', at)) return closing(xml, '-->', at);
  if (xml.startsWith('<![CDATA[', at)) return closing(xml, ']]>', at);
  // A document type is no part of any Office file, and entities are how XML is attacked.
  return xml.startsWith('<?', at) ? closing(xml, '?>', at) : -1;
}

function closing(xml: string, mark: string, at: number): number {
  const found = xml.indexOf(mark, at);
  return found === -1 ? -1 : found + mark.length - 1;
}

/**
 * Reads a part's tags in one pass, many times faster than a DOM. Returns what makes it ill-formed, or null.
 * Entities are not resolved and text is not reported: slice it out by the offsets.
 */
export function scan(xml: string, visitor: Visitor): string | null {
  if (hasForbidden(xml)) return 'a character that XML does not allow';
  if (xml.includes('&') && BARE_AMPERSAND.test(xml)) return 'an ampersand that is not an entity';
  const stack: string[] = [];
  let roots = 0;
  for (let at = xml.indexOf('<'); at !== -1;) {
    const mark = xml.charCodeAt(at + 1);
    let end: number;
    if (mark === 33 || mark === 63) {
      end = endOfOther(xml, at);
      if (end === -1) return 'an unclosed comment, or a declaration that does not belong here';
    } else {
      end = endOfTag(xml, at);
      if (end === -1) return 'an unclosed tag';
      if (mark === 47) {
        const name = xml.slice(at + 2, end).trimEnd();
        if (stack.pop() !== name) return `</${name}> closes another element`;
        visitor.close(name, end + 1);
      } else {
        const isEmpty = xml.charCodeAt(end - 1) === 47;
        const inner = xml.slice(at + 1, isEmpty ? end - 1 : end);
        const space = endOfName(inner);
        const name = inner.slice(0, space);
        const attributes = inner.slice(space);
        if (attributes !== '' && !ATTRIBUTES.test(attributes)) return `<${name}> has an attribute that is not well-formed`;
        if (stack.length === 0) roots += 1;
        visitor.open(name, attributes, at, end + 1);
        if (isEmpty) visitor.close(name, end + 1);
        else stack.push(name);
      }
    }
    at = xml.indexOf('<', end + 1);
  }
  const open = stack.pop();
  if (open !== undefined) return `<${open}> is not closed`;
  return roots === 1 ? null : 'not exactly one root element';
}

/** An attribute's value out of a tag's well-formed attribute text, entities as they stand; null where it is missing. */
export function attribute(attributes: string, name: string): string | null {
  for (let at = 0; ;) {
    const sign = attributes.indexOf('=', at);
    if (sign === -1) return null;
    let open = sign + 1;
    while (isSpace(attributes.charCodeAt(open))) open += 1;
    const quote = attributes[open];
    if (quote !== '"' && quote !== "'") return null;
    const close = attributes.indexOf(quote, open + 1);
    if (close === -1) return null;
    if (attributes.slice(at, sign).trim() === name) return attributes.slice(open + 1, close);
    at = close + 1;
  }
}

function isSpace(code: number): boolean {
  return code === 32 || code === 9 || code === 10 || code === 13;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Text with its entities resolved. */
export function unescape(text: string): string {
  return text.replace(/&(?:(amp|lt|gt|quot|apos)|#(\d+)|#x([\da-fA-F]+));/g, (_, name?: string, decimal?: string, hex?: string) =>
    name !== undefined
      ? (ENTITIES[name] ?? '')
      : String.fromCodePoint(decimal !== undefined ? Number(decimal) : Number.parseInt(hex ?? '20', 16)),
  );
}
