import { problem, type Code, type Problem } from '../../base/errors.ts';
import { nearest } from '../../base/nearest.ts';
import { HELPER_NAMES, HELPERS } from '../helpers/table.ts';
import {
  callName,
  plainName,
  type Block,
  type Call,
  type Expression,
  type Hash,
  type Mustache,
  type PartialCall,
  type Program,
  type Statement,
  type Template,
} from './ast.ts';

/** Nesting beyond this is no design; it bounds every function that walks a tree. */
const MAX_DEPTH = 48;

/** What a block parameter or an option may be called: no word that JavaScript's objects bring along. */
const NAME = /^[A-Za-z][A-Za-z0-9]*$/;
const isName = (name: string): boolean => NAME.test(name) && !(name in {});

interface Context {
  readonly file: string;
  readonly partials: readonly string[];
  readonly problems: Problem[];
}

type Details = Pick<Problem, 'message' | 'received' | 'allowed' | 'hint'>;

function report(
  context: Context,
  code: Code,
  node: { readonly loc: { readonly start: { line: number; column: number } } },
  details: Details,
): void {
  const { line, column } = node.loc.start;
  context.problems.push(problem(code, { ...details, place: { file: context.file, line, column: column + 1 } }));
}

function checkHash(hash: Hash | undefined, allowed: readonly string[] | null, context: Context, depth: number): void {
  for (const pair of hash?.pairs ?? []) {
    if (!isName(pair.key) || (allowed !== null && !allowed.includes(pair.key))) {
      report(context, 'template/forbidden', pair, {
        message: 'this name may not stand before =',
        received: pair.key,
        allowed: allowed === null ? 'letters and digits' : allowed.join(', ') || 'no names',
        hint: 'Remove it, or take another name.',
      });
    }
    checkExpression(pair.value, context, depth + 1);
  }
}

function checkCall(call: Call, use: 'inline' | 'block', context: Context, depth: number): void {
  const name = plainName(call.path);
  const helper = name !== null && Object.hasOwn(HELPERS, name) ? HELPERS[name] : undefined;
  if (helper?.use !== use) {
    const names = HELPER_NAMES.filter((candidate) => HELPERS[candidate]?.use === use);
    const near = name === null ? null : nearest(name, names);
    const misused = helper !== undefined;
    report(context, 'template/helper-unknown', call, {
      message: misused
        ? `${name ?? ''} is written ${helper.signature}`
        : use === 'block'
          ? 'there is no block of this name'
          : 'there is no helper of this name',
      received: callName(call) ?? 'a literal',
      allowed: names.join(', '),
      hint: near === null || misused ? 'Use one of Lectern’s helpers; a pack cannot add its own.' : `Did you mean ${near}?`,
    });
  } else {
    const [least, most] = helper.values;
    if (call.params.length < least || call.params.length > most) {
      report(context, 'template/syntax', call, {
        message: `${name ?? ''} has the wrong number of values`,
        received: String(call.params.length),
        allowed: helper.signature,
        hint: 'Write it as shown.',
      });
    }
  }
  call.params.forEach((param) => checkExpression(param, context, depth + 1));
  checkHash(call.hash, helper?.options ?? [], context, depth);
}

function tooDeep(node: { loc?: Statement['loc'] }, context: Context, depth: number): boolean {
  if (depth <= MAX_DEPTH) return false;
  const loc = node.loc ?? { start: { line: 1, column: 0 } };
  const known = context.problems.some((p) => p.code === 'template/limit');
  if (!known)
    report(
      context,
      'template/limit',
      { loc },
      { message: 'blocks stand too deep in each other', allowed: `${MAX_DEPTH} levels`, hint: 'Divide the template into partials.' },
    );
  return true;
}

function checkExpression(expression: Expression, context: Context, depth: number): void {
  if (expression.type !== 'SubExpression' || tooDeep(expression, context, depth)) return;
  checkCall(expression, 'inline', context, depth);
}

