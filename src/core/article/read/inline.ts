import type { PhrasingContent, Text } from 'mdast';
import { isRef, textOfRun, type Run, type TextRun } from '../../base/text.ts';
import { cleanLine, cleanText } from '../clean.ts';
import { SOFT_BREAK, tidyRuns } from '../runs.ts';
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
  return [{ ...look, text: cleanText(node.value).replaceAll('\n', SOFT_BREAK) }];
}

/** What a tag of HTML holds, up to the one that closes it, and how many nodes that is; a tag alone is named and shown. */
function readTagged(nodes: readonly PhrasingContent[], at: number, look: Look, context: Context): { runs: Run[]; taken: number } {
  const node = nodes[at] as Tag;
  const { name, closes } = readTag(node.value);
  if (name === 'br' && !closes) return { runs: [{ ...look, text: '\n' }], taken: 1 };
  const end = closes ? -1 : nodes.findIndex((other, i) => i > at && other.type === 'tag' && isEnd(other, name));
  if (end >= 0) return { runs: read(nodes.slice(at + 1, end), { ...look, ...TAG_LOOKS[name] }, context), taken: end - at + 1 };
  report(context, 'article/syntax-unread', node, {
    message: closes ? 'a closing tag closes nothing, and is shown as it was typed' : 'a tag is not closed, and is shown as it was typed',
    received: node.value,
    hint: closes ? 'Take it out.' : `Close it by </${name}>, or write \\${node.value} for the signs themselves.`,
  });
  return { runs: [{ ...look, text: node.value }], taken: 1 };
}

function isEnd({ value }: Tag, of: string): boolean {
  const { name, closes } = readTag(value);
  return closes && name === of;
}

function read(nodes: readonly PhrasingContent[], look: Look, context: Context): Run[] {
  const runs: Run[] = [];
  for (let at = 0; at < nodes.length;) {
    const node = nodes[at];
    if (!node) break;
    const { runs: more, taken } =
      node.type === 'tag' ? readTagged(nodes, at, look, context) : { runs: readNode(node, look, context), taken: 1 };
    runs.push(...more);
    at += taken;
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

/** Words alone, on one line, with the references that stood among them set aside. */
export function readWords(nodes: readonly PhrasingContent[], context: Context): { text: string; refs: number[] } {
  const runs = readRuns(nodes, context);
  return {
    text: cleanLine(runs.map((run) => (isRef(run) ? '' : textOfRun(run))).join('')),
    refs: runs.flatMap((run) => (isRef(run) ? run.refs : [])),
  };
}
