import type { Heading, Root, RootContent } from 'mdast';
import { byPlace, hasErrors, problem, type Outcome, type Problem } from '../base/errors.ts';
import { byNearness } from '../base/nearest.ts';
import { isRef, textOfRun, type Run } from '../base/text.ts';
import { cleanLine } from './clean.ts';
import { ASSUMED_LANGUAGE, readFrontMatter, type FrontMatter } from './front-matter.ts';
import { customOf } from './number-custom.ts';
import { notesLines } from '../block/text/article.ts';
import type { NotesBlock } from '../block/text/types.ts';
import { readBody, type Body } from './read/blocks.ts';
import { report, type Context } from './read/context.ts';
import { readRuns } from './read/inline.ts';
import { openContainers } from './read/open-containers.ts';
import { assignIds, ID_FORM, slug } from './slug.ts';
import { readHeadingId } from './syntax/heading-id.ts';
import { whereIn, withoutComments } from './syntax/comments.ts';
import { toParagraphs, toTree } from './syntax/index.ts';
import type { Article, SourceText, Topic } from './types.ts';

export interface ParseOptions {
  /** How problems name the file; its name without ending is the article's id where the front matter gives none. */
  readonly file: string;
  /** The numbered source text; with it references are checked against its paragraphs. */
  readonly source?: SourceText | null;
}

interface Section {
  readonly heading: string;
  readonly given: string | null;
  readonly node: Heading;
  readonly body: Body;
}

/** A comment without an end would take the rest of the text with it, or show. */
function reportOpenComments({ file, lineOffset, text, problems }: Context): void {
  const { open } = withoutComments(text);
  const where = open.length === 0 ? null : whereIn(text);
  for (const offset of open) {
    const { line = 1, column = 1 } = where?.(offset) ?? {};
    problems.push(
      problem('article/comment-unclosed', {
        message: 'a comment is not closed before the text ends or another one begins',
        place: { file, line: line + lineOffset, column },
        received: cleanLine(text.slice(offset, offset + 60)),
        allowed: '<!-- … -->, none inside another',
        hint: 'Put --> where it ends, or write \\<!-- where the signs themselves are meant.',
      }),
    );
  }
}

const FRONT_MATTER_CURE = 'Begin the file with a line “---”, then “title: …”, then a line “---”.';

function withoutMark(text: string): string {
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}

/** The file's name, or an id made from it. */
function fileId(file: string): string {
  const name = (file.split(/[/\\]/).at(-1) ?? file).replace(/\.[^.]*$/, '').normalize('NFC');
  return ID_FORM.test(name) || !/[\p{L}\p{N}]/u.test(name) ? name : slug(name);
}

function readHeading(node: Heading, context: Context): { heading: string; given: string | null } {
  const last = node.children.at(-1);
  const given = last?.type === 'headingId' ? readHeadingId(last.value).normalize('NFC') : null;
  const runs = readRuns(last?.type === 'headingId' ? node.children.slice(0, -1) : node.children, context);
  if (runs.some((run) => isRef(run) || run.href !== undefined)) {
    report(context, 'article/inline-unsupported', node, {
      message: 'a heading takes neither references nor links',
      hint: 'Put them into the sentence below the heading.',
    });
  }
  const heading = cleanLine(runs.map((run) => (isRef(run) ? '' : textOfRun(run))).join(''));
  if (heading === '') report(context, 'article/structure', node, { message: 'a topic has no heading', hint: 'Write it behind the “##”.' });
  if (given !== null && !ID_FORM.test(given)) {
    report(context, 'article/structure', node, {
      message: 'this id cannot be used',
      received: given,
      allowed: 'letters, digits, “-” and “_”',
      hint: 'Mend the id, or leave it out and it is made from the heading.',
    });
  }
  return { heading, given };
}

/** Divides the tree at its `##` headings; what stands outside a topic is reported. */
function readSections(root: Root, context: Context): Section[] {
  const divided: { node: Heading; content: RootContent[] }[] = [];
  let stray: RootContent | null = null;
  for (const node of root.children) {
    if (node.type === 'yaml' && node === root.children[0]) continue;
    const topic = divided.at(-1);
    if (node.type === 'heading' && node.depth === 2) divided.push({ node, content: [] });
    else if (node.type === 'heading') {
      report(context, 'article/structure', node, {
        message: node.depth === 1 ? 'a heading with one # cannot stand here' : 'a topic has no headings of its own',
        received: '#'.repeat(node.depth),
        allowed: '##, one for each topic',
        hint: node.depth === 1 ? 'The title stands in the front matter; write ## for a topic.' : 'Make it a topic (##) or a point (-).',
      });
    } else if (topic) topic.content.push(node);
    else stray ??= node;
  }
  if (stray) {
    report(context, 'article/structure', stray, {
      message: 'text stands before the first topic',
      hint: 'Begin a topic above it with “## A heading”, or move it to the front matter (standfirst, bio, disclaimer).',
    });
  }
  if (divided.length === 0) {
    report(context, 'article/structure', root, {
      message: 'the article has no topics',
      hint: 'Write at least one: “## A heading”, below it a sentence and points.',
    });
  }
  return divided.map(({ node, content }) => ({ ...readHeading(node, context), node, body: readBody(content, context) }));
}

function reportDuplicates(sections: readonly Section[], context: Context): void {
  const first = new Map<string, number>();
  for (const { given, node } of sections) {
    if (given === null) continue;
    const line = first.get(given);
    if (line === undefined) first.set(given, node.position?.start.line ?? 0);
    else {
      report(context, 'article/id-duplicate', node, {
        message: `two topics have the same id; the other is in line ${line}`,
        received: given,
        hint: 'Give one of them another id.',
      });
    }
  }
}

