/** Collects the character maps that PDFs name and do not bring with them: `dist/fonts/cmaps`, Adobe's as pdf.js packs them. */
import { copyFile, mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { cMapFolder } from '../src/workspace/cmaps.ts';

/** Copies the maps, with their licence, below the folder of fonts, which must be there. */
export async function buildCMaps(root: string): Promise<void> {
  const from = join(root, 'node_modules', 'pdfjs-dist', 'cmaps');
  const to = cMapFolder(join(root, 'dist', 'fonts'));
  await rm(to, { recursive: true, force: true });
  await mkdir(to, { recursive: true });
  for (const file of await readdir(from)) {
    if (file.endsWith('.bcmap')) await copyFile(join(from, file), join(to, file));
    else if (file === 'LICENSE') await copyFile(join(from, file), join(to, 'LICENSE.txt'));
  }
}
