import { readRelationships, Relationships, relationshipsOf, resolveTarget, type Relationship } from '../../../base/ooxml/relationships.ts';
import { RELATIONSHIPS as R } from '../../../base/ooxml/xml/namespaces.ts';
import type { Parts } from '../../../base/ooxml/zip.ts';
import type { Base } from './types.ts';

export const PRESENTATION = 'ppt/presentation.xml';

/** What belongs to the sample slides, to who edited them, or is written anew. By the end of the relationship's type. */
const DROPPED =
  /\/(?:slide|commentAuthors|authors|changesInfo|revisionInfo|thumbnail|core-properties|extended-properties|custom-properties)$/;

/** Text that is written again byte for byte, else the bytes themselves. */
function content(name: string, bytes: Uint8Array): string | Uint8Array {
  if (!/\.(?:xml|rels)$/i.test(name)) return bytes;
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (isUtf16) return bytes;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return bytes;
  }
}

/** A package as the lint reads it. */
export function textParts(parts: ReadonlyMap<string, Uint8Array>): Parts {
  return new Map([...parts].map(([name, bytes]) => [name, content(name, bytes)]));
}

function partOf(owner: string, target: string): string {
  const part = resolveTarget(owner, target.replace(/#.*$/, ''));
  try {
    return decodeURI(part);
  } catch {
    return part;
  }
}

/** Relationships of a part of theirs as they stay. A link to a sample slide, which a layout may have, leads to our first slide. */
function keptRelationships(owner: string, list: readonly Relationship[]): Relationship[] {
  const isRoot = owner === '' || owner === PRESENTATION;
  return list.flatMap((r) => {
    if (isRoot) return DROPPED.test(r.type) ? [] : [r];
    return r.type === R.slide ? [{ ...r, target: '../slides/slide1.xml' }] : [r];
  });
}

export interface Kept {
  /** Their parts, and the relationships of each but of the package and the presentation, which are written anew. */
  readonly parts: Parts;
  /** By `''` and the presentation's name. */
  readonly roots: ReadonlyMap<string, readonly Relationship[]>;
}

/** What of the organisation's file stays: all that its presentation leads to without its sample slides, as it is. `base` holds nothing else than may stay. */
export function keptParts(base: Base): Kept {
  const parts: Parts = new Map();
  const roots = new Map<string, readonly Relationship[]>();
  const text = (name: string): string => {
    const bytes = base.parts.get(name);
    return bytes === undefined ? '' : new TextDecoder().decode(bytes);
  };
  const visit = (owner: string): void => {
    const rels = relationshipsOf(owner);
    const all = readRelationships(text(rels));
    const list = keptRelationships(owner, all);
    const isRoot = owner === '' || owner === PRESENTATION;
    if (isRoot) roots.set(owner, list);
    else if (list.length === all.length && list.every((r, i) => r.target === all[i]?.target)) {
      const bytes = base.parts.get(rels);
      if (bytes) parts.set(rels, content(rels, bytes));
    } else if (list.length > 0) parts.set(rels, new Relationships(list).toXml());
    for (const r of list) {
      const part = r.external ? '' : partOf(owner, r.target);
      const bytes = base.parts.get(part);
      if (!bytes || parts.has(part) || r.type === R.slide) continue;
      parts.set(part, content(part, bytes));
      visit(part);
    }
  };
  visit('');
  return { parts, roots };
}
