import { stat } from 'node:fs/promises';
import type { FileFormat } from '../api/formats.ts';
import { LecternError, problem, type Problem } from '../core/base/errors.ts';
import { codeOf, fileProblem, readBytes } from './files.ts';
import { FORMATS, type Format } from './formats.ts';

/**
 * No way of writing a deck replaces work that only stands in the file: what is there is replaced without a question only if it
 * is, by its own digest, exactly what Lectern wrote.
 */

/**
 * What to do about a file that is not: refuse; keep it beside the new one under a name with its date; or leave it as it is, and give the
 * new one a name that is free.
 */
export type ExistingPolicy = 'refuse' | 'keep-copy' | 'keep-both';

/** A place where a deck is about to be written. */
export interface Target {
  readonly path: string;
  /** Why what stands there must not be lost; empty where nothing stands there, or exactly what Lectern wrote. */
  readonly edits: readonly Problem[];
  /** Tells whether the file was touched since it was looked at; null where none stood there. */
  readonly stamp: string | null;
}

const HINT =
  'Write elsewhere, keep both (build --keep-both: the new deck gets a free name), or replace it and keep a dated copy of it beside (--replace).';

/** Only a presenter's .pptx carries what a merge needs. */
const HINT_DECK =
  'Merge it with the new deck (build --merge), keep both (build --keep-both: the new deck gets a free name), or replace it and keep a dated copy of it beside (--replace).';

/** Larger than any deck; read in one piece. */
const LARGEST_DECK = 1024 * 1024 * 1024;

/** Looks at what stands at a path. Throws `file/read` where that cannot be read: then nobody knows what would be lost. */
export async function lookAt(path: string, format: FileFormat): Promise<Target> {
  const stamp = await stampOf(path);
  if (stamp === null) return { path, edits: [], stamp };
  const edits = await editsOf(await readBytes(path, { limit: LARGEST_DECK }), FORMATS[format]);
  return { path, edits: edits.map((edit) => ({ ...edit, place: { ...edit.place, file: path } })), stamp };
}

async function editsOf(bytes: Uint8Array, format: Format): Promise<Problem[]> {
  const state = await format.digestState(bytes);
  if (state === 'intact') return [];
  const named = await format.edits?.(bytes, HINT_DECK).catch((error: unknown) => {
    if (error instanceof LecternError) return [];
    throw error;
  });
  if (named !== undefined && named.length > 0) return named;
  return state === 'changed'
    ? [problem('export/edited', { message: 'the file was changed since Lectern wrote it, in what cannot be named', hint: HINT })]
    : [
        problem('export/not-ours', {
          message: 'a file of this name stands there without Lectern’s digest: somebody else’s, or an older Lectern’s',
          hint: HINT,
        }),
      ];
}

/** Size, time and identity of a file; null where there is none. A folder of that name is left to the writing to refuse. */
export async function stampOf(path: string): Promise<string | null> {
  try {
    const found = await stat(path, { bigint: true });
    return found.isFile() ? [found.ino, found.size, found.mtimeNs].join(' ') : null;
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(codeOf(error))) return null;
    throw new LecternError(fileProblem('file/read', path, 'look at this file', error));
  }
}
