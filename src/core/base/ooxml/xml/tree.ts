import { XML_HEADER } from './escape.ts';
import { attribute, scan, unescape } from './scan.ts';
import { SEQUENCES } from './sequences.ts';

/** An element of a part that is being mended. Text is kept as it was written, entities and all. */
export interface Element {
  readonly name: string;
  /** The text between name and tag end. */
  attributes: string;
  children: (Element | string)[];
}

/** Parses a part, or a piece of one. A DOM takes ten times as long, and a deck may have a hundred charts. */
export function parseXml(xml: string): Element {
  const root: Element = { name: '', attributes: '', children: [] };
  const open: Element[] = [root];
  let textFrom = 0;
  const takeText = (to: number): void => {
    const parent = open.at(-1);
    if (to > textFrom && parent && parent !== root) parent.children.push(xml.slice(textFrom, to));
  };
  const fault = scan(xml, {
    open: (name, attributes, at, end) => {
      takeText(at);
      textFrom = end;
      const element: Element = { name, attributes: attributes.trimEnd(), children: [] };
      open.at(-1)?.children.push(element);
      open.push(element);
    },
    close: (_, end) => {
      // An empty tag closes where it opened.
      if (end !== textFrom) takeText(xml.lastIndexOf('<', end - 1));
      textFrom = end;
      open.pop();
    },
  });
  const [element] = root.children;
  if (fault !== null || element === undefined || typeof element === 'string')
    throw new Error(`the part is not well-formed: ${fault ?? 'it is empty'}`);
  return element;
}

function write({ name, attributes, children: list }: Element): string {
  if (list.length === 0) return `<${name}${attributes}/>`;
  let inner = '';
  for (const part of list) inner += typeof part === 'string' ? part : write(part);
  return `<${name}${attributes}>${inner}</${name}>`;
}

export function serialise(root: Element): string {
  return `${XML_HEADER}${write(root)}`;
}

/** Child elements, all or those of one name. */
export function children(parent: Element, name?: string): Element[] {
  return parent.children.filter((part): part is Element => typeof part !== 'string' && (name === undefined || part.name === name));
}

export function child(parent: Element, name: string): Element | null {
  return parent.children.find((part): part is Element => typeof part !== 'string' && part.name === name) ?? null;
}

/** Elements of one name anywhere below, in document order. */
export function descendants(parent: Element, name: string, found: Element[] = []): Element[] {
  for (const part of parent.children) {
    if (typeof part === 'string') continue;
    if (part.name === name) found.push(part);
    descendants(part, name, found);
  }
  return found;
}

export function value(element: Element, name: string): string | null {
  const raw = attribute(element.attributes, name);
  return raw === null ? null : unescape(raw);
}

/** The words directly inside an element. */
export function textOf(element: Element | null): string {
  return element === null ? '' : unescape(element.children.filter((part) => typeof part === 'string').join(''));
}

/** Takes out the child elements that `when` says. */
export function remove(parent: Element, when: (element: Element) => boolean): void {
  parent.children = parent.children.filter((part) => typeof part === 'string' || !when(part));
}

function sequenceOf(parent: Element): readonly string[] {
  const sequence = SEQUENCES[parent.name];
  if (!sequence) throw new Error(`the order of children of ${parent.name} is not known`);
  return sequence;
}

function rank(sequence: readonly string[], parent: Element, name: string): number {
  const place = sequence.indexOf(name);
  if (place === -1) throw new Error(`${name} may not stand in ${parent.name}`);
  return place;
}

/** Puts all children into the schema's order, those of one name as they stood. */
export function sort(parent: Element): void {
  const sequence = sequenceOf(parent);
  parent.children = children(parent)
    .map((element) => ({ element, place: rank(sequence, parent, element.name) }))
    .sort((a, b) => a.place - b.place)
    .map(({ element }) => element);
}

/** Puts a child where the schema wants it, in the place of one of the same name if there is one. `xml` is one element. */
export function put(parent: Element, xml: string): void {
  const element = parseXml(xml);
  const same = parent.children.findIndex((part) => typeof part !== 'string' && part.name === element.name);
  if (same !== -1) {
    parent.children[same] = element;
    return;
  }
  const sequence = sequenceOf(parent);
  const place = rank(sequence, parent, element.name);
  const next = parent.children.findIndex((part) => typeof part !== 'string' && rank(sequence, parent, part.name) > place);
  parent.children.splice(next === -1 ? parent.children.length : next, 0, element);
}
