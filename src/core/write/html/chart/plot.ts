import { scaleLinear, type ScaleLinear } from 'd3-scale';
import type { ChartBox } from '../../../layout/types.ts';
import { contrast, resolveColor } from '../../../template/theme/index.ts';
import type { ColorUse, Theme } from '../../../template/theme/types.ts';
import { colorVar } from '../sheet.ts';

/** What every part of a chart is drawn from. */
export interface Plot {
  readonly box: ChartBox;
  readonly theme: Theme;
  /** Colour of the chart's words. */
  readonly ink: string;
  readonly format: (value: number) => string;
}

/** Values to places along the value axis. */
export function valueScale({ box }: Plot): ScaleLinear<number, number> {
  const { x, y, width, height } = box.plot;
  const scale = box.scale ?? { min: 0, max: 1 };
  return scaleLinear()
    .domain([scale.min, scale.max])
    .range(box.horizontal ? [x, x + width] : [y + height, y]);
}

/** The value axis' ticks with their words. */
export function ticks({ box }: Plot): { value: number; label: string }[] {
  if (!box.scale) return [];
  const { min, step, labels } = box.scale;
  return labels.map((label, i) => ({ value: min + i * step, label }));
}

/** Ink or paper, whichever reads better on this colour. */
export function inkOn(use: ColorUse, theme: Theme): string {
  const ground = resolveColor(theme, use);
  const against = (other: ColorUse): number => contrast(resolveColor(theme, other), ground);
  return colorVar(against('text1') >= against('background1') ? 'text1' : 'background1');
}

/** Breaks a label at spaces into lines of at most this many points, judged by a mean glyph of half an em. */
export function wrapLabel(label: string, width: number, size: number, most: number): string[] {
  const room = Math.max(4, Math.floor(width / (size * 0.5)));
  const lines: string[] = [];
  for (const word of label.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= room) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  if (lines.length <= most) return lines;
  return [
    ...lines.slice(0, most - 1),
    `${lines
      .slice(most - 1)
      .join(' ')
      .slice(0, room - 1)}…`,
  ];
}
