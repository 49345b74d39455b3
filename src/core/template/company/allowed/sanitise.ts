import { distinct } from '../../../base/distinct.ts';
import { CONTENT_TYPES, mergedContentTypes, readContentTypes, type KnownTypes } from '../../../base/ooxml/content-types.ts';
import { Relationships, relationshipsOf } from '../../../base/ooxml/relationships.ts';
import { unescape } from '../../../base/ooxml/xml/scan.ts';
import { cleanXml, unused, type Taken } from './elements.ts';
import { plainPicture, relationsOf, type Kept, type Relations, type Source } from './relations.ts';
import { PLAIN_MAIN, TEMPLATE_MAIN, XML_KINDS, type PartKind, type What } from './table.ts';
import { BrokenPart, isWide, xmlText } from './xml.ts';

/** Something that was taken out of a file. */
export interface LeftOut {
  readonly what: What;
  /** `ppt/slideLayouts/slideLayout2.xml`; the empty name is the package. */
  readonly part: string;
  /** As a person sees it: `layout “Title Slide”, picture “Logo”`. */
  readonly where: string;
  /** Where it led, or the action that it asked for. */
  readonly received: string | null;
}

export interface Allowed {
  /** The package's parts with nothing but what the table allows. */
  readonly parts: ReadonlyMap<string, Uint8Array>;
  /** Of what would reach a deck; of sample slides nothing is said. */
  readonly leftOut: readonly LeftOut[];
  /** Whether any part is otherwise than it came. */
  readonly isChanged: boolean;
}

export const PRESENTATION = 'ppt/presentation.xml';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const quoted = (word: string, name: string): string => (name === '' ? word : `${word} “${name}”`);

/** An attribute of the first element of a name, without parsing the part. */
function attributeOf(xml: string, element: string, name: string): string {
  const tag = new RegExp(`<(?:[\\w.-]+:)?${element}\\s([^>]*)>`).exec(xml)?.[1] ?? '';
  return unescape(new RegExp(`(?:^|\\s)${name}\\s*=\\s*"([^"]*)"`).exec(tag)?.[1] ?? '');
}

/** How a person calls parts that have no name of their own. */
const CALLED: Readonly<Partial<Record<PartKind, string>>> = {
  'notes-master': 'notes master',
  'handout-master': 'handout master',
  presentation: 'presentation',
  'presentation-properties': 'presentation’s settings',
  'view-properties': 'view settings',
  'table-styles': 'table styles',
  'custom-properties': 'properties',
  'extended-properties': 'properties',
  'core-properties': 'properties',
};

class Walk {
  readonly #source: Source;
  readonly #types: KnownTypes;
  readonly #parts = new Map<string, Uint8Array>();
  readonly #kinds = new Map<string, PartKind>();
  readonly #leftOut: LeftOut[] = [];
  readonly #samples: Kept[] = [];
  #isChanged = false;
  #inSamples = false;

  constructor(parts: ReadonlyMap<string, Uint8Array>) {
    const names = new Map([...parts.keys()].map((name) => [name.toLowerCase(), name]));
    const types = names.get(CONTENT_TYPES.toLowerCase());
    const bytes = types === undefined ? undefined : parts.get(types);
    if (!bytes) throw new BrokenPart(CONTENT_TYPES);
    this.#types = readContentTypes(xmlText(bytes, CONTENT_TYPES));
    this.#source = { parts, names, typeOf: (part) => this.#typeOf(part) };
  }

