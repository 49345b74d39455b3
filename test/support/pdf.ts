import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

export interface PdfWords {
  readonly text: string;
  /** Points from the top left corner; `y` is the baseline. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Type size in points. */
  readonly size: number;
}

export interface PdfPage {
  readonly width: number;
  readonly height: number;
  readonly words: readonly PdfWords[];
  /** All words, white space folded. */
  readonly text: string;
}

/** The pages of a PDF with their words and where they stand. */
export async function readPdf(bytes: Uint8Array): Promise<PdfPage[]> {
  const task = getDocument({ data: new Uint8Array(bytes), useSystemFonts: true, verbosity: 0 });
  const document = await task.promise;
  const pages: PdfPage[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { width, height } = page.getViewport({ scale: 1 });
    const { items } = await page.getTextContent();
    const words = items.flatMap((item): PdfWords[] => {
      if (!('str' in item) || item.str.trim() === '') return [];
      const [, , c = 0, d = 0, x = 0, y = 0] = item.transform as number[];
      return [{ text: item.str, x, y: height - y, width: item.width, size: Math.hypot(c, d) }];
    });
    const text = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? ' ' : '') : '')).join('');
    pages.push({ width, height, words, text: text.replace(/\s+/g, ' ').trim() });
  }
  await task.destroy();
  return pages;
}

/** The titles of a PDF's bookmarks, in order. */
export async function readBookmarks(bytes: Uint8Array): Promise<string[]> {
  const task = getDocument({ data: new Uint8Array(bytes), useSystemFonts: true, verbosity: 0 });
  const outline = ((await (await task.promise).getOutline()) as { readonly title: string }[] | null) ?? [];
  await task.destroy();
  return outline.map(({ title }) => title);
}
