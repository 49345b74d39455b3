import { contrast, resolveColor } from './color.ts';
import type { ContrastPair } from './legibility.ts';
import type { ColorUse, Theme } from './types.ts';

const STEPS = 50;

/** A colour mixed with another, `share` of 0 to 1 of it; both `#RRGGBB`. */
export function mixed(color: string, other: string, share: number): string {
  const channel = (at: number): string => {
    const [a, b] = [color, other].map((text) => Number.parseInt(text.slice(at, at + 2), 16)) as [number, number];
    return Math.round(a + (b - a) * share)
      .toString(16)
      .padStart(2, '0');
  };
  return `#${[1, 3, 5].map(channel).join('')}`.toUpperCase();
}

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
      const shade = mixed(now, other, step / STEPS);
      if (holds(shade)) return shade;
    }
  return null;
}
