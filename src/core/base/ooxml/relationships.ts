import { attributes, XML_HEADER } from './xml/escape.ts';
import { attribute, unescape } from './xml/scan.ts';

export interface Relationship {
  readonly id: string;
  readonly type: string;
  readonly target: string;
  /** Leads out of the package: a web address. */
  readonly external: boolean;
}

/** Relationships of one part, in file order. */
export function readRelationships(xml: string): Relationship[] {
  return [...xml.matchAll(/<(?:\w+:)?Relationship(\s(?:"[^"]*"|'[^']*'|[^"'>])*)>/g)].map(([, list = '']) => {
    const value = (name: string): string => unescape(attribute(list, name) ?? '');
    return { id: value('Id'), type: value('Type'), target: value('Target'), external: value('TargetMode') === 'External' };
  });
}

/** Gathers the relationships of a part that is being written; the same target is related once. */
export class Relationships {
  readonly #list: Relationship[] = [];
  readonly #ids = new Map<string, string>();
  #last = 0;

  /** Goes on from those that a part already has; they keep their ids. */
  constructor(list: readonly Relationship[] = []) {
    for (const relationship of list) this.#keep(relationship);
  }

  #keep(relationship: Relationship): void {
    this.#list.push(relationship);
    this.#ids.set(`${relationship.type} ${relationship.target}`, relationship.id);
    this.#last = Math.max(this.#last, Number(/\d+$/.exec(relationship.id)?.[0] ?? 0));
  }

  /** The relationship's id. `target` is relative to the part, or an address when `external`. */
  add(type: string, target: string, external = false): string {
    const key = `${type} ${target}`;
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    const id = `rId${this.#last + 1}`;
    this.#keep({ id, type, target, external });
    return id;
  }

  get size(): number {
    return this.#list.length;
  }

  toXml(): string {
    const items = this.#list.map(
      ({ id, type, target, external }) =>
        `<Relationship${attributes({ Id: id, Type: type, Target: target, TargetMode: external ? 'External' : null })}/>`,
    );
    return `${XML_HEADER}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${items.join('')}</Relationships>`;
  }
}

/** `ppt/slides/slide1.xml` → `ppt/slides/_rels/slide1.xml.rels`; the empty name is the package itself. */
export function relationshipsOf(part: string): string {
  const slash = part.lastIndexOf('/') + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}

/** `ppt/slides/_rels/slide1.xml.rels` → `ppt/slides/slide1.xml`. */
export function ownerOf(relationships: string): string {
  return relationships.replace(/(^|\/)_rels\/([^/]*)\.rels$/, '$1$2');
}

/** How a part is named as a target, seen from `part`: `../media/image1.png`. */
export function targetFrom(part: string, to: string): string {
  const from = part.split('/').slice(0, -1);
  const path = to.split('/');
  let common = 0;
  while (common < from.length && common < path.length - 1 && from[common] === path[common]) common += 1;
  return [...from.slice(common).map(() => '..'), ...path.slice(common)].join('/');
}

/** The part that a target leads to, seen from `part`. */
export function resolveTarget(part: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const path = part.split('/').slice(0, -1);
  for (const step of target.split('/')) {
    if (step === '..') path.pop();
    else if (step !== '.') path.push(step);
  }
  return path.join('/');
}
