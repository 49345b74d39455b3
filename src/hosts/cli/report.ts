import { distinct } from '../../core/base/distinct.ts';
import { byPlace, formatProblem, hasErrors, type Problem } from '../../core/base/errors.ts';
import type { Context } from './context.ts';
import { EXIT, type Exit } from './context.ts';

/** Each problem once, sorted by place. */
export function listed(problems: readonly Problem[]): Problem[] {
  return distinct(problems).sort(byPlace);
}

/** Prints problems to `err`; answers whether the input was at fault. */
export function report(problems: readonly Problem[], context: Context): Exit {
  for (const p of listed(problems)) context.err(`${formatProblem(p)}\n`);
  return hasErrors(problems) ? EXIT.input : EXIT.done;
}

/** One line that is rewritten while something runs; nothing at all where no terminal watches. */
export function progress(context: Context): { readonly say: (text: string) => void; readonly end: () => void } {
  if (!context.terminal) return { say: () => undefined, end: () => undefined };
  return {
    say: (text) => context.err(`\r\u001b[K${text}`),
    end: () => context.err('\r\u001b[K'),
  };
}
