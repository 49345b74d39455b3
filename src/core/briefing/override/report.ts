import { problem } from '../../base/errors.ts';
import type { AnyNode } from './tree.ts';
import { lineText } from './hashes.ts';
import type { OverrideContext } from './values.ts';

type Path = readonly PropertyKey[];

/** What stands at a node now, with all its lines. */
export function wordsAt({ item, block }: AnyNode): string {
  return (item ?? block.outline).lines.map(lineText).filter(Boolean).join(' | ') || `a block of ${block.content.kind}`;
}

/** Says that an override's original is otherwise than it was: `briefing/override-changed`, with both texts. */
export function reportChanged(
  path: Path,
  { what, outcome, override, now, hint }: Readonly<Record<'what' | 'outcome' | 'override' | 'now' | 'hint', string>>,
  context: OverrideContext,
): void {
  context.problems.push(
    problem('briefing/override-changed', {
      message: `${what} of the article has changed since this override was written; ${outcome}`,
      place: context.place(path),
      received: `override: ${override}`,
      allowed: `the article now: ${now}`,
      hint,
    }),
  );
}

/** Says that an override's original is not there any more: `briefing/override-missing`. */
export function reportMissing(path: Path, what: string, override: string, context: OverrideContext, allowed?: string): void {
  context.problems.push(
    problem('briefing/override-missing', {
      message: `the topic has no ${what}; the override is left out`,
      place: context.place(path),
      received: `override: ${override}`,
      ...(allowed === undefined ? {} : { allowed }),
      hint: 'Name what it was written for by its place and hash in the article as it is now, or remove the override.',
    }),
  );
}

/** Says that an earlier override did the same: `briefing/override-twice`. */
export function reportTwice(path: Path, what: string, override: string, context: OverrideContext): void {
  context.problems.push(
    problem('briefing/override-twice', {
      message: `another override of this topic is for ${what} too; that one is used`,
      place: context.place(path),
      received: `override: ${override}`,
      hint: 'Keep one of the two, and remove the other.',
    }),
  );
}

/** Says that somebody's own words were changed: `briefing/quotation-reworded`. */
export function reportQuotation(path: Path, override: string, now: string, context: OverrideContext): void {
  context.problems.push(
    problem('briefing/quotation-reworded', {
      message: 'the words of a quotation were changed by hand; they are shown with a mark, and without the quotation’s source',
      place: context.place(path),
      received: `override: ${override}`,
      allowed: `the article: ${now}`,
      hint: 'Remove the override; or, where these words do stand in the source, write “sourced: true” into it.',
    }),
  );
}
