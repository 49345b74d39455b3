import type { Blockquote, Paragraph } from 'mdast';
import { statement, type ArticlePiece } from '../../article/piece.ts';
import { listLines } from '../../article/read/list-lines.ts';
import { report, written, type Context } from '../../article/read/context.ts';
import { readRaw } from '../../article/read/inline.ts';
import { SOFT_BREAK, tidyRuns } from '../../article/runs.ts';
import { paragraph } from '../../article/write/nodes.ts';
import { isRef, plainText, refsOf, type Run } from '../../base/text.ts';
import type { ArticleCallout } from './types.ts';

/** `[!note]` at the beginning of a quotation; `-` or `+` behind it folds it in programs that can. */
const MARK = /^\[!([A-Za-z][\w-]*)\][-+]?[ \t]*/;

/** Whether a quotation is meant as a callout, as GitHub and Obsidian write it. */
export function isCallout(node: Blockquote, context: Context): boolean {
  const [first] = node.children;
  return first?.type === 'paragraph' && MARK.test(written(context, first));
}

/** Divides the first paragraph, without its mark, at its first line end: the title, and the words below it. */
function divide(runs: readonly Run[]): { title: Run[]; words: Run[] } {
  const title: Run[] = [];
  for (const [i, run] of runs.entries()) {
    const end = isRef(run) ? -1 : run.text.search(new RegExp(`[\\n${SOFT_BREAK}]`));
    if (isRef(run) || end < 0) {
      title.push(run);
      continue;
    }
    title.push({ ...run, text: run.text.slice(0, end) });
    return { title, words: [{ ...run, text: run.text.slice(end + 1) }, ...runs.slice(i + 1)] };
  }
  return { title, words: [] };
}

/** The mark's words, taken off the paragraph that they begin. */
function withoutMark(node: Paragraph): { type: string; node: Paragraph } {
  const [first, ...rest] = node.children;
  const match = first?.type === 'text' ? MARK.exec(first.value) : null;
  if (!match || first?.type !== 'text') return { type: 'note', node };
  return {
    type: (match[1] ?? 'note').toLowerCase(),
    node: { ...node, children: [{ ...first, value: first.value.slice(match[0].length) }, ...rest] },
  };
}

/** `> [!note] Title`, below it paragraphs and lists. */
export function readCallout(node: Blockquote, context: Context): ArticleCallout | null {
  const [first, ...rest] = node.children;
  if (first?.type !== 'paragraph') return null;
  const { type, node: begin } = withoutMark(first);
  const { title, words } = divide(readRaw(begin.children, context));
  const refusal = { message: 'a callout holds paragraphs and lists alone', hint: 'Take the table, quotation or heading out of it.' };
  const below = listLines(rest, refusal, context);
  const paragraphs = [tidyRuns(words), ...below].filter((runs) => runs.length > 0);
  const heading = tidyRuns(title);
  if (heading.length === 0 && paragraphs.length === 0) {
    report(context, 'article/structure', node, { message: 'a callout has no words', hint: 'Write them after “> ”.' });
    return null;
  }
  return { kind: 'callout', type, title: heading.length > 0 ? heading : null, paragraphs };
}

const allRuns = ({ title, paragraphs }: ArticleCallout): readonly (readonly Run[])[] => [...(title ? [title] : []), ...paragraphs];

export const calloutPiece: ArticlePiece<ArticleCallout> = {
  directive: null,
  toNode: ({ type, title, paragraphs }) => {
    const mark = paragraph(title ?? []);
    mark.children.unshift({ type: 'tag', value: `[!${type}]${title ? ' ' : ''}` });
    return { type: 'blockquote', children: [mark, ...paragraphs.map(paragraph)] };
  },
  lines: (block) => allRuns(block).map(plainText),
  gist: (block) => allRuns(block).map(plainText).join('\n'),
  refs: (block) => allRuns(block).flatMap((runs) => refsOf(runs)),
  statements: (block) => allRuns(block).map(statement),
};
