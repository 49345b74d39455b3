import type { LevelStyle, TextStyle } from '../../template/theme/types.ts';
import { remembered } from './atoms.ts';
import type { Fonts } from './types.ts';

/** Rather than type smaller than this share of its size, words are divided by the rules of their language. */
export const WHOLE_WORDS = 0.85;

/** The step of a ladder that is nearest to a size in points. */
function nearestStep(steps: readonly number[], size: number): number {
  return steps.reduce((best, step) => (Math.abs(step - size) < Math.abs(best - size) ? step : best));
}

/**
 * A level at a share of its full size: the nearest step of its ladder, else in half points and never below its minimum. Space before goes
 * with it; indents stay, so that bullets do not move.
 */
export function scaleLevel(level: LevelStyle, scale: number): LevelStyle {
  if (scale >= 1) return level;
  const wanted = level.size * scale;
  const size = level.steps ? nearestStep(level.steps, wanted) : Math.min(level.size, Math.max(level.minimum, Math.round(wanted * 2) / 2));
  return size === level.size ? level : { ...level, size, spaceBefore: (level.spaceBefore * size) / level.size };
}

/** All levels at a share of their full size: the same levels for the same share, since what is measured is remembered by them. */
export function scaleLevels({ cache }: Fonts, levels: readonly LevelStyle[], scale: number): readonly LevelStyle[] {
  return scale >= 1 ? levels : levels.map((level) => remembered(cache.scaled, level, scale, () => scaleLevel(level, scale)));
}

/** The share of their full size at which every level of these styles is at its minimum. */
export function lowestShare(styles: readonly TextStyle[]): number {
  return Math.min(1, ...styles.flatMap((s) => s.levels.map((l) => l.minimum / l.size)));
}

/**
 * The shares to try, from 1 down: the first level's ladder, else steps of one of its points, to where every level is at its minimum.
 */
export function scaleSteps(styles: readonly TextStyle[]): number[] {
  const first = styles[0]?.levels[0];
  if (!first) return [1];
  if (first.steps) return first.steps.map((step) => step / first.size);
  const lowest = lowestShare(styles);
  const steps: number[] = [];
  for (let size = first.size; size / first.size > lowest; size--) steps.push(size / first.size);
  return [...steps, lowest];
}
