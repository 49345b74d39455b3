import { mergedContentTypes, readContentTypes, CONTENT_TYPES } from '../../../base/ooxml/content-types.ts';
import {
  readRelationships,
  Relationships,
  relationshipsOf,
  resolveTarget,
  targetFrom,
  type Relationship,
} from '../../../base/ooxml/relationships.ts';
import type { Parts } from '../../../base/ooxml/zip.ts';
import { RELATIONSHIPS as R } from '../../../base/ooxml/xml/namespaces.ts';
import { freeName } from '../base/names.ts';
import { readShapes, type RawBox } from '../read/shapes.ts';
import type { PartReader } from '../read/reader.ts';

/** Where a relationship of a part that is carried over leads: a part of the package, or null where the relationship is left out; undefined: carry its part, too. */
export type Redirect = (r: Relationship & { readonly part: string }) => string | null | undefined;

/** The edited package while it is merged: its own parts, and ours that were carried into it. */
export class MergedPackage {
  readonly parts: Parts;
  readonly #taken: Set<string>;
  /** Theirs, whose content types stay as they said. */
  readonly #theirs: ReadonlySet<string>;
  readonly #carried = new Map<string, string>();

  constructor(theirs: Parts) {
    this.parts = new Map(theirs);
    this.#theirs = new Set(theirs.keys());
    this.#taken = new Set([...theirs.keys()].map((name) => name.toLowerCase()));
  }

  text(name: string): string {
    const content = this.parts.get(name);
    return typeof content === 'string' ? content : '';
  }

  relationships(part: string): Relationship[] {
    return readRelationships(this.text(relationshipsOf(part)));
  }

  putRelationships(part: string, list: readonly Relationship[]): void {
    if (list.length === 0) this.parts.delete(relationshipsOf(part));
    else this.parts.set(relationshipsOf(part), new Relationships(list).toXml());
  }

  /** The id of a relationship of a part, added if it has none such. `target` is a part, or an address. */
  relate(part: string, type: string, target: string, external = false): string {
    const relationships = new Relationships(this.relationships(part));
    const id = relationships.add(type, external ? target : targetFrom(part, target), external);
    this.parts.set(relationshipsOf(part), relationships.toXml());
    return id;
  }

  /** The first relationship of a type, with the part it leads to. */
  related(part: string, type: string): (Relationship & { readonly part: string }) | null {
    const found = this.relationships(part).find((r) => r.type === type && !r.external);
    return found ? { ...found, part: resolveTarget(part, found.target) } : null;
  }

  /** Whether a slide, or its notes, have a line of this text. */
  says(slide: string, text: string): boolean {
    const notes = this.relationships(slide).flatMap((r) => (r.type === R.notesSlide ? [resolveTarget(slide, r.target)] : []));
    return [slide, ...notes].some((part) => readShapes(this.text(part), () => '', new Map()).boxes.some((box) => saysIn(box, text)));
  }

  /** A name that no part has, like the one given. */
  free(name: string): string {
    const made = freeName(name, this.#taken);
    this.#taken.add(made.toLowerCase());
    return made;
  }

  /** Puts a part of ours in with all that it leads to; each part once, and none twice that is here already byte for byte. Its name here. */
  carry(ours: PartReader, part: string, redirect: Redirect): string {
    const known = this.#carried.get(part);
    if (known !== undefined) return known;
    const content = ours.parts.get(part) ?? '';
    const isAlike = content instanceof Uint8Array && sameBytes(this.parts.get(part), content);
    const name = isAlike ? part : this.free(part);
    this.#carried.set(part, name);
    this.parts.set(name, content);
    this.carryRelationships(ours, part, name, redirect);
    return name;
  }

  /** Gives a part here the relationships that a part of ours has. */
  carryRelationships(ours: PartReader, from: string, to: string, redirect: Redirect): void {
    const list = ours.related(from).flatMap((r): Relationship[] => {
      if (r.external) return [r];
      const target = redirect(r);
      if (target === null) return [];
      return [{ ...r, target: targetFrom(to, target ?? this.carry(ours, r.part, redirect)) }];
    });
    this.putRelationships(
      to,
      list.map(({ id, type, target, external }) => ({ id, type, target, external })),
    );
  }

  /** Takes out what nothing leads to any more, and says what each part is. */
  finish(): void {
    const reached = new Set<string>();
    const visit = (owner: string): void => {
      for (const r of this.relationships(owner)) {
        const part = r.external ? '' : decoded(resolveTarget(owner, r.target.replace(/#.*$/, '')));
        if (part === '' || reached.has(part) || !this.parts.has(part)) continue;
        reached.add(part);
        visit(part);
      }
    };
    visit('');
    for (const name of [...this.parts.keys()]) {
      const owner = name.endsWith('.rels') ? name.replace(/(^|\/)_rels\/([^/]*)\.rels$/, '$1$2') : name;
      if (name !== CONTENT_TYPES && owner !== '' && !reached.has(owner)) this.parts.delete(name);
    }
    const types = readContentTypes(this.text(CONTENT_TYPES));
    this.parts.set(CONTENT_TYPES, mergedContentTypes(this.parts, this.#theirs, types));
  }
}

function saysIn({ paragraphs, rows, children }: RawBox, text: string): boolean {
  const lines = [...paragraphs, ...rows.flatMap(({ cells }) => cells)];
  return lines.some((line) => line.text === text) || children.some((child) => saysIn(child, text));
}

function decoded(part: string): string {
  try {
    return decodeURI(part);
  } catch {
    return part;
  }
}

function sameBytes(a: string | Uint8Array | undefined, b: Uint8Array): boolean {
  return a instanceof Uint8Array && a.byteLength === b.byteLength && a.every((byte, i) => byte === b[i]);
}
