import Handlebars from 'handlebars';
import { bare } from '../../base/origin.ts';
import type { Program, Template } from '../language/ast.ts';
import type { Budget } from './budget.ts';
import { LIMITS } from './budget.ts';
import { HELPERS, type Helper } from '../helpers/table.ts';

/*
 * Threat model. A template pack comes from a stranger by mail; article texts and briefing options come from anywhere.
 *
 * A pack must not
 * - run code: reach Function or any constructor through prototypes, add helpers or decorators, or compile text at run time;
 * - read anything but the view: no disk, no environment, no other pack's partials;
 * - put markup into a deck that is not slide markup: what is printed is read again by the deck stage, which admits typed
 *   blocks alone, so nothing here is the last line of defence against hostile output;
 * - take the machine down: text, nesting, work and output are bounded.
 * A text of an article or an option must not
 * - become template syntax: it is data, never compiled;
 * - become markup: every value is escaped, unescaped output does not exist, and values stand between tags or in quotation
 *   marks only.
 *
 * How: an environment of its own for every rendering; Handlebars' strict mode with known helpers only; prototype access
 * off; `log`, `lookup` and the inline decorator removed; only templates that passed the checks in `language/` are compiled,
 * each exactly once, partials as functions and never as text.
 */

/** A helper of the engine’s own, whose name no template can write. */
const PRINT = '(print)';

const COMPILE = {
  strict: true,
  knownHelpersOnly: true,
  knownHelpers: { ...Object.fromEntries([...Object.keys(HELPERS), PRINT].map((name) => [name, true])), log: false, lookup: false },
  noEscape: false,
  preventIndent: true,
} as const;

const RUNTIME = { allowProtoMethodsByDefault: false, allowProtoPropertiesByDefault: false, allowCallsToHelperMissing: false } as const;

interface HelperOptions {
  readonly hash: Readonly<Record<string, unknown>>;
  readonly fn: (context: unknown, options: unknown) => string;
  readonly inverse: (context: unknown) => string;
  readonly data: Record<string, unknown>;
}

/** `each` for lists alone, counting its turns. Handlebars' own also walks objects and iterators. */
function eachWithin(budget: Budget) {
  return function (this: unknown, items: unknown, options: HelperOptions): string {
    if (items === null || items === undefined) return options.inverse(this);
    if (!Array.isArray(items)) throw new TypeError('a list is needed here');
    if (items.length === 0) return options.inverse(this);
    let text = '';
    items.forEach((item: unknown, index) => {
      const turn = { key: index, index, first: index === 0, last: index === items.length - 1 };
      const data = Object.assign(Handlebars.createFrame(options.data) as Record<string, unknown>, turn);
      const printed = options.fn(item, { data, blockParams: [item, index] });
      budget.spend(LIMITS.turn, printed.length);
      text += printed;
    });
    budget.spend(0, text.length);
    return text;
  };
}

/** Handlebars' own, of what is marked with an origin: a number may be 0. */
function ofBareValue(own: Handlebars.HelperDelegate | undefined, budget: Budget): Handlebars.HelperDelegate {
  return function (this: unknown, value: unknown, options: unknown): unknown {
    budget.spend(sizeOf(value));
    return own?.call(this, bare(value), options);
  };
}

/** What it costs to look at a value: characters of a text, items of a list. */
function sizeOf(value: unknown): number {
  if (typeof value === 'string' || Array.isArray(value)) return value.length;
  return value instanceof Handlebars.SafeString ? value.toString().length : 1;
}

/** A helper, with what it is given and what it makes counted. */
function countedHelper({ run, makes }: Helper, budget: Budget): Handlebars.HelperDelegate {
  return (...given: unknown[]) => {
    const values = given.slice(0, -1);
    budget.spend(values.reduce<number>((sum, value) => sum + sizeOf(value), 1));
    if (makes) budget.spend(0, makes(values));
    const made = run?.(values, (given.at(-1) as HelperOptions).hash);
    budget.spend(sizeOf(made));
    return made;
  };
}

/** Has each value that is printed go through `PRINT`, in place: nothing else tells how often a long text is printed. */
function countPrinted(program: Program): void {
  for (const statement of program.body) {
    if (statement.type === 'BlockStatement') [statement.program, statement.inverse].forEach((inner) => inner && countPrinted(inner));
    if (statement.type !== 'MustacheStatement') continue;
    const { path, params, hash, loc } = statement;
    const isCall = params.length > 0 || hash !== undefined;
    // A path alone is looked up as strictly as where it is printed by itself.
    const value = isCall ? { type: 'SubExpression', path, params, hash, loc } : { ...path, strict: true };
    Object.assign(statement, {
      path: { type: 'PathExpression', data: false, depth: 0, parts: [PRINT], original: PRINT, loc },
      params: [value],
      hash: undefined,
    });
  }
}

/** Gives an error of a template to whoever knows how to say it, with the file it came from. */
export type Translate = (error: unknown, template: Template) => Error;

/** Compiles checked templates; the result prints `deck.hbs` with a view. */
export function compileTemplates(templates: readonly Template[], budget: Budget, translate: Translate): (view: unknown) => string {
  const environment = Handlebars.create();
  environment.unregisterHelper('log');
  environment.unregisterHelper('lookup');
  environment.unregisterDecorator('inline');
  for (const [name, helper] of Object.entries(HELPERS)) if (helper.run) environment.registerHelper(name, countedHelper(helper, budget));
  environment.registerHelper('each', eachWithin(budget));
  for (const name of ['if', 'unless']) environment.registerHelper(name, ofBareValue(environment.helpers[name], budget));
  environment.registerHelper(PRINT, (value: unknown) => {
    budget.print(sizeOf(value));
    return value;
  });

  let print: ((view: unknown) => string) | null = null;
  for (const template of templates) {
    countPrinted(template.program);
    const compiled = environment.compile(template.program, COMPILE) as (context: unknown, options: object) => string;
    const guarded = (context: unknown, options: object = {}): string => {
      try {
        // A sixteenth of the text's length: running through a template costs even where it prints nothing.
        budget.spend(LIMITS.call + template.length / 16);
        const printed = compiled(context, Object.assign({}, options, RUNTIME));
        budget.spend(0, printed.length);
        return printed;
      } catch (error) {
        throw translate(error, template);
      }
    };
    if (template.partial === null) print = (view) => guarded(view);
    else environment.registerPartial(template.partial, guarded);
  }
  return (view) => print?.(view) ?? '';
}
