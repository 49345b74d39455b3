import type { PhrasingContent } from 'mdast';
import { isRef, type Run, type TextRun } from '../../base/text.ts';
import { cleanLine, cleanText } from '../clean.ts';
import { SOFT_BREAK, tidyRuns } from '../runs.ts';
import { readReference, type SourceReference } from '../syntax/reference.ts';
import { report, type Context } from './context.ts';

type Look = Omit<TextRun, 'text'>;

const ADDRESS = /^(?:https?:\/\/|mailto:)[^\s]+$/i;

const NAMES: Partial<Record<PhrasingContent['type'], string>> = {
  delete: 'struck-out text',
  footnoteReference: 'a footnote',
  html: 'HTML',
  image: 'an image inside a line',
  inlineCode: 'code',
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

function read(nodes: readonly PhrasingContent[], look: Look, context: Context): Run[] {
  return nodes.flatMap((node): Run[] => {
    switch (node.type) {
      case 'text':
        return [{ ...look, text: cleanText(node.value).replaceAll('\n', SOFT_BREAK) }];
      case 'break':
        return [{ ...look, text: '\n' }];
      case 'headingId':
        return [{ ...look, text: cleanText(node.value) }];
      case 'strong':
        return read(node.children, { ...look, bold: true }, context);
      case 'emphasis':
        return read(node.children, { ...look, italic: true }, context);
      case 'sourceReference':
        return readRefs(node, context);
      case 'link': {
        if (ADDRESS.test(node.url)) return read(node.children, { ...look, href: cleanText(node.url) }, context);
        report(context, 'article/inline-unsupported', node, {
          message: 'a link has an address that a deck may not open',
          received: cleanLine(node.url) || 'nothing',
          allowed: 'https://…, http://… or mailto:…',
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
  });
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
    text: cleanLine(runs.map((run) => (isRef(run) ? '' : run.text)).join('')),
    refs: runs.flatMap((run) => (isRef(run) ? run.refs : [])),
  };
}
