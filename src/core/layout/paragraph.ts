import type { Run } from '../base/text.ts';
import type { Context, Directed } from './context.ts';
import { directionOf } from './text/direction.ts';
import { runsText } from './text/display.ts';
import { withDirectionMarks } from './text/marks.ts';
import type { SceneParagraph } from './types.ts';

type More = Partial<Omit<SceneParagraph, 'runs' | 'direction'>>;

/** A paragraph in the deck's direction, or one that the design has; unless told otherwise of the first level, as its style says. */
export function paragraph(context: Context, runs: readonly Run[], more: More = {}, direction = context.direction): SceneParagraph {
  if (direction !== context.direction) return make(more, { runs: withDirectionMarks(runs, direction), direction });
  return make(more, directed(context, runs, false));
}

/** One of running text, which may have a direction of its own. */
export function runningParagraph(context: Context, runs: readonly Run[], more: More = {}): SceneParagraph {
  return make(more, directed(context, runs, true));
}

function make(more: More, how: Directed): SceneParagraph {
  return { level: 0, bullet: 'level', startsList: false, align: null, field: null, ...more, ...how };
}

/** The same runs for the same runs, so that what was measured of them is found again. */
function directed({ directed: { running, others }, direction: deck }: Context, runs: readonly Run[], isRunning: boolean): Directed {
  const known = isRunning ? running : others;
  const before = known.get(runs);
  if (before) return before;
  const direction = directionOf(runsText(runs), deck, isRunning);
  const made = { runs: withDirectionMarks(runs, direction), direction };
  known.set(runs, made);
  return made;
}
