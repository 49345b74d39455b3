import { access, constants, readdir, stat } from 'node:fs/promises';
import { basename, join, relative, resolve, sep } from 'node:path';
import { LecternError, problem } from '../../core/base/errors.ts';
import { isBriefingFile, rootOf } from '../build.ts';
import { exists, fileProblem, filesBelow, isFolder, readBytes } from '../files.ts';
import { realPlaceWithin } from '../real-path.ts';
import type { Store } from '../store/index.ts';

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

async function freeFolder(documents: string): Promise<string> {
  for (let n = 1; ; n += 1) {
    const folder = join(documents, n === 1 ? 'Lectern' : `Lectern ${n}`);
    if (!(await exists(folder))) return folder;
  }
}

/** The samples by their paths in a workspace: articles with what belongs to them, and briefings. */
async function sampleFiles(samples: string): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  for (const path of await filesBelow(samples)) {
    const target = /\.briefing\.ya?ml$/i.test(path) ? `briefings/${basename(path)}` : `content/${path}`;
    files.set(target, await readBytes(join(samples, ...path.split('/'))));
  }
  return files;
}

/**
 * Makes a workspace with the samples in it: at `path` (which must be free or empty), or under a free name in `documents`.
 * A disk that fills up leaves nothing behind. Throws `file/exists`, `file/write`.
 */
export async function createPlace(store: Store, path: string | null, documents: string, samples: string): Promise<Workspace> {
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
  await store.putFolder(root, await sampleFiles(samples), { folders: ['content', 'templates', 'briefings', 'output'] });
  return layout(root);
}

/**
 * A path below the workspace as an absolute one. The path has been checked by its schema; this keeps it inside by construction, links
 * followed. Throws `file/read` and `file/outside`.
 */
export function inside(workspace: Workspace, path: string): string {
  const absolute = resolve(workspace.root, ...path.split('/'));
  if (!absolute.startsWith(`${workspace.root}${sep}`)) {
    throw new LecternError(
      problem('file/read', { message: 'this path leaves the workspace', received: path, hint: 'Name a file of the workspace.' }),
    );
  }
  try {
    realPlaceWithin(workspace.root, absolute);
  } catch (error) {
    if (error instanceof LecternError) throw error;
    throw new LecternError(fileProblem('file/read', path, 'find this file', error));
  }
  return absolute;
}

/** Whether there is such a file in the workspace; one that a link puts elsewhere is not in it. */
export async function isThere(workspace: Workspace, path: string): Promise<boolean> {
  try {
    return await exists(inside(workspace, path));
  } catch (error) {
    if (error instanceof LecternError) return false;
    throw error;
  }
}
