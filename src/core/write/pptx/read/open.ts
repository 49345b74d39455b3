import { isCompoundFile, isEncryptedOffice } from '../../../base/archive.ts';
import { LecternError, problem } from '../../../base/errors.ts';
import { isStrict } from '../../../base/ooxml/strict.ts';
import { withOfficePrefixes } from '../../../base/ooxml/xml/prefixes.ts';
import { scan, type Visitor } from '../../../base/ooxml/xml/scan.ts';
import { readZip, type Parts } from '../../../base/ooxml/zip.ts';
import type { DigestState } from '../../digest.ts';
import { packageDigestState } from '../../package-digest.ts';

/** A .pptx taken apart: XML as text, with the prefixes that Office writes, all else as bytes. */
export interface OpenPackage {
  readonly parts: Parts;
  /** Whether the file is exactly what Lectern wrote. */
  readonly digest: DigestState;
}

const ALLOWED = 'a .pptx, edited or not, by whichever program';
const OPEN_DOCUMENT = 'application/vnd.oasis.opendocument.';

function unreadable(message: string, hint: string): LecternError {
  return new LecternError(problem('inspect/unreadable', { message, allowed: ALLOWED, hint }));
}

function damaged(what: string): LecternError {
  return unreadable(
    `the file is damaged: ${what}`,
    'Open it in PowerPoint, let it repair the file, and save it again; or ask for the file again.',
  );
}

const PRESENTATION = 'ppt/presentation.xml';

function filesOf(bytes: Uint8Array, isWanted: (name: string) => boolean): Map<string, Uint8Array> {
  if (isCompoundFile(bytes)) {
    if (isEncryptedOffice(bytes))
      throw unreadable('the deck is protected by a password', 'Open it in PowerPoint with its password and save it without one.');
    throw unreadable('the file is of PowerPoint’s old format (.ppt)', 'Open it in PowerPoint and save it as a presentation (.pptx).');
  }
  let files: Map<string, Uint8Array>;
  try {
    files = readZip(bytes, (name) => name === 'mimetype' || name === PRESENTATION || isWanted(name));
  } catch {
    // A zip that cannot be read and bytes that are none are the same to whoever asked.
    throw unreadable(
      'the file is not a PowerPoint deck that can be read',
      'Choose the .pptx; one that is damaged can be repaired by PowerPoint.',
    );
  }
  if (new TextDecoder().decode(files.get('mimetype')?.subarray(0, 100)).startsWith(OPEN_DOCUMENT))
    throw unreadable(
      'the file is of the OpenDocument format (.odp)',
      'Open it in LibreOffice and save it as a PowerPoint presentation (.pptx).',
    );
  const presentation = files.get(PRESENTATION);
  if (!presentation) throw unreadable('the file is not a PowerPoint deck that can be read', 'Choose the .pptx.');
  if (isStrict(new TextDecoder().decode(presentation)))
    throw unreadable(
      'the file is a “Strict Open XML Presentation”, whose parts have other names',
      'Open it in PowerPoint and save it as a PowerPoint presentation (.pptx), without “Strict”.',
    );
  return files;
}

function partsOf(files: ReadonlyMap<string, Uint8Array>): Parts {
  const decoder = new TextDecoder();
  return new Map(
    [...files].map(([name, content]) => [name, /\.(?:xml|rels)$/.test(name) ? withOfficePrefixes(decoder.decode(content)) : content]),
  );
}

/** Takes a .pptx apart. Throws a `LecternError` `inspect/unreadable` that says what the bytes are instead. */
export function openPackage(bytes: Uint8Array): OpenPackage {
  const files = filesOf(bytes, () => true);
  return { parts: partsOf(files), digest: packageDigestState(files) };
}

/** The parts of a .pptx below one of its folders, and its presentation. Throws as `openPackage`. */
export function openFolder(bytes: Uint8Array, folder: string): Parts {
  return partsOf(filesOf(bytes, (name) => name.startsWith(folder)));
}

/** Of another namespace it would be a deck of which nothing is known, and would seem to have no slides. */
const ROOT = /<p:presentation[\s>]/;
const SLIDES = /<p:sldId\s/g;
const NOTHING: Visitor = { open: () => undefined, close: () => undefined };

/**
 * Whether all slides of a package, and their notes, are there and whole, for whoever takes what is missing for deleted. Throws a
 * `LecternError` `inspect/unreadable` that names the part.
 */
export function requireSlides(parts: Parts, slides: readonly { readonly part: string; readonly notesPart: string | null }[]): void {
  const list = parts.get(PRESENTATION);
  if (typeof list !== 'string' || !ROOT.test(list)) throw damaged(`${PRESENTATION} is no presentation`);
  if (slides.length < (list.match(SLIDES)?.length ?? 0)) throw damaged('a slide that it lists is not in it');
  for (const part of slides.flatMap((slide) => [slide.part, ...(slide.notesPart === null ? [] : [slide.notesPart])])) {
    const xml = parts.get(part);
    if (typeof xml !== 'string') throw damaged(`it lacks the part ${part}`);
    if (scan(xml, NOTHING) !== null) throw damaged(`the part ${part} is not well formed`);
  }
}
