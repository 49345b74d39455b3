import { problem, type Code, type Problem } from '../../base/errors.ts';
import { nearest } from '../../base/nearest.ts';
import { HELPERS } from '../helpers/table.ts';
import {
  plainName,
  type Block,
  type Call,
  type Expression,
  type Hash,
  type Location,
  type PartialCall,
  type PathExpression,
  type Program,
  type Statement,
  type Template,
} from './ast.ts';
import { partialName } from './forbidden.ts';
import { ANY, shapeWords, VALUE, type Shape } from '../shape.ts';

/**
 * Follows a template through the view's schema, as Handlebars will follow the view: block by block, partial by partial.
 * Handlebars itself prints nothing for a misspelt path below a block parameter, and fails only on the data at hand.
 */

interface Scope {
  readonly context: Shape;
  /** `../`, nearest first. */
  readonly parents: readonly Shape[];
  /** Names between `|` and `|`, inner ones first. */
  readonly names: ReadonlyMap<string, Shape>;
  readonly root: Shape;
  /** Whether `@index` and its like mean something. */
  readonly loop: boolean;
}

interface Context {
  readonly templates: ReadonlyMap<string | null, Template>;
  readonly problems: Map<string, Problem>;
  readonly file: string;
  /** Partial calls followed so far: a partial is checked with every context it is called in. */
  readonly calls: { left: number };
  readonly depth: number;
}

const MAX_CALLS = 5000;
const MAX_DEPTH = 32;
const LOOP_DATA = ['index', 'first', 'last', 'key'];
/** Words by which JavaScript's objects lead to their makers; no data is called so. */
const NEVER = new Set([
  '__proto__',
  'constructor',
  'prototype',
  '__defineGetter__',
  '__defineSetter__',
  '__lookupGetter__',
  '__lookupSetter__',
]);

function report(context: Context, code: Code, loc: Location, details: Pick<Problem, 'message' | 'received' | 'allowed' | 'hint'>): void {
  const p = problem(code, { ...details, place: { file: context.file, line: loc.start.line, column: loc.start.column + 1 } });
  context.problems.set(JSON.stringify(p), p);
}

/** One step of a path; null and a problem where there is nothing. */
function step(shape: Shape, part: string, path: PathExpression, context: Context): Shape | null {
  const unknown = (message: string, allowed: readonly string[], hint: string): null => {
    report(context, 'template/path-unknown', path.loc, {
      message,
      received: path.original,
      ...(allowed.length > 0 ? { allowed: allowed.join(', ') } : {}),
      hint,
    });
    return null;
  };
  if (NEVER.has(part)) return unknown(`“${part}” is no data`, shape.kind === 'object' ? Object.keys(shape.keys) : [], 'Remove it.');
  switch (shape.kind) {
    case 'any':
      return ANY;
    case 'value':
      return unknown(`there is nothing below this value: “${part}”`, [], 'End the path before it.');
    case 'list':
      if (part === 'length') return VALUE;
      if (/^\d+$/.test(part)) return shape.of;
      return unknown(`this is a list: “${part}” stands in its items`, ['length'], 'Go through it with {{#each}}.');
    case 'object': {
      const found = Object.hasOwn(shape.keys, part) ? shape.keys[part] : undefined;
      if (found) return found;
      const keys = Object.keys(shape.keys);
      const near = nearest(part, keys);
      return unknown(
        `there is no “${part}” here`,
        keys,
        near === null ? 'Use one of those allowed; ../ reaches out of a block.' : `Did you mean “${near}”?`,
      );
    }
  }
}

function startOf(path: PathExpression, scope: Scope, context: Context): { shape: Shape; parts: readonly string[] } | null {
  const [head = '', ...rest] = path.parts;
  if (path.data) {
    if (head === 'root') return { shape: scope.root, parts: rest };
    if (LOOP_DATA.includes(head) && scope.loop && rest.length === 0) return { shape: VALUE, parts: [] };
    report(context, 'template/path-unknown', path.loc, {
      message: LOOP_DATA.includes(head) ? 'this means something in {{#each}} alone' : 'there is no such data',
      received: path.original,
      allowed: '@root, and @index, @first, @last in {{#each}}',
      hint: 'Use one of those allowed.',
    });
    return null;
  }
  if (path.depth > 0) {
    const shape = scope.parents[path.depth - 1];
    if (shape) return { shape, parts: path.parts };
    report(context, 'template/path-unknown', path.loc, {
      message: '../ reaches out of all blocks of this file',
      received: path.original,
      allowed: '@root, or what the partial is given by name',
      hint: 'Use @root, or hand the value to the partial: {{> name key=value}}.',
    });
    return null;
  }
  const isThis = path.original.startsWith('this') && (path.original === 'this' || /^this[./]/.test(path.original));
  const named = isThis ? undefined : scope.names.get(head);
  return named ? { shape: named, parts: rest } : { shape: scope.context, parts: path.parts };
}

function pathShape(path: PathExpression, scope: Scope, context: Context): Shape {
  const start = startOf(path, scope, context);
  let shape = start?.shape ?? ANY;
  for (const part of start?.parts ?? []) {
    const next = step(shape, part, path, context);
    if (!next) return ANY;
    shape = next;
  }
  return shape;
}

