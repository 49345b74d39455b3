import type { BlockContent } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import type { PointsBlock } from '../block/text/types.ts';
import { plainText, refsOf, type Run } from '../base/text.ts';
import type { Context } from './read/context.ts';
import type { Statement } from './statement-types.ts';

/** What articles have to know of one kind of block. */
export interface ArticlePiece<B> {
  /** How it is written as `:::name{attributes}`, or in several ways; null where Markdown has signs of its own for it. */
  readonly directive: Directive<B> | readonly Directive<B>[] | null;
  /** The block in Markdown's syntax tree, which is read as the same block; numbers as the language writes them. */
  readonly toNode: (block: B, language: string) => BlockContent;
  /** Every line of words in it. */
  readonly lines: (block: B) => readonly string[];
  /** A few words by which a person knows it again. */
  readonly gist: (block: B) => string;
  /** The source's paragraphs that it refers to. */
  readonly refs: (block: B) => readonly number[];
  /** What it says, line by line, as far as lines name paragraphs: each is held against these. */
  readonly statements: (block: B) => readonly Statement[];
}

/** Runs as a statement. */
export function statement(runs: readonly Run[]): Statement {
  return { kind: 'words', text: plainText(runs), refs: refsOf(runs) };
}

export interface Directive<B> {
  readonly name: string;
  readonly attributes: readonly string[];
  /** Its first line. */
  readonly example: string;
  /** Null, with a problem, where nothing can be read; what it holds as it would stand without it, with a warning, where it is not what it says. */
  readonly read: (node: ContainerDirective, context: Context) => B | PointsBlock | typeof AS_IT_STANDS | null;
}

/** What a directive gives whose content is another than it says: the content is read as if there were no directive around it. */
export const AS_IT_STANDS = 'as it stands';
