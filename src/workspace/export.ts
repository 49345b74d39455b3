import { join } from 'node:path';
import { LecternError, problem, type Problem } from '../core/errors.ts';
import type { FontLibrary, Scene } from '../core/layout/types.ts';
import { writeTogether } from './files.ts';

export const FORMATS = ['pptx', 'html'] as const;
export type Format = (typeof FORMATS)[number];

export interface ExportedFile {
  readonly path: string;
  readonly format: Format;
  readonly bytes: number;
}

/** Each writer is loaded when it is first needed: a command that writes no PowerPoint need not load its library. */
const WRITERS: Readonly<
  Record<Format, (scene: Scene, fonts: FontLibrary) => Promise<{ value: Uint8Array; problems: readonly Problem[] }>>
> = {
  pptx: async (scene) => (await import('../core/write/pptx/index.ts')).writePptx(scene),
  html: async (scene, fonts) => (await import('../core/write/html/index.ts')).writeHtml(scene, fonts),
};

export interface ExportRequest {
  readonly scene: Scene;
  readonly fonts: FontLibrary;
  readonly formats: readonly Format[];
  readonly folder: string;
  /** File name without ending. */
  readonly name: string;
  readonly onProgress?: (step: { readonly format: Format; readonly done: number; readonly of: number }) => void;
  readonly signal?: AbortSignal;
}

/** One format's file in memory. */
export interface MadeFile<F extends string = Format> {
  readonly format: F;
  readonly bytes: Uint8Array;
}

/** Makes each format's file in memory; nothing is on disk yet. */
export async function makeFiles(
  request: Pick<ExportRequest, 'scene' | 'fonts' | 'formats' | 'onProgress' | 'signal'>,
): Promise<{ made: MadeFile[]; problems: Problem[] }> {
  const { scene, fonts, formats, onProgress, signal } = request;
  const problems: Problem[] = [];
  const made: MadeFile[] = [];
  for (const [done, format] of formats.entries()) {
    if (signal?.aborted) throw cancelled();
    onProgress?.({ format, done, of: formats.length });
    const result = await WRITERS[format](scene, fonts);
    problems.push(...result.problems);
    made.push({ format, bytes: result.value });
  }
  if (signal?.aborted) throw cancelled();
  return { made, problems };
}

/** Puts made files into a folder, all or none. */
export async function saveFiles<F extends string>(
  made: readonly MadeFile<F>[],
  folder: string,
  name: string,
): Promise<{ path: string; format: F; bytes: number }[]> {
  const files = made.map(({ format, bytes }) => ({ path: join(folder, `${name}.${format}`), format, bytes }));
  await writeTogether(files.map(({ path, bytes }) => ({ file: path, content: bytes })));
  return files.map((file) => ({ ...file, bytes: file.bytes.byteLength }));
}

/**
 * Writes a scene in each format. All are made in memory before the first file is replaced, and they are replaced all
 * or none, so that the two formats on disk are always of one deck.
 */
export async function exportScene(request: ExportRequest): Promise<{ files: ExportedFile[]; problems: Problem[] }> {
  const { made, problems } = await makeFiles(request);
  return { files: await saveFiles(made, request.folder, request.name), problems };
}

export function cancelled(): LecternError {
  return new LecternError(
    problem('export/cancelled', { message: 'the export was cancelled', cure: 'Nothing was written; export again when you like.' }),
  );
}
