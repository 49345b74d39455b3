import Handlebars from 'handlebars';
import { problem, type Problem } from '../../base/errors.ts';
import type { Program, Template } from './ast.ts';

/** A template of this size is no template; it bounds parsing and compiling. Characters. */
const MAX_LENGTH = 500_000;

function lineAndColumn(error: unknown): { line?: number; column?: number; message: string } {
  if (!(error instanceof Error)) return { message: String(error) };
  const { lineNumber, column } = error as { lineNumber?: number; column?: number };
  if (lineNumber !== undefined) return { line: lineNumber, column: (column ?? 0) + 1, message: error.message.replace(/ - \d+:\d+$/, '') };
  // The parser's own: "Parse error on line 3:\n{{#if a}} x\n-----------^\nExpecting 'ID', …, got 'EOF'"
  const [first = '', , pointer = '', expecting = ''] = error.message.split('\n');
  const line = /on line (\d+)/.exec(first)?.[1];
  const got = /got '(\w+)'/.exec(expecting)?.[1];
  return {
    ...(line === undefined ? {} : { line: Number(line), column: Math.max(1, pointer.indexOf('^') + 1) }),
    message: got === 'EOF' ? 'the template ends inside a block or a mustache' : 'this is no Handlebars syntax',
  };
}

/** Parses one file. A syntax error is a `template/syntax` with line and column. */
export function parseTemplate(text: string, file: string, partial: string | null): { template: Template | null; problems: Problem[] } {
  if (text.length > MAX_LENGTH) {
    const details = {
      message: 'the template is too long',
      place: { file },
      received: `${text.length} characters`,
      allowed: `${MAX_LENGTH} characters`,
    };
    return { template: null, problems: [problem('template/limit', { ...details, hint: 'Divide it into partials.' })] };
  }
  try {
    const program = Handlebars.parse(text) as unknown as Program;
    return { template: { file, partial, length: text.length, program }, problems: [] };
  } catch (error) {
    const { message, line, column } = lineAndColumn(error);
    const place = { file, ...(line === undefined ? {} : { line }), ...(column === undefined ? {} : { column }) };
    return {
      template: null,
      problems: [
        problem('template/syntax', { message, place, hint: 'Check that every {{#block}} has its {{/block}} and every {{ its }}.' }),
      ],
    };
  }
}
