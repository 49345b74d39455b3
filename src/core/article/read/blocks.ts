import type { Image, Paragraph, RootContent, Text } from 'mdast';
import type { ArticleBlock } from '../types.ts';
import type { Run } from '../../base/text.ts';
import { cleanLine } from '../clean.ts';
import { withoutComments } from '../syntax/comments.ts';
import { AS_IT_STANDS } from '../piece.ts';
import { report, written, type Context } from './context.ts';
import { DIRECTIVE_NAMES, readDirective } from './directive.ts';
import { isCallout, readCallout } from '../../block/callout/article.ts';
import { isPicture, readImageBlock } from '../../block/image/article/index.ts';
import { readRuns } from './inline.ts';
import { readPoints } from './points.ts';
import { readQuotation } from '../../block/quotation/article.ts';
import { readTable } from '../../block/table/article/index.ts';

/** What stands below a topic's heading, or on an own slide. */
export interface Body {
  readonly summary: readonly Run[] | null;
  readonly blocks: readonly ArticleBlock[];
}

const NAMES: Partial<Record<RootContent['type'], string>> = {
  code: 'a block of code',
  heading: 'a heading',
  thematicBreak: 'a dividing line',
  yaml: 'front matter',
};

/** A picture of this folder as other programs write it: with spaces in its address, `![A](my map.png "Caption")`, or `![[my map.png|A]]`. */
function imageIn(node: Text, context: Context): Image | null {
  const { value, position } = node;
  if (!written(context, node).startsWith('![')) return null;
  const at = position && { position };
  const wiki = /^!\[\[([^[\]|]+)(?:\|([^[\]]*))?\]\]$/u.exec(value);
  // A number behind the bar is the width.
  if (wiki?.[1] !== undefined && isPicture(wiki[1].trim()))
    return { type: 'image', url: wiki[1].trim(), alt: /^[\dx]*$/.test(wiki[2] ?? '') ? '' : (wiki[2] ?? ''), ...at };
  const spaced = /^!\[([^\]]*)\]\(([^"<>\n]+?)(?:\s+"([^"]*)")?\)$/u.exec(value);
  if (spaced?.[2] === undefined || !isPicture(spaced[2].trim())) return null;
  return { type: 'image', url: spaced[2].trim(), alt: spaced[1] ?? '', title: spaced[3] ?? null, ...at };
}

/** The pictures of a paragraph of nothing else; one has the form of another program. */
function imagesIn({ children }: Paragraph, context: Context): readonly [Image, ...Image[]] | null {
  const [only, second] = children;
  if (only?.type === 'text' && second === undefined) {
    const image = imageIn(only, context);
    return image && [image];
  }
  const [first, ...rest] = children.filter((child) => child.type === 'image');
  const isRest = children.every(
    (child) => child.type === 'image' || child.type === 'break' || (child.type === 'text' && /^\s*$/.test(child.value)),
  );
  return isRest && first ? [first, ...rest] : null;
}

function readParagraph(node: Paragraph, context: Context): ArticleBlock[] | null {
  const images = imagesIn(node, context);
  if (images) return [readImageBlock(images, context)];
  const fence = /^[ \t]*:{3,}(?![:\\]).*$/m.exec(withoutComments(written(context, node)).text)?.[0];
  if (fence !== undefined) {
    report(context, 'article/directive-unknown', node, {
      message: fence.trim() === ':::' ? 'a closing ::: closes nothing' : 'a directive cannot be read',
      received: cleanLine(fence),
      allowed: `${DIRECTIVE_NAMES.join(', ')}; attributes as {title="…"}`,
      hint: 'Mend the line, or write \\::: where the signs themselves are meant.',
    });
    return null;
  }
  const runs = readRuns(node.children, context);
  return runs.length === 0 ? null : [{ kind: 'paragraph', runs }];
}

function readBlock(node: RootContent, context: Context): ArticleBlock | ArticleBlock[] | null {
  switch (node.type) {
    case 'paragraph':
      return readParagraph(node, context);
    case 'list':
      return readPoints(node, context);
    case 'blockquote':
      return isCallout(node, context) ? readCallout(node, context) : readQuotation(node, context);
    case 'table':
      return readTable(node, { title: null, total: false }, context);
    case 'containerDirective': {
      const read = readDirective(node, context);
      return read === AS_IT_STANDS ? node.children.flatMap((child) => readBlock(child, context) ?? []) : read;
    }
    case 'footnoteDefinition':
      report(context, 'article/syntax-unread', node, {
        message: 'a footnote that no line refers to is shown nowhere',
        received: cleanLine(written(context, node)),
        hint: `Write [^${node.label ?? node.identifier}] behind the words that it belongs to, or take it out.`,
      });
      return null;
    default:
      report(context, 'article/block-unsupported', node, {
        message: `${NAMES[node.type] ?? node.type} cannot stand here`,
        allowed: `paragraphs, lists, > quotations, tables, images, ${DIRECTIVE_NAMES.join(', ')}`,
        hint: 'Write it as one of these, or take it out.',
      });
      return null;
  }
}

/** The blocks in their order; a first paragraph is the summary. */
export function readBody(nodes: readonly RootContent[], context: Context): Body {
  const blocks = nodes.flatMap((node) => readBlock(node, context) ?? []);
  const [first, ...rest] = blocks;
  return first?.kind === 'paragraph' ? { summary: first.runs, blocks: rest } : { summary: null, blocks };
}
