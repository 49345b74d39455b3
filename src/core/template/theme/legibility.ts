import { contrast, requiredContrast, resolveColor } from './color.ts';
import { drawnOn } from './drawn.ts';
import type { ColorUse, Frame, Layout, Theme } from './types.ts';

/** Text that would be hard to read. */
export interface ContrastFault {
  readonly layout: string;
  readonly region: string;
  readonly style: string;
  /** From 1. */
  readonly level: number;
  readonly color: string;
  readonly background: string;
  readonly ratio: number;
  readonly required: number;
}

const holds = (outer: Frame, inner: Frame): boolean =>
  outer.x <= inner.x &&
  outer.y <= inner.y &&
  outer.x + outer.width >= inner.x + inner.width &&
  outer.y + outer.height >= inner.y + inner.height;

/** The colour behind a frame: the topmost drawing that holds it whole, else the layout's background. Null: a picture, which has many. */
export function backgroundOf(theme: Theme, layout: Layout, frame: Frame): ColorUse | null {
  const under = drawnOn(layout, theme).findLast((shape) => shape.kind !== 'line' && shape.kind !== 'text' && holds(shape.frame, frame));
  if (under?.kind === 'image') return null;
  return under?.kind === 'rectangle' || under?.kind === 'path' ? under.fill : (layout.background ?? theme.background);
}

/** Words of a level of a region's style, and what lies behind them. */
export interface ContrastPair {
  readonly layout: string;
  readonly region: string;
  readonly style: string;
  /** From 1. */
  readonly level: number;
  readonly color: ColorUse;
  readonly ground: ColorUse;
  readonly ratio: number;
  /** By WCAG AA at the level's smallest size. */
  readonly required: number;
}

/** Every level of every region's style against what lies behind it, but where that is a picture. */
export function contrastPairs(theme: Theme): ContrastPair[] {
  return Object.values(theme.layouts).flatMap((layout) =>
    layout.regions.flatMap((region) => {
      const ground = backgroundOf(theme, layout, region.frame);
      if (ground === null) return [];
      const background = resolveColor(theme, ground);
      return (theme.styles[region.style]?.levels ?? []).map(({ color, minimum, bold }, i) => ({
        layout: layout.name,
        region: region.name,
        style: region.style,
        level: i + 1,
        color,
        ground,
        ratio: contrast(resolveColor(theme, color), background),
        required: requiredContrast(minimum, bold),
      }));
    }),
  );
}

/** Those that are hard to read. */
export function contrastFaults(theme: Theme): ContrastFault[] {
  return contrastPairs(theme)
    .filter(({ ratio, required }) => ratio < required)
    .map(({ color, ground, ...pair }) => ({ ...pair, color: resolveColor(theme, color), background: resolveColor(theme, ground) }));
}
