import { mkdir, open, rm, stat, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { codeOf } from '../files.ts';
import { flushFolder, identityOf } from './commit.ts';

/** Permissions of new files and folders: Lectern's own are for nobody else; others as the user's umask says. */
const OWN = { file: 0o600, folder: 0o700 } as const;
const USUAL = { file: 0o666, folder: 0o777 } as const;

export interface Access {
  /** Lectern's own state: files of 0600, whatever was there, and new folders of 0700. */
  readonly isPrivate: boolean;
}

export async function makeFolder(folder: string, { isPrivate }: Access): Promise<void> {
  await mkdir(folder, { recursive: true, mode: isPrivate ? OWN.folder : USUAL.folder });
}

/** The folders that must be made for a file, the innermost first. */
export async function missingAbove(file: string): Promise<string[]> {
  const missing: string[] = [];
  for (let folder = dirname(file); (await identityOf(folder)) === null && dirname(folder) !== folder; folder = dirname(folder))
    missing.push(folder);
  return missing;
}

/**
 * Writes and flushes what will take the place of `target`, with its permissions and owner, where there is one. Throws what the operating
 * system says, `EISDIR` where something else than a file is in the way; the staged file is left to the caller to remove.
 */
export async function stageFile(staged: string, target: string, content: string | Uint8Array, access: Access): Promise<void> {
  await makeFolder(dirname(staged), access);
  const there = await stat(target).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  });
  if (there !== null && !there.isFile()) throw Object.assign(new Error('it is no file'), { code: 'EISDIR' });
  // Until it has its permissions it is for nobody else: it may be notes, and they stood in a file that others cannot read.
  const handle = await open(staged, 'wx', access.isPrivate || there !== null ? OWN.file : USUAL.file);
  try {
    await handle.writeFile(content);
    if (there !== null) await giveOwner(handle, there.uid, there.gid);
    if (there !== null && !access.isPrivate) await handle.chmod(there.mode & 0o7777);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Where the owner cannot be given, as for all but root, the file is of whoever writes it, as any editor would have it. */
async function giveOwner(handle: FileHandle, uid: number, gid: number): Promise<void> {
  const own = await handle.stat();
  if (own.uid !== uid || own.gid !== gid) await handle.chown(uid, gid).catch(() => undefined);
}

/** What is in a folder. */
export interface Tree {
  /** By path below it, `/` between parts. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Folders that are there even where no file is in them. */
  readonly folders?: readonly string[];
}

/** Writes and flushes a folder. */
export async function stageFolder(staged: string, { files, folders = [] }: Tree, access: Access): Promise<void> {
  await makeFolder(staged, access);
  for (const folder of folders) await makeFolder(join(staged, folder), access);
  const made = new Set([staged, ...folders.map((folder) => join(staged, folder))]);
  for (const [path, content] of files) {
    const file = join(staged, ...path.split('/'));
    await stageFile(file, file, content, access);
    made.add(dirname(file));
  }
  for (const folder of made) await flushFolder(folder);
}

/** Removes files and folders. Answers whether all have gone. */
export async function discard(paths: readonly string[]): Promise<boolean> {
  const gone = await Promise.all(
    paths.map((path) =>
      rm(path, { recursive: true, force: true, maxRetries: 3 }).then(
        () => true,
        () => false,
      ),
    ),
  );
  return gone.every(Boolean);
}
