import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

export interface PdfWords {
  readonly text: string;
  /** Points from the top left corner; `y` is the baseline. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Type size in points. */
  readonly size: number;
  /** The name of its face, where faces were asked for: `Arimo-Bold`. */
  readonly face?: string;
}

export interface PdfPage {
  readonly width: number;
  readonly height: number;
  readonly words: readonly PdfWords[];
  /** All words, white space folded. */
  readonly text: string;
}

/** The pages of a PDF with their words and where they stand; with their faces only where these are asked for, since all is drawn for that. */
export async function readPdf(bytes: Uint8Array, { faces = false }: { readonly faces?: boolean } = {}): Promise<PdfPage[]> {
  const task = getDocument({ data: new Uint8Array(bytes), useSystemFonts: true, verbosity: 0 });
  const document = await task.promise;
  const pages: PdfPage[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { width, height } = page.getViewport({ scale: 1 });
    const { items } = await page.getTextContent();
    if (faces) await page.getOperatorList();
    const faceOf = (id: string): string => (page.commonObjs.get(id) as { name?: string }).name?.replace(/^[A-Z]{6}\+/, '') ?? '';
    const words = items.flatMap((item): PdfWords[] => {
      if (!('str' in item) || item.str.trim() === '') return [];
      const [, , c = 0, d = 0, x = 0, y = 0] = item.transform as number[];
      const own = { text: item.str, x, y: height - y, width: item.width, size: Math.hypot(c, d) };
      return [faces ? { ...own, face: faceOf(item.fontName) } : own];
    });
    const text = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? ' ' : '') : '')).join('');
    pages.push({ width, height, words, text: text.replace(/\s+/g, ' ').trim() });
  }
  await task.destroy();
  return pages;
}

interface Bookmark {
  readonly title: string;
  readonly items: readonly Bookmark[];
}

/** The titles of a PDF's bookmarks, in order, those below a title behind it. */
export async function readBookmarks(bytes: Uint8Array): Promise<string[]> {
  const task = getDocument({ data: new Uint8Array(bytes), useSystemFonts: true, verbosity: 0 });
  const outline = ((await (await task.promise).getOutline()) as readonly Bookmark[] | null) ?? [];
  await task.destroy();
  const titles = (list: readonly Bookmark[]): string[] => list.flatMap(({ title, items }) => [title, ...titles(items)]);
  return titles(outline);
}

/** A node of a tagged PDF's structure, with the words that stand directly in it. */
export interface PdfNode {
  readonly role: string;
  readonly alt: string | null;
  readonly lang: string | null;
  readonly text: string;
  readonly children: readonly PdfNode[];
}

export interface PdfStructure {
  readonly title: string;
  readonly language: string;
  readonly marked: boolean;
  readonly pages: readonly {
    readonly tree: PdfNode | null;
    /** Words that are in no node: page numbers and the like. */
    readonly artifacts: string;
  }[];
}

type RawNode = {
  readonly role?: string;
  readonly alt?: string;
  readonly lang?: string;
  readonly children?: readonly RawNode[];
  readonly id?: string;
  readonly type?: string;
};

function nodeOf(raw: RawNode, words: ReadonlyMap<string, string>, seen: Set<string>): PdfNode {
  const children = raw.children ?? [];
  const content = children.filter(({ type }) => type === 'content');
  const text = content.map(({ id = '' }) => {
    seen.add(id);
    return words.get(id) ?? '';
  });
  return {
    role: raw.role ?? '',
    alt: raw.alt ?? null,
    lang: raw.lang ?? null,
    text: text.join(''),
    children: children.filter(({ role }) => role !== undefined).map((child) => nodeOf(child, words, seen)),
  };
}

/** What a tagged PDF says of itself to whoever hears it. */
export async function readStructure(bytes: Uint8Array): Promise<PdfStructure> {
  const task = getDocument({ data: new Uint8Array(bytes), useSystemFonts: true, verbosity: 0 });
  const document = await task.promise;
  const { info } = (await document.getMetadata()) as { readonly info: { readonly Title?: string; readonly Language?: string } };
  const mark = (await document.getMarkInfo()) as { readonly Marked?: boolean } | null;
  const pages: PdfStructure['pages'][number][] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent({ includeMarkedContent: true });
    const words = new Map<string, string>();
    const open: (string | null)[] = [];
    let artifacts = '';
    for (const item of items) {
      if ('str' in item) {
        const id = open.findLast((each) => each !== null);
        if (id === undefined) artifacts += `${item.str} `;
        else words.set(id, (words.get(id) ?? '') + item.str);
      } else if (item.type === 'endMarkedContent') open.pop();
      else open.push(item.id);
    }
    const raw = (await page.getStructTree()) as RawNode | null;
    const seen = new Set<string>();
    const tree = raw && nodeOf(raw, words, seen);
    const lost = [...words].flatMap(([id, text]) => (seen.has(id) ? [] : [text]));
    pages.push({ tree, artifacts: [artifacts, ...lost].join(' ').replace(/\s+/g, ' ').trim() });
  }
  await task.destroy();
  return { title: info.Title ?? '', language: info.Language ?? '', marked: mark?.Marked === true, pages };
}

/** A node and all below it, in the order of reading. */
export function nodesIn(node: PdfNode): PdfNode[] {
  return [node, ...node.children.flatMap(nodesIn)];
}

/** All words of a node, white space folded. */
export function wordsIn(node: PdfNode): string {
  return nodesIn(node)
    .map(({ text }) => text)
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
}
