import { HAN_AND_KANA } from '../../base/unicode.ts';
import { problem, type Outcome, type Problem } from '../../base/errors.ts';
import { foldKey } from '../words/fold.ts';
import { findArticle, parsePage, type DomDocument } from './dom.ts';
import { domBlocks } from './dom-blocks.ts';
import { dataPicture } from './data-pictures.ts';
import type { PictureSource } from './dom-pictures.ts';
import { withoutHtmlComments } from './html-comments.ts';
import { authorLines, signatures } from './html-bylines.ts';
import { dateLines } from './html-days.ts';
import { htmlHints } from './html-hints.ts';
import { markLists } from './lists.ts';
import { mergedCells } from './merged-cells.ts';
import { openComments } from './open-comment.ts';
import { pictureProblems } from './pictures.ts';
import { scanMarkup } from './scan.ts';
import type { Hint, RawBlock, Reading } from './types.ts';

const DENSE = new RegExp(`[${HAN_AND_KANA}]`, 'gu');

export interface HtmlOptions {
  readonly name: string;
  readonly depth: number;
  readonly elements: number;
  /** Finds a picture's bytes beside the page; absent: those alone that the page has in its own text. */
  readonly pictures?: PictureSource['find'];
}

const PASTE = 'Open the page in a browser, select the article’s text, and paste it.';

/** Below this many words an extraction has missed the article, or there is none. */
const FEWEST_WORDS = 40;
/** A page whose blocks are mostly links is an index, not an article. */
const MOSTLY_LINKS = 0.5;

/**
 * A page or a pasted fragment to blocks and hints. Mozilla's readability finds the article; what stands before it on the page
 * (heading, byline, date) is kept for the metadata. Errors: `intake/too-deep`, `intake/too-large`, `intake/entities`, `intake/no-article`.
 */
export async function readHtml(file: string, options: HtmlOptions): Promise<Outcome<Reading>> {
  const { text, open } = withoutHtmlComments(copied(file));
  const problems = open === null ? [] : openComments(copied(file), [open], options.name);
  const refused = refuse(text, options);
  if (refused) return { value: null, problems: [refused] };
  const whole = /<(?:html|body|head)\b/i.test(text) ? text : `<html><body>${text}</body></html>`;
  const document = await parsePage(whole, options.elements);
  if (document === null) return { value: null, problems: [tooLarge(options, `more than ${options.elements} elements`)] };
  const fragment = whole !== text;
  const pictures = { find: options.pictures ?? dataPicture, unkept: [] };
  const page = domBlocks(document.body, { page: !fragment });
  const named = [...htmlHints(document), ...titleHint(document)];
  const title = named.find(({ field }) => field === 'title')?.value ?? '';
  const body = await articleBlocks(document, page, fragment, pictures);
  // What a person selected is what they want, however short; of a page it must be found.
  if (wordCount(body) === 0 || (!fragment && wordCount(body) < FEWEST_WORDS && !isShortArticle(page))) {
    const message = 'There is no article on this page: only navigation, or a text that the page loads later.';
    return { value: null, problems: [problem('intake/no-article', { message, place: { file: options.name }, hint: PASTE })] };
  }
  const blocks = withSurroundings(page, body);
  const hints = fragment ? named : [...named, ...dateLines(page, title), ...authorLines(page, title), ...signatures(body)];
  const merged = blocks.some(({ shape }) => shape === 'table') ? mergedIn(text) : 0;
  problems.push(...(merged > 0 ? [mergedCells(options.name, merged)] : []), ...pictureProblems(options.name, blocks, pictures.unkept));
  return { value: { blocks: markLists(blocks), hints, problems }, problems: [] };
}

