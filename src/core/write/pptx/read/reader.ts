import { shortHash } from '../../../base/hash.ts';
import { readRelationships, relationshipsOf, resolveTarget } from '../../../base/ooxml/relationships.ts';
import type { Parts } from '../../../base/ooxml/zip.ts';
import type { KnownTags } from './canonical.ts';
import type { Followed } from './types.ts';

/** `p14:creationId`, null in a deck that other programs saved. */
export function creationOf(xml: string): number | null {
  const match = /<p14:creationId\s[^>]*?val\s*=\s*"(\d+)"/.exec(xml);
  return match ? Number(match[1]) : null;
}

/** Reads a package's parts and follows their relationships, each relationship part and picture once. */
export class PartReader {
  readonly parts: Parts;
  /** Tags put into order, shared by all that compare parts of one package. */
  readonly tags: KnownTags = new Map();
  readonly #hashes = new Map<string, string>();
  readonly #related = new Map<string, readonly Followed[]>();

  constructor(parts: Parts) {
    this.parts = parts;
  }

  /** A part's text; empty where it is missing or holds bytes. */
  text(name: string): string {
    const content = this.parts.get(name);
    return typeof content === 'string' ? content : '';
  }

  related(part: string): readonly Followed[] {
    const known = this.#related.get(part);
    if (known) return known;
    const list = readRelationships(this.text(relationshipsOf(part))).map((r) => ({
      part: r.external ? '' : resolveTarget(part, r.target),
      ...r,
    }));
    this.#related.set(part, list);
    return list;
  }

  /** The relationships of a part whose type ends so: `/chart`, `/notesSlide`. */
  ending(part: string, end: string): Followed[] {
    return this.related(part).filter(({ type }) => type.endsWith(end));
  }

  follow(part: string, id: string | null): Followed | null {
    return this.related(part).find((r) => r.id === id) ?? null;
  }

  /** What a relationship of this part leads to, in words that do not change when parts are renamed; charts and pictures apart. */
  meaningIn(part: string): (id: string) => string {
    return (id) => {
      const r = this.follow(part, id);
      if (!r) return '';
      const type = r.type.slice(r.type.lastIndexOf('/') + 1);
      if (r.external) return `${type} ${r.target}`;
      return type === 'slide' ? `${type} ${creationOf(this.text(r.part)) ?? ''}` : type === 'image' ? `${type} ${this.hash(r.part)}` : type;
    };
  }

  /** 16 hex digits over a part's bytes. */
  hash(part: string): string {
    const known = this.#hashes.get(part);
    if (known !== undefined) return known;
    const made = shortHash(this.parts.get(part) ?? '');
    this.#hashes.set(part, made);
    return made;
  }
}
