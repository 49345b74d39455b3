import type { TextBox } from '../../layout/types.ts';
import type { ColorUse, Decoration, Gradient } from '../../template/theme/types.ts';
import type { PartContext } from './context.ts';
import { colorElement, solidFill } from './colors.ts';
import { blip, mediaPart, sourceRectangle } from '../../block/image/pptx.ts';
import { DECORATIVE, drawing } from './shape.ts';
import { plainText } from './text.ts';
import { thousandthsOfPercent, transform } from './units.ts';
import { attributes } from '../../base/ooxml/xml/escape.ts';
import { RELATIONSHIPS } from '../../base/ooxml/xml/namespaces.ts';

/** What a master or layout draws below the slides' boxes. An image that is not at hand is left out. */
export function decoration(list: readonly Decoration[], context: PartContext): string {
  return list.map((d, i) => decorationXml(d, `decoration ${i + 1}`, context)).join('');
}

function decorationXml(d: Decoration, name: string, context: PartContext): string {
  const base = { name, frame: d.frame, userDrawn: true } as const;
  switch (d.kind) {
    case 'rectangle':
      return d.gradient
        ? outline({ ...d, kind: 'path', outline: SQUARE }, name, context)
        : drawing({ ...base, shape: 'rectangle', fill: d.fill, stroke: null, strokeWidth: 0 }, context);
    case 'line':
      return drawing({ ...base, shape: 'line', fill: null, stroke: d.color, strokeWidth: d.width }, context);
    case 'image':
      return picture(d, name, context);
    case 'path':
      return outline(d, name, context);
    case 'text':
      return textShape(d, name, context);
  }
}

/** The whole of a box. */
const SQUARE = { width: 1, height: 1, commands: 'M0 0L1 0L1 1L0 1Z' } as const;

/** A solid colour, or colours that run into each other. EG_FillProperties. */
function fillXml(fill: ColorUse, gradient: Gradient | null): string {
  if (!gradient) return solidFill(fill);
  const stops = gradient.stops.map(({ at, color, opacity }) => {
    const alpha = opacity < 1 ? `<a:alpha val="${thousandthsOfPercent(opacity)}"/>` : '';
    return `<a:gs pos="${thousandthsOfPercent(at)}">${colorElement(color, alpha)}</a:gs>`;
  });
  return `<a:gradFill rotWithShape="1"><a:gsLst>${stops.join('')}</a:gsLst><a:lin ang="${Math.round(gradient.angle * 60_000) % 21_600_000}" scaled="0"/></a:gradFill>`;
}

function textShape(d: Extract<Decoration, { kind: 'text' }>, name: string, context: PartContext): string {
  const set = context.scene.words[d.id];
  if (!set) return '';
  const box: TextBox = {
    ...set,
    kind: 'text',
    id: name,
    region: null,
    role: 'label',
    placeholder: false,
    style: d.style,
    fitted: false,
    fill: null,
    padding: { x: 0, y: 0 },
    contentHeight: d.frame.height,
  };
  return plainText(box, context);
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
    `<a:pathLst><a:path${size}>${path}</a:path></a:pathLst></a:custGeom>${fillXml(d.fill, d.gradient)}<a:ln><a:noFill/></a:ln></p:spPr></p:sp>`
  );
}

function picture({ src, frame, crop }: Extract<Decoration, { kind: 'image' }>, name: string, context: PartContext): string {
  const asset = context.scene.media.get(src);
  if (!asset) return '';
  const id = context.relationships.add(RELATIONSHIPS.image, `../media/${mediaPart(asset)}`);
  return (
    `<p:pic><p:nvPicPr><p:cNvPr${attributes({ id: context.nextId(), name })}>${DECORATIVE}</p:cNvPr>` +
    `<p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr userDrawn="1"/></p:nvPicPr>` +
    `<p:blipFill>${blip(id, asset, context)}${sourceRectangle(crop)}<a:stretch><a:fillRect/></a:stretch></p:blipFill>` +
    `<p:spPr>${transform(frame)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>`
  );
}
