/**
 * Handlebars' syntax tree as its parser makes it (docs/compiler-api.md of Handlebars 4), with the kinds told apart by `type`.
 * The library's own types leave `type` open.
 */
export interface Location {
  readonly start: { readonly line: number; readonly column: number };
}

interface Node {
  readonly loc: Location;
}

export interface PathExpression extends Node {
  readonly type: 'PathExpression';
  /** `@index`. */
  readonly data: boolean;
  /** How many `../`. */
  readonly depth: number;
  readonly parts: readonly string[];
  readonly original: string;
}

export interface SubExpression extends Node {
  readonly type: 'SubExpression';
  readonly path: Expression;
  readonly params: readonly Expression[];
  readonly hash?: Hash;
}

export interface Literal extends Node {
  readonly type: 'StringLiteral' | 'NumberLiteral' | 'BooleanLiteral' | 'UndefinedLiteral' | 'NullLiteral';
  readonly original?: unknown;
}

export type Expression = PathExpression | SubExpression | Literal;

export interface Hash extends Node {
  readonly pairs: readonly (Node & { readonly key: string; readonly value: Expression })[];
}

/** What calls have in common: `{{helper a b=c}}`, `{{#helper …}}`, `(helper …)`. */
export interface Call extends Node {
  readonly path: Expression;
  readonly params: readonly Expression[];
  readonly hash?: Hash;
}

export interface Program extends Partial<Node> {
  readonly type: 'Program';
  readonly body: readonly Statement[];
  readonly blockParams?: readonly string[];
}

export interface Content extends Node {
  readonly type: 'ContentStatement';
  /** As printed, white space around blocks taken away. */
  value: string;
  /** As written. */
  readonly original: string;
}

export interface Mustache extends Call {
  readonly type: 'MustacheStatement' | 'Decorator';
  readonly escaped: boolean;
}

export interface Block extends Call {
  readonly type: 'BlockStatement' | 'DecoratorBlock';
  readonly program?: Program;
  readonly inverse?: Program;
}

export interface PartialCall extends Node {
  readonly type: 'PartialStatement';
  readonly name: Expression;
  readonly params: readonly Expression[];
  readonly hash?: Hash;
}

export interface PartialBlock extends Node {
  readonly type: 'PartialBlockStatement';
  readonly program: Program;
}

export interface Comment extends Node {
  readonly type: 'CommentStatement';
}

export type Statement = Content | Mustache | Block | PartialCall | PartialBlock | Comment;

/** One file of a pack, parsed. */
export interface Template {
  /** As problems name it: `templates/policy-brief/partials/topic.hbs`. */
  readonly file: string;
  /** Null for `deck.hbs`. */
  readonly partial: string | null;
  /** Length of its text, for the work budget. */
  readonly length: number;
  readonly program: Program;
}

/** The name of what a call calls: `each`, or `topic.heading` where it is no helper. Null for literals and computed names. */
export function callName(call: Pick<Call, 'path'>): string | null {
  return call.path.type === 'PathExpression' ? call.path.original : null;
}

/** Whether a path is one plain word: only such can name a helper. */
export function plainName(path: Expression): string | null {
  return path.type === 'PathExpression' && !path.data && path.depth === 0 && path.parts.length === 1 && path.original === path.parts[0]
    ? path.original
    : null;
}
