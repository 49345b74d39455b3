import { basename, isAbsolute, join, resolve, sep } from 'node:path';
import { readdir } from 'node:fs/promises';
import { LecternError, problem, type Outcome } from '../core/base/errors.ts';
import { readPack } from '../core/template/index.ts';
import type { Pack } from '../core/template/types.ts';
import { exists, filesBelow, readBytes, sizeOf } from './files.ts';
import { isInside, realPlace } from './real-path.ts';
import type { Store } from './store/index.ts';

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
 * The folder of a pack: a path if it has a separator or is absolute, else a name in `folders`. `within`: where a path may lead.
 * Throws `pack/missing` with the names there are, and `pack/outside`.
 */
export async function findPack(
  nameOrFolder: string,
  folders: readonly string[],
  base: string,
  within: readonly string[] | null = null,
): Promise<string> {
  if (isAbsolute(nameOrFolder) || /[\\/]/.test(nameOrFolder)) {
    const folder = resolve(base, nameOrFolder);
    if (within !== null && !within.some((root) => isInside(realPlace(root), realPlace(folder)))) throw outside(nameOrFolder);
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
 * Writes files as a pack's folder below `parent`, whole or not at all; over an old one if there is one and `replace` says so.
 * Throws `pack/exists` and `file/write`, and leaves the old one as it was.
 */
export async function putPack(
  store: Store,
  { parent, name, replace }: { readonly parent: string; readonly name: string; readonly replace: boolean },
  files: ReadonlyMap<string, Uint8Array>,
): Promise<PackPlace> {
  const folder = join(parent, name);
  await store.alone(parent, async (mayReplace) => {
    if (!replace && (await exists(folder))) throw packExists(folder);
    await store.putFolder(folder, files, { mayReplace });
  });
  return { name, folder };
}

function outside(named: string): LecternError {
  return new LecternError(
    problem('pack/outside', {
      message: 'the briefing names a template outside its workspace',
      received: named,
      allowed: 'a name of a template of the workspace or of Lectern, or a folder in the workspace',
      hint: 'Put the template into the workspace’s “templates”, or name its folder yourself with --template.',
    }),
  );
}

export function packExists(folder: string): LecternError {
  return new LecternError(
    problem('pack/exists', {
      message: 'a template of this name is here already',
      received: basename(folder),
      hint: 'Give it another name, or replace the one you have.',
    }),
  );
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
      const bytes = await readBytes(fileOf(path), { limit: LIMITS.bytes });
      // A file may have grown since it was measured.
      if ((left -= bytes.byteLength) < 0) throw tooLarge();
      return [path, bytes] as const;
    }),
  );
  return readPack(new Map(files), shown);
}
