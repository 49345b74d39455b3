import type { LevelStyle } from '../../template/theme/types.ts';
import type { SceneParagraph } from '../types.ts';
import { faceOf, remembered } from './atoms.ts';
import type { Fonts } from './types.ts';

/** What stands before an item of an ordered list. */
export function numberLabel(number: number): string {
  return `${number}.`;
}

/** Space between a number and its text, in ems. */
const GAP = 0.35;

/** Levels whose hanging space is wide enough for the numbers of ordered lists: a number wider than it would push its first line. */
export function widenNumbers(fonts: Fonts, levels: readonly LevelStyle[], paragraphs: readonly SceneParagraph[]): readonly LevelStyle[] {
  const widest = new Map<number, number>();
  for (const p of paragraphs) {
    const level = levels[p.level];
    if (typeof p.bullet !== 'number' || !level) continue;
    widest.set(p.level, Math.max(widest.get(p.level) ?? 0, labelWidth(fonts, level, p.bullet)));
  }
  if (widest.size === 0) return levels;
  return levels.map((level, i) => {
    const more = (widest.get(i) ?? 0) - level.hanging;
    return more > 0 ? widened(fonts, level, Math.ceil(more)) : level;
  });
}

function labelWidth(fonts: Fonts, level: LevelStyle, number: number): number {
  const ems = (): number => faceOf(fonts, level, { bold: false, italic: false }).width(numberLabel(number), true) + GAP;
  return remembered(fonts.cache.labels, level, number, () => ems() * level.size);
}

/** The same level for the same points, since what is measured is remembered by it. */
function widened(fonts: Fonts, level: LevelStyle, more: number): LevelStyle {
  const wider = (): LevelStyle => ({ ...level, indent: level.indent + more, hanging: level.hanging + more });
  return remembered(fonts.cache.widened, level, more, wider);
}
