import { unzipSync, zipSync } from 'fflate';
import { LecternError, problem } from '../../core/base/errors.ts';

/**
 * A template pack as one file. It comes by mail from anybody, so: sizes are bounded before anything is inflated, a name can
 * lead nowhere but below the pack, and nothing is written here: the caller has it checked as a pack first.
 */
const LIMITS = { packed: 32 * 1024 * 1024, files: 500, bytes: 64 * 1024 * 1024 } as const;

function refuse(file: string, message: string, hint: string, received?: string): LecternError {
  return new LecternError(problem('pack/zip', { message, place: { file }, hint, ...(received === undefined ? {} : { received }) }));
}

function isSafe(name: string): boolean {
  return (
    !/[\\:\p{Cc}]/u.test(name) && !name.startsWith('/') && name.split('/').every((part) => part !== '..' && part !== '.' && part !== '')
  );
}

/** What a desktop adds to a zip by itself. */
function isClutter(name: string): boolean {
  return name.split('/').some((part) => part === '__MACOSX' || part.startsWith('.') || part === 'Thumbs.db' || part === 'desktop.ini');
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
  let total = 0;
  let count = 0;
  const wrong: string[] = [];
  let entries: Record<string, Uint8Array>;
  try {
    entries = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (name.endsWith('/')) return false;
        if (!isSafe(name)) wrong.push(name);
        else if (isClutter(name)) return false;
        total += originalSize;
        count += 1;
        return wrong.length === 0 && total <= LIMITS.bytes && count <= LIMITS.files;
      },
    });
  } catch {
    throw refuse(zipName, 'this file cannot be read as a .zip', 'Ask for the file again; it may have been cut short on its way.');
  }
  const [bad] = wrong;
  if (bad !== undefined) throw refuse(zipName, 'a name in the .zip leads out of the template’s folder', 'Do not use this file.', bad);
  if (total > LIMITS.bytes || count > LIMITS.files) {
    throw refuse(zipName, 'what the .zip holds is too much for a template', 'Leave out what the template does not use.');
  }
  const names = Object.keys(entries);
  const tops = new Set(names.map((name) => name.split('/')[0] ?? ''));
  const [top = ''] = tops;
  const nested = tops.size === 1 && names.every((name) => name.includes('/'));
  const files = new Map(names.map((name) => [nested ? name.slice(top.length + 1) : name, entries[name] ?? new Uint8Array()]));
  if (!files.has('template.yaml')) {
    throw refuse(zipName, 'this .zip is no template: it has no template.yaml', 'Choose a file that was given away from Lectern.');
  }
  return { name: nested ? top : zipName.replace(/\.zip$/i, ''), files };
}

/** A pack's files as one .zip with the pack's folder in it; the same files give the same bytes. */
export function pack(name: string, files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const entries = Object.fromEntries([...files].sort(([a], [b]) => (a < b ? -1 : 1)).map(([path, bytes]) => [`${name}/${path}`, bytes]));
  return zipSync(entries, { level: 6, mtime: new Date(2000, 0, 1) });
}
