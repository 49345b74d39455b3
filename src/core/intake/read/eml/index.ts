import type { Email } from 'postal-mime';
import { problem, type Outcome, type Problem } from '../../../base/errors.ts';
import { cleanCharacters } from '../../decode/characters.ts';
import { broken } from '../../decode/zip.ts';
import { foldKey } from '../../words/fold.ts';
import { cutShort } from '../cut-short.ts';
import { domBlocks } from '../dom-blocks.ts';
import { parsePage } from '../dom.ts';
import { withoutHtmlComments } from '../html-comments.ts';
import { markLists } from '../lists.ts';
import { scanMarkup } from '../scan.ts';
import { readText } from '../text.ts';
import type { Hint, RawBlock, Reading } from '../types.ts';
import { areHeaders, displayName, headerRuns, plainSubject } from './headers.ts';
import { keptMessage } from './kept.ts';

export interface EmlOptions {
  readonly name: string;
  readonly depth: number;
  readonly elements: number;
}

/** Parts inside each other, and messages inside messages, that are read. */
const DEEPEST = 20;
const MOST_FORWARDED = 5;
const LONGEST_HEADERS = 512 * 1024;
/** A part of a thread this long may be the article; what is shorter is somebody's word to it. */
const FEWEST_WORDS = 40;
/** Behind this line is a signature (RFC 3676, 4.3). */
const SIGNATURE = /^--\s?$/;

/** Two words or more of letters, or a name in a script without case; whether it is a person's the metadata judges. */
const PERSON = /^[\p{L}\p{M}.'’-]+(?:[\s·・][\p{L}\p{M}.'’-]+)+$|^[\p{Lo}\p{M}]{2,12}$/u;

/** What a message says of itself. Of those who got it nothing is taken. */
interface Said {
  readonly from: string | null;
  readonly date: string | null;
  readonly subject: string | null;
}

/**
 * A message to blocks and hints: of a forwarded one the inner message, by its own headers. Who received it is read nowhere and saved
 * nowhere, so the copy that is kept is made anew (`Reading.kept`). Errors: `intake/broken`, `intake/no-text`, `intake/too-deep`,
 * `intake/too-large`.
 */
export async function readEml(bytes: Uint8Array, options: EmlOptions): Promise<Outcome<Reading>> {
  const fail = (p: Problem): Outcome<Reading> => ({ value: null, problems: [p] });
  let parsed: { email: Email; attachments: readonly string[] };
  try {
    parsed = await innermost(bytes, MOST_FORWARDED, []);
  } catch (error) {
    return fail(faultOf(error, options.name));
  }
  const { email, attachments } = parsed;
  const blocks = await bodyBlocks(email, options);
  if (blocks.value === null) return { value: null, problems: blocks.problems };
  const outer: Said = {
    from: email.from && 'address' in email.from ? `${email.from.name} <${email.from.address ?? ''}>` : null,
    date: email.date ?? null,
    subject: email.subject ?? null,
  };
  const { said, body, left } = chosen(blocks.value, outer);
  const problems = [...cutShort(bytes, options.name), ...attachmentsLeft(attachments, options.name), ...threadLeft(left, options.name)];
  const hints = hintsOf(said, body);
  return { value: { blocks: markLists(body), hints, problems, kept: keptMessage(hints, body) }, problems: [] };
}

/** The message itself, or the one that it brings along whole. `attachments`: the names of all else. */
async function innermost(
  bytes: Uint8Array,
  left: number,
  named: readonly string[],
): Promise<{ email: Email; attachments: readonly string[] }> {
  const { default: PostalMime } = await import('postal-mime');
  const email = await PostalMime.parse(bytes, { forceRfc822Attachments: true, maxNestingDepth: DEEPEST, maxHeadersSize: LONGEST_HEADERS });
  const messages = email.attachments.filter(({ mimeType }) => mimeType === 'message/rfc822');
  const others = email.attachments.filter((each) => !messages.includes(each)).map(({ filename, mimeType }) => filename ?? mimeType);
  const [first, ...more] = messages;
  const attachments = [...named, ...others, ...more.map(({ filename }) => filename ?? 'message')];
  if (!first || typeof first.content === 'string') return { email, attachments };
  if (left === 0) throw new Error('nesting');
  return innermost(new Uint8Array(first.content), left - 1, attachments);
}

function faultOf(error: unknown, name: string): Problem {
  const message = error instanceof Error ? error.message : '';
  const place = { file: name };
  const hint = 'Save the article itself from your mail program, as .txt or .html.';
  if (/nesting/i.test(message))
    return problem('intake/too-deep', { message: 'Messages or their parts stand inside each other too deep.', place, hint });
  if (/header size/i.test(message))
    return problem('intake/too-large', {
      message: 'The message’s headers are too long.',
      place,
      allowed: `${LONGEST_HEADERS} bytes`,
      hint,
    });
  return broken(name);
}

