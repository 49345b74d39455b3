import type { Run } from '../../base/text.ts';
import type { LevelStyle } from '../../template/theme/types.ts';
import type { Context } from '../context.ts';
import { runningParagraph } from '../paragraph.ts';
import type { SceneParagraph } from '../types.ts';
import type { FlowParagraph } from './types.ts';

/** Prose in a region whose first level is bulleted stands without bullet and indent. */
export function plain(context: Context, levels: readonly LevelStyle[], runs: readonly Run[]): SceneParagraph {
  return runningParagraph(context, runs, { bullet: levels[0]?.bullet ? 'none' : 'level' });
}

export function flowing(p: SceneParagraph, isItem = false): FlowParagraph {
  return { paragraph: p, isItem, keepsNext: false };
}
