import type { GroupBox } from '../../layout/types.ts';
import type { PartContext } from './context.ts';
import { shape } from './shape.ts';
import { plainText, shapeName } from './text.ts';
import { offsetAndExtent } from './units.ts';
import { attributes } from '../../base/ooxml/xml/escape.ts';

/** A timeline or a row of figures as one named group, its parts in reading order. */
export function group(box: GroupBox, context: PartContext): string {
  const id = context.nextId();
  const children = box.children.map((child) => (child.kind === 'text' ? plainText(child, context) : shape(child, context)));
  return (
    `<p:grpSp><p:nvGrpSpPr><p:cNvPr${attributes({ id, name: shapeName(box.id), descr: box.alt })}/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>` +
    `<p:grpSpPr><a:xfrm>${offsetAndExtent(box.frame)}${offsetAndExtent(box.frame, 'ch')}</a:xfrm></p:grpSpPr>${children.join('')}</p:grpSp>`
  );
}
