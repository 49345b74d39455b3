import { scan, unescape } from '../../../base/ooxml/xml/scan.ts';
import { prefixOf } from './names.ts';

/** An element of a stranger's part, its name and those of its attributes by namespace: `a:p`, whatever prefix the file gives it. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly (XmlElement | string)[];
}

interface Open extends XmlElement {
  readonly children: (XmlElement | string)[];
}

export interface XmlLimits {
  readonly depth: number;
  readonly elements: number;
}

/** Why a part is no tree: it is ill-formed (a document type too), or larger than is read. */
export type XmlFault = 'broken' | 'entities' | { readonly depth: number } | { readonly elements: number };

class Beyond extends Error {
  readonly fault: XmlFault;

  constructor(fault: XmlFault) {
    super('the part is larger than is read');
    this.fault = fault;
  }
}

type Scope = ReadonlyMap<string, string>;

const DECLARATION = /\sxmlns(?::([\w.-]+))?\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const ATTRIBUTE = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** A part's root. Text has its entities resolved and its CDATA sections opened; what has a document type is refused. */
export function parseXml(xml: string, limits: XmlLimits): XmlElement | XmlFault {
  if (/<!DOCTYPE|<!ENTITY/i.test(xml)) return 'entities';
  const text = xml.replace(/^\uFEFF/, '');
  const root: Open = { name: '', attributes: new Map(), children: [] };
  const stack: { element: Open; scope: Scope }[] = [{ element: root, scope: new Map([['xml', 'xml']]) }];
  let [from, count] = [0, 0];
  const takeText = (to: number): void => {
    const parent = stack.at(-1)?.element;
    if (parent && parent !== root && to > from) parent.children.push(plain(text.slice(from, to)));
  };
  try {
    const fault = scan(text, {
      open: (name, raw, at, end) => {
        takeText(at);
        from = end;
        if (++count > limits.elements) throw new Beyond({ elements: count });
        if (stack.length > limits.depth) throw new Beyond({ depth: stack.length });
        const scope = scopeOf(raw, stack.at(-1)?.scope ?? new Map());
        const element: Open = { name: resolve(name, scope, true), attributes: attributesOf(raw, scope), children: [] };
        stack.at(-1)?.element.children.push(element);
        stack.push({ element, scope });
      },
      close: (_, end) => {
        // An empty tag closes where it opened.
        if (end !== from) takeText(text.lastIndexOf('<', end - 1));
        from = end;
        stack.pop();
      },
    });
    const [element] = root.children;
    return fault !== null || element === undefined || typeof element === 'string' ? 'broken' : element;
  } catch (error) {
    if (error instanceof Beyond) return error.fault;
    // A reference to a character that there is not.
    if (error instanceof RangeError) return 'broken';
    throw error;
  }
}

export function isFault(parsed: XmlElement | XmlFault): parsed is XmlFault {
  return typeof parsed === 'string' || !('name' in parsed);
}

function scopeOf(raw: string, outer: Scope): Scope {
  if (!raw.includes('xmlns')) return outer;
  const scope = new Map(outer);
  for (const [, prefix = '', a, b] of raw.matchAll(DECLARATION)) scope.set(prefix, prefixOf(unescape(a ?? b ?? '')));
  return scope;
}

/** The default namespace is for elements alone. */
function resolve(name: string, scope: Scope, isElement: boolean): string {
  const colon = name.indexOf(':');
  const prefix = colon === -1 ? (isElement ? (scope.get('') ?? '') : '') : (scope.get(name.slice(0, colon)) ?? '');
  const local = name.slice(colon + 1);
  return prefix === '' ? local : `${prefix}:${local}`;
}

const NONE: ReadonlyMap<string, string> = new Map();

function attributesOf(raw: string, scope: Scope): ReadonlyMap<string, string> {
  if (raw.trim() === '') return NONE;
  const found = new Map<string, string>();
  for (const [, name = '', a, b] of raw.matchAll(ATTRIBUTE))
    if (!name.startsWith('xmlns')) found.set(resolve(name, scope, false), unescape(a ?? b ?? ''));
  return found;
}

function plain(text: string): string {
  if (!text.includes('<')) return unescape(text);
  return text
    .split(/(<!\[CDATA\[[^]*?\]\]>|<!--[^]*?-->|<\?[^]*?\?>)/)
    .map((piece) => (piece.startsWith('<![CDATA[') ? piece.slice(9, -3) : piece.startsWith('<') ? '' : unescape(piece)))
    .join('');
}

export function value(element: XmlElement, name: string): string | null {
  return element.attributes.get(name) ?? null;
}

/** Child elements, all or those of one name. */
export function children(parent: XmlElement, name?: string): XmlElement[] {
  return parent.children.filter((part): part is XmlElement => typeof part !== 'string' && (name === undefined || part.name === name));
}

/** The first child of that name, or along a path of names; null where there is none. */
export function child(parent: XmlElement | null, ...path: readonly string[]): XmlElement | null {
  return path.reduce<XmlElement | null>(
    (at, name) => (at?.children.find((part) => typeof part !== 'string' && part.name === name) as XmlElement | undefined) ?? null,
    parent,
  );
}

/** Elements of these names anywhere below, in the order of the document. Of one that is found nothing below it is looked at. */
export function within(parent: XmlElement, ...names: readonly string[]): XmlElement[] {
  return children(parent).flatMap((element) => (names.includes(element.name) ? [element] : within(element, ...names)));
}

/** All words below an element. */
export function textOf(element: XmlElement | null): string {
  return element === null ? '' : element.children.map((part) => (typeof part === 'string' ? part : textOf(part))).join('');
}
