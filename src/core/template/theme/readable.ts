import { contrast, mixed, resolveColor } from './color.ts';
import type { ContrastPair } from './legibility.ts';
import type { ColorUse, Theme } from './types.ts';

const STEPS = 50;

/**
 * The shade of a colour that is nearest to it, darker or lighter, with which all words in it can be read on what lies behind them, and all
 * words on it that could be read before; null where there is none.
 */
export function readableShade(theme: Pick<Theme, 'variant' | 'palettes'>, use: ColorUse, pairs: readonly ContrastPair[]): string | null {
  const now = resolveColor(theme, use);
  const about = pairs
    .filter((pair) => (pair.color === use) !== (pair.ground === use))
    .filter((pair) => pair.color === use || pair.ratio >= pair.required);
  const holds = (shade: string): boolean =>
    about.every((pair) => contrast(shade, resolveColor(theme, pair.color === use ? pair.ground : pair.color)) >= pair.required);
  for (let step = 0; step <= STEPS; step += 1)
    for (const other of ['#000000', '#FFFFFF']) {
      const shade = mixed(other, now, step / STEPS);
      if (holds(shade)) return shade;
    }
  return null;
}
