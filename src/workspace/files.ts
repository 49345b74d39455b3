import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { isDeviceName, utf8Length } from '../core/base/file-name.ts';
import { LecternError, problem, type Code, type Problem } from '../core/base/errors.ts';

/**
 * Reading and writing files so that nothing is ever half there: a write goes to a temporary file in the same folder,
 * is flushed, and then takes the old file's place. Every refusal of the operating system becomes a `Problem` with a hint.
 */

interface Reason {
  readonly message: string;
  readonly hint: string;
}

/** What the operating system's codes mean to a user. */
const REASONS: Readonly<Record<string, Reason>> = {
  EACCES: {
    message: 'permission denied',
    hint: 'Choose a folder you may use, or ask whoever looks after this machine for the right to it.',
  },
  EPERM: {
    message: 'the system refused',
    hint: 'Close other programs that have the file open (PowerPoint, for one), or choose another folder.',
  },
  EBUSY: { message: 'another program has it open', hint: 'Close it there (PowerPoint, for one), then try again.' },
  EROFS: { message: 'the disk is read-only', hint: 'Choose a folder on another disk.' },
  ENOSPC: { message: 'the disk is full', hint: 'Make room on the disk, or choose a folder on another one.' },
  EDQUOT: { message: 'your share of the disk is used up', hint: 'Make room, or choose a folder on another disk.' },
  ENOENT: { message: 'there is no such file or folder', hint: 'Check the name; names are case-sensitive on some machines.' },
  ENOTDIR: { message: 'a part of the path is a file, not a folder', hint: 'Choose a folder.' },
  EISDIR: { message: 'it is a folder, not a file', hint: 'Name a file.' },
  EEXIST: { message: 'something of that name is there already', hint: 'Choose another name.' },
  ENAMETOOLONG: { message: 'the name is too long for this disk', hint: 'Choose a shorter name.' },
};

/** The operating system's code of an error (`ENOENT`), empty for any other error. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** The problem that an operating system's error means for the file it concerns. */
export function fileProblem(code: Code, file: string, doing: string, error: unknown): Problem {
  const reason = REASONS[codeOf(error)] ?? {
    message: error instanceof Error ? error.message.replace(/^\w+: /, '') : 'an unknown error',
    hint: 'Try again; if it stays, restart the machine and try another folder.',
  };
  return problem(code, { message: `cannot ${doing}: ${reason.message}`, place: { file }, hint: reason.hint });
}

/** Bytes of a file. Throws `file/missing`, `file/read` or `file/too-large` (over `limit` bytes, default 64 MiB). */
export async function readBytes(file: string, limit = 64 * 1024 * 1024): Promise<Uint8Array> {
  try {
    const { size } = await stat(file);
    if (size > limit) {
      throw new LecternError(
        problem('file/too-large', {
          message: 'the file is too large',
          place: { file },
          received: `${Math.ceil(size / 1024 / 1024)} MB`,
          allowed: `up to ${Math.floor(limit / 1024 / 1024)} MB`,
          hint: 'Divide the file or make it smaller.',
        }),
      );
    }
    return await readFile(file);
  } catch (error) {
    if (error instanceof LecternError) throw error;
    throw new LecternError(fileProblem(codeOf(error) === 'ENOENT' ? 'file/missing' : 'file/read', file, 'read this file', error));
  }
}

/** A file's text as UTF-8; a byte order mark is left out. Throws as `readBytes`, and `file/read` for bytes that are not UTF-8. */
export async function readText(file: string): Promise<string> {
  const bytes = await readBytes(file);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new LecternError(
      problem('file/read', {
        message: 'the text is not UTF-8',
        place: { file },
        hint: 'Save the file as UTF-8 in your editor and try again.',
      }),
    );
  }
}

/** In bytes; 0 where there is no such file, which reading it will say. */
export async function sizeOf(file: string): Promise<number> {
  return stat(file).then(
    ({ size }) => size,
    () => 0,
  );
}

export async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}

/**
 * Writes a file whole or not at all: on any failure the old file stays as it was and the temporary one goes.
 * Makes the folder if it is missing. Throws `file/write`.
 */
export async function writeSafely(file: string, content: string | Uint8Array): Promise<void> {
  await writeTogether([{ file, content }]);
}

/** A temporary file beside the one it will become, written and flushed. */
async function stage(file: string, content: string | Uint8Array): Promise<string> {
  const temporary = join(dirname(file), `.${basename(file).slice(0, 80)}.${randomUUID()}.tmp`);
  try {
    await mkdir(dirname(file), { recursive: true });
    const handle = await open(temporary, 'wx');
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    return temporary;
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw error;
  }
}

/**
 * Writes files that belong together, all or none: each is whole on the disk before the first takes its place, in the order given;
 * should one not get there, those before it become what they were. Folders made for them stay. `mayReplace` is asked once all are
 * staged, and what it throws stops the writing. Throws `file/write`.
 */
export async function writeTogether(
  files: readonly { readonly file: string; readonly content: string | Uint8Array }[],
  mayReplace: () => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  const staged: { readonly file: string; readonly temporary: string }[] = [];
  const undo: (() => Promise<void>)[] = [];
  let at = files[0]?.file ?? '';
  try {
    const stages = await Promise.allSettled(files.map(({ file, content }) => stage(file, content)));
    stages.forEach((result, i) => {
      if (result.status === 'fulfilled') staged.push({ file: files[i]?.file ?? '', temporary: result.value });
    });
    for (const [i, result] of stages.entries()) {
      at = files[i]?.file ?? '';
      if (result.status === 'rejected') throw result.reason;
    }
    await mayReplace();
    for (const { file, temporary } of staged) {
      at = file;
      if (staged.length > 1) undo.push(await restorer(file));
      await rename(temporary, file);
    }
  } catch (error) {
    for (const { temporary } of staged) await rm(temporary, { force: true }).catch(() => undefined);
    for (const restore of undo.reverse()) await restore().catch(() => undefined);
    if (error instanceof LecternError) throw error;
    throw new LecternError(fileProblem('file/write', at, 'write this file', error));
  }
}

/** What makes a file again what it is now. */
async function restorer(file: string): Promise<() => Promise<void>> {
  const before = await readFile(file).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  });
  return before === null ? () => rm(file, { force: true }) : () => writeSafely(file, before);
}

/** Paths of all files below a folder, `/` between parts, sorted; hidden ones and `node_modules` left out, links not followed. Missing folder: none. */
export async function filesBelow(folder: string, depth = 8): Promise<string[]> {
  const found: string[] = [];
  const visit = async (relative: string, left: number): Promise<void> => {
    const entries = await readdir(join(folder, relative), { withFileTypes: true }).catch((error: unknown) => {
      if (relative === '' && ['ENOENT', 'ENOTDIR'].includes(codeOf(error))) return [];
      throw new LecternError(fileProblem('file/read', join(folder, relative), 'read this folder', error));
    });
    for (const entry of entries) {
      if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
      const path = relative === '' ? entry.name : `${relative}/${entry.name}`;
      if (entry.isDirectory() && left > 0) await visit(path, left - 1);
      else if (entry.isFile()) found.push(path);
    }
  };
  await visit('', depth);
  return found.sort();
}

/** A title as a file's name: letters and digits of any script, `-` between words; so short that an ending and a number have room. */
export function fileNameOf(title: string): string {
  const words = title
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  let name = '';
  for (const letter of Array.from(words).slice(0, 60)) if (utf8Length(name + letter) <= 180) name += letter;
  return name === '' || isDeviceName(name) ? 'briefing' : name;
}
