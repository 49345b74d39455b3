import { mergedCells } from './merged-cells.ts';
import { listZip } from '../../base/archive.ts';
import { problem, type Outcome, type Problem } from '../../base/errors.ts';
import { parseDocument } from './dom.ts';
import { domBlocks } from './dom-blocks.ts';
import { scanMarkup } from './scan.ts';
import { broken, inflateEntries } from '../decode/zip.ts';
import type { Hint, Reading } from './types.ts';

export interface DocxOptions {
  readonly name: string;
  readonly inflatedBytes: number;
  readonly depth: number;
  readonly elements: number;
}

/** What mammoth reads; pictures, fonts, macros and embedded files stay packed. */
const WANTED = /^(?:\[Content_Types\]\.xml|_rels\/\.rels|docProps\/core\.xml|word\/[\w-]+\.xml|word\/_rels\/[\w-]+\.xml\.rels)$/;
/** Word's elements nest for each run and each table cell; an article's document stays far below. */
const DEPTH_FACTOR = 2;
const ELEMENTS_FACTOR = 4;

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

/** Not when the file was made: that is no day of publication, and of many files the day of their template. */
const PROPERTIES: readonly { readonly tag: string; readonly field: Hint['field']; readonly confidence: number }[] = [
  { tag: 'dc:title', field: 'title', confidence: 0.4 },
  // The creator is whoever owned the machine, rarely the author.
  { tag: 'dc:creator', field: 'authors', confidence: 0.25 },
  { tag: 'dc:language', field: 'language', confidence: 0.6 },
];

/**
 * A Word document to blocks and hints. Only the parts that are read are unpacked, within the limit, and mammoth gets them
 * anew as a stored archive: it never sees the original. Errors: `intake/bomb`, `intake/broken`, `intake/encrypted`,
 * `intake/entities`, `intake/too-deep`, `intake/too-large`.
 */
export async function readDocx(bytes: Uint8Array, options: DocxOptions): Promise<Outcome<Reading>> {
  const fail = (p: Problem): Outcome<Reading> => ({ value: null, problems: [p] });
  const entries = listZip(bytes)?.filter((entry) => WANTED.test(entry.name));
  if (!entries) return fail(broken(options.name));
  const parts = inflateEntries(bytes, entries, { name: options.name, limit: options.inflatedBytes });
  if (parts.value === null) return { value: null, problems: parts.problems };
  const texts = new Map([...parts.value].map(([name, data]) => [name, new TextDecoder().decode(data)]));
  const refused = [...texts].map(([name, text]) => refusePart(name, text, options)).find((p) => p !== null);
  if (refused) return fail(refused);
  const document = texts.get('word/document.xml') ?? '';
  const seen = withoutHidden(document);
  try {
    const html = await toHtml(new Map([...parts.value, ['word/document.xml', new TextEncoder().encode(seen.text)]]));
    const dom = await parseDocument(`<html><body>${html}</body></html>`);
    const blocks = domBlocks(dom.body, { page: false });
    const problems = [...notices(document, texts, bytes, options.name), ...hiddenNotice(seen.count, options.name)];
    return { value: { blocks, hints: properties(texts.get('docProps/core.xml') ?? ''), problems }, problems: [] };
  } catch {
    return fail(broken(options.name));
  }
}

function refusePart(part: string, text: string, { name, depth, elements }: DocxOptions): Problem | null {
  const place = { file: name };
  const hint = 'Open it in Word or LibreOffice and save it again.';
  if (/<!DOCTYPE|<!ENTITY/i.test(text)) {
    return problem('intake/entities', {
      message: `The part ${part} defines entities of its own, which no Word document does.`,
      place,
      hint,
    });
  }
  const scan = scanMarkup(text, { xml: true });
  if (scan.depth > depth * DEPTH_FACTOR) {
    const allowed = `${depth * DEPTH_FACTOR} levels`;
    return problem('intake/too-deep', {
      message: 'Tables or boxes stand inside each other too deep.',
      place,
      allowed,
      received: `${scan.depth} levels`,
      hint,
    });
  }
  if (scan.elements > elements * ELEMENTS_FACTOR) {
    return problem('intake/too-large', {
      message: 'The document is too large.',
      place,
      allowed: `${elements * ELEMENTS_FACTOR} elements`,
      received: `${scan.elements} elements`,
      hint: 'Take in its chapters one by one.',
    });
  }
  return null;
}

