import { writeZip, type Parts } from '../../base/ooxml/zip.ts';

interface FileOptions {
  readonly base64?: boolean;
}

/**
 * As much of JSZip as pptxgenjs uses, with its names, for the bundle alone (`scripts/cli.ts`). Parts are stored, as they were before,
 * since `emit` opens the package at once; but loading JSZip and its deflate took 3 % of building a short deck.
 */
export default class StoredZip {
  readonly #parts: Parts;
  readonly #folder: string;

  constructor(parts: Parts = new Map(), folder = '') {
    this.#parts = parts;
    this.#folder = folder;
  }

  folder(name: string): StoredZip {
    return new StoredZip(this.#parts, `${this.#folder}${name}/`);
  }

  file(name: string, content: string | Uint8Array, { base64 = false }: FileOptions = {}): this {
    this.#parts.set(`${this.#folder}${name}`, base64 && typeof content === 'string' ? Buffer.from(content, 'base64') : content);
    return this;
  }

  generateAsync({ type }: { readonly type: string }): Promise<string | Uint8Array> {
    const bytes = writeZip(this.#parts, { stored: true });
    return Promise.resolve(type === 'base64' ? Buffer.from(bytes).toString('base64') : bytes);
  }
}
