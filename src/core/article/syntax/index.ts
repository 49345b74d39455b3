import type { Root } from 'mdast';
import { directiveFromMarkdown, directiveToMarkdown } from 'mdast-util-directive';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmStrikethroughFromMarkdown, gfmStrikethroughToMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableFromMarkdown, gfmTableToMarkdown } from 'mdast-util-gfm-table';
import type { Unsafe } from 'mdast-util-to-markdown';
import { directive } from 'micromark-extension-directive';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';
import type { Construct, Extension } from 'micromark-util-types';
import remarkFrontmatter from 'remark-frontmatter';
import remarkParse from 'remark-parse';
import remarkStringify from 'remark-stringify';
import { unified, type Processor } from 'unified';
import { chunksOf } from './chunks.ts';
import { movePoints, restorePlaces, withoutComments } from './comments.ts';
import { hasDefinitions, resolveDefinitions } from './definitions.ts';
import { footnote, footnoteFromMarkdown, footnoteToMarkdown, resolveFootnotes } from './footnote.ts';
import { headingId, headingIdFromMarkdown, headingIdToMarkdown } from './heading-id.ts';
import { longTables, putRows, withoutRows } from './long-tables.ts';
import { reference, referenceFromMarkdown, referenceToMarkdown } from './reference.ts';
import { tag, tagFromMarkdown, tagToMarkdown } from './tag.ts';
import { wikiLink, wikiLinkFromMarkdown, wikiLinkToMarkdown } from './wiki-link.ts';

/**
 * The article's Markdown: CommonMark without what has no place on a slide, with tables, container directives,
 * `[¶2]` and `{#id}`.
 */

/**
 * Constructs that are text here. HTML, so that `<script>` is the words it is; the rest because a slide has no such
 * thing and a stray character must not swallow words: indentation, underlines of `===`.
 */
const TEXT_ONLY = ['htmlFlow', 'htmlText', 'codeIndented', 'setextUnderline'];

/** Containers alone: with the text and leaf forms on, `10:30` and `N2:N5` in prose are read as directives. */
function containerDirectives(): Extension {
  const atColon: readonly Construct[] = [directive().flow?.[58] ?? []].flat();
  const container = atColon[0];
  if (!container) throw new Error('micromark-extension-directive has no flow construct at “:”');
  return { flow: { 58: container } };
}

const START_OF_LINE_COLONS = { atBreak: true, before: ':+', character: ':' } as const;

/** An address or a caption with `<!--` in it is no comment. */
const startOfComment = (): Unsafe => ({
  character: '<',
  after: '!',
  inConstruct: ['destinationRaw', 'destinationLiteral', 'titleQuote', 'titleApostrophe'],
});

/** `<7a@example.org>` is a link too, which mdast-util-to-markdown's own list of unsafe places leaves out (RFC 5322 atext). */
const START_OF_ADDRESS = { character: '<', after: "[#-'*+\\-.0-9=?^-~]", inConstruct: 'phrasing' } as const;

function tableSyntax(this: Processor): undefined {
  (this.data().micromarkExtensions ??= []).push(gfmTable());
}

function lecternSyntax(this: Processor): undefined {
  const data = this.data();
  (data.micromarkExtensions ??= []).push(
    gfmStrikethrough({ singleTilde: false }),
    gfmFootnote(),
    footnote(),
    containerDirectives(),
    wikiLink(),
    reference(),
    headingId(),
    tag(),
    { disable: { null: TEXT_ONLY } },
  );
  (data.fromMarkdownExtensions ??= []).push(
    gfmTableFromMarkdown(),
    gfmStrikethroughFromMarkdown(),
    gfmFootnoteFromMarkdown(),
    footnoteFromMarkdown(),
    directiveFromMarkdown({ verbose: true }),
    referenceFromMarkdown(),
    headingIdFromMarkdown(),
    wikiLinkFromMarkdown(),
    tagFromMarkdown(),
  );
  (data.toMarkdownExtensions ??= []).push(
    gfmTableToMarkdown({ tablePipeAlign: false }),
    gfmStrikethroughToMarkdown(),
    // Not its `unsafe`: that escapes every colon in prose for a text directive we do not have.
    {
      handlers: directiveToMarkdown({ quoteSmart: true }).handlers ?? {},
      unsafe: [START_OF_LINE_COLONS, START_OF_ADDRESS, startOfComment()],
    },
    referenceToMarkdown(),
    headingIdToMarkdown(),
    wikiLinkToMarkdown(),
    tagToMarkdown(),
    footnoteToMarkdown(),
  );
}

