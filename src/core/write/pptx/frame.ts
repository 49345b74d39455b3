import type { ChartBox, ImageBox, TableBox } from '../../layout/types.ts';
import { companyPh, companyTakes } from './base/placeholder.ts';
import type { SlideContext } from './context.ts';
import { placeholder, takesObject } from './placeholder.ts';
import { shapeName } from './text.ts';
import { offsetAndExtent } from './units.ts';
import { attributes } from '../../base/ooxml/xml/escape.ts';

/** The region's `p:ph` for the first table, chart or picture in it, so that "Reset" and another layout find it; else nothing. */
export function framePlaceholder(box: TableBox | ChartBox | ImageBox, context: SlideContext): string {
  const region = context.layout.regions.find((r) => r.name === box.region);
  if (!region || context.filled.has(region.name)) return '';
  const bound = context.bound?.get(region.name) ?? null;
  const takes = context.bound === null ? takesObject(region, context.layout, box.kind) : bound !== null && companyTakes(bound, box.kind);
  if (!takes) return '';
  context.filled.add(region.name);
  return bound === null ? placeholder(region, context.layout) : companyPh(bound);
}

/** `p:graphicFrame` round a table or a chart. */
export function graphicFrame(
  box: TableBox | ChartBox,
  data: { readonly uri: string; readonly xml: string },
  context: SlideContext,
): string {
  return (
    `<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr${attributes({ id: context.nextId(), name: shapeName(box.id), descr: box.alt })}/>` +
    `<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr>${framePlaceholder(box, context)}</p:nvPr></p:nvGraphicFramePr>` +
    `<p:xfrm>${offsetAndExtent(box.frame)}</p:xfrm>` +
    `<a:graphic><a:graphicData uri="${data.uri}">${data.xml}</a:graphicData></a:graphic></p:graphicFrame>`
  );
}
