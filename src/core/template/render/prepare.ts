import type { Problem } from '../../base/errors.ts';

import { fileIn } from '../files.ts';
import { checkTemplates } from '../language/check.ts';
import { unreadKinds, type ToShow } from '../language/unread-kinds.ts';
import type { Pack } from '../types.ts';
import { makeBudget, type Budget } from './budget.ts';
import { compileTemplates } from './environment.ts';
import { runtimeFault } from './faults.ts';
import { viewShape } from './view-shape.ts';

export interface Prepared {
  readonly problems: readonly Problem[];
  /** Kinds of block that they do not read, with what to say of it. */
  readonly unread: ReadonlyMap<ToShow, Problem>;
  /** Null where the templates have faults. Throws `LecternError`. */
  readonly print: ((view: unknown, budget: Budget) => string) | null;
}

/** A pack's templates, checked and compiled; to be filled any number of times. */
export function prepare(pack: Pack): Prepared {
  const { templates, problems } = checkTemplates(pack, viewShape(pack));
  if (problems.length > 0) return { problems, unread: new Map(), print: null };
  let budget = makeBudget(pack.folder);
  const own: Budget = { spend: (units, length) => budget.spend(units, length), print: (length) => budget.print(length) };
  const print = compileTemplates(templates, own, runtimeFault);
  return {
    problems,
    unread: unreadKinds(templates, fileIn(pack.folder, 'deck.hbs')),
    print: (view, given) => {
      budget = given;
      return print(view);
    },
  };
}
