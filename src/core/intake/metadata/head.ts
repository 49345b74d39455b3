import { HAN_AND_KANA } from '../../base/unicode.ts';
import type { NumericOrder } from '../dates/rules.ts';
import type { RawBlock } from '../read/types.ts';
import type { BlockRole } from '../types.ts';
import { foldKey } from '../words/fold.ts';
import { isBalanced } from '../words/quotation-marks.ts';
import { isBoilerplate } from './boilerplate.ts';
import { readHeadLine, type HeadLine } from './head-line.ts';

export interface HeadOptions {
  readonly language: string;
  readonly order: NumericOrder;
  /** Titles that the format names (page metadata, front matter), by `foldKey`. */
  readonly titles: ReadonlySet<string>;
  /** Descriptions that the format names. */
  readonly descriptions: ReadonlySet<string>;
  /** Authors that the format names: a line with one of them alone is a byline. */
  readonly authors: ReadonlySet<string>;
}

/** What stands above an article's text. */
export interface Head {
  readonly roles: ReadonlyMap<number, BlockRole>;
  readonly lines: readonly { readonly block: number; readonly line: HeadLine }[];
  readonly title: { readonly block: number; readonly confidence: number } | null;
  readonly standfirst: { readonly block: number; readonly confidence: number } | null;
}

/** No head is longer; what comes later is text. */
const DEEPEST = 14;
const LONGEST_TITLE = 25;
const LONGEST_STANDFIRST = 60;
/** A standfirst without a mark of its own is shorter than the paragraphs by this much. */
const STANDFIRST_SHARE = 0.66;

/** Reads the blocks above the text: title, byline, date, standfirst, in whatever order they come. */
export function readHead(blocks: readonly RawBlock[], options: HeadOptions): Head {
  const roles = new Map<number, BlockRole>();
  const lines: { block: number; line: HeadLine }[] = [];
  let title: Head['title'] = null;
  let standfirst: Head['standfirst'] = null;
  const usual = usualLength(blocks, -1);
  for (const [index, block] of blocks.slice(0, DEEPEST).entries()) {
    const key = foldKey(block.text);
    if (isBoilerplate(block) || block.role === 'boilerplate') {
      roles.set(index, 'boilerplate');
      continue;
    }
    if (options.titles.has(key) && block.text.split(/\s+/).length <= LONGEST_TITLE * 2) {
      title ??= { block: index, confidence: 0.97 };
      roles.set(index, 'title');
      continue;
    }
    const line = block.shape === 'paragraph' || block.shape === 'heading' ? headLine(block, options) : null;
    // Above the title, two capitalised words may as well be the title.
    const isTitleStill =
      title === null &&
      line !== null &&
      !line.explicit &&
      line.date === null &&
      block.role === null &&
      !nextIsTitle(blocks, index, options);
    if (line && !isTitleStill) {
      lines.push({ block: index, line });
      roles.set(index, line.authors.length > 0 ? 'byline' : line.date !== null ? 'date' : 'publisher');
      continue;
    }
    if (block.role === 'standfirst' || options.descriptions.has(key)) {
      standfirst ??= { block: index, confidence: 0.93 };
      roles.set(index, 'standfirst');
      continue;
    }
    if (title === null && isKicker(blocks, index, options, usual)) {
      roles.set(index, 'boilerplate');
      continue;
    }
    if (title === null && (block.role === 'title' || (block.shape === 'heading' && block.level <= 2) || isTitleLike(block, usual))) {
      title = {
        block: index,
        confidence: block.role === 'title' ? 0.97 : block.shape === 'heading' ? 0.93 : block.emphasis === 'bold' ? 0.9 : 0.85,
      };
      roles.set(index, 'title');
      continue;
    }
    if (title !== null && standfirst === null && isStandfirst(blocks, index)) {
      standfirst = { block: index, confidence: block.emphasis ? 0.85 : 0.75 };
      roles.set(index, 'standfirst');
      continue;
    }
    // A court, a place: a line that is no sentence, above the day.
    if (title !== null && index < 4 && isLine(block) && headLine(blocks[index + 1] ?? block, options)?.date) continue;
    break;
  }
  return { roles, lines, title, standfirst };
}

