import { problem, type Code, type Problem } from '../../base/errors.ts';
import { HELPERS } from '../helpers/table.ts';
import { plainName, type Block, type Content, type Location, type Mustache, type Program, type Statement, type Template } from './ast.ts';
import { scanHtml, type HtmlState } from './html-state.ts';

interface Context {
  readonly file: string;
  /** The file name as it stands in an attribute. */
  readonly stamp: string;
  readonly problems: Problem[];
}

function report(context: Context, code: Code, loc: Location, details: Pick<Problem, 'message' | 'received' | 'allowed' | 'hint'>): void {
  context.problems.push(problem(code, { ...details, place: { file: context.file, line: loc.start.line, column: loc.start.column + 1 } }));
}

function content(statement: Content, state: HtmlState, context: Context): HtmlState {
  const { original, value, loc } = statement;
  const scan = scanHtml(value, state);
  // White space that Handlebars took away before the text had lines too.
  const skipped = original.slice(0, Math.max(0, original.indexOf(value)));
  const line = (offset: number): number => loc.start.line + (skipped + value.slice(0, offset)).split('\n').length - 1;
  let stamped = '';
  let done = 0;
  for (const offset of scan.tagNames) {
    stamped += `${value.slice(done, offset)} data-at="${context.stamp}:${line(offset)}"`;
    done = offset;
  }
  statement.value = stamped + value.slice(done);
  return scan.state;
}

/** What may be printed where: text anywhere text is read, a value between quotation marks, nothing inside a tag. */
function mustache(statement: Mustache, state: HtmlState, context: Context): HtmlState {
  const name = plainName(statement.path);
  const markup = name !== null && Object.hasOwn(HELPERS, name) && HELPERS[name]?.markup === true;
  const received = statement.path.type === 'PathExpression' ? `{{${statement.path.original}}}` : '{{…}}';
  switch (state) {
    case 'text':
    case 'comment':
      return state;
    case 'double-quoted':
    case 'single-quoted':
      if (markup) {
        report(context, 'template/forbidden', statement.loc, {
          message: 'this helper prints markup, which no attribute may hold',
          received,
          allowed: '{{line.text}}',
          hint: 'Print the words alone.',
        });
      }
      return state;
    case 'before-value':
    case 'unquoted':
      report(context, 'template/forbidden', statement.loc, {
        message: 'the attribute’s value has no quotation marks',
        received,
        allowed: 'name="{{value}}"',
        hint: 'Put the value in quotation marks.',
      });
      return 'unquoted';
    default:
      report(context, 'template/forbidden', statement.loc, {
        message: 'a value is printed inside a tag, where it would become markup',
        received,
        allowed: 'between tags, or in quotation marks as an attribute’s value',
        hint: 'Write tag and attribute names out; choose between them with {{#if}}.',
      });
      return state;
  }
}

function block(statement: Block, state: HtmlState, context: Context): HtmlState {
  const name = plainName(statement.path);
  const after = statement.program ? walk(statement.program, state, context) : state;
  const otherwise = statement.inverse ? walk(statement.inverse, state, context) : state;
  const loops = name === 'each' && after !== state;
  const ends = statement.inverse ? after !== otherwise : after !== state;
  if (loops || ends) {
    report(context, 'template/forbidden', statement.loc, {
      message: 'a block begins and ends in different places of the markup, as one inside a tag and the other outside',
      allowed: 'whole tags, or whole attributes',
      hint: 'Let the block hold whole tags, or whole attributes.',
    });
  }
  return after;
}

function walkStatement(statement: Statement, state: HtmlState, context: Context): HtmlState {
  switch (statement.type) {
    case 'ContentStatement':
      return content(statement, state, context);
    case 'MustacheStatement':
      return mustache(statement, state, context);
    case 'BlockStatement':
      return block(statement, state, context);
    case 'PartialStatement':
      if (state !== 'text') {
        report(context, 'template/forbidden', statement.loc, {
          message: 'a partial is called inside a tag',
          allowed: 'between tags',
          hint: 'Call it between tags.',
        });
      }
      return state;
    default:
      return state;
  }
}

function walk(program: Program, state: HtmlState, context: Context): HtmlState {
  return program.body.reduce((current, statement) => walkStatement(statement, current, context), state);
}

function escapeAttribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}

/**
 * Stamps `data-at="file:line"` onto every start tag of a parsed template, in place, so that an error in what it prints can
 * name its line; and finds what is printed where it could become markup. To be called once for each template.
 */
export function stampTags(template: Template): Problem[] {
  const context: Context = { file: template.file, stamp: escapeAttribute(template.file), problems: [] };
  const end = walk(template.program, 'text', context);
  if (end !== 'text') {
    context.problems.push(
      problem('template/forbidden', {
        message: 'the file ends inside a tag or a comment',
        place: { file: template.file },
        hint: 'Close the last tag or comment.',
      }),
    );
  }
  return context.problems;
}
