import { problem, type Problem } from '../../base/errors.ts';
import type { PartialCall, Program, Template } from './ast.ts';
import { partialName } from './forbidden.ts';

/** Every call of a partial in a program, blocks included. */
export function partialCalls(program: Program): PartialCall[] {
  return program.body.flatMap((statement): PartialCall[] => {
    if (statement.type === 'PartialStatement') return [statement];
    if (statement.type === 'BlockStatement')
      return [statement.program, statement.inverse].flatMap((inner) => (inner ? partialCalls(inner) : []));
    return [];
  });
}

/** Partials that call themselves, directly or through others: they would never end. */
export function circles(templates: readonly Template[]): Problem[] {
  const byName = new Map(templates.map((template) => [template.partial, template]));
  const done = new Set<Template>();
  const problems: Problem[] = [];
  const visit = (template: Template, via: readonly Template[]): void => {
    if (done.has(template)) return;
    const path = [...via, template];
    for (const call of partialCalls(template.program)) {
      const called = byName.get(partialName(call));
      if (!called) continue;
      if (path.includes(called)) {
        const { line, column } = call.loc.start;
        problems.push(
          problem('template/forbidden', {
            message: 'partials call each other in a circle',
            place: { file: template.file, line, column: column + 1 },
            received: [...path.slice(path.indexOf(called)), called].map((t) => t.partial ?? 'deck').join(' → '),
            hint: 'Write the levels out; lists have three at most.',
          }),
        );
      } else visit(called, path);
    }
    done.add(template);
  };
  for (const template of templates) visit(template, []);
  return problems;
}
