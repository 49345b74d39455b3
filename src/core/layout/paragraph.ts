import type { Run } from '../base/text.ts';
import type { Context } from './context.ts';
import { directionOf } from './text/direction.ts';
import { runsText } from './text/display.ts';
import type { SceneParagraph } from './types.ts';

/** A paragraph with the direction of its own words; unless told otherwise of the first level, as its style says. */
export function paragraph(
  context: Context,
  runs: readonly Run[],
  more: Partial<Omit<SceneParagraph, 'runs' | 'direction'>> = {},
): SceneParagraph {
  let direction = context.directions.get(runs);
  if (!direction) {
    direction = directionOf(runsText(runs), context.direction);
    context.directions.set(runs, direction);
  }
  return { runs, level: 0, bullet: 'level', startsList: false, align: null, field: null, ...more, direction };
}
