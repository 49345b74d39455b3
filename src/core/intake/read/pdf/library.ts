import type { PDFDocumentLoadingTask } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PdfData } from '../../stage-types.ts';

export type PdfJs = typeof import('pdfjs-dist/legacy/build/pdf.mjs');

/**
 * pdf.js asks for what a browser draws with when it is loaded, and makes a matrix: any object will do, for here nothing is drawn. It
 * runs its worker in this thread where it finds the worker's module on `globalThis`: no file is looked for then.
 */
export async function loadPdfJs(): Promise<PdfJs> {
  const scope = globalThis as { pdfjsWorker?: unknown; DOMMatrix?: unknown; ImageData?: unknown; Path2D?: unknown };
  scope.DOMMatrix ??= Object;
  scope.ImageData ??= Object;
  scope.Path2D ??= Object;
  scope.pdfjsWorker ??= await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
  return import('pdfjs-dist/legacy/build/pdf.mjs');
}

/** Opens a file for its text and lines alone: no pictures are unpacked, no outlines of letters made, nothing is fetched or run. */
export function openDocument(pdfjs: PdfJs, bytes: Uint8Array, data: PdfData | undefined): PDFDocumentLoadingTask {
  /** What pdf.js calls to fetch a table by its name. */
  class Lent {
    async fetch({ kind, filename }: { readonly kind: string; readonly filename: string }): Promise<Uint8Array> {
      const found = kind === 'cMapUrl' ? ((await data?.cMap(filename)) ?? null) : null;
      if (found === null) throw new Error(`no ${filename}`);
      return found;
    }
  }
  return pdfjs.getDocument({
    data: bytes.slice(),
    verbosity: 0,
    isEvalSupported: false,
    // True would have the outline of each letter made.
    disableFontFace: false,
    useSystemFonts: false,
    useWasm: false,
    useWorkerFetch: false,
    enableXfa: false,
    stopAtErrors: false,
    maxImageSize: 0,
    cMapPacked: true,
    BinaryDataFactory: Lent,
  });
}
