import type { Frame } from '../../template/theme/types.ts';
import { attributes } from '../../base/ooxml/xml/escape.ts';

/** English metric units in a point. */
const EMU = 12700;

/** Points as whole EMU. */
export function emu(points: number): number {
  return Math.round(points * EMU);
}

/** Points as the hundredths of a point that `sz`, `spc` and `spcPts` count. */
export function hundredths(points: number): number {
  return Math.round(points * 100);
}

/** Shares of one as the thousandths of a percent that DrawingML counts. */
export function thousandthsOfPercent(share: number): number {
  return Math.round(share * 100_000);
}

/** `a:off` and `a:ext`. Right and bottom edges are rounded, not sizes, so that neighbours meet. */
export function offsetAndExtent({ x, y, width, height }: Frame, prefix = ''): string {
  const [left, top] = [emu(x), emu(y)];
  const off = prefix === '' ? 'off' : `${prefix}Off`;
  const ext = prefix === '' ? 'ext' : `${prefix}Ext`;
  return `<a:${off}${attributes({ x: left, y: top })}/><a:${ext}${attributes({ cx: emu(x + width) - left, cy: emu(y + height) - top })}/>`;
}

/** `a:xfrm` of a shape; `flipped`: drawn as in a mirror, its words as ever. */
export function transform(frame: Frame, flipped = false): string {
  return `<a:xfrm${flipped ? ' flipH="1"' : ''}>${offsetAndExtent(frame)}</a:xfrm>`;
}