/** A run of text without another inside it, as text boxes have. */
const RUN = /<w:r(?: [^>]*)?>(?:(?!<w:r[ >]|<\/w:r>)[^])*<\/w:r>/g;
const HIDDEN = /<w:rPr>(?:(?!<\/w:rPr>)[^])*<w:vanish(?: w:val="(?:1|true|on)")?\/>/;

/** Text that Word hides is not the article's; mammoth would show it. */
function withoutHidden(document: string): { text: string; count: number } {
  let count = 0;
  const text = document.replace(RUN, (run) => {
    if (!HIDDEN.test(run)) return run;
    count += 1;
    return '';
  });
  return { text, count };
}

function hiddenNotice(count: number, name: string): Problem[] {
  if (count === 0) return [];
  const message = 'Hidden text in the document was left out.';
  const hint = 'Show it in Word (Font, Hidden) if it belongs to the article.';
  return [problem('intake/hidden-left-out', { message, place: { file: name }, received: `${count}`, hint })];
}

async function toHtml(parts: ReadonlyMap<string, Uint8Array>): Promise<string> {
  const [{ default: mammoth }, { zipSync }] = await Promise.all([import('mammoth'), import('fflate')]);
  const stored = zipSync(Object.fromEntries(parts), { level: 0 });
  const { value } = await mammoth.convertToHtml(
    { buffer: Buffer.from(stored.buffer, stored.byteOffset, stored.length) },
    { styleMap: STYLES, convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })) },
  );
  return value;
}

function properties(core: string): Hint[] {
  return PROPERTIES.flatMap(({ tag, field, confidence }) => {
    const raw = new RegExp(`<${tag}\\b[^>]*>([^<]*)</${tag}>`).exec(core)?.[1]?.trim() ?? '';
    return raw === '' ? [] : [{ field, value: unescapeXml(raw), origin: 'properties', confidence }];
  });
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescapeXml(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|apos);/g, (whole, name: string) => ENTITIES[name] ?? whole);
}

/** What was silently taken or left, so that the user hears of it. */
function notices(document: string, texts: ReadonlyMap<string, string>, bytes: Uint8Array, name: string): Problem[] {
  const place = { file: name };
  const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  const changes = count(document, /<w:(?:ins|del|moveFrom|moveTo) /g);
  const comments = count(texts.get('word/comments.xml') ?? '', /<w:comment /g);
  const merged = count(document, /<w:(?:gridSpan w:val="(?:[2-9]|\d{2,})"|vMerge\b)/g);
  const images = (listZip(bytes) ?? []).filter((entry) => entry.name.startsWith('word/media/')).length;
  const found: Problem[] = [];
  if (changes > 0) {
    const message = 'The document has tracked changes; it was read as if all of them had been accepted.';
    found.push(
      problem('intake/tracked-changes', {
        message,
        place,
        received: `${changes}`,
        hint: 'Accept or reject them in Word if that is not what you want.',
      }),
    );
  }
  if (comments > 0) {
    const message = 'Comments in the document were left out.';
    found.push(
      problem('intake/comments-left-out', { message, place, received: `${comments}`, hint: 'Nothing, unless they belong to the text.' }),
    );
  }
  if (merged > 0) found.push(mergedCells(name, merged));
  if (images > 0) {
    const message = 'Pictures in the document were left out.';
    found.push(
      problem('intake/images-left-out', {
        message,
        place,
        received: `${images}`,
        hint: 'Put them beside the article and name them there.',
      }),
    );
  }
  return found;
}
