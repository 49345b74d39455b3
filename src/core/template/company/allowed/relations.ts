import { relationshipsOf, targetFrom, type Relationship } from '../../../base/ooxml/relationships.ts';
import { children, parseXml, type Element } from '../../../base/ooxml/xml/tree.ts';
import { isCalledSo, isFont, isPlainSvg, pictureKind, type PictureKind } from './media.ts';
import { OUT, OUTSIDE, RELATIONS, VOCABULARIES, XML_KINDS, type PartKind, type What } from './table.ts';
import { attributesOf, BrokenPart, isWide, localName, rootName, xmlText } from './xml.ts';

/** A package as it came, with its names as OPC compares them: without case. ECMA-376 part 2, 6.2.2.3. */
export interface Source {
  readonly parts: ReadonlyMap<string, Uint8Array>;
  readonly names: ReadonlyMap<string, string>;
  readonly typeOf: (part: string) => string;
}

/** A relationship that stays, in the one spelling that all readers agree on. */
export interface Kept {
  readonly relationship: Relationship;
  readonly kind: PartKind;
  readonly part: string;
}

/** A relationship that goes. `what` null: nothing to tell of, as of the samples' notes. */
export interface Gone {
  readonly relationship: Relationship;
  readonly what: What | null;
}

export interface Relations {
  readonly kept: readonly Kept[];
  readonly gone: readonly Gone[];
  /** All stay, spelt as they are: the part may stay byte for byte. */
  readonly isSame: boolean;
}

const NONE: Relations = { kept: [], gone: [], isSame: true };
const KNOWN = new Set(['Id', 'Type', 'Target', 'TargetMode']);

/** Throws `BrokenPart` for a part that is not well-formed, or names two relationships alike. */
function read(text: string, part: string): { readonly list: Relationship[]; readonly isPlain: boolean } {
  let root: Element;
  try {
    root = parseXml(text);
  } catch {
    throw new BrokenPart(part);
  }
  const list: Relationship[] = [];
  let isPlain = attributesOf(root).length === 0;
  for (const element of children(root)) {
    const attributes = attributesOf(element);
    const value = (name: string): string => attributes.find((a) => a.prefix === '' && a.name === name)?.value ?? '';
    if (localName(element) !== 'Relationship' || attributes.some(({ prefix, name }) => prefix !== '' || !KNOWN.has(name))) isPlain = false;
    if (localName(element) !== 'Relationship') continue;
    const mode = value('TargetMode');
    list.push({ id: value('Id'), type: value('Type'), target: value('Target'), external: mode !== '' && mode !== 'Internal' });
  }
  if (new Set(list.map((r) => r.id)).size < list.length) throw new BrokenPart(part);
  return { list, isPlain };
}

/** An address, a share or a drive, and not the name of a part. */
const ADDRESS = /^(?:[a-z][a-z\d+.-]*:|\/\/|.*\\)/i;

function decoded(target: string): string {
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
}

/** The part that a target leads to; null where there is none inside the package. */
function partOf(owner: string, target: string, { names }: Source): string | null {
  const path = decoded(target).replace(/[?#].*$/, '');
  const steps = path.startsWith('/') ? [] : owner.split('/').slice(0, -1);
  for (const step of path.replace(/^\//, '').split('/')) {
    if (step === '..') {
      if (steps.length === 0) return null;
      steps.pop();
    } else if (step !== '.') steps.push(step);
  }
  return names.get(steps.join('/').toLowerCase()) ?? null;
}

const extensionOf = (name: string): string => name.slice(name.lastIndexOf('.') + 1);

/** The kind of picture that a part is; null where it is none that may stay. */
export function plainPicture(part: string, source: Source): PictureKind | What {
  const bytes = source.parts.get(part) ?? new Uint8Array();
  const kind = pictureKind(bytes);
  if (kind === null || !isCalledSo(kind, extensionOf(part), source.typeOf(part) || extensionOf(part))) return 'false-picture';
  return kind === 'svg' && !isPlainSvg(bytes) ? 'live-drawing' : kind;
}

function isWhat(found: PictureKind | What): found is 'false-picture' | 'live-drawing' {
  return found === 'false-picture' || found === 'live-drawing';
}

/** Why a part is not of the kind that it is related as; null where it is. */
function mismatch(part: string, kind: PartKind, source: Source): What | null {
  const bytes = source.parts.get(part) ?? new Uint8Array();
  if (kind === 'font') return isFont(bytes) ? null : 'false-part';
  if (kind === 'picture') {
    const found = plainPicture(part, source);
    return isWhat(found) ? found : null;
  }
  return rootName(xmlText(bytes, part)) === XML_KINDS[kind]?.root ? null : 'false-part';
}

/** What a relationship leads to if it may stay, else why it goes. */
function decide(owner: string, relationship: Relationship, ownerKind: PartKind | null, source: Source): Kept | Gone {
  const { type, target, external } = relationship;
  const end = VOCABULARIES.exec(type)?.[1] ?? '';
  if (external) return { relationship, what: OUTSIDE[end] ?? (OUT[end] === undefined ? 'outside' : OUT[end]) };
  const kind = Object.hasOwn(RELATIONS, end) ? RELATIONS[end] : undefined;
  if (kind === undefined) return { relationship, what: Object.hasOwn(OUT, end) ? (OUT[end] ?? null) : 'unknown' };
  // PowerPoint notes which slides its outline showed open.
  if (kind === 'slide' && ownerKind === 'view-properties') return { relationship, what: null };
  const part = partOf(owner, target, source);
  if (part === null) return { relationship, what: ADDRESS.test(decoded(target)) ? (OUTSIDE[end] ?? 'outside') : 'missing' };
  const what = mismatch(part, kind, source);
  return what === null
    ? { relationship: { ...relationship, target: encodeURI(targetFrom(owner, part)) }, kind, part }
    : { relationship, what };
}

/** The relationships of a part (of the package where it is null), each looked at. Throws `BrokenPart`. */
export function relationsOf(owner: string, kind: PartKind | null, source: Source): Relations {
  const name = source.names.get(relationshipsOf(owner).toLowerCase());
  const bytes = name === undefined ? undefined : source.parts.get(name);
  if (name === undefined || !bytes) return NONE;
  const { list, isPlain } = read(xmlText(bytes, name), name);
  const decided = list.map((r) => decide(owner, r, kind, source));
  const kept = decided.filter((d): d is Kept => 'kind' in d);
  const gone = decided.filter((d): d is Gone => !('kind' in d));
  const isSpelt = ({ relationship, part }: Kept): boolean => {
    const given = list.find((r) => r.id === relationship.id)?.target ?? '';
    return given === relationship.target || given === `/${part}`;
  };
  const isAsIs = isPlain && !isWide(bytes) && name === relationshipsOf(owner);
  return { kept, gone, isSame: isAsIs && gone.length === 0 && kept.every(isSpelt) };
}
