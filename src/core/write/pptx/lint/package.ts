import { ownerOf, readRelationships, relationshipsOf, resolveTarget, type Relationship } from '../../../base/ooxml/relationships.ts';
import type { Parts } from '../../../base/ooxml/zip.ts';
import { attribute, unescape } from '../../../base/ooxml/xml/scan.ts';
import { gather, type PartFacts } from './facts.ts';

/** A relationship with the part it leads to; null for one that leads outside. */
export interface Related extends Relationship {
  readonly part: string | null;
}

/** A package as the rules see it. */
export interface LintPackage {
  /** Every part by name, as bytes or text. */
  readonly parts: Parts;
  /** Parts that are XML. */
  readonly facts: ReadonlyMap<string, PartFacts>;
  /** By the part they belong to; the empty name is the package. */
  readonly relationships: ReadonlyMap<string, readonly Related[]>;
  readonly defaults: ReadonlyMap<string, string>;
  readonly overrides: readonly { readonly part: string; readonly type: string }[];
}

const TYPES = '[Content_Types].xml';

function contentTypesOf(text: string): Pick<LintPackage, 'defaults' | 'overrides'> {
  const defaults = new Map<string, string>();
  const overrides: { part: string; type: string }[] = [];
  for (const [, kind, list = ''] of text.matchAll(/<(Default|Override)(\s[^>]*?)\/?>/g)) {
    const type = attribute(list, 'ContentType') ?? '';
    if (kind === 'Default') defaults.set((attribute(list, 'Extension') ?? '').toLowerCase(), type);
    else overrides.push({ part: unescape(attribute(list, 'PartName') ?? '').replace(/^\//, ''), type });
  }
  return { defaults, overrides };
}

/** Gathers all that the rules need, each part read once. */
export function readPackage(parts: Parts): LintPackage {
  const facts = new Map<string, PartFacts>();
  const relationships = new Map<string, readonly Related[]>();
  for (const [name, content] of parts) {
    if (typeof content !== 'string') continue;
    facts.set(name, gather(name, content));
    if (name.endsWith('.rels')) {
      const owner = ownerOf(name);
      relationships.set(
        owner,
        readRelationships(content).map((r) => ({ part: r.external ? null : decodeURI(resolveTarget(owner, r.target)), ...r })),
      );
    }
  }
  const types = parts.get(TYPES);
  return { parts, facts, relationships, ...contentTypesOf(typeof types === 'string' ? types : '') };
}

/** Relationships of a part, of one type if given by the end of its address. */
export function relatedTo(pkg: LintPackage, part: string, type?: string): readonly Related[] {
  const list = pkg.relationships.get(part) ?? [];
  return type === undefined ? list : list.filter((r) => r.type.endsWith(`/${type}`));
}

/** Parts below a folder, `ppt/slides/`, with their facts. */
export function partsIn(pkg: LintPackage, folder: string): readonly PartFacts[] {
  return [...pkg.facts.values()].filter((facts) => facts.name.startsWith(folder) && !facts.name.endsWith('.rels'));
}

export { relationshipsOf };
