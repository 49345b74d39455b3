import { contrast } from '../theme/color.ts';
import type { ColorUse, LevelStyle } from '../theme/types.ts';
import type { BoundLayout, BoundRegion } from './bound.ts';
import { groundsBehind, inkOn, shown } from './ground.ts';
import type { CompanyLevel, CompanyTemplate } from './types.ts';

export type Levels = readonly CompanyLevel[];

/** Below this ratio of contrast nobody chose a colour to be read. */
const UNREADABLE = 3;

/** Levels in their own colours where those can be read on what is behind, else in the first of the theme's that can. */
export function legible(
  levels: Levels,
  { choice: { layout } }: BoundLayout,
  { frame, look }: BoundRegion,
  template: CompanyTemplate,
): Levels {
  const grounds = look?.filled === true ? [] : groundsBehind(frame, layout, template);
  if (grounds.length === 0) return levels;
  const reads = (use: ColorUse): boolean => grounds.every((ground) => contrast(shown(use, layout, template), ground) >= UNREADABLE);
  const mend = (use: ColorUse): ColorUse =>
    reads(use) ? use : inkOn(frame, [use, 'text1', 'background1', 'text2', 'background2'], 4.5, layout, template, use);
  return levels.map((level) => {
    const { color, bullet } = level.style;
    const style: LevelStyle = { ...level.style, color: mend(color), bullet: bullet && { ...bullet, color: mend(bullet.color) } };
    return { ...level, style };
  });
}

/** What a region's text reads at in its own colour, where that is too little; null where it can be read, or nothing is known of its ground. */
export function unreadable({ choice: { layout } }: BoundLayout, { frame, look }: BoundRegion, template: CompanyTemplate): number | null {
  const color = look?.levels[0]?.style.color;
  const ratios =
    color === undefined ? [] : groundsBehind(frame, layout, template).map((ground) => contrast(shown(color, layout, template), ground));
  const least = Math.min(...ratios);
  return ratios.length > 0 && least < UNREADABLE ? least : null;
}
