import type { Link } from 'mdast';
import type { Node } from 'unist';
import type { Custom } from '../../numbers/index.ts';
import { problem, type Code, type Place, type Problem } from '../../base/errors.ts';

/** What the readers of one text share. */
export interface Context {
  readonly file: string;
  /** Added to the lines of the syntax tree: 0 where the text is the file. */
  readonly lineOffset: number;
  readonly text: string;
  /** How many paragraphs references may name; null: no check. */
  readonly paragraphs: number | null;
  /** Why references are refused here, or null where they are welcome. */
  readonly noReferences: string | null;
  /** How the numbers of charts are meant; null where that is not known yet, and then what needs it is left alone. */
  readonly custom: Custom | null;
  /** The language that its dates are read by: a BCP 47 tag. */
  readonly language: string;
  /** Links to topics, as they are read. */
  readonly links: Link[];
  readonly problems: Problem[];
}

export function placeOf(context: Context, node: Node): Place {
  const start = node.position?.start;
  return start ? { file: context.file, line: start.line + context.lineOffset, column: start.column } : { file: context.file };
}

export function report(context: Context, code: Code, node: Node, details: Omit<Problem, 'code' | 'severity' | 'place'>): void {
  context.problems.push(problem(code, { ...details, place: placeOf(context, node) }));
}

/** A node as its author wrote it. */
export function written(context: Context, node: Node): string {
  return context.text.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);
}
