import { CODES, type Problem } from '../core/base/errors.ts';

/** Whatever was thrown, as problems. An error that carries problems is the user's to mend; any other is a fault of ours. */
export function problemsOfError(error: unknown): readonly Problem[] {
  if (error instanceof Error && 'problems' in error && Array.isArray(error.problems) && error.problems.length > 0) {
    return error.problems as readonly Problem[];
  }
  return [
    {
      code: 'app/fault',
      severity: CODES['app/fault'],
      message: `a fault of Lectern’s own: ${error instanceof Error ? error.message : String(error)}`,
      hint: 'Your work is kept. Try again; if it stays, restart Lectern and report what you did.',
    },
  ];
}
