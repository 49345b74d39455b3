import type { NoteParagraph } from '../../deck/types.ts';
import { shapeTree } from './background.ts';
import { colorMap } from './colors.ts';
import type { DeckContext, PartContext } from './context.ts';
import { alignment } from './level.ts';
import { runsXml } from './run.ts';
import { attributes, XML_HEADER } from '../../base/ooxml/xml/escape.ts';
import { PRESENTATION_NAMESPACES } from '../../base/ooxml/xml/namespaces.ts';

/** A page of notes is A4 upright in Office's own size, 7.5 × 10 in; the frames are those of PowerPoint's notes master. */
const SLIDE_FRAME = '<a:xfrm><a:off x="685800" y="1143000"/><a:ext cx="5486400" cy="3086100"/></a:xfrm>';
const TEXT_FRAME = '<a:xfrm><a:off x="685800" y="4400550"/><a:ext cx="5486400" cy="3600450"/></a:xfrm>';

const SLIDE_IMAGE = (id: number, index: number, frame: string): string =>
  `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="Slide image"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr>` +
  `<p:nvPr><p:ph type="sldImg"${index > 0 ? ` idx="${index}"` : ''}/></p:nvPr></p:nvSpPr><p:spPr>${frame}</p:spPr></p:sp>`;

/** The paragraphs of a slide's notes; headings, the mark and sources are told apart by weight and slant alone. */
function noteParagraph(paragraph: NoteParagraph, context: PartContext): string {
  const runs = paragraph.runs.map((run) =>
    'refs' in run || paragraph.kind === 'text'
      ? run
      : paragraph.kind === 'heading' || paragraph.kind === 'mark'
        ? { bold: true as const, ...run }
        : { italic: true as const, ...run },
  );
  const { direction: deck, base } = context.theme;
  const { direction = deck } = paragraph;
  // An organisation's notes master may run either way.
  const says = direction !== deck || base !== null;
  const pPr = says ? `<a:pPr${attributes({ algn: alignment('start', direction), rtl: direction === 'rtl' })}/>` : '';
  return `<a:p>${pPr}${runsXml({ runs, field: null }, context)}</a:p>`;
}

/** A slide's notes page. */
export function notesXml(notes: readonly NoteParagraph[], context: PartContext): string {
  const words = notes.map((paragraph) => noteParagraph(paragraph, context)).join('');
  const body =
    '<p:sp><p:nvSpPr><p:cNvPr id="3" name="Notes"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="body" idx="1"/></p:nvPr></p:nvSpPr>' +
    `<p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>${words}</p:txBody></p:sp>`;
  return (
    `${XML_HEADER}<p:notes${PRESENTATION_NAMESPACES}><p:cSld>${shapeTree(`${SLIDE_IMAGE(2, 0, '')}${body}`)}</p:cSld>` +
    '<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>'
  );
}

const NOTES_STYLE = (level: number, rtl: boolean): string =>
  `<a:lvl${level}pPr marL="${(level - 1) * 228600}" algn="${rtl ? 'r' : 'l'}" defTabSz="914400" rtl="${rtl ? 1 : 0}" eaLnBrk="1" latinLnBrk="0" hangingPunct="1">` +
  '<a:spcBef><a:spcPts val="400"/></a:spcBef><a:defRPr sz="1200" kern="1200"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill>' +
  `<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/></a:defRPr></a:lvl${level}pPr>`;

/** The notes master, always light: it is printed. */
export function notesMasterXml({ theme, languages }: DeckContext): string {
  const rtl = theme.direction === 'rtl';
  const border =
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln w="12700"><a:solidFill><a:prstClr val="black"/></a:solidFill></a:ln>';
  const body =
    '<p:sp><p:nvSpPr><p:cNvPr id="3" name="Notes"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="body" sz="quarter" idx="1"/></p:nvPr></p:nvSpPr>' +
    `<p:spPr>${TEXT_FRAME}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr vert="horz" lIns="91440" tIns="45720" rIns="91440" bIns="45720" rtlCol="0"/>` +
    `<a:lstStyle/><a:p><a:endParaRPr lang="${languages.deck}"/></a:p></p:txBody></p:sp>`;
  const styles = Array.from({ length: 9 }, (_, i) => NOTES_STYLE(i + 1, rtl)).join('');
  return (
    `${XML_HEADER}<p:notesMaster${PRESENTATION_NAMESPACES}><p:cSld><p:bg><p:bgPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>` +
    `${shapeTree(`${SLIDE_IMAGE(2, 2, `${SLIDE_FRAME}${border}`)}${body}`)}</p:cSld><p:clrMap ${colorMap('light')}/><p:notesStyle>${styles}</p:notesStyle></p:notesMaster>`
  );
}
