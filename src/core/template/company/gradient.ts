import { child, children, value, type Element } from '../../base/ooxml/xml/tree.ts';
import type { Gradient } from '../theme/types.ts';
import { colorIn, type Palette } from './color.ts';

/** More than any person sets by hand. */
const MOST_STOPS = 20;

const share = (raw: string): number => (raw.endsWith('%') ? Number(raw.slice(0, -1)) / 100 : Number(raw) / 100_000);

/**
 * A fill whose colours run along a line; null for other shaded fills, as from the middle, which are shown in their mean colour.
 * `turn` is the shape's own, which its fill may follow. CT_GradientFillProperties.
 */
export function gradientIn(fill: Element, palette: Palette, turn = 0): Gradient | null {
  const [list, line] = [child(fill, 'a:gsLst'), child(fill, 'a:lin')];
  if (!list || child(fill, 'a:path')) return null;
  const stops = children(list, 'a:gs').flatMap((stop) => {
    const color = colorIn(stop, palette);
    const at = share(value(stop, 'pos') ?? '0');
    if (!color || !Number.isFinite(at)) return [];
    return [{ at: Math.min(1, Math.max(0, Math.round(at * 1000) / 1000)), color: color.use, opacity: Math.round(color.alpha * 100) / 100 }];
  });
  if (stops.length < 2 || stops.length > MOST_STOPS) return null;
  const own = Number((line && value(line, 'ang')) ?? 0) / 60_000;
  const follows = value(fill, 'rotWithShape') !== '0';
  const angle = (((own + (follows ? turn : 0)) % 360) + 360) % 360;
  return { angle: Math.round(angle * 100) / 100, stops: stops.sort((a, b) => a.at - b.at) };
}
