import { inflateEntries, isArchiveFault, listZip, type ArchiveFault, type ZipEntry } from '../../core/base/archive.ts';
import { LecternError, problem } from '../../core/base/errors.ts';
import { firstClash, nameFault } from '../../core/base/file-name.ts';

/**
 * A template pack as one file. It comes by mail from anybody, so: sizes are bounded before anything is inflated, a name can
 * lead nowhere but below the pack, and nothing is written here: the caller has it checked as a pack first.
 */
const LIMITS = { packed: 32 * 1024 * 1024, files: 500, bytes: 64 * 1024 * 1024 } as const;

function refuse(file: string, message: string, hint: string, received?: string): LecternError {
  return new LecternError(problem('pack/zip', { message, place: { file }, hint, ...(received === undefined ? {} : { received }) }));
}

/** What a desktop adds to a zip by itself. */
function isClutter(name: string): boolean {
  return name.split('/').some((part) => part === '__MACOSX' || part.startsWith('.') || part === 'Thumbs.db' || part === 'desktop.ini');
}

const FAULTS: Readonly<Record<ArchiveFault['fault'], readonly [message: string, hint: string]>> = {
  broken: ['this file cannot be read as a .zip', 'Ask for the file again; it may have been cut short on its way.'],
  encrypted: ['the .zip is protected by a password', 'Unpack it with its password and pack it without one.'],
  bomb: ['what the .zip holds is too much for a template', 'Leave out what the template does not use.'],
};

/** A folder's entry ends in `/`. */
function refuseName(zipName: string, name: string): void {
  for (const part of name.replace(/\/$/, '').split('/')) {
    const fault = nameFault(part);
    if (fault === null) continue;
    const shown = name.length > 200 ? `${name.slice(0, 200)}…` : name;
    throw refuse(zipName, `a name in the .zip ${fault}`, 'Do not use this file; or rename what is in it, if it is your own.', shown);
  }
}

function refuseClash(zipName: string, entries: readonly ZipEntry[]): void {
  const clash = firstClash(entries.map(({ name }) => name));
  if (clash === null) return;
  const hint = 'Give each file of the template a name of its own, different in more than capitals and accents.';
  throw refuse(zipName, 'two names in the .zip are one on some machines', hint, clash);
}

export interface UnpackedPack {
  /** The folder's name: the zip's only top folder, else the zip's own name. */
  readonly name: string;
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** Reads a zip into memory. Throws `pack/zip` for anything that is not a pack's files, or too much. */
export function unpack(zipName: string, bytes: Uint8Array): UnpackedPack {
  if (bytes.byteLength > LIMITS.packed)
    throw refuse(zipName, 'the file is too large for a template', 'Leave out what the template does not use.');
  const listed = listZip(bytes);
  if (listed === null) throw refuse(zipName, ...FAULTS.broken);
  for (const { name } of listed) refuseName(zipName, name);
  const wanted = listed.filter(({ name }) => !name.endsWith('/') && !isClutter(name));
  if (wanted.length > LIMITS.files) throw refuse(zipName, ...FAULTS.bomb);
  refuseClash(zipName, wanted);
  const entries = inflateEntries(bytes, wanted, LIMITS.bytes);
  if (isArchiveFault(entries)) throw refuse(zipName, ...FAULTS[entries.fault]);
  const names = [...entries.keys()];
  const tops = new Set(names.map((name) => name.split('/')[0] ?? ''));
  const [top = ''] = tops;
  const nested = tops.size === 1 && names.every((name) => name.includes('/'));
  const files = new Map(names.map((name) => [nested ? name.slice(top.length + 1) : name, entries.get(name) ?? new Uint8Array()]));
  if (!files.has('template.yaml')) {
    throw refuse(zipName, 'this .zip is no template: it has no template.yaml', 'Choose a file that was given away from Lectern.');
  }
  return { name: nested ? top : zipName.replace(/\.zip$/i, ''), files };
}
