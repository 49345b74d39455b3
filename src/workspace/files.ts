import { constants } from 'node:fs';
import { open, readdir, stat, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeviceName, utf8Length } from '../core/base/file-name.ts';
import { LecternError, problem, type Code, type Problem } from '../core/base/errors.ts';
import { realPlaceWithin } from './real-path.ts';

/**
 * Reading files, of which a stranger may have made any: only true files are read, each up to a bound, and where it must lie in a folder,
 * links that lead out of it are refused. Every refusal of the operating system becomes a `Problem` with a hint. Writing is `store`'s.
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
  EMFILE: { message: 'too many files are open', hint: 'Close other programs, or start Lectern anew, then try again.' },
  ENFILE: { message: 'too many files are open on this machine', hint: 'Close other programs, then try again.' },
  EIO: { message: 'the disk reports a fault', hint: 'Copy what matters to another disk, and have this one looked at.' },
  ELOOP: { message: 'links lead to each other in a circle', hint: 'Put the file itself in place of the link.' },
  ESTALE: { message: 'the network’s disk has lost the file', hint: 'Connect to it again, then try again.' },
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

/** Opening a pipe waits for nobody. Windows has neither such a flag nor such files. */
const OPEN = process.platform === 'win32' ? constants.O_RDONLY : constants.O_RDONLY | constants.O_NONBLOCK;

/** Bytes of what is read where nothing else is said. */
const USUAL_LIMIT = 64 * 1024 * 1024;

/** No deck is larger; read in one piece. Bytes. */
export const LARGEST_DECK = 1024 * 1024 * 1024;

export interface ReadOptions {
  /** In bytes; default 64 MiB. */
  readonly limit?: number;
  /** The folder that the file must lie in, all links followed. */
  readonly within?: string;
}

/**
 * Bytes of a file. Throws `file/missing`, `file/read`, `file/too-large` (over the limit), `file/not-regular` (a device, a pipe, a folder)
 * and `file/outside`.
 */
export async function readBytes(file: string, { limit = USUAL_LIMIT, within }: ReadOptions = {}): Promise<Uint8Array> {
  try {
    const real = within === undefined ? file : realPlaceWithin(within, file);
    // A device may act on being opened, and a pipe keep whoever opens it waiting.
    refuseIrregular(file, await stat(real));
    const handle = await open(real, OPEN);
    try {
      const info = await handle.stat();
      refuseIrregular(file, info);
      if (info.size > limit) throw tooLarge(file, info.size, limit);
      return await readUpTo(handle, file, info.size, limit);
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (error instanceof LecternError) throw error;
    throw new LecternError(fileProblem(codeOf(error) === 'ENOENT' ? 'file/missing' : 'file/read', file, 'read this file', error));
  }
}

/** Reads to the end: a file may grow after it was measured, and files of some disks say that they are empty. */
async function readUpTo(handle: FileHandle, file: string, size: number, limit: number): Promise<Uint8Array> {
  let bytes = Buffer.alloc(size + 1);
  let length = 0;
  for (;;) {
    if (length === bytes.length) bytes = Buffer.concat([bytes, Buffer.alloc(Math.max(length, 64 * 1024))]);
    const { bytesRead } = await handle.read(bytes, length, bytes.length - length, length);
    if (bytesRead === 0) return bytes.subarray(0, length);
    length += bytesRead;
    if (length > limit) throw tooLarge(file, length, limit);
  }
}

function refuseIrregular(file: string, info: { readonly isFile: () => boolean; readonly isDirectory: () => boolean }): void {
  if (info.isFile()) return;
  throw new LecternError(
    problem('file/not-regular', {
      message: info.isDirectory() ? 'it is a folder, not a file' : 'it is a device or a pipe, not a file',
      place: { file },
      hint: 'Name a file.',
    }),
  );
}

function tooLarge(file: string, size: number, limit: number): LecternError {
  return new LecternError(
    problem('file/too-large', {
      message: 'the file is too large',
      place: { file },
      received: `${Math.ceil(size / 1024 / 1024)} MB`,
      allowed: `up to ${Math.floor(limit / 1024 / 1024)} MB`,
      hint: 'Divide the file or make it smaller.',
    }),
  );
}

/** A file's text as UTF-8; a byte order mark is left out. Throws as `readBytes`, and `file/read` for bytes that are not UTF-8. */
export async function readText(file: string, options: ReadOptions = {}): Promise<string> {
  const bytes = await readBytes(file, options);
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

export async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (info) => info.isDirectory(),
    () => false,
  );
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