/** Cells of a page's tables that reach over others. */
function mergedIn(text: string): number {
  return [...text.matchAll(/<t[dh]\b[^>]*\s(?:row|col)span\s*=\s*["']?(\d+)/gi)].filter(([, span]) => Number(span) > 1).length;
}

/** What was selected, where a clipboard puts a page's skeleton around it (Windows' HTML Format). */
function copied(text: string): string {
  return /<!--\s*StartFragment\s*-->([^]*?)(?:<!--\s*EndFragment\s*-->|$)/i.exec(text)?.[1] ?? text;
}

function refuse(text: string, options: HtmlOptions): Problem | null {
  const { name, depth, elements } = options;
  const place = { file: name };
  if (/<!ENTITY\b/i.test(text.slice(0, 100_000))) {
    const message = 'The file defines entities of its own, which could draw in other files.';
    return problem('intake/entities', { message, place, hint: PASTE });
  }
  const scan = scanMarkup(text, { xml: false });
  if (scan.depth > depth) {
    const received = `${scan.depth} levels`;
    const message = 'Elements stand inside each other too deep to be an article.';
    return problem('intake/too-deep', { message, place, allowed: `${depth} levels`, received, hint: PASTE });
  }
  if (scan.elements > elements) {
    return tooLarge(options, `${scan.elements} elements`);
  }
  return null;
}

function tooLarge({ name, elements }: HtmlOptions, received: string): Problem {
  const allowed = `${elements} elements`;
  return problem('intake/too-large', { message: 'The page is too large.', place: { file: name }, allowed, received, hint: PASTE });
}

function titleHint(document: DomDocument): Hint[] {
  const value = (document.querySelector('title')?.textContent ?? '').replace(/\s+/g, ' ').trim();
  return value === '' ? [] : [{ field: 'title', value, origin: 'markup', confidence: 0.5 }];
}

async function articleBlocks(
  document: DomDocument,
  page: readonly RawBlock[],
  fragment: boolean,
  pictures: PictureSource,
): Promise<RawBlock[]> {
  const plain = page.filter((b) => b.links < MOSTLY_LINKS);
  if (fragment) return domBlocks(document.body, { page: false, pictures }).filter((b) => b.links < MOSTLY_LINKS);
  const content = await findArticle(document, 200);
  const found = content ? domBlocks(content, { page: false, pictures }).filter((b) => b.links < MOSTLY_LINKS || b.shape === 'heading') : [];
  // On short pages readability may settle for a part: then the page without its links is nearer to the article.
  return wordCount(found) < wordCount(plain) * 0.4 ? plain : found;
}

/** What readability cut off, where the format says what it is: heading, byline, date before the article; a biography behind it. */
function withSurroundings(page: readonly RawBlock[], body: readonly RawBlock[]): RawBlock[] {
  const inBody = new Set(body.map((b) => foldKey(b.text)));
  const positions = page.flatMap((b, index) => (inBody.has(foldKey(b.text)) ? [index] : []));
  const first = positions[0] ?? 0;
  const last = positions.at(-1) ?? page.length - 1;
  const missing = (b: RawBlock): boolean => !inBody.has(foldKey(b.text)) && b.links < 0.9;
  const before = page
    .slice(0, first)
    .filter((b) => missing(b) && (b.role !== null || b.shape === 'heading' || (b.text.length < 200 && b.links < MOSTLY_LINKS)));
  const headingAt = before.findIndex((b) => b.shape === 'heading' && b.level === 1);
  const between = page
    .slice(first, last + 1)
    .filter((b) => missing(b) && (b.role === 'byline' || b.role === 'date' || b.role === 'standfirst'));
  const after = page.slice(last + 1).filter((b) => missing(b) && (b.role === 'bio' || b.role === 'disclaimer'));
  return [...before.slice(Math.max(0, headingAt)), ...between, ...body, ...after];
}

function wordCount(blocks: readonly RawBlock[]): number {
  return blocks.reduce((sum, b) => sum + b.text.split(/\s+/).length + Math.floor((b.text.match(DENSE)?.length ?? 0) / 2), 0);
}

/** Few words, but sentences: a short notice and not a menu. */
function isShortArticle(page: readonly RawBlock[]): boolean {
  return page.filter((b) => b.links < MOSTLY_LINKS && b.text.length > 60 && /[.!?。！？؟]["”»」]?$/.test(b.text)).length >= 2;
}
