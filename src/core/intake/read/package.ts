import { listZip, type ZipEntry } from '../../base/archive.ts';
import { problem, type Outcome, type Problem } from '../../base/errors.ts';
import { readRelationships, relationshipsOf, resolveTarget, type Relationship } from '../../base/ooxml/relationships.ts';
import { broken, inflateEntries } from '../decode/zip.ts';
import type { Hint } from './types.ts';
import { isFault, parseXml, textOf, within, type XmlElement, type XmlFault } from './xml/index.ts';

/** What is read of a file that is a zip of XML parts: an Office or OpenDocument file. */
export interface PackageOptions {
  readonly name: string;
  readonly inflatedBytes: number;
  readonly depth: number;
  readonly elements: number;
}

/** XML nests for each run and each cell, so its parts have more of both than a page. */
const DEPTH_FACTOR = 2;
const ELEMENTS_FACTOR = 8;

/** A relationship with the part it leads to; empty where it leads outside. */
export type Related = Relationship & { readonly part: string };

/** A part that cannot be used, said as a problem. */
export class PartProblem extends Error {
  readonly problem: Problem;

  constructor(found: Problem) {
    super(found.message);
    this.problem = found;
  }
}

/**
 * The XML parts of a package, unpacked within the limit and parsed when they are asked for; pictures, fonts and macros stay packed. All
 * parts together have a bounded number of elements.
 */
export class Package {
  readonly entries: ReadonlyMap<string, ZipEntry>;
  readonly #texts: ReadonlyMap<string, string>;
  readonly #options: PackageOptions;
  #elementsLeft: number;

  private constructor(entries: readonly ZipEntry[], texts: ReadonlyMap<string, string>, options: PackageOptions) {
    this.entries = new Map(entries.map((entry) => [entry.name, entry]));
    this.#texts = texts;
    this.#options = options;
    this.#elementsLeft = options.elements * ELEMENTS_FACTOR;
  }

  /** `wanted`: the names of parts that are read. Errors: `intake/broken`, `intake/bomb`, `intake/encrypted`. */
  static open(bytes: Uint8Array, wanted: RegExp, options: PackageOptions): Outcome<Package> {
    const entries = listZip(bytes);
    if (!entries) return { value: null, problems: [broken(options.name)] };
    const parts = inflateEntries(
      bytes,
      entries.filter(({ name }) => wanted.test(name)),
      { name: options.name, limit: options.inflatedBytes },
    );
    if (parts.value === null) return { value: null, problems: parts.problems };
    const texts = new Map([...parts.value].map(([name, data]) => [name, decode(data)]));
    return { value: new Package(entries, texts, options), problems: [] };
  }

  text(part: string): string | null {
    return this.#texts.get(part) ?? null;
  }

  /** Names of the parts that are read. */
  parts(): Iterable<string> {
    return this.#texts.keys();
  }

  /** A part's root, null where the package has none of that name. Throws a `PartProblem` where it cannot be read. */
  xml(part: string): XmlElement | null {
    const text = this.#texts.get(part);
    if (text === undefined) return null;
    const { depth } = this.#options;
    const parsed = parseXml(text, { depth: depth * DEPTH_FACTOR, elements: this.#elementsLeft });
    if (isFault(parsed)) throw new PartProblem(faultOf(part, parsed, this.#options));
    this.#elementsLeft -= countOf(parsed);
    return parsed;
  }

  /** The relationships of a part; the empty name is the package itself. */
  related(part: string): readonly Related[] {
    return readRelationships(this.text(relationshipsOf(part)) ?? '').map((r) => ({
      ...r,
      part: r.external ? '' : resolveTarget(part, r.target),
    }));
  }

  /** Where a part's relationship of a type that ends so leads to. */
  ending(part: string, end: string): string | null {
    return this.related(part).find(({ type, external }) => !external && type.endsWith(end))?.part ?? null;
  }
}

/** Office's own parts are UTF-8; the standard allows UTF-16 besides. */
function decode(data: Uint8Array): string {
  const mark = data[0] === 0xff && data[1] === 0xfe ? 'utf-16le' : data[0] === 0xfe && data[1] === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(mark).decode(data);
}

function countOf(element: XmlElement): number {
  let count = 1;
  for (const part of element.children) if (typeof part !== 'string') count += countOf(part);
  return count;
}

const HINT = 'Open it in the program that made it and save it again.';

function faultOf(part: string, fault: XmlFault, { name, depth, elements }: PackageOptions): Problem {
  const place = { file: name };
  if (fault === 'broken') return broken(name);
  if (fault === 'entities')
    return problem('intake/entities', {
      message: `The part ${part} defines entities of its own, which no office program does.`,
      place,
      hint: HINT,
    });
  if ('depth' in fault) {
    const allowed = `${depth * DEPTH_FACTOR} levels`;
    return problem('intake/too-deep', {
      message: 'Tables or boxes stand inside each other too deep.',
      place,
      allowed,
      received: `${fault.depth} levels`,
      hint: HINT,
    });
  }
  const allowed = `${elements * ELEMENTS_FACTOR} elements`;
  return problem('intake/too-large', {
    message: 'The file is too large.',
    place,
    allowed,
    received: 'more',
    hint: 'Take in a part of it.',
  });
}

/** What a package says of itself. Not when it was made: that is no day of publication, and of many files the day of their template. */
export function propertyHints(root: XmlElement | null): Hint[] {
  if (!root) return [];
  const hint = (name: string, field: Hint['field'], confidence: number): Hint[] => {
    const value = textOf(within(root, name)[0] ?? null).trim();
    return value === '' ? [] : [{ field, value, origin: 'properties', confidence }];
  };
  // The creator is whoever owned the machine, rarely the author.
  return [...hint('dc:title', 'title', 0.4), ...hint('dc:creator', 'authors', 0.25), ...hint('dc:language', 'language', 0.6)];
}
