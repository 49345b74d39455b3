import type { Section } from '../../layout/types.ts';
import type { PageFormat, Theme } from '../../template/theme/types.ts';
import { guid } from './guid.ts';
import { MASTER_ID, plainLevels } from './master.ts';
import { emu } from './units.ts';
import { attributes, XML_HEADER } from '../../base/ooxml/xml/escape.ts';
import { NAMESPACES, PRESENTATION_NAMESPACES } from '../../base/ooxml/xml/namespaces.ts';

/** `p:sldSz@type`; 16:9 in its wide form has none. ST_SlideSizeType. */
const SIZE_TYPES: Readonly<Record<PageFormat, string | null>> = { '16:9': null, '4:3': 'screen4x3', A4: 'A4' };

/** PowerPoint counts slides from 256. */
export function slideListId(index: number): number {
  return 256 + index;
}

export interface PresentationParts {
  readonly master: string;
  readonly notesMaster: string | null;
  /** Relationship and slide id, in order. */
  readonly slides: readonly { readonly relationship: string; readonly id: string }[];
}

/** Marks the extension of `p:presentation` that holds sections. */
export const SECTIONS_URI = '{521415D9-36F7-43E2-AB2F-B90AF26B5E84}';

/** Each section's GUID is its title's and place's, so that a deck built again keeps it. Slides in none are a fault the lint finds. */
export function sectionExtension(sections: readonly Section[], slides: PresentationParts['slides']): string {
  if (sections.length === 0) return '';
  const numbers = new Map(slides.map(({ id }, i) => [id, slideListId(i)]));
  const items = sections.map((section, i) => {
    const ids = section.slides.flatMap((id) => {
      const number = numbers.get(id);
      return number === undefined ? [] : [`<p14:sldId id="${number}"/>`];
    });
    const list = attributes({ name: section.title, id: guid(`section ${i} ${section.title}`) });
    return `<p14:section${list}><p14:sldIdLst>${ids.join('')}</p14:sldIdLst></p14:section>`;
  });
  return `<p:ext uri="${SECTIONS_URI}">` + `<p14:sectionLst xmlns:p14="${NAMESPACES.p14}">${items.join('')}</p14:sectionLst></p:ext>`;
}

/** `p:sldIdLst` of the slides in order. */
export function slideList(slides: PresentationParts['slides']): string {
  return `<p:sldIdLst>${slides.map(({ relationship }, i) => `<p:sldId id="${slideListId(i)}" r:id="${relationship}"/>`).join('')}</p:sldIdLst>`;
}

/** `ppt/presentation.xml`. CT_Presentation: masters, then notes master, then slides, then sizes. */
export function presentationXml(theme: Theme, sections: readonly Section[], parts: PresentationParts): string {
  const notes = parts.notesMaster === null ? '' : `<p:notesMasterIdLst><p:notesMasterId r:id="${parts.notesMaster}"/></p:notesMasterIdLst>`;
  const extension = sectionExtension(sections, parts.slides);
  const size = attributes({ cx: emu(theme.page.width), cy: emu(theme.page.height), type: SIZE_TYPES[theme.format] });
  const rtl = attributes({ rtl: theme.direction === 'rtl' ? true : null });
  return (
    `${XML_HEADER}<p:presentation${PRESENTATION_NAMESPACES}${rtl} saveSubsetFonts="1" autoCompressPictures="0">` +
    `<p:sldMasterIdLst><p:sldMasterId id="${MASTER_ID}" r:id="${parts.master}"/></p:sldMasterIdLst>${notes}` +
    `${slideList(parts.slides)}<p:sldSz${size}/><p:notesSz cx="6858000" cy="9144000"/>` +
    `<p:defaultTextStyle><a:defPPr><a:defRPr lang="en-US"/></a:defPPr>${plainLevels(theme)}</p:defaultTextStyle>` +
    `${extension === '' ? '' : `<p:extLst>${extension}</p:extLst>`}</p:presentation>`
  );
}

export const PRESENTATION_PROPERTIES = `${XML_HEADER}<p:presentationPr${PRESENTATION_NAMESPACES}/>`;

export const VIEW_PROPERTIES =
  `${XML_HEADER}<p:viewPr${PRESENTATION_NAMESPACES}><p:normalViewPr><p:restoredLeft sz="15620"/><p:restoredTop sz="80000"/></p:normalViewPr>` +
  '<p:slideViewPr><p:cSldViewPr snapToGrid="0"><p:cViewPr varScale="1"><p:scale><a:sx n="100" d="100"/><a:sy n="100" d="100"/></p:scale><p:origin x="0" y="0"/></p:cViewPr><p:guideLst/></p:cSldViewPr></p:slideViewPr>' +
  '<p:notesTextViewPr><p:cViewPr><p:scale><a:sx n="1" d="1"/><a:sy n="1" d="1"/></p:scale><p:origin x="0" y="0"/></p:cViewPr></p:notesTextViewPr><p:gridSpacing cx="76200" cy="76200"/></p:viewPr>';
