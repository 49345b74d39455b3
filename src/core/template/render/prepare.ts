import type { Problem } from '../../errors.ts';
import { checkTemplates } from '../language/check.ts';
import type { Pack } from '../types.ts';
import { makeBudget, type Budget } from './budget.ts';
import { compileTemplates } from './environment.ts';
import { runtimeFault } from './faults.ts';
import { viewShape } from './view-shape.ts';

export interface Prepared {
  readonly problems: readonly Problem[];
  /** Null where the templates have faults. Throws `LecternError`. */
  readonly print: ((view: unknown, budget: Budget) => string) | null;
}

/** A pack never changes, and an app fills the same one again at every keystroke. */
const prepared = new WeakMap<Pack, Prepared>();

function prepare(pack: Pack): Prepared {
  const { templates, problems } = checkTemplates(pack, viewShape(pack));
  if (problems.length > 0) return { problems, print: null };
  let budget = makeBudget(pack.folder);
  const print = compileTemplates(templates, { spend: (units, output) => budget.spend(units, output) }, runtimeFault);
  return {
    problems,
    print: (view, own) => {
      budget = own;
      return print(view);
    },
  };
}

/** A pack's templates, checked and compiled once. */
export function preparedPack(pack: Pack): Prepared {
  const known = prepared.get(pack) ?? prepare(pack);
  prepared.set(pack, known);
  return known;
}
