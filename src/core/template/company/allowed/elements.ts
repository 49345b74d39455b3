import { children, descendants, parseXml, remove, serialise, value, type Element } from '../../../base/ooxml/xml/tree.ts';
import { asPicture, isBlip, withoutBlip, withoutLink } from './look.ts';
import { placeIn } from './places.ts';
import type { Relations } from './relations.ts';
import { ACTIONS, ELEMENTS, LINKS, type What } from './table.ts';
import { attributesOf, BrokenPart, localName, removeAttribute } from './xml.ts';

/** Something that was taken out of a part. */
export interface Taken {
  readonly what: What;
  /** Inside the part, as a person sees it: `picture “Logo”`; empty for the part itself. */
  readonly where: string;
  /** Where it led, or the action that it asked for. */
  readonly received: string | null;
}

/** What can stand in a part that need not be parsed otherwise. Names in XML cannot be spelt in another way. */
const SUSPECT = new RegExp(`<!DOCTYPE|<!ENTITY|[<:](?:${[...LINKS, ...Object.keys(ELEMENTS)].join('|')})[\\s/>]`);

/** Lists that the schema wants filled, or away. */
const LISTS = new Set(['extLst', 'custDataLst', 'embeddedFontLst', 'handoutMasterIdLst', 'notesMasterIdLst', 'custShowLst', 'sldLst']);

/** What goes with a reference that leads nowhere, from the inside out. */
const HOLDERS = new Set(['graphicFrame', 'contentPart', 'pic']);

/** A target worth naming: where it leads out of the file. */
function addressIn(target: string): string | null {
  return /[:\\]|^\/\//.test(target) ? target : null;
}

interface Marked {
  readonly element: Element;
  /** From the root to the element's parent. */
  readonly above: readonly Element[];
}

class Cleaner {
  readonly #gone: ReadonlyMap<string, { readonly what: What | null; readonly target: string }>;
  readonly #kept: ReadonlySet<string>;
  readonly #replaced = new Map<Element, readonly Element[]>();
  readonly #links = new Map<Element, Element>();
  readonly used = new Set<string>();
  readonly taken: Taken[] = [];

  constructor({ gone, kept }: Relations) {
    this.#gone = new Map(gone.map(({ relationship: r, what }) => [r.id, { what, target: r.target }]));
    this.#kept = new Set(kept.map(({ relationship }) => relationship.id));
  }

