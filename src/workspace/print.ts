import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readBytes } from './files.ts';

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
    // The presenter's notes stand in it.
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const [source, target] = [join(folder, 'deck.html'), join(folder, 'deck.pdf')];
    try {
      await writeFile(source, html, { mode: 0o600 });
      await print({ html: source, pdf: target, page });
      return await readBytes(target, { limit: 512 * 1024 * 1024 });
    } finally {
      await rm(folder, { recursive: true, force: true, maxRetries: 3 });
    }
  };
}
