import type { List, ListItem, Paragraph, PhrasingContent } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import { statement, type ArticlePiece } from '../../article/piece.ts';
import type { Statement } from '../../article/statement-types.ts';
import { report, written, type Context } from '../../article/read/context.ts';
import { listLines } from '../../article/read/list-lines.ts';
import { readRuns } from '../../article/read/inline.ts';
import { directive, paragraph } from '../../article/write/nodes.ts';
import { distinct } from '../../base/distinct.ts';
import { plainText, refsOf } from '../../base/text.ts';
import { tidyRuns } from '../../article/runs.ts';
import type { NotesBlock, ParagraphBlock, Point, PointsBlock } from './types.ts';

/** Levels that a list of points may have. */
const DEEPEST = 3;

const BOX = /^\[([ xX])\][ \t]+/;

/** The box before a point's words, `[ ]` or `[x]`, and the words. */
function readTask(paragraph: Paragraph, context: Context): { task: Point['task']; nodes: readonly PhrasingContent[] } {
  const [first, ...rest] = paragraph.children;
  const box = first?.type === 'text' && written(context, first).startsWith('[') ? BOX.exec(first.value) : null;
  if (!box || first?.type !== 'text') return { task: undefined, nodes: paragraph.children };
  return { task: box[1] === ' ' ? 'open' : 'done', nodes: [{ ...first, value: first.value.slice(box[0].length) }, ...rest] };
}

function readPoint(item: ListItem, level: number, context: Context): Point | null {
  const [first, ...rest] = item.children;
  if (first?.type !== 'paragraph') {
    report(context, 'article/structure', item, {
      message: 'a point has no words',
      hint: 'Write the point behind its dash, or take the dash out.',
    });
    return null;
  }
  const { task, nodes } = readTask(first, context);
  const paragraphs = [readRuns(nodes, context)];
  const lists: List[] = [];
  for (const child of rest) {
    if (child.type === 'paragraph' && lists.length === 0) paragraphs.push(readRuns(child.children, context));
    else if (child.type !== 'list') {
      report(context, 'article/block-unsupported', child, {
        message: 'a point is paragraphs, with further points below them',
        hint: 'Join it to the point, make it a sub-point, or end the list before it.',
      });
    } else if (level === DEEPEST) {
      report(context, 'article/structure', child, {
        message: 'points are nested too deep',
        allowed: `${DEEPEST} levels`,
        hint: 'Move the innermost points one level up.',
      });
    } else if (lists[0] && lists[0].ordered !== child.ordered) {
      report(context, 'article/structure', child, {
        message: 'the points below one point are numbers and bullets',
        hint: 'Make all of them numbers or all bullets, or put the second list below a point of its own.',
      });
    } else lists.push(child);
  }
  const [below] = lists;
  const children = lists.flatMap((list) => readItems(list, level + 1, context));
  return {
    runs: tidyRuns(paragraphs.flatMap((runs, i) => (i === 0 ? runs : [{ text: '\n' }, ...runs]))),
    ...(task && { task }),
    children,
    ...(below?.ordered === true && children.length > 0 && { numbered: below.start ?? 1 }),
  };
}

function readItems(list: List, level: number, context: Context): Point[] {
  return list.children.flatMap((item) => readPoint(item, level, context) ?? []);
}

/** A list: its points, and theirs, three levels deep. */
export function readPoints(list: List, context: Context): PointsBlock | null {
  const items = readItems(list, 1, context);
  const ordered = list.ordered === true;
  const start = list.start ?? 1;
  return items.length === 0 ? null : { kind: 'points', ordered, ...(ordered && start !== 1 && { start }), items };
}

function item({ runs, task, children, numbered }: Point): ListItem {
  const words = paragraph(runs);
  if (task !== undefined) words.children.unshift({ type: 'tag', value: task === 'done' ? '[x] ' : '[ ] ' });
  return { type: 'listItem', spread: false, children: [words, ...(children.length > 0 ? [list(children, numbered)] : [])] };
}

/** `start`: of an ordered list. */
function list(items: readonly Point[], start: number | undefined): List {
  return { type: 'list', ordered: start !== undefined, ...(start !== undefined && { start }), spread: false, children: items.map(item) };
}

export const paragraphPiece: ArticlePiece<ParagraphBlock> = {
  directive: null,
  toNode: ({ runs }) => paragraph(runs),
  lines: ({ runs }) => [plainText(runs)],
  gist: ({ runs }) => plainText(runs),
  refs: ({ runs }) => refsOf(runs),
  statements: ({ runs }) => [statement(runs)],
};

/** A point's references and its sub-points', each once. */
export function pointRefs({ runs, children }: Point): number[] {
  return distinct([...refsOf(runs), ...children.flatMap(pointRefs)]);
}

const pointLines = ({ runs, children }: Point): string[] => [plainText(runs), ...children.flatMap(pointLines)];

const pointStatements = ({ runs, children }: Point): Statement[] => [statement(runs), ...children.flatMap(pointStatements)];

export const pointsPiece: ArticlePiece<PointsBlock> = {
  directive: null,
  toNode: ({ items, ordered, start = 1 }) => list(items, ordered ? start : undefined),
  lines: ({ items }) => items.flatMap(pointLines),
  gist: ({ items }) => items.map(({ runs }) => plainText(runs)).join('\n'),
  refs: ({ items }) => items.flatMap(pointRefs),
  statements: ({ items }) => items.flatMap(pointStatements),
};

/** What a presenter says: paragraphs, and lists as a paragraph for each line. */
export function notesLines(nodes: Parameters<typeof listLines>[0], context: Context): NotesBlock['paragraphs'] {
  const refusal = {
    message: 'notes hold paragraphs and lists alone',
    hint: 'Write what the presenter says as sentences or points, with an empty line between paragraphs.',
  };
  return listLines(nodes, refusal, context);
}

function readNotes(node: ContainerDirective, context: Context): NotesBlock | null {
  const paragraphs = notesLines(node.children, context);
  return paragraphs.length === 0 ? null : { kind: 'notes', paragraphs };
}

export const notesPiece: ArticlePiece<NotesBlock> = {
  directive: { name: 'notes', attributes: [], example: ':::notes', read: readNotes },
  toNode: ({ paragraphs }) => directive('notes', {}, paragraphs.map(paragraph)),
  lines: ({ paragraphs }) => paragraphs.map(plainText),
  gist: ({ paragraphs }) => paragraphs.map(plainText).join('\n'),
  refs: ({ paragraphs }) => paragraphs.flatMap((runs) => refsOf(runs)),
  statements: ({ paragraphs }) => paragraphs.map(statement),
};
