import { LecternError, problem } from '../../base/errors.ts';
import { allPaths } from '../language/all-paths.ts';
import type { Template } from '../language/ast.ts';

/** What Handlebars and JavaScript say when a path leads through null: the key that was asked for. */
const MISSING = [/^"([^"]+)" not defined in /, /reading '([^']+)'\)/];

function missingKey(message: string): string | null {
  return MISSING.map((pattern) => pattern.exec(message)?.[1]).find((key) => key !== undefined) ?? null;
}

/** Handlebars' own errors know their place, column from 0. */
type HandlebarsError = Error & { readonly lineNumber?: number; readonly column?: number };

/**
 * An error while a template ran, as a `template/runtime` with its file and, where Handlebars tells or only one path can be
 * meant, its line. Problems pass as they are.
 */
export function runtimeFault(error: unknown, template: Template): Error {
  if (error instanceof LecternError) return error;
  const { message, lineNumber, column }: HandlebarsError = error instanceof Error ? error : new Error(String(error));
  const key = missingKey(message);
  const candidates = key === null ? [] : allPaths(template.program).filter((path) => path.parts.indexOf(key) > 0);
  const first = candidates[0];
  const at =
    lineNumber !== undefined
      ? { line: lineNumber, column: (column ?? 0) + 1 }
      : first
        ? { line: first.loc.start.line, column: first.loc.start.column + 1 }
        : {};
  const text = message.replace(/ - \d+:\d+$/, '');
  return new LecternError(
    problem('template/runtime', {
      message: key === null ? text : `“${key}” is read from something that is not there`,
      place: { file: template.file, ...at },
      ...(first ? { received: [...new Set(candidates.map((path) => path.original))].join(' or ') } : {}),
      hint: key === null ? 'Check what the helper is given.' : 'Put it into {{#if …}} or {{#with …}} of what may be missing.',
    }),
  );
}
