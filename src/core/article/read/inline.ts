import type { PhrasingContent, Text } from 'mdast';
import { isRef, notesOf, refRuns, refsOf, textOfRun, type Run, type TextRun } from '../../base/text.ts';
import { cleanLine, cleanText } from '../clean.ts';
import { SOFT_BREAK, tidyRuns } from '../runs.ts';
import type { Footnote } from '../syntax/footnote.ts';
import { toParagraphs } from '../syntax/index.ts';
import { readReference, type SourceReference } from '../syntax/reference.ts';
import { readTag, type Tag } from '../syntax/tag.ts';
import { readWikiLink } from '../syntax/wiki-link.ts';
import { report, written, type Context } from './context.ts';
import { TAG_LOOKS, unreadIn } from './foreign.ts';

type Look = Omit<TextRun, 'text'>;

const ADDRESS = /^(?:https?:\/\/|mailto:)[^\s]+$/i;

/** Another topic of the article, or one of another: `#roads`, `#port/roads`. */
const TOPIC = /^#[\p{L}\p{N}][\p{L}\p{M}\p{N}_-]*(?:\/[\p{L}\p{N}][\p{L}\p{M}\p{N}_-]*)?$/u;

const NAMES: Partial<Record<PhrasingContent['type'], string>> = {
  footnoteReference: 'a footnote',
  html: 'HTML',
  image: 'an image inside a line',
};

function readRefs(node: SourceReference, context: Context): Run[] {
  const refs = readReference(node.value);
  if (refs === null) {
    report(context, 'article/reference-syntax', node, {
      message: 'a reference to paragraphs cannot be read',
      received: cleanLine(node.value),
      allowed: '[¶2] or [¶2, ¶6]',
      hint: 'Write the numbers of the paragraphs, or \\[¶ where the sign itself is meant.',
    });
    return [];
  }
  if (context.noReferences !== null) {
    report(context, 'article/reference-syntax', node, {
      message: context.noReferences,
      received: node.value,
      hint: 'Take the reference out, or put the words into the article.',
    });
    return [];
  }
  const limit = context.paragraphs;
  const beyond = limit === null ? [] : refs.filter((number) => number > limit);
  if (limit !== null && beyond.length > 0) {
    report(context, 'article/reference-range', node, {
      message: 'a reference names a paragraph that the source text does not have',
      received: beyond.map((number) => `¶${number}`).join(', '),
      allowed: limit === 0 ? 'none; the source text is empty' : `¶1 to ¶${limit}`,
      hint: 'Look the paragraph up in the source text and mend the number.',
    });
  }
  return [{ refs }];
}

/** Words; what of them is a syntax that nobody reads is named. */
function readText(node: Text, look: Look, context: Context): Run[] {
  for (const { name, found, hint } of unreadIn(node.value, written(context, node))) {
    report(context, 'article/syntax-unread', node, { message: `${name} is shown as it was typed`, received: cleanLine(found), hint });
  }
  // A vertical tab is how PowerPoint copies a line break.
  const lines = node.value.split('\v').map((line) => cleanText(line).replaceAll('\n', SOFT_BREAK));
  return [{ ...look, text: lines.join('\n') }];
}

/** A note's words with the addresses that its links lead to; what refers to the source text in it is a reference of its line. */
function readFootnote(node: Footnote, context: Context): Run[] {
  const line = (node.position?.start.line ?? 1) + context.lineOffset;
  const inside = { ...context, text: node.value, lineOffset: line - 1 };
  const [paragraph] = toParagraphs(node.value).children;
  const runs = tidyRuns(paragraph?.type === 'paragraph' ? readRaw(paragraph.children, inside) : []);
  const words = cleanLine(
    runs
      .map((run, i) => (isRef(run) ? SOFT_BREAK : withAddress(run, runs[i + 1])))
      .join('')
      .replace(AROUND_REFERENCE, ''),
  );
  if (words === '') report(context, 'article/structure', node, { message: 'a footnote has no words', hint: 'Write them, or take it out.' });
  return refRuns(refsOf(runs), [...(words === '' ? [] : [words]), ...notesOf(runs)]);
}

/** A reference that is taken out, and the space before it. */
const AROUND_REFERENCE = new RegExp(`[ \\t]*${SOFT_BREAK}`, 'g');

/** A run's words; behind the last of a link its address, where they do not say it. */
function withAddress(run: TextRun, next: Run | undefined): string {
  const words = textOfRun(run);
  const { href } = run;
  const goesOn = next !== undefined && !isRef(next) && next.href === href;
  return href === undefined || goesOn || href.startsWith('#') || href.endsWith(words) ? words : `${words} (${href})`;
}

