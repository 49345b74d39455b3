import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LecternError } from '../core/base/errors.ts';
import { fileProblem, readBytes } from './files.ts';

/** Points. */
export interface PageSize {
  readonly width: number;
  readonly height: number;
}

/** What a host prints: the deck's HTML file into a PDF file, one slide a page. */
export interface PrintRequest {
  readonly html: string;
  readonly pdf: string;
  readonly page: PageSize;
}

/** Makes a PDF of an HTML deck, in memory. */
export type Printer = (html: Uint8Array, page: PageSize) => Promise<Uint8Array>;

/** A printer over a host's, which works on files: they lie in `folder`, which is made for them and is gone afterwards. */
export function printerIn(folder: string, print: (request: PrintRequest) => Promise<void>): Printer {
  return async (html, page) => {
    const [source, target] = [join(folder, 'deck.html'), join(folder, 'deck.pdf')];
    try {
      await lay(folder, source, html);
      await print({ html: source, pdf: target, page });
      return await readBytes(target, { limit: 512 * 1024 * 1024 });
    } finally {
      await rm(folder, { recursive: true, force: true, maxRetries: 3 });
    }
  };
}

/** The presenter's notes stand in it: it is for nobody else. Throws `file/write`. */
async function lay(folder: string, file: string, html: Uint8Array): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await writeFile(file, html, { mode: 0o600 });
  } catch (error) {
    throw new LecternError(fileProblem('file/write', file, 'write the pages to be printed', error));
  }
}
