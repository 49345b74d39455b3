import type { ChartBox } from '../../../layout/types.ts';
import type { SlideContext } from '../../../write/pptx/context.ts';
import { graphicFrame } from '../../../write/pptx/frame.ts';
import { NAMESPACES } from '../../../base/ooxml/xml/namespaces.ts';

/** The frame of a native chart; the chart itself is a part of its own, see `emit.ts`. */
export function chart(box: ChartBox, context: SlideContext): string {
  const id = context.related.get(box.id);
  if (id === undefined) return '';
  return graphicFrame(box, { uri: NAMESPACES.c, xml: `<c:chart xmlns:c="${NAMESPACES.c}" r:id="${id}"/>` }, context);
}
