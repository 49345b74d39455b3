import { access, constants, copyFile, mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { LecternError, problem } from '../../core/base/errors.ts';
import { isBriefingFile } from '../build.ts';
import { exists, fileProblem, filesBelow } from '../files.ts';

/** A workspace's folders, absolute. A folder that is no workspace of ours can be opened too: then it is its own content. */
export interface Workspace {
  readonly root: string;
  readonly name: string;
  readonly content: string;
  readonly templates: string;
  readonly briefings: string;
  readonly output: string;
}

/** Top folders that hold no articles or briefings. */
export const ASIDE = ['output', 'out', 'dist'] as const;

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (info) => info.isDirectory(),
    () => false,
  );
}

async function layout(root: string): Promise<Workspace> {
  const content = join(root, 'content');
  return {
    root,
    name: basename(root),
    content: (await isFolder(content)) ? content : root,
    templates: join(root, 'templates'),
    briefings: join(root, 'briefings'),
    output: join(root, 'output'),
  };
}

/**
 * Opens a folder, or the workspace that a briefing file lies in. Throws `file/missing` or `file/read` with what to do.
 * `briefing` is the file below the workspace, if one was named.
 */
export async function openPlace(path: string): Promise<{ workspace: Workspace; briefing: string | null }> {
  const absolute = resolve(path);
  const info = await stat(absolute).catch((error: unknown) => {
    throw new LecternError(fileProblem('file/missing', absolute, 'open this folder', error));
  });
  if (info.isFile() && !isBriefingFile(absolute)) {
    throw new LecternError(
      problem('file/read', {
        message: 'this file is no briefing',
        place: { file: absolute },
        allowed: 'a folder, or a .briefing.yaml file',
        hint: 'Open the folder that your articles are in.',
      }),
    );
  }
  const root = info.isFile() ? await rootOf(absolute) : absolute;
  await access(root, constants.R_OK | constants.X_OK)
    .then(() => readdir(root))
    .catch((error: unknown) => {
      throw new LecternError(fileProblem('file/read', root, 'open this folder', error));
    });
  const briefing = info.isFile() ? relative(root, absolute).split(sep).join('/') : null;
  return { workspace: await layout(root), briefing };
}

/** The workspace a briefing file belongs to: the nearest folder above it that has `content`, else its own. */
async function rootOf(file: string): Promise<string> {
  const own = dirname(file);
  for (const candidate of [own, dirname(own)]) if (await isFolder(join(candidate, 'content'))) return candidate;
  return own;
}

async function freeFolder(documents: string): Promise<string> {
  for (let n = 1; ; n += 1) {
    const folder = join(documents, n === 1 ? 'Lectern' : `Lectern ${n}`);
    if (!(await exists(folder))) return folder;
  }
}

/** Copies the samples: articles with what belongs to them, and briefings. */
async function copySamples(samples: string, root: string): Promise<void> {
  for (const path of await filesBelow(samples)) {
    const target = /\.briefing\.ya?ml$/i.test(path) ? join(root, 'briefings', basename(path)) : join(root, 'content', ...path.split('/'));
    await mkdir(dirname(target), { recursive: true });
    await copyFile(join(samples, ...path.split('/')), target, constants.COPYFILE_EXCL);
  }
}

/**
 * Makes a workspace with the samples in it: at `path` (which must be free or empty), or under a free name in `documents`.
 * It is made beside and moved into place, so a disk that fills up leaves nothing behind. Throws `file/exists`, `file/write`.
 */
export async function createPlace(path: string | null, documents: string, samples: string): Promise<Workspace> {
  const root = path === null ? await freeFolder(documents) : resolve(path);
  const taken = await readdir(root).catch(() => []);
  if (taken.length > 0) {
    throw new LecternError(
      problem('file/exists', {
        message: 'this folder is not empty',
        place: { file: root },
        hint: 'Open it as it is, or choose a new folder.',
      }),
    );
  }
  const temporary = join(dirname(root), `.${basename(root)}.new`);
  try {
    await mkdir(dirname(root), { recursive: true });
    await rm(temporary, { recursive: true, force: true });
    for (const folder of ['content', 'templates', 'briefings', 'output']) await mkdir(join(temporary, folder), { recursive: true });
    await copySamples(samples, temporary);
    await rm(root, { recursive: true, force: true });
    await rename(temporary, root);
  } catch (error) {
    await rm(temporary, { recursive: true, force: true }).catch(() => undefined);
    throw new LecternError(fileProblem('file/write', root, 'make a workspace here', error));
  }
  return layout(root);
}

/** A path below the workspace as an absolute one. The path has been checked by its schema; this keeps it inside by construction. */
export function inside(workspace: Workspace, path: string): string {
  const absolute = resolve(workspace.root, ...path.split('/'));
  if (!absolute.startsWith(`${workspace.root}${sep}`)) {
    throw new LecternError(
      problem('file/read', { message: 'this path leaves the workspace', received: path, hint: 'Name a file of the workspace.' }),
    );
  }
  return absolute;
}
