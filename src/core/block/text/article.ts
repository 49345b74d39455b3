import type { ContainerDirective } from 'mdast-util-directive';
import { statement, type ArticlePiece } from '../../article/piece.ts';
import type { Statement } from '../../article/statement-types.ts';
import type { Context } from '../../article/read/context.ts';
import { listLines } from '../../article/read/list-lines.ts';
import { directive, paragraph } from '../../article/write/nodes.ts';
import { list } from '../../article/write/points.ts';
import { distinct } from '../../base/distinct.ts';
import { plainText, refsOf } from '../../base/text.ts';
import type { NotesBlock, ParagraphBlock, Point, PointsBlock } from './types.ts';

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
