import { problem, type Outcome, type Problem } from '../../base/errors.ts';
import { broken, encrypted } from '../decode/zip.ts';
import type { PdfData } from '../stage-types.ts';
import { loadPdfJs, openDocument } from './pdf/library.ts';
import { readPage } from './pdf/page.ts';
import { hasPictures, layoutOf } from './pdf/layout.ts';
import { unreadableFonts } from './pdf/legible.ts';
import type { Page } from './pdf/types.ts';
import { mergedCells } from './merged-cells.ts';
import { block, type Hint, type Reading } from './types.ts';

export interface PdfOptions {
  readonly name: string;
  readonly pages: number;
  readonly characters: number;
  /** Tables of letters for older Chinese, Japanese and Korean files; without them their text cannot be read. */
  readonly data?: PdfData;
  /** Looked at between pages. */
  readonly signal?: AbortSignal;
}

/** Fewer letters a page than this, and the pages are pictures. */
const LETTERS_A_PAGE = 40;
/** Drawing operators looked through in all. Behind them text is read, and tables by alignment alone (300 pages of a manual have 120,000). */
const OPERATORS = 4_000_000;

/**
 * A PDF's text to blocks and hints, by pdf.js; nothing in it is drawn or run. Errors: `intake/broken`, `intake/encrypted`,
 * `intake/no-text` (a scan), `intake/too-large`, `intake/unreadable-letters`.
 */
export async function readPdf(bytes: Uint8Array, options: PdfOptions): Promise<Outcome<Reading>> {
  const fail = (p: Problem): Outcome<Reading> => ({ value: null, problems: [p] });
  const pdfjs = await loadPdfJs();
  const task = openDocument(pdfjs, bytes, options.data);
  try {
    const document = await task.promise;
    if (document.numPages > options.pages) {
      const hint = 'Take in the pages that hold the article alone.';
      const message = 'The document has too many pages.';
      const details = { message, place: { file: options.name }, allowed: `${options.pages} pages`, received: `${document.numPages}`, hint };
      return fail(problem('intake/too-large', details));
    }
    const pages: Page[] = [];
    let operators = OPERATORS;
    let letters = 0;
    for (let number = 1; number <= document.numPages && letters <= options.characters; number++) {
      options.signal?.throwIfAborted();
      const page = await document.getPage(number);
      const read = await readPage(page, { operators, ops: pdfjs.OPS });
      operators -= read.operators;
      letters += read.pages.reduce((sum, { pieces }) => sum + lettersOf(pieces), 0);
      pages.push(...read.pages);
      page.cleanup();
    }
    if (letters < LETTERS_A_PAGE * Math.min(document.numPages, 5)) return fail(noText(bytes, options.name));
    const { info } = await document.getMetadata();
    return reading(pages, { bytes, name: options.name, hints: properties(info) });
  } catch (error) {
    if (options.signal?.aborted) throw error;
    const isPassword = error instanceof Error && error.name === 'PasswordException';
    return fail(isPassword ? encrypted(options.name) : broken(options.name));
  } finally {
    await task.destroy();
  }
}

interface ReadingOptions {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly hints: readonly Hint[];
}

function reading(all: readonly Page[], { bytes, name, hints }: ReadingOptions): Outcome<Reading> {
  const unreadable = unreadableFonts(all);
  const isKept = ({ face }: Page['pieces'][number]): boolean => !unreadable.has(face.font);
  const pages = all.map((page) => ({ ...page, pieces: page.pieces.filter(isKept) }));
  const [before, after] = [all, pages].map((list) => list.reduce((sum, { pieces }) => sum + lettersOf(pieces), 0));
  if ((after ?? 0) < (before ?? 0) * 0.4) return { value: null, problems: [unreadableLetters(name)] };
  const { blocks, merged, aside } = layoutOf(pages);
  const cut = all.filter(({ pieces }) => !pieces.every(isKept)).map(({ number }) => number);
  const empty = hasPictures(bytes) ? all.filter(({ pieces }) => lettersOf(pieces) < 3).map(({ number }) => number) : [];
  const problems = [
    ...(cut.length > 0 ? [lettersLeftOut(name, cut)] : []),
    ...(empty.length > 0 ? [picturedPages(name, empty)] : []),
    ...(merged > 0 ? [mergedCells(name, merged)] : []),
  ];
  return { value: { blocks: [...blocks, ...aside.map((text) => block(text, { role: 'boilerplate' }))], hints, problems }, problems: [] };
}

const lettersOf = (pieces: Page['pieces']): number => pieces.reduce((sum, { text }) => sum + text.length, 0);

function noText(bytes: Uint8Array, name: string): Problem {
  const isScan = hasPictures(bytes);
  return problem('intake/no-text', {
    message: isScan ? 'The pages are pictures: there is no text in the file.' : 'There is no text in the file.',
    place: { file: name },
    hint: isScan ? 'Run it through text recognition (OCR) first, or copy the text by hand.' : 'Save it anew from the program that made it.',
  });
}

function unreadableLetters(name: string): Problem {
  return problem('intake/unreadable-letters', {
    message: 'The file’s fonts do not say which letters they have: its text can be seen and not read.',
    place: { file: name },
    hint: 'Save it anew from the program that made it, or run it through text recognition (OCR).',
  });
}

function lettersLeftOut(name: string, pages: readonly number[]): Problem {
  return problem('intake/letters-left-out', {
    message: 'Text in fonts that do not say which letters they have was left out.',
    place: { file: name },
    received: listed(pages),
    hint: 'Compare these pages with the original.',
  });
}

function picturedPages(name: string, pages: readonly number[]): Problem {
  return problem('intake/pages-without-text', {
    message: 'Some pages hold no text: pictures, or pictures of text.',
    place: { file: name },
    received: listed(pages),
    hint: 'Look whether the article needs what stands there.',
  });
}

/** `page 3`, `pages 3, 5, 8 and 12 more`. */
function listed(numbers: readonly number[]): string {
  const pages = [...new Set(numbers)];
  const shown = pages.slice(0, 10);
  const more = pages.length - shown.length;
  return `page${pages.length === 1 ? '' : 's'} ${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

function properties(info: object): Hint[] {
  const { Title, Author } = info as Readonly<Record<string, unknown>>;
  const hint = (field: Hint['field'], value: unknown, confidence: number): Hint[] =>
    typeof value === 'string' && value.trim() !== '' ? [{ field, value: value.trim(), origin: 'properties', confidence }] : [];
  return [...hint('title', Title, 0.45), ...hint('authors', Author, 0.35)];
}
