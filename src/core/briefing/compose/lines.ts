import { isRef, refsOf, textOfRun, type Run, type TextRun } from '../../base/text.ts';
import type { LineView } from '../types.ts';

/**
 * How the lines of one item are made: their references become the deck's numbers, and a line that has none may be the
 * briefer's own. It is, where it was written in the briefing, or where the article does refer to a source elsewhere; in
 * an article without any reference nothing is marked, since there is nothing it could differ from.
 */
export interface LineMaker {
  readonly line: (runs: readonly Run[], options?: LineOptions) => LineView;
  /** The deck's numbers for references and footnotes that belong to a whole block. */
  readonly refs: NumbersOf;
}

/** The deck's source numbers for paragraphs of an article, and for words of footnotes. */
export type NumbersOf = (refs: readonly number[], notes?: readonly string[]) => number[];

export interface LineOptions {
  /** The words were written in the briefing. */
  readonly written?: boolean;
  /** Something else carries the line's references: its block, its parent, its column. */
  readonly covered?: boolean;
}

/** `keyOf`: the running order's key of a topic that a link leads to (`#roads`, `#port/roads`); null where it is not in this deck. */
export function makeLines(number: NumbersOf, ownWithoutReference: boolean, keyOf: (target: string) => string | null): LineMaker {
  const linked = (run: TextRun): TextRun => {
    if (!run.href?.startsWith('#')) return run;
    const { href, ...rest } = run;
    const key = keyOf(href.slice(1));
    return key === null ? rest : { ...rest, href: `#${key}` };
  };
  return {
    refs: number,
    line: (runs, { written = false, covered = false } = {}) => {
      const numbered = runs.map((run): Run => (isRef(run) ? { refs: number(run.refs, run.notes) } : linked(run)));
      const refs = refsOf(numbered);
      return { text: textWithoutRefs(runs), runs: numbered, refs, own: refs.length === 0 && !covered && (written || ownWithoutReference) };
    },
  };
}

/** The words without references and the space before them. */
export function textWithoutRefs(runs: readonly Run[]): string {
  return runs
    .map((run, index) => {
      if (isRef(run)) return '';
      const next = runs[index + 1];
      const text = textOfRun(run);
      return next && isRef(next) ? text.replace(/[ \t]+$/, '') : text;
    })
    .join('')
    .trim();
}
