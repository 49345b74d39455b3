import type { Decoration } from '../../template/theme/types.ts';
import type { PartContext } from './context.ts';
import { mediaPart } from './image.ts';
import { DECORATIVE, drawing } from './shape.ts';
import { transform } from './units.ts';
import { attributes } from '../../ooxml/xml/escape.ts';
import { RELATIONSHIPS } from '../../ooxml/xml/namespaces.ts';

/** What a master or layout draws below the slides' boxes. An image that is not at hand is left out. */
export function decoration(list: readonly Decoration[], context: PartContext): string {
  return list.map((d, i) => decorationXml(d, `decoration ${i + 1}`, context)).join('');
}

function decorationXml(d: Decoration, name: string, context: PartContext): string {
  const base = { name, frame: d.frame, userDrawn: true } as const;
  switch (d.kind) {
    case 'rectangle':
      return drawing({ ...base, shape: 'rectangle', fill: d.fill, stroke: null, strokeWidth: 0 }, context);
    case 'line':
      return drawing({ ...base, shape: 'line', fill: null, stroke: d.color, strokeWidth: d.width }, context);
    case 'image':
      return picture(d.src, d.frame, name, context);
  }
}

function picture(src: string, frame: Decoration['frame'], name: string, context: PartContext): string {
  const asset = context.scene.media.get(src);
  if (!asset) return '';
  const id = context.relationships.add(RELATIONSHIPS.image, `../media/${mediaPart(asset)}`);
  return (
    `<p:pic><p:nvPicPr><p:cNvPr${attributes({ id: context.nextId(), name })}>${DECORATIVE}</p:cNvPr>` +
    `<p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr userDrawn="1"/></p:nvPicPr>` +
    `<p:blipFill><a:blip r:embed="${id}"/><a:stretch><a:fillRect/></a:stretch></p:blipFill>` +
    `<p:spPr>${transform(frame)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>`
  );
}
