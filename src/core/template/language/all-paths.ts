import type { Expression, Hash, PathExpression, Program } from './ast.ts';

function pathsIn(expression: Expression): PathExpression[] {
  if (expression.type === 'PathExpression') return [expression];
  return expression.type === 'SubExpression' ? [...expression.params.flatMap(pathsIn), ...pathsInHash(expression.hash)] : [];
}

function pathsInHash(hash: Hash | undefined): PathExpression[] {
  return (hash?.pairs ?? []).flatMap((pair) => pathsIn(pair.value));
}

/** Every path that a template names, in order. */
export function allPaths(program: Program): PathExpression[] {
  return program.body.flatMap((statement): PathExpression[] => {
    switch (statement.type) {
      case 'MustacheStatement':
        return [...pathsIn(statement.path), ...statement.params.flatMap(pathsIn), ...pathsInHash(statement.hash)];
      case 'PartialStatement':
        return [...statement.params.flatMap(pathsIn), ...pathsInHash(statement.hash)];
      case 'BlockStatement':
        return [
          ...statement.params.flatMap(pathsIn),
          ...pathsInHash(statement.hash),
          ...[statement.program, statement.inverse].flatMap((inner) => (inner ? allPaths(inner) : [])),
        ];
      default:
        return [];
    }
  });
}
