import type { GroupBox } from '../../layout/types.ts';
import type { PartContext } from './context.ts';
import { DECORATIVE, shape } from './shape.ts';
import { plainText, shapeName } from './text.ts';
import { offsetAndExtent } from './units.ts';
import { attributes } from '../../base/ooxml/xml/escape.ts';

/** A timeline or a row of figures as one named group, its parts in reading order. */
export function group(box: GroupBox, context: PartContext): string {
  const id = context.nextId();
  const children = box.children.map((child) => (child.kind === 'text' ? plainText(child, context) : shape(child, context)));
  const name = { id, name: shapeName(box.id) };
  const named =
    box.alt === '' ? `<p:cNvPr${attributes(name)}>${DECORATIVE}</p:cNvPr>` : `<p:cNvPr${attributes({ ...name, descr: box.alt })}/>`;
  return (
    `<p:grpSp><p:nvGrpSpPr>${named}<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>` +
    `<p:grpSpPr><a:xfrm>${offsetAndExtent(box.frame)}${offsetAndExtent(box.frame, 'ch')}</a:xfrm></p:grpSpPr>${children.join('')}</p:grpSp>`
  );
}