  #tell(what: What | null, { element, above }: Marked, received: string | null): void {
    if (what !== null) this.taken.push({ what, where: placeIn(element, above), received });
  }

  /** References of an element that lead to what goes. */
  #references(element: Element): { readonly prefix: string; readonly name: string; readonly what: What | null; readonly target: string }[] {
    if (!element.attributes.includes(':')) return [];
    return attributesOf(element).flatMap(({ prefix, name, value: id }) => {
      const gone = prefix === '' ? undefined : this.#gone.get(id);
      if (gone) this.used.add(id);
      return gone ? [{ prefix, name, ...gone }] : [];
    });
  }

  #drop(element: Element, by: readonly Element[] = []): void {
    if (!this.#replaced.has(element)) this.#replaced.set(element, by);
  }

  #link(marked: Marked): void {
    const { element, above } = marked;
    const action = value(element, 'action') ?? '';
    const known = ACTIONS.find(([pattern]) => pattern.test(action));
    const asked = known ? known[1] : 'other-action';
    const [reference] = this.#references(element);
    const invalid = value(element, 'invalidUrl') ?? '';
    if (asked === null && !reference && invalid === '') return;
    const target = reference?.target ?? (invalid === '' ? null : invalid);
    this.#tell(asked ?? reference?.what ?? 'link', marked, target ?? action);
    this.#drop(element);
    const parent = above.at(-1);
    if (parent) this.#links.set(element, parent);
  }

  #blip(marked: Marked): void {
    const { element, above } = marked;
    const references = this.#references(element);
    for (const reference of references) {
      this.#tell(reference.what, marked, reference.target);
      removeAttribute(element, reference);
    }
    if (references.length === 0 || attributesOf(element).some(({ prefix, value: id }) => prefix !== '' && this.#kept.has(id))) return;
    const { unit, by } = withoutBlip(element, above);
    this.#drop(unit, by);
  }

  /** The nearest element that may go whole: an extension, a frame or picture, else the element itself. */
  #holder({ element, above }: Marked): Element {
    const holder = above.findLast((outer) => HOLDERS.has(localName(outer)) || (localName(outer) === 'ext' && value(outer, 'uri') !== null));
    return holder ?? element;
  }

  #named(marked: Marked, name: string): void {
    const { element, above } = marked;
    const rule = ELEMENTS[name];
    if (!rule) return;
    const [reference] = this.#references(element);
    const unit = above.findLast((outer) => localName(outer) === rule.unit) ?? element;
    const what = reference?.what === 'linked-object' || reference?.what === 'linked-media' ? reference.what : rule.what;
    if (!this.#replaced.has(unit)) this.#tell(what, marked, reference ? addressIn(reference.target) : null);
    const picture = name === 'oleObj' && unit !== element ? asPicture(unit, this.#kept) : null;
    // The branch of an older program may hold the picture, so the first has to wait for it.
    if (picture) this.#replaced.set(unit, [picture]);
    else this.#drop(unit);
  }

  #look(element: Element, above: Element[]): void {
    const name = localName(element);
    const marked = { element, above };
    if (LINKS.has(name)) this.#link(marked);
    else if (isBlip(element)) this.#blip(marked);
    else if (Object.hasOwn(ELEMENTS, name)) this.#named(marked, name);
    else {
      const [reference, ...more] = this.#references(element);
      if (reference) {
        for (const { what, target } of [reference, ...more]) this.#tell(what, marked, target);
        this.#drop(this.#holder(marked));
      }
    }
    above.push(element);
    for (const part of children(element)) this.#look(part, above);
    above.pop();
  }

  /** Takes out what goes below an element; whether that left a list empty which may not be. */
  #apply(parent: Element): boolean {
    const before = parent.children;
    parent.children = before.flatMap((part): (Element | string)[] =>
      typeof part === 'string' ? [part] : (this.#replaced.get(part) ?? [part]).flatMap((e) => (this.#apply(e) ? [] : settled(e))),
    );
    return parent.children.length < before.length && isEmptied(parent);
  }

  /** The part without what goes; null where nothing does. Throws `BrokenPart` where all of it would. */
  clean(root: Element, part: string): Element | null {
    this.#look(root, []);
    if (this.#replaced.size === 0 && this.taken.length === 0) return null;
    if (this.#replaced.has(root)) throw new BrokenPart(part);
    const ids = [...this.#replaced].flatMap(([unit, by]) =>
      by.length === 0 ? descendants(unit, 'p:cNvPr').map((p) => value(p, 'id')) : [],
    );
    for (const [link, parent] of this.#links) withoutLink(parent, link);
    this.#apply(root);
    stopAnimating(root, new Set(ids));
    return root;
  }
}

function isEmptied(element: Element): boolean {
  const name = localName(element);
  const left = children(element);
  if (LISTS.has(name) || name === 'Choice') return left.length === 0;
  return name === 'embeddedFont' && left.every((inner) => localName(inner) === 'font');
}

/** An element as it stays: the other branch where an `mc:AlternateContent` has no choice left. ECMA-376 part 3, 10.2. */
function settled(element: Element): Element[] {
  if (localName(element) !== 'AlternateContent' || children(element).some((part) => localName(part) === 'Choice')) return [element];
  const fallback = children(element).find((part) => localName(part) === 'Fallback');
  return fallback ? children(fallback) : [];
}

/** An animation of what is gone would be a fault of the file. */
function stopAnimating(root: Element, ids: ReadonlySet<string | null>): void {
  const isOfGone = (part: Element): boolean =>
    /^(?:p:timing|mc:AlternateContent)$/.test(part.name) && descendants(part, 'p:spTgt').some((target) => ids.has(value(target, 'spid')));
  remove(root, isOfGone);
}

/** What goes of a part's relationships without any element asking for it. */
export function unused({ gone }: Relations, used: ReadonlySet<string> = new Set()): Taken[] {
  return gone.flatMap(({ relationship: { id, target }, what }) =>
    used.has(id) || what === null ? [] : [{ what, where: '', received: addressIn(target) }],
  );
}

export interface Cleaned {
  /** Null where the part stays as it is. */
  readonly xml: string | null;
  readonly taken: readonly Taken[];
}

/**
 * An XML part without what acts or leads to what goes; what no element needs is told of the part as a whole.
 * Throws `BrokenPart` where it is not well-formed.
 */
export function cleanXml(xml: string, part: string, relations: Relations): Cleaned {
  if (relations.gone.length === 0 && !SUSPECT.test(xml)) return { xml: null, taken: [] };
  let root: Element;
  try {
    root = parseXml(xml);
  } catch {
    throw new BrokenPart(part);
  }
  const cleaner = new Cleaner(relations);
  const cleaned = cleaner.clean(root, part);
  return { xml: cleaned && serialise(cleaned), taken: [...cleaner.taken, ...unused(relations, cleaner.used)] };
}