function checkMustache(statement: Mustache, context: Context, depth: number): void {
  if (statement.type === 'Decorator') {
    report(context, 'template/forbidden', statement, {
      message: 'decorators are not allowed',
      received: `{{* ${callName(statement) ?? ''}}}`,
      hint: 'Remove it.',
    });
    return;
  }
  if (!statement.escaped) {
    report(context, 'template/forbidden', statement, {
      message: 'values are always escaped',
      received: `{{{${callName(statement) ?? ''}}}} or {{&…}}`,
      allowed: '{{value}}, or {{rich line}} for a line with its bold, links and references',
      hint: 'Write two braces.',
    });
  }
  if (statement.path.type !== 'PathExpression') {
    report(context, 'template/forbidden', statement, {
      message: 'a literal stands where a path or a helper must',
      hint: 'Write the words without braces.',
    });
    return;
  }
  const name = plainName(statement.path);
  const isHelper = name !== null && Object.hasOwn(HELPERS, name);
  if (isHelper || statement.params.length > 0 || (statement.hash?.pairs.length ?? 0) > 0) checkCall(statement, 'inline', context, depth);
}

function checkBlock(statement: Block, context: Context, depth: number): void {
  if (statement.type === 'DecoratorBlock') {
    report(context, 'template/forbidden', statement, {
      message: 'inline partials and decorators are not allowed',
      received: `{{#* ${callName(statement) ?? ''}}}`,
      hint: 'Put it into a file under partials/.',
    });
    return;
  }
  checkCall(statement, 'block', context, depth);
  for (const name of [...(statement.program?.blockParams ?? []), ...(statement.inverse?.blockParams ?? [])]) {
    if (isName(name) && !Object.hasOwn(HELPERS, name)) continue;
    report(context, 'template/forbidden', statement, {
      message: 'this name may not stand between | and |',
      received: name,
      allowed: 'letters and digits, no helper’s name',
      hint: 'Take another name.',
    });
  }
  if (statement.program) checkProgram(statement.program, context, depth + 1);
  if (statement.inverse) checkProgram(statement.inverse, context, depth + 1);
}

function checkPartial(statement: PartialCall, context: Context, depth: number): void {
  const name = partialName(statement);
  if (name === null) {
    report(context, 'template/forbidden', statement, {
      message: 'a partial is called by its name alone',
      received: 'a computed name',
      allowed: '{{> name}}',
      hint: 'Write the name, and choose with {{#if}}.',
    });
  } else if (!context.partials.includes(name)) {
    const near = nearest(name, context.partials);
    report(context, 'template/partial-missing', statement, {
      message: 'the pack has no partial of this name',
      received: name,
      allowed: context.partials.join(', ') || 'none',
      hint: near === null ? `Add partials/${/^[\w/-]+$/.test(name) ? name : 'NAME'}.hbs to the pack.` : `Did you mean ${near}?`,
    });
  }
  if (statement.params.length > 1) {
    report(context, 'template/syntax', statement, {
      message: 'a partial takes one value and named ones',
      received: `${statement.params.length} values`,
      allowed: '{{> name value key=value}}',
      hint: 'Name the others.',
    });
  }
  statement.params.forEach((param) => checkExpression(param, context, depth + 1));
  checkHash(statement.hash, null, context, depth);
}

/** The name of a partial as written; null where it is computed. */
export function partialName(statement: PartialCall): string | null {
  return statement.name.type === 'PathExpression' ? statement.name.original : null;
}

function checkStatement(statement: Statement, context: Context, depth: number): void {
  switch (statement.type) {
    case 'MustacheStatement':
    case 'Decorator':
      checkMustache(statement, context, depth);
      return;
    case 'BlockStatement':
    case 'DecoratorBlock':
      checkBlock(statement, context, depth);
      return;
    case 'PartialStatement':
      checkPartial(statement, context, depth);
      return;
    case 'PartialBlockStatement':
      report(context, 'template/forbidden', statement, {
        message: 'a partial has no block of its own',
        received: '{{#> …}}',
        allowed: '{{> name}}',
        hint: 'Give the partial what it needs by name.',
      });
      return;
    case 'ContentStatement':
    case 'CommentStatement':
      return;
  }
}

function checkProgram(program: Program, context: Context, depth: number): void {
  if (tooDeep(program, context, depth)) return;
  program.body.forEach((statement) => checkStatement(statement, context, depth));
}

/** Everything in a file that Lectern's Handlebars does not have: raw output, decorators, foreign helpers, missing partials. */
export function forbiddenIn(template: Template, partials: readonly string[]): Problem[] {
  const context: Context = { file: template.file, partials, problems: [] };
  checkProgram(template.program, context, 0);
  return context.problems;
}
