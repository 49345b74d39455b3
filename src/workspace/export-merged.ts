import type { FileFormat } from '../api/formats.ts';
import type { Problem } from '../core/base/errors.ts';
import { lookAt } from './existing.ts';
import { makeFiles, pathOf, saveFiles, type ExportRequest, type SavedFiles } from './export.ts';
import { readBytes } from './files.ts';
import { mergeBytes, mergeProblems, saveMerged } from './merge.ts';

export interface MergedExportRequest extends Omit<ExportRequest<FileFormat>, 'existing'> {
  /** How problems name a file. */
  readonly shown: (path: string) => string;
  /** When comments say that they were made; milliseconds since 1970. */
  readonly now: number;
}

/**
 * Writes a scene in each format, and merges it into the .pptx that stands at its place where that was edited: `NAME.merged.pptx` beside
 * it. What else stands there and was edited stays, and the new file beside gets a free name. All is made before the first file is
 * written. What nobody has settled is an error beside the files, and a comment in the merged one. Throws what `mergePptx` throws.
 */
export async function exportMerged(request: MergedExportRequest): Promise<SavedFiles<FileFormat> & { readonly problems: Problem[] }> {
  const { store, folder, name, now, shown } = request;
  const { made, problems } = await makeFiles(request);
  const path = pathOf(folder, name, 'pptx');
  const ours = made.find(({ format }) => format === 'pptx');
  if (ours === undefined || (await lookAt(path, 'pptx')).edits.length === 0)
    return { ...(await saveFiles(store, made, folder, name, 'keep-both')), problems };
  const { scene, fonts } = request;
  const merged = await mergeBytes(
    await readBytes(path),
    { bytes: ours.bytes, scene, fonts },
    { choices: new Map(), keepLooks: false, now },
  );
  const others = made.filter((file) => file !== ours);
  const saved = others.length > 0 ? await saveFiles(store, others, folder, name, 'keep-both') : { files: [], kept: [] };
  const file = { path: await saveMerged(store, path, null, merged.bytes), format: ours.format, bytes: merged.bytes.byteLength };
  return { files: [file, ...saved.files], kept: saved.kept, problems: [...problems, ...mergeProblems(merged, shown(path))] };
}
