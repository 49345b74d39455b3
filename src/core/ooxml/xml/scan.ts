import { hasForbidden } from './escape.ts';

/**
 * A start tag. Most tags of a deck repeat word for word: short ones with the same text are one object to whoever scans with the same
 * `Scanner`, within bounds (none with a `>` in a value).
 */
export interface Tag {
  readonly name: string;
  /** The text between the name and the tag's end. */
  readonly attributes: string;
}

/** What a scan of a part reports, in document order. */
export interface Visitor {
  /** `at` and `end` are the tag's own offsets. */
  readonly open: (tag: Tag, at: number, end: number) => void;
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

/** Longer tags hardly repeat, and V8 hashes the longest by their length alone. In UTF-16 units. */
const LONGEST_KNOWN = 1000;
/** A deck of ours has some thousands; a stranger's file may have any number. */
const MOST_KNOWN = 20_000;

/** A tag with what the scan itself must know of it. */
interface ReadTag extends Tag {
  readonly isEmpty: boolean;
  readonly isFaulty: boolean;
}

function readTag(text: string): ReadTag {
  const isEmpty = text.endsWith('/');
  const inner = isEmpty ? text.slice(0, -1) : text;
  const space = endOfName(inner);
  const attributes = inner.slice(space);
  return { name: inner.slice(0, space), attributes, isEmpty, isFaulty: attributes !== '' && !ATTRIBUTES.test(attributes) };
}

/**
 * Reads the tags of parts in one pass each, many times faster than a DOM; a tag that stands again is not read again.
 * Entities are not resolved and text is not reported: slice it out by the offsets.
 */
export class Scanner {
  readonly #tags = new Map<string, ReadTag>();

  /** Returns what makes the part ill-formed, or null. The visitor is told all that stands before the fault. */
  scan(xml: string, visitor: Visitor): string | null {
    if (hasForbidden(xml)) return 'a character that XML does not allow';
    if (xml.includes('&') && BARE_AMPERSAND.test(xml)) return 'an ampersand that is not an entity';
    const stack: string[] = [];
    let roots = 0;
    for (let at = xml.indexOf('<'); at !== -1;) {
      const mark = xml.charCodeAt(at + 1);
      let end = mark === 33 || mark === 63 ? endOfOther(xml, at) : xml.indexOf('>', at);
      if (end === -1) return 'an unclosed tag or comment, or a declaration that does not belong here';
      if (mark === 47) {
        const name = stack.pop();
        if (name === undefined || xml.slice(at + 2, end).trimEnd() !== name) return `</${xml.slice(at + 2, end)}> closes another element`;
        visitor.close(name, end + 1);
      } else if (mark !== 33 && mark !== 63) {
        let tag = end - at <= LONGEST_KNOWN ? this.#tags.get(xml.slice(at + 1, end)) : undefined;
        if (tag === undefined) {
          end = endOfTag(xml, at);
          if (end === -1) return 'an unclosed tag';
          const text = xml.slice(at + 1, end);
          tag = readTag(text);
          if (tag.isFaulty) return `<${tag.name}> has an attribute that is not well-formed`;
          if (text.length < LONGEST_KNOWN && this.#tags.size < MOST_KNOWN) this.#tags.set(text, tag);
        }
        if (stack.length === 0) roots += 1;
        visitor.open(tag, at, end + 1);
        if (tag.isEmpty) visitor.close(tag.name, end + 1);
        else stack.push(tag.name);
      }
      at = xml.indexOf('<', end + 1);
    }
    const open = stack.pop();
    if (open !== undefined) return `<${open}> is not closed`;
    return roots === 1 ? null : 'not exactly one root element';
  }
}

/** One part, once. */
export function scan(xml: string, visitor: Visitor): string | null {
  return new Scanner().scan(xml, visitor);
}

const PATTERNS = new Map<string, RegExp>();

/** An attribute's value out of a tag's attribute text, entities as they stand; null where it is missing. */
export function attribute(attributes: string, name: string): string | null {
  let pattern = PATTERNS.get(name);
  if (!pattern) {
    pattern = new RegExp(`\\s${name.replace('.', '\\.')}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`);
    PATTERNS.set(name, pattern);
  }
  const match = pattern.exec(attributes);
  return match ? (match[1] ?? match[2] ?? '') : null;
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