/** Where each tag that opens is closed: at the next of its name that closes. One pass from the end, since a text may be all tags. */
function closings(nodes: readonly PhrasingContent[]): ReadonlyMap<number, number> {
  const next = new Map<string, number>();
  const found = new Map<number, number>();
  for (let at = nodes.length - 1; at >= 0; at--) {
    const node = nodes[at];
    if (node?.type !== 'tag') continue;
    const { name, closes } = readTag(node.value);
    const end = next.get(name);
    if (closes) next.set(name, at);
    else if (end !== undefined) found.set(at, end);
  }
  return found;
}

/** A tag that has no other, as it was typed, and named; or a line break. */
function readLoneTag(node: Tag, look: Look, context: Context): Run {
  const { name, closes } = readTag(node.value);
  if (name === 'br' && !closes) return { ...look, text: '\n' };
  report(context, 'article/syntax-unread', node, {
    message: closes ? 'a closing tag closes nothing, and is shown as it was typed' : 'a tag is not closed, and is shown as it was typed',
    received: node.value,
    hint: closes ? 'Take it out.' : `Close it by </${name}>, or write \\${node.value} for the signs themselves.`,
  });
  return { ...look, text: node.value };
}

function read(nodes: readonly PhrasingContent[], look: Look, context: Context): Run[] {
  const ends = closings(nodes);
  const runs: Run[] = [];
  for (let at = 0; at < nodes.length; at++) {
    const node = nodes[at];
    if (!node) break;
    const end = ends.get(at);
    if (node.type !== 'tag') runs.push(...readNode(node, look, context));
    else if (end === undefined) runs.push(readLoneTag(node, look, context));
    else {
      runs.push(...read(nodes.slice(at + 1, end), { ...look, ...TAG_LOOKS[readTag(node.value).name] }, context));
      at = end;
    }
  }
  return runs;
}

function readNode(node: PhrasingContent, look: Look, context: Context): Run[] {
  switch (node.type) {
    case 'text':
      return readText(node, look, context);
    case 'break':
      return [{ ...look, text: '\n' }];
    case 'wikiLink':
      return [{ ...look, text: cleanLine(readWikiLink(node.value)) }];
    case 'inlineCode': {
      // Quotation marks of two backticks are no code.
      const source = written(context, node);
      return [{ ...look, text: cleanLine(source.startsWith('``') ? source : node.value) }];
    }
    case 'headingId':
      return [{ ...look, text: cleanText(node.value) }];
    case 'strong':
      return read(node.children, { ...look, bold: true }, context);
    case 'delete':
      return read(node.children, { ...look, strike: true }, context);
    case 'emphasis':
      return read(node.children, { ...look, italic: true }, context);
    case 'sourceReference':
      return readRefs(node, context);
    case 'footnote':
      return readFootnote(node, context);
    case 'link': {
      if (TOPIC.test(node.url)) context.links.push(node);
      if (ADDRESS.test(node.url) || TOPIC.test(node.url)) return read(node.children, { ...look, href: cleanText(node.url) }, context);
      report(context, 'article/inline-unsupported', node, {
        message: 'a link has an address that a deck may not open',
        received: cleanLine(node.url) || 'nothing',
        allowed: 'https://…, http://…, mailto:… or #topic',
        hint: 'Give the whole address, or take the link out.',
      });
      return read(node.children, look, context);
    }
    default:
      report(context, 'article/inline-unsupported', node, {
        message: `${NAMES[node.type] ?? node.type} cannot stand in a line of text`,
        allowed: '**bold**, *italic*, [links](https://…), [¶2]; an image in a paragraph of its own',
        hint: 'Write it as plain words, or put it into a block of its own.',
      });
      return [];
  }
}

/** Phrasing as runs; soft line ends are `SOFT_BREAK` until `tidyRuns`. */
export function readRaw(nodes: readonly PhrasingContent[], context: Context): Run[] {
  return read(nodes, {}, context);
}

export function readRuns(nodes: readonly PhrasingContent[], context: Context): Run[] {
  return tidyRuns(readRaw(nodes, context));
}

export interface Words {
  readonly text: string;
  readonly refs: readonly number[];
  readonly notes: readonly string[];
  /** All of them are in bold; false where there are none. */
  readonly isBold: boolean;
}

/** Words alone, on one line, with the references and footnotes that stood among them set aside. */
export function readWords(nodes: readonly PhrasingContent[], context: Context): Words {
  const runs = readRuns(nodes, context);
  return {
    text: cleanLine(runs.map((run) => (isRef(run) ? '' : textOfRun(run))).join('')),
    refs: refsOf(runs),
    notes: notesOf(runs),
    isBold: runs.some((run) => !isRef(run)) && runs.every((run) => isRef(run) || run.bold === true),
  };
}