function callShape(call: Call, scope: Scope, context: Context): Shape {
  const given = call.params.map((param) => expressionShape(param, scope, context));
  hashShapes(call.hash, scope, context);
  const name = plainName(call.path);
  return (name !== null && Object.hasOwn(HELPERS, name) ? HELPERS[name]?.gives(given) : undefined) ?? ANY;
}

function expressionShape(expression: Expression, scope: Scope, context: Context): Shape {
  switch (expression.type) {
    case 'PathExpression':
      return pathShape(expression, scope, context);
    case 'SubExpression':
      return callShape(expression, scope, context);
    case 'NullLiteral':
    case 'UndefinedLiteral':
      return ANY; // stands for a list or a group as well as for a value
    default:
      return VALUE;
  }
}

function hashShapes(hash: Hash | undefined, scope: Scope, context: Context): Record<string, Shape> {
  return Object.fromEntries((hash?.pairs ?? []).map((pair) => [pair.key, expressionShape(pair.value, scope, context)]));
}

/** What a block's body sees. */
function blockScope(block: Block, given: Shape, scope: Scope, context: Context): Scope {
  const name = plainName(block.path);
  if (name !== 'each' && name !== 'with') return scope;
  let inner = given;
  if (name === 'each') {
    if (given.kind === 'object' || given.kind === 'value') {
      report(context, 'template/path-unknown', block.loc, {
        message: '{{#each}} needs a list',
        received: shapeWords(given),
        allowed: 'a list',
        hint: 'Name a list of the view.',
      });
    }
    inner = given.kind === 'list' ? given.of : ANY;
  }
  const [item, index] = block.program?.blockParams ?? [];
  const names = new Map(scope.names);
  if (item !== undefined) names.set(item, inner);
  if (index !== undefined) names.set(index, VALUE);
  return { ...scope, context: inner, parents: [scope.context, ...scope.parents], names, loop: scope.loop || name === 'each' };
}

function followBlock(block: Block, scope: Scope, context: Context): void {
  const given = block.params[0] ? expressionShape(block.params[0], scope, context) : ANY;
  block.params.slice(1).forEach((param) => expressionShape(param, scope, context));
  hashShapes(block.hash, scope, context);
  if (block.program) followProgram(block.program, blockScope(block, given, scope, context), context);
  if (block.inverse) followProgram(block.inverse, scope, context);
}

function followPartial(call: PartialCall, scope: Scope, context: Context): void {
  const given = call.params[0] ? expressionShape(call.params[0], scope, context) : scope.context;
  const named = hashShapes(call.hash, scope, context);
  const template = context.templates.get(partialName(call));
  if (!template || template.partial === null || context.depth >= MAX_DEPTH || context.calls.left-- <= 0) return;
  // Named values are laid over the given one: Handlebars copies both into a new object.
  const merged: Shape =
    Object.keys(named).length === 0 || given.kind === 'any'
      ? given
      : { kind: 'object', keys: { ...(given.kind === 'object' ? given.keys : {}), ...named } };
  const inner: Scope = { context: merged, parents: [], names: new Map(), root: scope.root, loop: false };
  followProgram(template.program, inner, { ...context, file: template.file, depth: context.depth + 1 });
}

function followStatement(statement: Statement, scope: Scope, context: Context): void {
  switch (statement.type) {
    case 'MustacheStatement': {
      const name = plainName(statement.path);
      const isHelper = name !== null && Object.hasOwn(HELPERS, name);
      const shape = isHelper ? callShape(statement, scope, context) : expressionShape(statement.path, scope, context);
      if (shape.kind === 'value' || shape.kind === 'any') return;
      report(context, 'template/path-unknown', statement.loc, {
        message: 'this is no text that could be printed',
        received: statement.path.type === 'PathExpression' ? statement.path.original : '',
        allowed: shapeWords(shape),
        hint:
          shape.kind === 'list'
            ? 'Go through it with {{#each}}, or {{join}} it.'
            : 'Print one of its values, or {{rich}} where it has runs.',
      });
      return;
    }
    case 'BlockStatement':
      followBlock(statement, scope, context);
      return;
    case 'PartialStatement':
      followPartial(statement, scope, context);
      return;
    default:
      return;
  }
}

function followProgram(program: Program, scope: Scope, context: Context): void {
  for (const statement of program.body) followStatement(statement, scope, context);
}

/**
 * Every path of `deck.hbs`, and of the partials as it calls them, that the view does not have: `template/path-unknown`.
 * The templates must be free of what `forbiddenIn` and `circles` find.
 */
export function unknownPaths(templates: readonly Template[], view: Shape): Problem[] {
  const byName = new Map(templates.map((template) => [template.partial, template]));
  const deck = byName.get(null);
  const problems = new Map<string, Problem>();
  if (deck) {
    const context: Context = { templates: byName, problems, file: deck.file, calls: { left: MAX_CALLS }, depth: 0 };
    followProgram(deck.program, { context: view, parents: [], names: new Map(), root: view, loop: false }, context);
  }
  return [...problems.values()];
}