/** Links to topics of this article that there are not. */
function reportLinks(topics: readonly Topic[], context: Context): void {
  const ids = topics.map(({ id }) => id);
  for (const link of context.links) {
    const id = link.url.slice(1).normalize('NFC');
    if (id.includes('/') || ids.includes(id)) continue;
    report(context, 'article/inline-unsupported', link, {
      message: 'a link leads to a topic that the article does not have',
      received: link.url,
      allowed: byNearness(id, ids)
        .map(({ candidate }) => `#${candidate}`)
        .join(', '),
      hint: 'Write the id of one of its topics behind “#”, or #ARTICLE/TOPIC for one of another article.',
    });
  }
}

function readTopics(root: Root, context: Context): Topic[] {
  const sections = readSections(root, context);
  reportDuplicates(sections, context);
  const ids = assignIds(sections);
  return sections.map(({ heading, given, node, body }, index) => ({
    id: ids[index] ?? '',
    idGiven: given !== null,
    heading,
    ...body,
    line: node.position?.start.line ?? 0,
  }));
}

function readFront(root: Root, file: string): Outcome<FrontMatter> {
  const first = root.children[0];
  if (first?.type === 'yaml' && first.position?.start.offset === 0)
    return readFrontMatter(first.value, { file, lineOffset: first.position.start.line });
  const missing = problem('article/front-matter', {
    message: 'the article has no front matter',
    place: { file, line: 1, column: 1 },
    hint: FRONT_MATTER_CURE,
  });
  return { value: null, problems: [missing] };
}

/** Reads an article: Markdown with front matter, docs/content-format.md. All problems at once, in their order in the file. */
export function parseArticle(text: string, { file, source = null }: ParseOptions): Outcome<Article> {
  const plain = withoutMark(text);
  const open = openContainers(plain, { file, line: 1 });
  if (open) return { value: null, problems: [open] };
  const root = toTree(plain);
  const problems: Problem[] = [];
  const paragraphs = source?.paragraphs.length ?? null;
  const front = readFront(root, file);
  const language = front.value?.languageAssumed === true ? null : (front.value?.language ?? null);
  const custom = front.value && customOf(language, plain);
  const context: Context = {
    file,
    lineOffset: 0,
    text: plain,
    paragraphs,
    noReferences: null,
    custom,
    language: language ?? ASSUMED_LANGUAGE,
    links: [],
    problems,
  };
  reportOpenComments(context);
  const topics = readTopics(root, context);
  reportLinks(topics, context);
  const id = front.value?.id ?? fileId(file);
  if (front.value?.id === null && !ID_FORM.test(id)) {
    const message = 'the file’s name cannot be the article’s id';
    const hint = 'Rename the file to letters, digits, “-” and “_”, or write “id: …” into the front matter.';
    problems.push(problem('article/front-matter', { message, place: { file, line: 1, column: 1 }, received: id, hint }));
  }
  const all = [...front.problems, ...problems].sort(byPlace);
  return { value: front.value === null || hasErrors(all) ? null : { ...front.value, id, topics }, problems: all };
}

export interface FragmentOptions {
  readonly file: string;
  /** The line of the file that the text begins in. */
  readonly line: number;
  /** Why references are refused here; left out where they are welcome. */
  readonly noReferences?: string;
  /** How many paragraphs references may name; left out for no check. */
  readonly paragraphs?: number | null;
  /** By which the numbers of charts are read; null where nobody named one, left out where it is not known yet. */
  readonly language?: string | null;
}

function fragment(text: string, { file, line, noReferences, paragraphs, language }: FragmentOptions): Context {
  return {
    file,
    lineOffset: line - 1,
    text,
    paragraphs: paragraphs ?? null,
    noReferences: noReferences ?? null,
    custom: language === undefined ? null : customOf(language, text),
    language: language ?? ASSUMED_LANGUAGE,
    links: [],
    problems: [],
  };
}

/** Reads what may stand below a topic's heading: the body of an own slide. */
export function parseBody(markdown: string, options: FragmentOptions): Outcome<Body> {
  const open = openContainers(markdown, options);
  if (open) return { value: null, problems: [open] };
  const context = fragment(markdown, options);
  reportOpenComments(context);
  const body = readBody(toTree(markdown).children, context);
  return { value: hasErrors(context.problems) ? null : body, problems: context.problems };
}

/** Reads what stands inside `:::notes`: what a briefing has the presenter say. */
export function parseNotes(markdown: string, options: FragmentOptions): Outcome<NotesBlock['paragraphs']> {
  const open = openContainers(markdown, options);
  if (open) return { value: null, problems: [open] };
  const context = fragment(markdown, options);
  reportOpenComments(context);
  const paragraphs = notesLines(toTree(markdown).children, context);
  return { value: hasErrors(context.problems) ? null : paragraphs, problems: context.problems };
}

/** Reads one line of text: an override's wording. A further paragraph is `article/structure`. */
export function parseInline(markdown: string, options: FragmentOptions): Outcome<readonly Run[]> {
  const context = fragment(markdown, options);
  reportOpenComments(context);
  const [first, second] = toParagraphs(markdown).children;
  if (second !== undefined) {
    report(context, 'article/structure', second, {
      message: 'one line of text is expected here, and no further paragraph',
      hint: 'Write it as one paragraph.',
    });
  }
  const runs = first?.type === 'paragraph' ? readRuns(first.children, context) : [];
  return { value: hasErrors(context.problems) ? null : runs, problems: context.problems };
}
