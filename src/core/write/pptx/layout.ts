import type { Layout, Region } from '../../template/theme/types.ts';
import { background, shapeTree } from './background.ts';
import type { PartContext } from './context.ts';
import { decoration } from './decoration.ts';
import { listStyle } from './level.ts';
import { placeholder } from './placeholder.ts';
import { ANCHORS } from './text.ts';
import { transform } from './units.ts';
import { attributes, escape, XML_HEADER } from '../../base/ooxml/xml/escape.ts';
import { PRESENTATION_NAMESPACES } from '../../base/ooxml/xml/namespaces.ts';

/** No insets: text is measured from edge to edge of its region. */
export function placeholderBody(anchor: Region['anchor']): string {
  const list = attributes({ vert: 'horz', wrap: 'square', lIns: 0, tIns: 0, rIns: 0, bIns: 0, rtlCol: false, anchor: ANCHORS[anchor] });
  return `<a:bodyPr${list}><a:normAutofit/></a:bodyPr>`;
}

export function slideNumberField(language: string): string {
  return `<a:p><a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum"><a:rPr lang="${language}"/><a:t>‹#›</a:t></a:fld><a:endParaRPr lang="${language}"/></a:p>`;
}

function promptText(region: Region, context: PartContext): string {
  const language = context.languages.deck;
  if (region.type === 'number') return slideNumberField(language);
  if (region.prompt === '') return `<a:p><a:endParaRPr lang="${language}"/></a:p>`;
  return context.languages
    .divide(region.prompt)
    .map(({ text, language: lang }) => `<a:r><a:rPr lang="${lang}"/><a:t>${escape(text)}</a:t></a:r>`)
    .reduce((all, run) => all + run, '<a:p>')
    .concat('</a:p>');
}

function regionShape(region: Region, layout: Layout, context: PartContext): string {
  const levels = context.theme.styles[region.style]?.levels ?? [];
  return (
    `<p:sp><p:nvSpPr><p:cNvPr${attributes({ id: context.nextId(), name: region.name })}/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>` +
    `<p:nvPr>${placeholder(region, layout, true)}</p:nvPr></p:nvSpPr><p:spPr>${transform(region.frame)}</p:spPr>` +
    `<p:txBody>${placeholderBody(region.anchor)}${listStyle(levels, context.theme.direction)}${promptText(region, context)}</p:txBody></p:sp>`
  );
}

/** A slide layout: its regions as placeholders, with the five levels of their style. */
export function layoutXml(layout: Layout, context: PartContext): string {
  const list = attributes({ type: layout.type, preserve: true, userDrawn: true, showMasterSp: layout.masterDecoration ? null : false });
  const shapes = `${decoration(layout.decoration, context)}${layout.regions.map((region) => regionShape(region, layout, context)).join('')}`;
  return (
    `${XML_HEADER}<p:sldLayout${PRESENTATION_NAMESPACES}${list}><p:cSld${attributes({ name: layout.label })}>` +
    `${background(layout.background)}${shapeTree(shapes)}</p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>`
  );
}
