import type { Frame, Gradient } from '../../template/theme/types.ts';
import { formatNumber, h, type Html } from './html.ts';
import { colorVar } from './sheet.ts';

export interface Paint {
  readonly definition: Html;
  /** What refers to it. */
  readonly fill: string;
}

/** Where a gradient begins and ends: along its angle through the middle, as far as the corners. */
export function gradientLine({ angle }: Gradient, { x, y, width, height }: Frame): readonly [number, number, number, number] {
  const radians = (angle * Math.PI) / 180;
  const [cos, sin] = [Math.cos(radians), Math.sin(radians)];
  const half = (Math.abs(width * cos) + Math.abs(height * sin)) / 2;
  const [cx, cy] = [x + width / 2, y + height / 2];
  return [cx - half * cos, cy - half * sin, cx + half * cos, cy + half * sin];
}

/** A gradient over a frame. Its id says all of it, so that the same one twice on a page does no harm. */
export function shade(gradient: Gradient, frame: Frame): Paint {
  const [x1, y1, x2, y2] = gradientLine(gradient, frame).map(formatNumber);
  const stops = gradient.stops.map(({ at, color, opacity }) =>
    h('stop', { offset: formatNumber(at), 'stop-color': colorVar(color), 'stop-opacity': opacity < 1 ? formatNumber(opacity) : null }),
  );
  const says = [x1, y1, x2, y2, ...gradient.stops.flatMap(({ at, color, opacity }) => [formatNumber(at), color, formatNumber(opacity)])];
  const id = `shade-${says
    .join('-')
    .replaceAll('.', '_')
    .replace(/[^\w-]/g, '')}`;
  return {
    definition: h('linearGradient', { id, gradientUnits: 'userSpaceOnUse', x1, y1, x2, y2 }, ...stops),
    fill: `url(#${id})`,
  };
}
