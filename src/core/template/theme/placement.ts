import type { Frame, Theme } from './types.ts';

/** A region that text or pictures cannot safely fill where it stands. */
export interface PlacementFault {
  readonly layout: string;
  readonly region: string;
  readonly kind: 'overlap' | 'keep-out';
  /** The region it overlaps; null for areas kept clear. */
  readonly other: string | null;
}

/** Points by which frames may touch: drawing rounds. */
const TOUCH = 0.5;

function overlaps(a: Frame, b: Frame): boolean {
  const across = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const down = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return across > TOUCH && down > TOUCH;
}

/** Regions that overlap another of their layout or enter an area kept clear. That none leaves the page, `loadTheme` sees to. */
export function placementFaults(theme: Theme): PlacementFault[] {
  return Object.values(theme.layouts).flatMap((layout) =>
    layout.regions.flatMap((region, i): PlacementFault[] => {
      const at = { layout: layout.name, region: region.name };
      const others = layout.regions.slice(i + 1).filter((other) => overlaps(region.frame, other.frame));
      const clear = [...theme.keepOut, ...layout.keepOut];
      return [
        ...others.map((other): PlacementFault => ({ ...at, kind: 'overlap', other: other.name })),
        ...(clear.some((area) => overlaps(region.frame, area)) ? [{ ...at, kind: 'keep-out' as const, other: null }] : []),
      ];
    }),
  );
}