  #typeOf(part: string): string {
    const name = part.toLowerCase();
    return this.#types.overrides.get(name) ?? this.#types.defaults.get(name.slice(name.lastIndexOf('.') + 1)) ?? '';
  }

  #tell(taken: readonly Taken[], part: string, owner: string): void {
    if (this.#inSamples) return;
    for (const { what, where, received } of taken)
      this.#leftOut.push({ what, part, where: [owner, where].filter(Boolean).join(', '), received });
  }

  #text(part: string): string {
    return xmlText(this.#source.parts.get(part) ?? new Uint8Array(), part);
  }

  #nameOf({ part, kind }: Kept, relations: Relations, owner: string): string {
    switch (kind) {
      case 'layout':
        return quoted('layout', attributeOf(this.#text(part), 'cSld', 'name'));
      case 'master': {
        const theme = relations.kept.find((related) => related.kind === 'theme');
        return quoted('master', theme ? attributeOf(this.#text(theme.part), 'theme', 'name') : '');
      }
      case 'theme':
        return owner === '' || owner === 'presentation' ? quoted('theme', attributeOf(this.#text(part), 'theme', 'name')) : owner;
      case 'chart':
        return owner === '' ? 'chart' : `${owner}, chart`;
      default:
        return CALLED[kind] ?? owner;
    }
  }

  #putRelations(owner: string, relations: Relations): void {
    const name = relationshipsOf(owner);
    const given = this.#source.parts.get(name);
    if (relations.isSame && given) this.#parts.set(name, given);
    if (relations.isSame) return;
    this.#isChanged = true;
    if (relations.kept.length > 0) this.#parts.set(name, encode(new Relationships(relations.kept.map((k) => k.relationship)).toXml()));
  }

  /** The package's own relationships. Throws `BrokenPart` where they do not lead to the presentation. */
  #open(): void {
    const relations = relationsOf('', null, this.#source);
    if (!relations.kept.some(({ kind, part }) => kind === 'presentation' && part === PRESENTATION)) throw new BrokenPart('_rels/.rels');
    this.#putRelations('', relations);
    this.#tell(unused(relations), '', '');
    for (const kept of relations.kept) this.#visit(kept, '');
  }

  #visit(kept: Kept, owner: string): void {
    const { part, kind } = kept;
    if (this.#kinds.has(part)) return;
    if (kind === 'slide' && !this.#inSamples) {
      this.#samples.push(kept);
      return;
    }
    this.#kinds.set(part, kind);
    const bytes = this.#source.parts.get(part) ?? new Uint8Array();
    this.#parts.set(part, bytes);
    if (XML_KINDS[kind] === undefined) return;
    const relations = relationsOf(part, kind, this.#source);
    const where = this.#nameOf(kept, relations, owner);
    const text = this.#text(part);
    const { xml, taken } = cleanXml(text, part, relations);
    this.#tell(taken, part, where);
    const plain =
      xml ?? (isWide(bytes) ? text.replace(/^<\?xml[^>]*\?>/, '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>') : null);
    if (plain !== null) {
      this.#parts.set(part, encode(plain));
      this.#isChanged = true;
    }
    this.#putRelations(part, relations);
    for (const related of relations.kept) this.#visit(related, where);
  }

  /** The content type that a part must have; null where what is said of it will do. */
  #properType(part: string, kind: PartKind): string | null {
    const said = this.#typeOf(part);
    if (kind === 'presentation' && PLAIN_MAIN.has(said)) return null;
    if (kind === 'presentation' && /template/i.test(said)) return TEMPLATE_MAIN;
    const proper = XML_KINDS[kind]?.type;
    if (proper !== undefined) return said === proper ? null : proper;
    if (kind === 'font') return /^application\/x-font/.test(said) ? null : 'application/x-fontdata';
    return said === '' ? `image/${plainPicture(part, this.#source)}` : null;
  }

  #putTypes(): void {
    const overrides = new Map(this.#types.overrides);
    for (const [part, kind] of this.#kinds) {
      const proper = this.#properType(part, kind);
      if (proper === null) continue;
      overrides.set(part.toLowerCase(), proper);
      this.#isChanged = true;
    }
    const given = this.#source.parts.get(CONTENT_TYPES);
    const isWhole = [...this.#source.parts.keys()].every((name) => name === CONTENT_TYPES || this.#parts.has(name));
    if (!isWhole) this.#isChanged = true;
    if (!this.#isChanged && given) this.#parts.set(CONTENT_TYPES, given);
    else {
      const known = { defaults: this.#types.defaults, overrides };
      this.#parts.set(CONTENT_TYPES, encode(mergedContentTypes(new Map(this.#parts), new Set(this.#parts.keys()), known)));
    }
  }

  run(): Allowed {
    this.#open();
    this.#inSamples = true;
    for (const sample of this.#samples) this.#visit(sample, 'slide');
    this.#putTypes();
    return { parts: this.#parts, leftOut: distinct(this.#leftOut), isChanged: this.#isChanged };
  }
}

/**
 * A package without all that the table does not allow, and what that was.
 * Throws `BrokenPart` for a part that cannot be read as what it must be.
 */
export function sanitise(parts: ReadonlyMap<string, Uint8Array>): Allowed {
  return new Walk(parts).run();
}
