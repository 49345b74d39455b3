import type { Box } from '../../layout/types.ts';
import { shapeTree } from './background.ts';
import { chart } from '../../block/chart/pptx/index.ts';
import type { SlideContext } from './context.ts';
import { group } from './group.ts';
import { stableId } from './guid.ts';
import { image } from '../../block/image/pptx.ts';
import { shape } from './shape.ts';
import { table } from '../../block/table/pptx/index.ts';
import { text } from './text.ts';
import { XML_HEADER } from '../../base/ooxml/xml/escape.ts';
import { NAMESPACES, PRESENTATION_NAMESPACES } from '../../base/ooxml/xml/namespaces.ts';

/** One box, by the writer of its kind. */
function boxXml(box: Box, context: SlideContext): string {
  switch (box.kind) {
    case 'text':
      return text(box, context);
    case 'table':
      return table(box, context);
    case 'chart':
      return chart(box, context);
    case 'image':
      return image(box, context);
    case 'shape':
      return shape(box, context);
    case 'group':
      return group(box, context);
  }
}

/** How PowerPoint knows a slide again after it was moved or its file part renamed: `p14:creationId`. */
export function creationId(slideId: string): number {
  return stableId(`slide ${slideId}`);
}

/** A slide's part: its boxes in reading order on its layout. */
export function slideXml(context: SlideContext): string {
  const shapes = context.slide.boxes.map((box) => boxXml(box, context)).join('');
  return (
    `${XML_HEADER}<p:sld${PRESENTATION_NAMESPACES}><p:cSld>${shapeTree(shapes)}` +
    `<p:extLst><p:ext uri="{BB962C8B-B14F-4D97-AF65-F5344CB8AC3E}"><p14:creationId xmlns:p14="${NAMESPACES.p14}" val="${creationId(context.slide.id)}"/></p:ext></p:extLst>` +
    `</p:cSld><p:clrMapOvr>${context.colorMapping}</p:clrMapOvr></p:sld>`
  );
}
