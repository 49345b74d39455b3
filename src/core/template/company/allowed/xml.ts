import { unescape } from '../../../base/ooxml/xml/scan.ts';
import type { Element } from '../../../base/ooxml/xml/tree.ts';

/** A part of the file that cannot be read as what it must be; the message is its name. */
export class BrokenPart extends Error {}

const ENCODING = /^<\?xml[^>]*\sencoding\s*=\s*["']([^"']*)["']/;

/** UTF-16 with its mark. */
export function isWide(bytes: Uint8Array): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
}

/**
 * An XML part's text without its mark. Office reads UTF-16 too, and some programs write it. Throws `BrokenPart` for any other
 * encoding: what we read otherwise than Office does we would let through unread.
 */
export function xmlText(bytes: Uint8Array, part: string): string {
  const isUtf16 = isWide(bytes);
  try {
    const text = new TextDecoder(isUtf16 ? (bytes[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8', { fatal: true }).decode(bytes);
    const said = ENCODING.exec(text)?.[1] ?? (isUtf16 ? 'utf-16' : 'utf-8');
    if ((isUtf16 ? /^utf-?16/i : /^(?:utf-?8|us-ascii)$/i).test(said)) return text;
  } catch {
    // Said below.
  }
  throw new BrokenPart(part);
}

export function localName({ name }: Pick<Element, 'name'>): string {
  return name.slice(name.indexOf(':') + 1);
}

/** The local name of the root element, after whatever XML lets stand before it; empty where there is none. */
export function rootName(xml: string): string {
  let at = 0;
  for (;;) {
    at = xml.indexOf('<', at);
    if (at === -1) return '';
    const mark = xml[at + 1];
    if (mark !== '?' && mark !== '!') break;
    const end = mark === '?' ? '?>' : xml.startsWith('<!--', at) ? '-->' : '>';
    at = xml.indexOf(end, at + 2);
    if (at === -1) return '';
  }
  const name = /^<([^\s/>]*)/.exec(xml.slice(at, at + 200))?.[1] ?? '';
  return name.slice(name.indexOf(':') + 1);
}

export interface Attribute {
  /** Empty where it has none. */
  readonly prefix: string;
  readonly name: string;
  readonly value: string;
}

const ATTRIBUTE = /\s(?:([\w.-]+):)?([\w.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** An element's attributes but its declarations. */
export function attributesOf({ attributes }: Pick<Element, 'attributes'>): Attribute[] {
  return [...attributes.matchAll(ATTRIBUTE)].flatMap(([, prefix = '', name = '', double, single]) =>
    prefix === 'xmlns' || (prefix === '' && name === 'xmlns') ? [] : [{ prefix, name, value: unescape(double ?? single ?? '') }],
  );
}

/** Takes an attribute out of an element's text. */
export function removeAttribute(element: Element, { prefix, name }: Pick<Attribute, 'prefix' | 'name'>): void {
  element.attributes = element.attributes.replace(ATTRIBUTE, (all, p: string | undefined, n: string) =>
    (p ?? '') === prefix && n === name ? '' : all,
  );
}
