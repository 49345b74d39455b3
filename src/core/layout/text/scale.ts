import type { LevelStyle, TextStyle } from '../../template/theme/types.ts';
import { remembered } from './atoms.ts';
import type { Fonts } from './types.ts';

/** Rather than type smaller than this share of its size, words are divided by the rules of their language. */
export const WHOLE_WORDS = 0.85;

/** A level at a share of its full size, in half points, never below its minimum. Space before goes with it; indents stay, so that bullets do not move. */
export function scaleLevel(level: LevelStyle, scale: number): LevelStyle {
  if (scale >= 1) return level;
  const size = Math.min(level.size, Math.max(level.minimum, Math.round(level.size * scale * 2) / 2));
  return size === level.size ? level : { ...level, size, spaceBefore: (level.spaceBefore * size) / level.size };
}

/** All levels at a share of their full size: the same levels for the same share, since what is measured is remembered by them. */
export function scaleLevels({ cache }: Fonts, levels: readonly LevelStyle[], scale: number): readonly LevelStyle[] {
  return scale >= 1 ? levels : levels.map((level) => remembered(cache.scaled, level, scale, () => scaleLevel(level, scale)));
}

/** The shares to try, from 1 down, in steps of one point of the first level, to where every level is at its minimum. */
export function scaleSteps(styles: readonly TextStyle[]): number[] {
  const first = styles[0]?.levels[0];
  if (!first) return [1];
  const lowest = Math.min(...styles.flatMap((s) => s.levels.map((l) => l.minimum / l.size)));
  const steps: number[] = [];
  for (let size = first.size; size / first.size > lowest; size--) steps.push(size / first.size);
  return [...steps, lowest];
}
