import { unescape } from '../../../base/ooxml/xml/scan.ts';
import type { Element } from '../../../base/ooxml/xml/tree.ts';
import { ADDRESSES, ELEMENTS, LIMITS, NAMES, READ_AS, UNSEEN } from './allowed.ts';
import { cleanCss } from './css.ts';
import { embeddedPicture } from './embedded.ts';
import type { Kept, Report } from './types.ts';

/** What one drawing's cleaning counts. */
export interface Cleaning {
  /** The prefix that stands before the names of SVG, with its colon; empty as a rule. */
  readonly prefix: string;
  readonly report: Report;
  /** Pixels of pictures inside it, so far. */
  pixels: number;
  hasWords: boolean;
}

/** Text as it is read: without comments and instructions, CDATA and entities resolved. */
function textIn(raw: string): string {
  let text = '';
  for (const [part] of raw.matchAll(/<!\[CDATA\[[\s\S]*?\]\]>|<!--[\s\S]*?-->|<\?[\s\S]*?\?>|[^<]+/g)) {
    if (part.startsWith('<![CDATA[')) text += part.slice(9, -3);
    else if (!part.startsWith('<')) text += unescape(part);
  }
  return text;
}

const ATTRIBUTE = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** An address that an element may have: a part of this drawing, or pixels that it brings along. */
function addressOf(value: string, name: string, cleaning: Cleaning): string | null {
  const address = value.trim();
  if (address.startsWith('#')) return address;
  if (name === 'a') return null;
  const picture = name === 'image' ? embeddedPicture(address, LIMITS.pixels - cleaning.pixels) : null;
  if (picture === null) {
    cleaning.report(name === 'image' ? 'a picture that lies elsewhere or cannot be read' : 'an address outside of the drawing');
    return null;
  }
  cleaning.pixels += picture.pixels;
  return picture.address;
}

/** Dashes so short that programs draw them for minutes. */
function isEndlessDash(name: string, value: string): boolean {
  if (!/dasharray/i.test(name === 'style' ? value : name)) return false;
  if (value.length > 2000) return true;
  if (name === 'style') return /stroke-dasharray\s*:\s*[^;]*(?:\b0?\.0\d|e-)/i.test(value);
  return value.split(/[\s,]+/).some((part) => Number.parseFloat(part) > 0 && Number.parseFloat(part) < 0.1);
}

function attributesOf(element: Element, name: string, cleaning: Cleaning): Map<string, string> {
  const kept = new Map<string, string>();
  for (const [, key = '', double, single] of element.attributes.matchAll(ATTRIBUTE)) {
    const value = unescape(double ?? single ?? '');
    if (key === 'href' || key === 'xlink:href') {
      const address = key === 'href' || !kept.has('xlink:href') ? addressOf(value, name, cleaning) : null;
      if (address !== null) kept.set('xlink:href', address);
    } else if (key === 'xml:space' || key === 'xml:lang') kept.set(key, value);
    else if (/^on/i.test(key)) cleaning.report('a script');
    else if (/^[A-Za-z][\w-]*$/.test(key) && !ADDRESSES.has(key.toLowerCase()) && key !== 'xmlns') {
      if (isEndlessDash(key, value)) {
        cleaning.report('dashes that are too short');
        continue;
      }
      const clean = cleanCss(value, cleaning.report);
      if (clean !== null) kept.set(key, clean);
    }
  }
  return kept;
}

/** The element's own name; null where it belongs to another language than SVG. */
function nameOf(element: Element, { prefix }: Cleaning): string | null {
  if (prefix !== '') return element.name.startsWith(prefix) ? element.name.slice(prefix.length) : null;
  return element.name.includes(':') ? null : element.name;
}

/** An element with what of it may reach a deck; null where it may not, which is reported unless nobody would have seen it. */
export function cleaned(element: Element, cleaning: Cleaning, parent: string | null = null): Kept | null {
  const name = nameOf(element, cleaning);
  if (name === null || UNSEEN.has(name)) return null;
  const readAs = READ_AS[name] ?? name;
  if (!ELEMENTS.has(readAs)) {
    // Where there is a choice the other one is taken.
    if (parent !== 'switch') cleaning.report(NAMES[name] ?? `<${name.slice(0, 40)}>`);
    return null;
  }
  const attributes = attributesOf(element, name, cleaning);
  if (name === 'image' && !attributes.has('xlink:href')) return null;
  if (name === 'text') cleaning.hasWords = true;
  if (name === 'style') {
    const css = cleanCss(textIn(element.children.filter((part) => typeof part === 'string').join('')), cleaning.report);
    return css === null ? null : { name, attributes, children: [css] };
  }
  const children = element.children.flatMap((part): (Kept | string)[] => {
    if (typeof part === 'string') return [textIn(part)];
    const kept = cleaned(part, cleaning, name);
    return kept === null ? [] : [kept];
  });
  return { name: readAs, attributes, children };
}
