import type { View } from '../../briefing/types.ts';
import { LecternError, type Outcome } from '../../base/errors.ts';
import type { Markup, Pack } from '../types.ts';
import { makeBudget } from './budget.ts';
import { prepare } from './prepare.ts';
import { traceView } from './trace.ts';
import { fileIn } from '../files.ts';
import { toShow } from '../language/unread-kinds.ts';

/** Every option has a value, as a strict template needs it. */
function withOptions(view: View, pack: Pack): View {
  const defaults = Object.fromEntries(Object.entries(pack.manifest.options).map(([name, option]) => [name, option.default]));
  return { ...view, options: { format: '16:9', variant: 'light', pictures: 'screen', ...defaults, ...view.options } };
}

/**
 * Fills a pack's template with a view: slide markup with `data-at="file:line"` on every tag that a template wrote.
 * Templates are checked first; problems (`template/…`) come all at once, each with file, line and column. A kind of block that the view
 * has and no template reads is a warning.
 * `prepared`: the pack's templates, where the same pack is filled again (`PackCache`).
 */
export function renderTemplate(pack: Pack, view: View, prepared = prepare(pack)): Outcome<Markup> {
  const file = fileIn(pack.folder, 'deck.hbs');
  const { print, unread } = prepared;
  const problems = [...prepared.problems, ...[...toShow(view)].flatMap((kind) => unread.get(kind) ?? [])];
  if (!print) return { value: null, problems };
  try {
    const { view: traced, origins, size } = traceView(withOptions(view, pack));
    return { value: { text: print(traced, makeBudget(file, size)), origins, file }, problems };
  } catch (error) {
    if (error instanceof LecternError) return { value: null, problems: error.problems };
    throw error;
  }
}