/** The page of a message that has one, else its text. */
async function bodyBlocks({ html, text }: Email, { name, depth, elements }: EmlOptions): Promise<Outcome<readonly RawBlock[]>> {
  if (html !== undefined && html.trim() !== '') {
    const place = { file: name };
    const hint = 'Select the article’s text in your mail program, and paste it.';
    const plain = withoutHtmlComments(html).text;
    const scan = scanMarkup(plain, { xml: false });
    const deep = problem('intake/too-deep', {
      message: 'Elements of the message stand inside each other too deep.',
      place,
      allowed: `${depth} levels`,
      received: `${scan.depth} levels`,
      hint,
    });
    if (scan.depth > depth) return { value: null, problems: [deep] };
    const large = problem('intake/too-large', { message: 'The message is too large.', place, allowed: `${elements} elements`, hint });
    const document = scan.elements > elements ? null : await parsePage(`<html><body>${plain}</body></html>`, elements);
    if (document === null) return { value: null, problems: [large] };
    const blocks = domBlocks(document.body, { page: false, apart: areHeaders }).filter((block) => block.links < 0.9);
    if (blocks.length > 0) return { value: blocks, problems: [] };
  }
  return { value: textBlocks(text ?? ''), problems: [] };
}

/** A plain message: what it quotes is unquoted where headers say that it is forwarded, and headers stand line by line. */
function textBlocks(text: string): RawBlock[] {
  const lines = cleanCharacters(text).split('\n');
  const quoted = lines.filter((line) => /^>/.test(line)).length;
  const plain = quoted > lines.length / 3 ? lines.map((line) => line.replace(/^(?:> ?)+/, '')) : lines;
  const end = plain.findLastIndex((line) => SIGNATURE.test(line));
  const own = end !== -1 && plain.length - end < 15 ? plain.slice(0, end) : plain;
  const runs = headerRuns(own);
  const apart = own.map((line, index) => (runs.some(({ start, end: to }) => index >= start && index < to) ? `\n${line}\n` : line));
  return [...readText(apart.join('\n')).blocks];
}

interface Segment {
  readonly said: Said;
  readonly blocks: readonly RawBlock[];
}

/** Of a thread the longest message, and of what stands above it what it says of itself. */
function chosen(blocks: readonly RawBlock[], outer: Said): { said: Said; body: readonly RawBlock[]; left: number } {
  const runs = headerRuns(blocks.map(({ text }) => text));
  const segments: Segment[] = [
    { said: outer, blocks: blocks.slice(0, runs[0]?.start) },
    ...runs.map((run, index) => ({ said: run, blocks: blocks.slice(run.end, runs[index + 1]?.start) })),
  ];
  const words = ({ blocks: own }: Segment): number => own.reduce((sum, { text }) => sum + text.split(/\s+/).length + text.length / 20, 0);
  const inner = segments.slice(1).filter((segment) => words(segment) >= FEWEST_WORDS);
  const best = [...(inner.length > 0 ? inner : segments)].sort((a, b) => words(b) - words(a))[0] ?? { said: outer, blocks };
  const body = best.blocks.filter(({ text }) => !/^\s*(?:[-_*=]{3,}.*[-_*=]{3,}|[-_*=]{5,})\s*$/.test(text));
  const said = { ...best.said, date: best.said.date ?? outer.date, subject: best.said.subject ?? outer.subject };
  const left = segments.filter((segment) => segment !== best && segment.blocks.some(({ text }) => /\p{L}/u.test(text))).length;
  return { said, body, left };
}

/** Subject and date; who sent it is its author only where the text itself names them so. */
function hintsOf({ from, date, subject }: Said, body: readonly RawBlock[]): Hint[] {
  const hint = (field: Hint['field'], value: string | null, confidence: number): Hint[] =>
    value === null || value === '' ? [] : [{ field, value, origin: 'properties', confidence }];
  const sender = from === null ? null : displayName(from);
  const lines = [...body.slice(0, 6), ...body.slice(-3)].map(({ text }) => foldKey(text));
  const isNamed = sender !== null && PERSON.test(sender) && lines.some((line) => line.length < 160 && line.includes(foldKey(sender)));
  return [
    ...hint('title', subject === null ? null : plainSubject(subject), 0.75),
    ...hint('published', date, 0.6),
    ...hint('authors', isNamed ? sender : null, 0.6),
  ];
}

function attachmentsLeft(names: readonly string[], file: string): Problem[] {
  if (names.length === 0) return [];
  const received = names
    .slice(0, 8)
    .map((name) => name.slice(0, 80))
    .join(', ');
  const hint = 'Save those that hold an article, and take them in by themselves.';
  return [
    problem('intake/attachments-left-out', { message: 'What is attached to the message was not read.', place: { file }, received, hint }),
  ];
}

function threadLeft(count: number, file: string): Problem[] {
  if (count === 0) return [];
  const message = 'The longest message was taken; words around it, and messages before and after it, were left out.';
  return [
    problem('intake/thread-left-out', {
      message,
      place: { file },
      received: `${count}`,
      hint: 'Take in the message itself if another one is meant.',
    }),
  ];
}
