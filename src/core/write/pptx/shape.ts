import type { ShapeBox } from '../../layout/types.ts';
import type { ColorUse, Frame } from '../../template/theme/types.ts';
import { solidFill } from './colors.ts';
import type { PartContext } from './context.ts';
import { shapeName } from './text.ts';
import { emu, transform } from './units.ts';
import { attributes } from '../../base/ooxml/xml/escape.ts';
import { NAMESPACES } from '../../base/ooxml/xml/namespaces.ts';

/** Marks a shape as decoration, so that a screen reader passes over it and the accessibility checker is content. */
export const DECORATIVE = `<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative xmlns:adec="${NAMESPACES.adec}" val="1"/></a:ext></a:extLst>`;

const PRESETS: Readonly<Record<ShapeBox['shape'], string>> = { rectangle: 'rect', ellipse: 'ellipse', line: 'line' };

export interface Drawing {
  readonly name: string;
  readonly shape: ShapeBox['shape'];
  readonly frame: Frame;
  readonly fill: ColorUse | null;
  readonly stroke: ColorUse | null;
  /** Points. */
  readonly strokeWidth: number;
  readonly dash?: ShapeBox['dash'];
  /** Belongs to a layout or master, not to a slide. */
  readonly userDrawn?: boolean;
}

/** A shape without words, on a slide or a layout. */
export function drawing({ name, shape, frame, fill, stroke, strokeWidth, dash, userDrawn }: Drawing, context: PartContext): string {
  const nonVisual = `<p:cNvPr${attributes({ id: context.nextId(), name })}>${DECORATIVE}</p:cNvPr>`;
  const nvPr = `<p:nvPr${attributes({ userDrawn: userDrawn === true ? true : null })}/>`;
  const dashes = dash === undefined ? '' : `<a:prstDash val="${dash}"/>`;
  const line =
    stroke === null || strokeWidth <= 0 ? '<a:ln><a:noFill/></a:ln>' : `<a:ln w="${emu(strokeWidth)}">${solidFill(stroke)}${dashes}</a:ln>`;
  const geometry = `${transform(frame)}<a:prstGeom prst="${PRESETS[shape]}"><a:avLst/></a:prstGeom>`;
  if (shape === 'line') {
    return `<p:cxnSp><p:nvCxnSpPr>${nonVisual}<p:cNvCxnSpPr/>${nvPr}</p:nvCxnSpPr><p:spPr>${geometry}${line}</p:spPr></p:cxnSp>`;
  }
  const filled = fill === null ? '<a:noFill/>' : solidFill(fill);
  return `<p:sp><p:nvSpPr>${nonVisual}<p:cNvSpPr/>${nvPr}</p:nvSpPr><p:spPr>${geometry}${filled}${line}</p:spPr></p:sp>`;
}

/** A drawn thing of a slide or a group. */
export function shape(box: ShapeBox, context: PartContext): string {
  return drawing({ name: shapeName(box.id), ...box }, context);
}
