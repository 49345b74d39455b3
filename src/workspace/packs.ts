import { basename, isAbsolute, join, resolve, sep } from 'node:path';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { LecternError, problem, type Outcome } from '../core/base/errors.ts';
import { readPack } from '../core/template/index.ts';
import type { Pack } from '../core/template/types.ts';
import { exists, fileProblem, filesBelow, readBytes, sizeOf, writeSafely } from './files.ts';

/** A pack travels by mail and is read whole into memory: these bound what a folder can do to us. */
const LIMITS = { files: 500, bytes: 64 * 1024 * 1024 } as const;

export interface PackPlace {
  readonly name: string;
  readonly folder: string;
}

/** The packs in the given folders, or those of one name; of two with one name the earlier folder's counts. */
async function packsIn(folders: readonly string[], named?: string): Promise<ReadonlyMap<string, PackPlace>> {
  const found = new Map<string, PackPlace>();
  for (const folder of folders) {
    const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
      if (named !== undefined && entry.name !== named) continue;
      const place = { name: entry.name, folder: join(folder, entry.name) };
      if (entry.isDirectory() && !found.has(entry.name) && (await exists(join(place.folder, 'template.yaml'))))
        found.set(entry.name, place);
    }
  }
  return found;
}

/** All packs in the given folders; of two with one name the earlier folder's counts. Sorted by name. */
export async function listPacks(folders: readonly string[]): Promise<PackPlace[]> {
  return [...(await packsIn(folders)).values()].sort((a, b) => a.name.localeCompare(b.name, 'en'));
}

/**
 * The folder of a pack: a path if it has a separator or is absolute, else a name in `folders`.
 * Throws `pack/missing` with the names there are.
 */
export async function findPack(nameOrFolder: string, folders: readonly string[], base: string): Promise<string> {
  if (isAbsolute(nameOrFolder) || /[\\/]/.test(nameOrFolder)) {
    const folder = resolve(base, nameOrFolder);
    if (await exists(join(folder, 'template.yaml'))) return folder;
    throw new LecternError(
      problem('pack/missing', {
        message: 'this folder is no template pack: it has no template.yaml',
        place: { file: nameOrFolder },
        hint: 'Name the folder that holds template.yaml, theme.yaml and deck.hbs.',
      }),
    );
  }
  const pack = (await packsIn(folders, nameOrFolder)).get(nameOrFolder);
  if (pack) return pack.folder;
  const packs = await listPacks(folders);
  throw new LecternError(
    problem('pack/missing', {
      message: 'there is no template of this name',
      received: nameOrFolder,
      allowed: packs.map((p) => p.name).join(', ') || 'none found',
      hint: 'Choose one of the templates there are, or give the path of a pack folder.',
    }),
  );
}

/**
 * Writes files as a pack's folder below `parent`, whole or not at all; over an old one if there is one.
 * Throws `file/write`, and leaves the old one as it was.
 */
export async function putPack(parent: string, name: string, files: ReadonlyMap<string, Uint8Array>): Promise<PackPlace> {
  const folder = join(parent, name);
  const temporary = join(parent, `.${name}.new`);
  const old = join(parent, `.${name}.old`);
  try {
    await rm(temporary, { recursive: true, force: true });
    await mkdir(temporary, { recursive: true });
    for (const [path, bytes] of files) await writeSafely(join(temporary, ...path.split('/')), bytes);
    await rm(old, { recursive: true, force: true });
    if (await exists(folder)) await rename(folder, old);
    await rename(temporary, folder);
    await rm(old, { recursive: true, force: true });
  } catch (error) {
    if (!(await exists(folder)) && (await exists(old))) await rename(old, folder);
    await rm(temporary, { recursive: true, force: true }).catch(() => undefined);
    if (error instanceof LecternError) throw error;
    throw new LecternError(fileProblem('file/write', folder, 'write this template', error));
  }
  return { name, folder };
}

/** The files of a folder by path below it. */
export async function packFiles(folder: string): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  for (const path of await filesBelow(folder)) files.set(path, await readBytes(join(folder, ...path.split('/'))));
  return files;
}

/** Reads a pack's folder whole. `shown` is what problems put before file names. */
export async function loadPack(folder: string, shown: string = basename(folder)): Promise<Outcome<Pack>> {
  const paths = (await filesBelow(folder)).filter((path) => !path.endsWith('~'));
  const fileOf = (path: string): string => join(folder, path.split('/').join(sep));
  const tooLarge = (): LecternError =>
    new LecternError(
      problem('file/too-large', {
        message: 'the template pack is too large',
        place: { file: shown },
        allowed: `up to ${LIMITS.files} files and ${LIMITS.bytes / 1024 / 1024} MB in all`,
        hint: 'Leave out what the template does not use.',
      }),
    );
  const sizes = await Promise.all(paths.slice(0, LIMITS.files).map((path) => sizeOf(fileOf(path))));
  if (paths.length > LIMITS.files || sizes.reduce((sum, size) => sum + size, 0) > LIMITS.bytes) throw tooLarge();
  let left: number = LIMITS.bytes;
  // At once, not one after the other: waiting for the disk is most of what reading a pack takes.
  const files = await Promise.all(
    paths.map(async (path) => {
      const bytes = await readBytes(fileOf(path), LIMITS.bytes);
      // A file may have grown since it was measured.
      if ((left -= bytes.byteLength) < 0) throw tooLarge();
      return [path, bytes] as const;
    }),
  );
  return readPack(new Map(files), shown);
}
