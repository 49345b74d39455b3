import type { ColorUse } from '../../template/theme/types.ts';
import { solidFill } from './colors.ts';

/** `p:bg` of a master or layout; nothing where the layout has its master's. */
export function background(use: ColorUse | null): string {
  return use === null ? '' : `<p:bg><p:bgPr>${solidFill(use)}<a:effectLst/></p:bgPr></p:bg>`;
}

/** The shape tree round its shapes; its own id is 1. */
export function shapeTree(shapes: string): string {
  return (
    '<p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>' +
    '<p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>' +
    `${shapes}</p:spTree>`
  );
}