/** Constructs that begin a block other than a paragraph. */
const BLOCKS = ['blockQuote', 'list', 'headingAtx', 'thematicBreak', 'codeFenced', 'definition'];

/** One line of text: a sign that would begin a list or a heading is the sign it is. */
function inlineSyntax(this: Processor): undefined {
  const data = this.data();
  (data.micromarkExtensions ??= []).push(
    gfmStrikethrough({ singleTilde: false }),
    footnote(),
    wikiLink(),
    reference(),
    headingId(),
    tag(),
    {
      disable: { null: [...TEXT_ONLY, ...BLOCKS] },
    },
  );
  (data.fromMarkdownExtensions ??= []).push(
    gfmStrikethroughFromMarkdown(),
    footnoteFromMarkdown(),
    referenceFromMarkdown(),
    headingIdFromMarkdown(),
    wikiLinkFromMarkdown(),
    tagFromMarkdown(),
  );
}

const withoutTables = unified()
  .use(remarkParse)
  .use(remarkFrontmatter, ['yaml'])
  .use(lecternSyntax)
  .use(remarkStringify, { bullet: '-', bulletOther: '*', rule: '-', listItemIndent: 'one', emphasis: '*', strong: '*', fences: true })
  .freeze();

const processor = withoutTables().use(tableSyntax).freeze();

/** What the line below a table's heading has: a `|`, or a colon beside hyphens. */
const MAY_HAVE_TABLE = /\||:-|-:/;

/** The table extension reads each line twice that may begin a block: a seventh of the time that an article takes without tables. */
function parse(text: string): Root {
  return (MAY_HAVE_TABLE.test(text) ? processor : withoutTables).parse(text);
}

const inlineProcessor = unified().use(remarkParse).use(inlineSyntax).freeze();

/**
 * The text without its comments as a tree. `least` and `rows` are for the tests: how long a chunk is at least that is parsed by itself, in
 * UTF-16 units, and how many rows of a long table.
 */
export function toTree(text: string, least?: number, rows?: number): Root {
  const plain = withoutComments(text);
  const tree = hasDefinitions(plain.text) ? parse(plain.text) : inPieces(plain.text, least, rows);
  resolveDefinitions(tree, plain.text);
  resolveFootnotes(tree, plain.text);
  restorePlaces(tree, text, plain.cuts);
  return tree;
}

function inPieces(text: string, least?: number, rows?: number): Root {
  const tables = longTables(text, rows);
  if (tables.length === 0) return inChunks(text, least);
  const tree = inChunks(withoutRows(text, tables), least);
  return putRows(tree, text, tables, parse, rows) ? tree : inChunks(text, least);
}

function inChunks(text: string, least?: number): Root {
  const [first, ...others] = chunksOf(text, least);
  const tree = parse(first?.text ?? '');
  for (const { text: part, lines, offset } of others) {
    const chunk = parse(part);
    movePoints(chunk, (point) => {
      point.line += lines;
      point.offset += offset;
    });
    for (const child of chunk.children) tree.children.push(child);
    if (tree.position && chunk.position) tree.position.end = chunk.position.end;
  }
  return tree;
}

/** Paragraphs alone, whatever their lines begin with. */
export function toParagraphs(text: string): Root {
  const plain = withoutComments(text);
  const tree = inlineProcessor.parse(plain.text);
  restorePlaces(tree, text, plain.cuts);
  return tree;
}

/** Stands for a “<” that an attribute's value must write as a character reference; no text of ours has it (`cleanText`). */
const REFERENCE = '\uFFFE';

/** An attribute's value that no comment begins in: backslashes escape nothing there. */
export function attributeValue(value: string): string {
  return value.replaceAll('<!--', `${REFERENCE}!--`);
}

/** A footnote's words as its Markdown: brackets escaped, so that its end is where it ends. */
export function toNoteText(words: string): string {
  const text = toText({ type: 'root', children: [{ type: 'paragraph', children: [{ type: 'text', value: words }] }] }).trim();
  return text.replace(/\\.|[[\]|]/g, (signs) => (signs.length > 1 ? signs : `\\${signs}`));
}

export function toText(tree: Root): string {
  return processor.stringify(tree).replaceAll(REFERENCE, '&lt;');
}
