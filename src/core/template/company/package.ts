import {
  inflateEntries,
  isArchiveFault,
  isCompoundFile,
  isEncryptedOffice,
  isZip,
  listZip,
  type ArchiveFault,
} from '../../base/archive.ts';
import { problem, type Outcome, type Problem } from '../../base/errors.ts';
import { BrokenPart, sanitise, type Allowed } from './allowed/index.ts';
import { isStrict } from '../../base/ooxml/strict.ts';
import { readRelationships, relationshipsOf, resolveTarget, type Relationship } from '../../base/ooxml/relationships.ts';
import { parseXml, type Element } from '../../base/ooxml/xml/tree.ts';

/**
 * An organisation's file comes by mail as any other, so what it may try is what any archive may: sizes that lie, encryption,
 * XML without end. Sizes are bounded before anything is inflated, XML has no entities, and nothing in the file is run.
 * What it may bring into a deck is another question: `allowed/table.ts`.
 */
const LIMITS = { packed: 32 * 1024 * 1024, unpacked: 256 * 1024 * 1024, xml: 16 * 1024 * 1024 } as const;

/** A relationship with the part that it leads to; empty for one that leads outside. */
export interface Related extends Relationship {
  readonly part: string;
}

/** The parts of a PowerPoint file that may reach a deck. */
export class CompanyPackage {
  readonly allowed: Allowed;
  readonly #related = new Map<string, readonly Related[]>();

  constructor(allowed: Allowed) {
    this.allowed = allowed;
  }

  get parts(): ReadonlyMap<string, Uint8Array> {
    return this.allowed.parts;
  }

  text(part: string): string {
    const bytes = this.parts.get(part);
    return bytes === undefined ? '' : decodeXml(bytes);
  }

  /** The part's root element. Throws where it is not well-formed, not what it should be, or too long for that. */
  xml(part: string, root?: string): Element {
    if ((this.parts.get(part)?.byteLength ?? 0) > LIMITS.xml) throw new Error(`${part} is too long`);
    const element = parseXml(this.text(part).replace(/^\uFEFF/, ''));
    if (root !== undefined && element.name !== root) throw new Error(`${part} is no ${root}`);
    return element;
  }

  related(part: string): readonly Related[] {
    const known = this.#related.get(part);
    if (known) return known;
    const list = readRelationships(this.text(relationshipsOf(part))).map((r) => ({
      ...r,
      part: r.external ? '' : decodeTarget(resolveTarget(part, r.target)),
    }));
    this.#related.set(part, list);
    return list;
  }

  /** The first part of a type, by the end of the type's address. */
  one(part: string, type: string): string | null {
    return this.related(part).find((r) => r.type.endsWith(`/${type}`) && this.parts.has(r.part))?.part ?? null;
  }
}

/** Office reads UTF-16 too, and some programs write it. */
function decodeXml(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return new TextDecoder().decode(bytes);
}

function decodeTarget(target: string): string {
  try {
    return decodeURI(target);
  } catch {
    return target;
  }
}

type Details = Pick<Problem, 'message' | 'hint'>;

const FAULTS = {
  'company/too-large': {
    message: 'the file is too large for a template',
    hint: 'Take out its sample slides and compress its pictures, then save it again.',
  },
  'company/encrypted': {
    message: 'the file is protected by a password',
    hint: 'Open it in PowerPoint with its password and save it without one.',
  },
  'company/old-format': {
    message: 'the file is of PowerPoint’s old format (.ppt, .pot)',
    hint: 'Open it in PowerPoint and save it as a PowerPoint template (.potx).',
  },
  'company/page-size': {
    message: 'its slides are of a size that no briefing can stand on',
    hint: 'Set the slide’s size in PowerPoint (Design → Slide Size) to the size that slides are shown at.',
  },
  'company/broken': {
    message: 'the file is damaged and cannot be read',
    hint: 'Open it in PowerPoint and save it again, or ask for the file again.',
  },
  'company/bomb': {
    message: 'the file unpacks to more than a template ever would',
    hint: 'Do not trust this file; if it is your own, take out its largest pictures and save it again.',
  },
  'company/not-powerpoint': {
    message: 'the file is no PowerPoint file',
    hint: 'Choose a .potx or .pptx.',
  },
  'company/strict': {
    message: 'the file is a “Strict Open XML Presentation”, whose parts have other names than those that decks are written with',
    hint: 'Open it in PowerPoint and save it as a PowerPoint template (.potx) or presentation (.pptx), without “Strict”.',
  },
  'company/no-layouts': {
    message: 'the file has no slide layouts',
    hint: 'Open it in PowerPoint, choose View → Slide Master, add layouts, and save it again.',
  },
} as const satisfies Record<string, Details>;

export type PackageFault = keyof typeof FAULTS;

export function packageFault(code: PackageFault, file: string, received?: string): Problem {
  return problem(code, { ...FAULTS[code], place: { file }, ...(received === undefined ? {} : { received }) });
}

const ARCHIVE: Readonly<Record<ArchiveFault['fault'], PackageFault>> = {
  bomb: 'company/bomb',
  broken: 'company/broken',
  encrypted: 'company/encrypted',
};

/** The file's parts. Errors: those of `FAULTS`, but `company/no-layouts`. */
export function openCompanyFile(bytes: Uint8Array, file: string): Outcome<CompanyPackage> {
  const fail = (code: PackageFault, received?: string): Outcome<CompanyPackage> => ({
    value: null,
    problems: [packageFault(code, file, received)],
  });
  if (bytes.byteLength > LIMITS.packed) return fail('company/too-large', `${Math.ceil(bytes.byteLength / 1024 / 1024)} MB`);
  if (isCompoundFile(bytes)) return fail(isEncryptedOffice(bytes) ? 'company/encrypted' : 'company/old-format');
  if (!isZip(bytes)) return fail('company/not-powerpoint');
  const entries = listZip(bytes)?.filter(({ name }) => !name.endsWith('/'));
  if (!entries) return fail('company/broken');
  if (!entries.some(({ name }) => name === 'ppt/presentation.xml')) return fail('company/not-powerpoint');
  const parts = inflateEntries(bytes, entries, LIMITS.unpacked);
  if (isArchiveFault(parts)) return fail(ARCHIVE[parts.fault]);
  if (isStrict(decodeXml(parts.get('ppt/presentation.xml') ?? new Uint8Array()))) return fail('company/strict');
  try {
    return { value: new CompanyPackage(sanitise(parts)), problems: [] };
  } catch (error) {
    // Or elements inside each other without end.
    return fail('company/broken', error instanceof BrokenPart ? error.message : undefined);
  }
}
