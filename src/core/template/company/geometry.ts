import { child, value, type Element } from '../../base/ooxml/xml/tree.ts';
import type { Frame } from '../theme/types.ts';

const EMU = 12_700;

export function points(emu: string | null, fallback = 0): number {
  const number = Number(emu ?? Number.NaN);
  return Number.isFinite(number) ? round(number / EMU) : fallback;
}

/** To a thousandth of a point, as the grid is. */
export function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}

/** How a group's own coordinates lie on the page. */
export interface Transform {
  readonly x: number;
  readonly y: number;
  readonly scaleX: number;
  readonly scaleY: number;
}

export const PAGE: Transform = { x: 0, y: 0, scaleX: 1, scaleY: 1 };

export function placed(frame: Frame, { x, y, scaleX, scaleY }: Transform): Frame {
  return {
    x: round(x + frame.x * scaleX),
    y: round(y + frame.y * scaleY),
    width: round(frame.width * scaleX),
    height: round(frame.height * scaleY),
  };
}

function box(xfrm: Element, offset: string, extent: string): Frame | null {
  const [off, ext] = [child(xfrm, offset), child(xfrm, extent)];
  if (!off || !ext) return null;
  return { x: points(value(off, 'x')), y: points(value(off, 'y')), width: points(value(ext, 'cx')), height: points(value(ext, 'cy')) };
}

/** A shape's frame; null where its properties have none. */
export function frameIn(xfrm: Element | null): Frame | null {
  return xfrm === null ? null : box(xfrm, 'a:off', 'a:ext');
}

/** Degrees, 0 to 360. */
export function rotationIn(xfrm: Element | null): number {
  const degrees = Number(xfrm ? (value(xfrm, 'rot') ?? 0) : 0) / 60_000;
  return ((degrees % 360) + 360) % 360;
}

/** The transform of what is inside a group that itself lies under `outer`. */
export function groupTransform(xfrm: Element | null, outer: Transform): Transform {
  const own = frameIn(xfrm);
  const inner = xfrm ? box(xfrm, 'a:chOff', 'a:chExt') : null;
  if (!own || !inner) return outer;
  const scaleX = inner.width > 0 ? own.width / inner.width : 1;
  const scaleY = inner.height > 0 ? own.height / inner.height : 1;
  const at = placed({ x: own.x, y: own.y, width: 0, height: 0 }, outer);
  return {
    scaleX: scaleX * outer.scaleX,
    scaleY: scaleY * outer.scaleY,
    x: at.x - inner.x * scaleX * outer.scaleX,
    y: at.y - inner.y * scaleY * outer.scaleY,
  };
}

/** The upright frame round a turned one. */
export function turnedBounds(frame: Frame, degrees: number): Frame {
  const angle = (degrees * Math.PI) / 180;
  const [sin, cos] = [Math.abs(Math.sin(angle)), Math.abs(Math.cos(angle))];
  const width = frame.width * cos + frame.height * sin;
  const height = frame.width * sin + frame.height * cos;
  return {
    x: round(frame.x + (frame.width - width) / 2),
    y: round(frame.y + (frame.height - height) / 2),
    width: round(width),
    height: round(height),
  };
}

export function overlap(a: Frame, b: Frame): Frame | null {
  const x = Math.max(a.x, b.x);
  const y = Math.max(a.y, b.y);
  const width = Math.min(a.x + a.width, b.x + b.width) - x;
  const height = Math.min(a.y + a.height, b.y + b.height) - y;
  return width > 0 && height > 0 ? { x, y, width, height } : null;
}

export function area({ width, height }: Frame): number {
  return width * height;
}

export function sharedArea(a: Frame, b: Frame): number {
  const common = overlap(a, b);
  return common === null ? 0 : area(common);
}
