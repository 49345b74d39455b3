import type { Decoration } from '../../template/theme/types.ts';
import type { PartContext } from './context.ts';
import { solidFill } from './colors.ts';
import { mediaPart, sourceRectangle } from './image.ts';
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
      return picture(d, name, context);
    case 'path':
      return outline(d, name, context);
  }
}

const COMMANDS: Readonly<Record<string, string>> = { M: 'moveTo', L: 'lnTo', C: 'cubicBezTo' };

/** Units of an outline's own box, which DrawingML counts in whole numbers. */
const FINE = 1000;

/** CT_Path2D. */
function commandXml(letter: string, numbers: string): string {
  const name = COMMANDS[letter];
  if (name === undefined) return '<a:close/>';
  const values = numbers
    .trim()
    .split(' ')
    .map((value) => Math.round(Number(value) * FINE));
  const points = Array.from({ length: values.length / 2 }, (_, i) => `<a:pt${attributes({ x: values[2 * i], y: values[2 * i + 1] })}/>`);
  return `<a:${name}>${points.join('')}</a:${name}>`;
}

function outline(d: Extract<Decoration, { kind: 'path' }>, name: string, context: PartContext): string {
  const { width, height, commands } = d.outline;
  const size = attributes({ w: Math.round(width * FINE), h: Math.round(height * FINE) });
  const path = [...commands.matchAll(/([MLCZ])([^MLCZ]*)/g)].map(([, letter = '', numbers = '']) => commandXml(letter, numbers)).join('');
  return (
    `<p:sp><p:nvSpPr><p:cNvPr${attributes({ id: context.nextId(), name })}>${DECORATIVE}</p:cNvPr><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr>` +
    `<p:spPr>${transform(d.frame)}<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/>` +
    `<a:pathLst><a:path${size}>${path}</a:path></a:pathLst></a:custGeom>${solidFill(d.fill)}<a:ln><a:noFill/></a:ln></p:spPr></p:sp>`
  );
}

function picture({ src, frame, crop }: Extract<Decoration, { kind: 'image' }>, name: string, context: PartContext): string {
  const asset = context.scene.media.get(src);
  if (!asset) return '';
  const id = context.relationships.add(RELATIONSHIPS.image, `../media/${mediaPart(asset)}`);
  return (
    `<p:pic><p:nvPicPr><p:cNvPr${attributes({ id: context.nextId(), name })}>${DECORATIVE}</p:cNvPr>` +
    `<p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr userDrawn="1"/></p:nvPicPr>` +
    `<p:blipFill><a:blip r:embed="${id}"/>${sourceRectangle(crop)}<a:stretch><a:fillRect/></a:stretch></p:blipFill>` +
    `<p:spPr>${transform(frame)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>`
  );
}