function isLine({ shape, text }: RawBlock): boolean {
  return shape === 'paragraph' && countWords(text) <= 14 && !/[.!?:]$/.test(text);
}

function headLine(block: RawBlock, options: HeadOptions): HeadLine | null {
  const line = readHeadLine(block.text, options);
  if (line) return line;
  const isAuthor = options.authors.has(foldKey(block.text));
  return isAuthor ? { authors: [block.text], explicit: true, date: null, published: null, publisher: null } : null;
}

/** The next line that is neither boilerplate nor a head line could be a title: so this one is a byline above it. What is below a heading is not. */
function nextIsTitle(blocks: readonly RawBlock[], index: number, options: HeadOptions): boolean {
  const next = blocks.slice(index + 1, index + 4).find((block) => !isBoilerplate(block) && readHeadLine(block.text, options) === null);
  const own = blocks[index];
  const isBelow = next?.shape === 'heading' && own?.shape === 'heading' && next.level > own.level;
  return next !== undefined && !isBelow && (next.shape === 'heading' || next.role === 'title');
}

/** A word or three above a title that is one: the section (`OPINION`). Below the title stands a line with a name or a day. */
function isKicker(blocks: readonly RawBlock[], index: number, options: HeadOptions, usual: number): boolean {
  const [own, next, behind] = blocks.slice(index, index + 3);
  if (!own || !next || !behind || own.role !== null || own.shape !== 'paragraph' || own.emphasis !== null) return false;
  const isShort = countWords(own.text) <= 3 && !/[.!?,:]$/.test(own.text);
  return (
    isShort &&
    countWords(next.text) >= 4 &&
    isTitleLike(next, usual) &&
    headLine(next, options) === null &&
    headLine(behind, options) !== null
  );
}

function isTitleLike(block: RawBlock, usual: number): boolean {
  if (block.shape !== 'paragraph' || block.role !== null || !isBalanced(block.text)) return false;
  const words = countWords(block.text);
  if (words > LONGEST_TITLE || words > usual * 0.8) return false;
  return !/[.:;,]$/.test(block.text.trim()) || (words <= 8 && /[.]$/.test(block.text) && block.emphasis === 'bold');
}

/** Between title and text: one short paragraph, whole in italics or bold, or clearly shorter than those that follow. */
function isStandfirst(blocks: readonly RawBlock[], index: number): boolean {
  const block = blocks[index];
  const usual = usualLength(blocks, index);
  const next = blocks.slice(index + 1).find((b) => b.shape !== 'heading' && !isBoilerplate(b));
  if (!block || !next || block.role !== null || !/^(?:paragraph|heading|quotation)$/.test(block.shape)) return false;
  const words = countWords(block.text);
  if (words > LONGEST_STANDFIRST || words < 4) return false;
  // A dateline or a quotation begins the text; a piece of a quotation is no sentence of its own.
  if (!isBalanced(block.text)) return false;
  if (/^\p{Lu}[\p{Lu}\s]{2,}(?:,|\s[-–—(])/u.test(block.text) || /^[“"„«]/.test(block.text)) return false;
  if (block.emphasis !== null) return true;
  if (block.shape === 'heading') return words >= 7 && /[.?!]$/.test(block.text);
  return words <= usual * STANDFIRST_SHARE && !/\b(?:said|says|told)\b/.test(block.text) && /[.?!…。؟]$/.test(block.text);
}

/** The length of the paragraphs behind a block, in words: the upper of the two middle ones among all that are more than a line. */
function usualLength(blocks: readonly RawBlock[], index: number): number {
  const lengths = blocks
    .slice(index + 1)
    .filter((block) => block.shape === 'paragraph' && block.role === null)
    .map((block) => countWords(block.text))
    .filter((words) => words >= 12)
    .sort((a, b) => a - b);
  return lengths[Math.floor(lengths.length / 2)] ?? 25;
}

const DENSE = new RegExp(`[${HAN_AND_KANA}]`, 'gu');

export function countWords(text: string): number {
  const spaced = text.split(/\s+/).filter(Boolean).length;
  const dense = text.match(DENSE)?.length ?? 0;
  return spaced + Math.floor(dense / 2);
}
