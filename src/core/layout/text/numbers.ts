import type { LevelStyle } from '../../template/theme/types.ts';
import type { SceneParagraph } from '../types.ts';
import { faceOf, type Fonts } from './atoms.ts';

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
    const width = (faceOf(fonts, level, { bold: false, italic: false }).width(numberLabel(p.bullet), true) + GAP) * level.size;
    widest.set(p.level, Math.max(widest.get(p.level) ?? 0, width));
  }
  if (widest.size === 0) return levels;
  return levels.map((level, i) => {
    const more = (widest.get(i) ?? 0) - level.hanging;
    return more > 0 ? { ...level, indent: level.indent + Math.ceil(more), hanging: level.hanging + Math.ceil(more) } : level;
  });
}
