import type { Outcome, Problem } from '../../../base/errors.ts';
import { broken } from '../../decode/zip.ts';
import { chartBlock } from '../chart.ts';
import { parseDocument } from '../dom.ts';
import { domBlocks } from '../dom-blocks.ts';
import { commentsLeftOut, hiddenLeftOut, trackedChanges } from '../left-out.ts';
import { markLists } from '../lists.ts';
import { mergedCells } from '../merged-cells.ts';
import { Package, PartProblem, propertyHints, type PackageOptions } from '../package.ts';
import { captionParts, formOf, pictureBlock, pictureProblems, zipPicture } from '../pictures.ts';
import { chartOf } from '../pptx/chart.ts';
import type { RawBlock, Reading } from '../types.ts';
import { readChartMark, shownText } from './shown.ts';

/** What is read; fonts, themes, macros and embedded files stay packed, and pictures until they are saved. */
const WANTED = /^(?!.*(?:theme|embeddings|media|fonts|glossary|printerSettings)\/).*\.(?:xml|rels)$/i;
const MEDIA = /\.(?:png|jpe?g|gif|webp|svg|bmp|tiff?|emf|wmf|wdp)$/i;

/** Word's styles to the classes that `domBlocks` knows. */
const STYLES = [
  "p[style-name='Title'] => p.intake-title:fresh",
  "p[style-name='Subtitle'] => p.standfirst:fresh",
  "p[style-name='Author'] => p.byline:fresh",
  "p[style-name='Byline'] => p.byline:fresh",
  "p[style-name='Date'] => p.date:fresh",
  "p[style-name='Abstract'] => p.standfirst:fresh",
  "p[style-name='Caption'] => figcaption:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='Intense Quote'] => blockquote > p:fresh",
];

/**
 * A Word document to blocks and hints, whatever its main part is called. Only the parts that are read are unpacked, within the limit, and
 * mammoth gets them anew as a stored archive: it never sees the original. Errors: `intake/bomb`, `intake/broken`, `intake/encrypted`,
 * `intake/entities`, `intake/too-deep`, `intake/too-large`.
 */
export async function readDocx(bytes: Uint8Array, options: PackageOptions): Promise<Outcome<Reading>> {
  const fail = (p: Problem): Outcome<Reading> => ({ value: null, problems: [p] });
  const opened = Package.open(bytes, WANTED, options);
  if (opened.value === null) return { value: null, problems: opened.problems };
  try {
    return { value: await readDocument(opened.value, options.name), problems: [] };
  } catch (error) {
    return fail(error instanceof PartProblem ? error.problem : broken(options.name));
  }
}

async function readDocument(opened: Package, name: string): Promise<Reading> {
  const main = opened.ending('', '/officeDocument') ?? 'word/document.xml';
  const document = opened.text(main) ?? '';
  // Each part that mammoth will walk is looked through first, for what no library may be given: entities, depth, numbers.
  for (const part of opened.parts()) if (/^(?!docProps|customXml|\[Content|.*\.rels$)/.test(part)) opened.xml(part);
  const charts = new Map(
    opened
      .related(main)
      .filter(({ type }) => type.endsWith('/chart'))
      .map((r) => [r.id, r.part]),
  );
  const shown = shownText(document, opened.text(opened.ending(main, '/styles') ?? '') ?? '');
  const html = await toHtml(opened, main, shown.text);
  const dom = await parseDocument(`<html><body>${html}</body></html>`);
  const unkept: string[] = Array<string>(shown.diagrams).fill('a diagram');
  const find = (address: string): { part: string; form: string; key: string } | null => {
    const picture = zipPicture(opened.entries, address, { alt: '', caption: null, credit: null });
    if (picture === null)
      unkept.push(formOf(address) === null ? (address.split('.').at(-1)?.toUpperCase() ?? '') : 'a picture that is not in the file');
    return picture;
  };
  const read = domBlocks(dom.body, { page: false, inDocument: true, pictures: { find, unkept: [] } }).map((block): RawBlock => {
    const id = readChartMark(block.text);
    const root = id === null ? null : opened.xml(charts.get(id) ?? '');
    const chart = root === null ? null : chartOf(root);
    if (id === null) return block;
    if (chart === null) unkept.push('a chart without data');
    return chart === null ? { ...block, text: '' } : chartBlock(chart);
  });
  const blocks = markLists(withCaptions(read));
  const { tables, images } = noticed(document);
  const comments = opened.ending(main, '/comments');
  const problems = [
    ...trackedChanges(name, shown.changes),
    ...commentsLeftOut(name, comments === null ? 0 : ((opened.text(comments) ?? '').match(/<(?:\w+:)?comment /g)?.length ?? 0)),
    ...hiddenLeftOut(name, shown.hidden),
    ...(tables > 0 ? [mergedCells(name, tables)] : []),
    ...pictureProblems(name, blocks, unkept),
  ];
  // A drawing that mammoth passes over is still one that a reader would miss.
  const seen = blocks.filter(({ given }) => given?.kind === 'picture').length + unkept.length;
  if (images > seen && unkept.length === 0) problems.push(...pictureProblems(name, [], Array<string>(images - seen).fill('a picture')));
  return { blocks, hints: propertyHints(opened.xml('docProps/core.xml')), problems };
}

/** A caption stands above or below its picture as a paragraph of its own. */
function withCaptions(blocks: readonly RawBlock[]): RawBlock[] {
  return blocks.map((block, index) => {
    const { given } = block;
    if (given?.kind !== 'picture') return block;
    const near = [blocks[index + 1], blocks[index - 1]].find((other) => other?.role === 'boilerplate' && other.shape === 'paragraph');
    const picture = near ? { ...given.picture, ...captionParts(near.text) } : given.picture;
    return pictureBlock(picture, given.sure || near !== undefined);
  });
}

/** Merged cells, and pictures, as the document's markup has them. */
function noticed(document: string): { readonly tables: number; readonly images: number } {
  const count = (pattern: RegExp): number => document.match(pattern)?.length ?? 0;
  return {
    tables: count(/<(?:\w+:)?(?:gridSpan (?:\w+:)?val="(?:[2-9]|\d{2,})"|vMerge\b)/g),
    images: new Set([...document.matchAll(/<(?:\w+:)?(?:blip|imagedata)\s[^>]*?:(?:embed|id)="([^"]*)"/g)].map(([, id]) => id)).size,
  };
}

async function toHtml(opened: Package, main: string, document: string): Promise<string> {
  const [{ default: mammoth }, { zipSync }] = await Promise.all([import('mammoth'), import('fflate')]);
  const encoder = new TextEncoder();
  const parts: Record<string, Uint8Array> = {};
  for (const part of opened.parts()) {
    const text = part === main ? document : (opened.text(part) ?? '');
    parts[part] = encoder.encode(part.endsWith('.rels') ? text.replaceAll(STRICT, TRANSITIONAL) : text);
  }
  // In a picture's place stands its name, which comes back as its address.
  for (const name of opened.entries.keys()) if (MEDIA.test(name)) parts[name] = encoder.encode(name);
  const stored = zipSync(parts, { level: 0 });
  const { value } = await mammoth.convertToHtml(
    { buffer: Buffer.from(stored.buffer, stored.byteOffset, stored.length) },
    { styleMap: STYLES, convertImage: mammoth.images.imgElement(async (image) => ({ src: (await image.read()).toString('utf8') })) },
  );
  return value;
}

/** mammoth knows the elements of ISO 29500's strict form, and of its relationships the others' names alone. */
const STRICT = 'http://purl.oclc.org/ooxml/officeDocument/relationships/';
const TRANSITIONAL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/';
