import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PdfData } from '../core/intake/stage-types.ts';

/** Where the character maps lie, below the folder of fonts. */
export function cMapFolder(fonts: string): string {
  return join(fonts, 'cmaps');
}

/** The character maps that Lectern brings with it, read when a PDF asks for one. A PDF names them: what is no map's name leads nowhere. */
export function openCMaps(fonts: string): PdfData {
  return {
    cMap: async (file) => {
      if (!/^[\w-]+\.bcmap$/.test(file)) return null;
      try {
        return new Uint8Array(await readFile(join(cMapFolder(fonts), file)));
      } catch {
        return null;
      }
    },
  };
}
