import type { LintPackage } from './package.ts';

/** One fault that a rule found. */
export interface Fault {
  readonly part: string;
  readonly message: string;
}

export interface Rule {
  readonly name: string;
  /** What it demands, as a sentence. */
  readonly demand: string;
  readonly check: (pkg: LintPackage) => readonly Fault[];
}

/** Values that stand more than once. */
export function repeated<T>(values: readonly T[]): T[] {
  const seen = new Set<T>();
  const twice = new Set<T>();
  for (const value of values) (seen.has(value) ? twice : seen).add(value);
  return [...twice];
}
