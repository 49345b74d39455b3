import { problem, type Outcome, type Problem } from '../../base/errors.ts';
import { pdfBlocks, type PdfLine, type PdfPiece, linesOf } from './pdf-lines.ts';
import { broken, encrypted } from '../decode/zip.ts';
import type { Hint, Reading } from './types.ts';

export interface PdfOptions {
  readonly name: string;
  readonly pages: number;
  readonly characters: number;
  /** Looked at between pages. */
  readonly signal?: AbortSignal;
}

/** Fewer letters a page than this, and the pages are pictures. */
const LETTERS_A_PAGE = 40;

/**
 * A PDF's text to blocks and hints, by pdf.js; nothing in it is drawn or run. Errors: `intake/broken`, `intake/encrypted`,
 * `intake/no-text` (a scan), `intake/too-large`.
 */
export async function readPdf(bytes: Uint8Array, options: PdfOptions): Promise<Outcome<Reading>> {
  const fail = (p: Problem): Outcome<Reading> => ({ value: null, problems: [p] });
  const pdfjs = await loadPdfJs();
  const task = pdfjs.getDocument({
    data: bytes.slice(),
    verbosity: 0,
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWasm: false,
    useWorkerFetch: false,
    enableXfa: false,
    stopAtErrors: false,
  });
  try {
    const document = await task.promise;
    if (document.numPages > options.pages) {
      const hint = 'Take in the pages that hold the article alone.';
      const message = 'The document has too many pages.';
      const details = { message, place: { file: options.name }, allowed: `${options.pages} pages`, received: `${document.numPages}`, hint };
      return fail(problem('intake/too-large', details));
    }
    const lines: PdfLine[] = [];
    let letters = 0;
    for (let number = 1; number <= document.numPages; number++) {
      options.signal?.throwIfAborted();
      const page = await document.getPage(number);
      const { items } = await page.getTextContent();
      const [, bottom = 0, , top = 0] = page.view;
      const found = linesOf(items.flatMap(pieceOf), { page: number, bottom, top });
      letters += found.reduce((sum, line) => sum + line.text.length, 0);
      lines.push(...found);
      page.cleanup();
      if (letters > options.characters) break;
    }
    if (letters < LETTERS_A_PAGE * Math.min(document.numPages, 5)) {
      const message = 'The pages are pictures: there is no text in the file.';
      const hint = 'Run it through text recognition (OCR) first, or copy the text by hand.';
      return fail(problem('intake/no-text', { message, place: { file: options.name }, hint }));
    }
    const { info } = await document.getMetadata();
    return { value: { blocks: pdfBlocks(lines), hints: properties(info), problems: [] }, problems: [] };
  } catch (error) {
    if (options.signal?.aborted) throw error;
    const isPassword = error instanceof Error && error.name === 'PasswordException';
    return fail(isPassword ? encrypted(options.name) : broken(options.name));
  } finally {
    await task.destroy();
  }
}

type PdfJs = typeof import('pdfjs-dist/legacy/build/pdf.mjs');

/**
 * pdf.js asks for what a browser draws with when it is loaded, and makes a matrix: any object will do, for here nothing is drawn. It
 * runs its worker in this thread where it finds the worker's module on `globalThis`: no file is looked for then.
 */
async function loadPdfJs(): Promise<PdfJs> {
  const scope = globalThis as { pdfjsWorker?: unknown; DOMMatrix?: unknown; ImageData?: unknown; Path2D?: unknown };
  scope.DOMMatrix ??= Object;
  scope.ImageData ??= Object;
  scope.Path2D ??= Object;
  scope.pdfjsWorker ??= await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
  return import('pdfjs-dist/legacy/build/pdf.mjs');
}

/** One item of a page's text content; marked content has no words. */
function pieceOf(item: object): PdfPiece[] {
  if (!('str' in item) || !('transform' in item)) return [];
  const { str, transform, width } = item as { str: string; transform: readonly number[]; width: number };
  const [, , skewX = 0, scaleY = 0, x = 0, y = 0] = transform;
  return str === '' ? [] : [{ text: str, x, y, width, size: Math.hypot(skewX, scaleY) }];
}

function properties(info: object): Hint[] {
  const { Title, Author } = info as Readonly<Record<string, unknown>>;
  const hint = (field: Hint['field'], value: unknown, confidence: number): Hint[] =>
    typeof value === 'string' && value.trim() !== '' ? [{ field, value: value.trim(), origin: 'properties', confidence }] : [];
  return [...hint('title', Title, 0.45), ...hint('authors', Author, 0.35)];
}
