/**
 * The only way markup comes into being here. Text and attribute values are escaped by `escape` and nothing else;
 * element and attribute names are literals of this folder. So whatever an article or a template wrote stays text.
 */

declare const brand: unique symbol;

/** Markup made by this module. */
export type Html = string & { readonly [brand]: true };

export type Attributes = Readonly<Record<string, string | number | boolean | null | undefined>>;

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Control characters but tab and line feed, and non-characters: HTML forbids them. */
// eslint-disable-next-line no-control-regex -- these are the characters to take out
const FORBIDDEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufdd0-\ufdef\ufffe\uffff]/g;

/** Text as HTML text or as a quoted attribute value. Lone surrogates become U+FFFD. */
export function escape(value: string): Html {
  return value
    .replace(FORBIDDEN, '')
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(/[&<>"']/g, (c) => ENTITIES[c] ?? c) as Html;
}

export const EMPTY = '' as Html;

/** HTML elements without an end tag. */
const VOID = new Set(['br', 'img', 'meta', 'link', 'wbr']);

/** HTML elements that end where the next of them begins or their parent ends (HTML 13.1.2.4): where they stand here nothing else follows. */
const ENDS_ITSELF = new Set(['li', 'dt', 'dd', 'tr', 'th', 'td']);

/** SVG elements that may close themselves when empty. */
const SELF_CLOSING = new Set(['path', 'rect', 'circle', 'ellipse', 'line', 'use', 'image']);

/** Values that need no quotation marks (HTML 13.1.2.3). */
const BARE = /^[\w.,:#()/-]+$/;

function attribute(name: string, value: Attributes[string]): string {
  if (value === null || value === undefined || value === false) return '';
  if (value === true) return ` ${name}`;
  const text = typeof value === 'number' ? formatNumber(value) : escape(value);
  return BARE.test(text) && !text.endsWith('/') ? ` ${name}=${text}` : ` ${name}="${text}"`;
}

/** One element with its attributes (null, undefined and false are left out) and children. */
export function h(name: string, attributes: Attributes, ...children: readonly Html[]): Html {
  const open = `<${name}${Object.entries(attributes)
    .map(([key, value]) => attribute(key, value))
    .join('')}`;
  if (VOID.has(name)) return `${open}>` as Html;
  const inner = children.join('');
  if (inner === '' && SELF_CLOSING.has(name)) return `${open} />` as Html;
  return `${open}>${inner}${ENDS_ITSELF.has(name) ? '' : `</${name}>`}` as Html;
}

/** Where a paragraph ends by itself (HTML 13.1.2.4): before these beginnings, and where one of these ends. */
const PARAGRAPH_ENDS =
  /<\/p>(?=<(?:p|div|ul|ol|dl|table|section|aside|blockquote|figure|figcaption|footer|h[1-6])[ >]|<\/(?:div|section|aside|blockquote|li|td|figcaption)>)/g;

/** The same elements without the end tags of paragraphs that end by themselves. */
export function withoutParagraphEnds(html: Html): Html {
  return html.replace(PARAGRAPH_ENDS, '') as Html;
}

export function join(parts: readonly Html[]): Html {
  return parts.join('') as Html;
}

/** JSON inside a `<script type="application/json">`: nothing in it can end the element. */
export function jsonText(value: unknown): Html {
  return JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`) as Html;
}

/** Script or style text of our own, as it is: its hash stands in the content security policy. */
export function ownText(text: string): Html {
  return text as Html;
}

/** At most two decimals, no trailing zeros: 1/100 pt is below what any screen shows. */
export function formatNumber(value: number): string {
  const rounded = Math.round(value * 100) / 100;
  return String(Object.is(rounded, -0) ? 0 : rounded);
}
