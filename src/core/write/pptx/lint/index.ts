import { problem, type Problem } from '../../../base/errors.ts';
import type { Parts } from '../../../base/ooxml/zip.ts';
import { DECK_RULES } from './deck-rules.ts';
import { PACKAGE_RULES } from './package-rules.ts';
import { readPackage } from './package.ts';
import type { Rule } from './rule.ts';

export const RULES: readonly Rule[] = [...PACKAGE_RULES, ...DECK_RULES];

/** A fault with the rule that found it. */
export interface Finding {
  readonly rule: string;
  readonly part: string;
  readonly message: string;
}

/** What is wrong with a package, by the rules that no schema states. Empty for a package that may leave the house. */
export function lint(parts: Parts): Finding[] {
  const pkg = readPackage(parts);
  return RULES.flatMap((rule) => rule.check(pkg).map((fault) => ({ rule: rule.name, ...fault })));
}

/** Findings as problems: faults of ours, so the hint is to report them. */
export function packageProblems(findings: readonly Finding[]): Problem[] {
  return findings.map(({ rule, part, message }) =>
    problem('write/package', {
      message: `the PowerPoint file would be faulty (${rule}): ${part}: ${message}`,
      hint: 'Nothing was written. This is a fault of Lectern: report this line with the briefing it came from.',
    }),
  );
}
