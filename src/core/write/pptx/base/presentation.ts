import type { Section } from '../../../layout/types.ts';
import { child, children, parseXml, remove, serialise, value, type Element } from '../../../base/ooxml/xml/tree.ts';
import { NAMESPACES } from '../../../base/ooxml/xml/namespaces.ts';
import { sectionExtension, SECTIONS_URI, slideList, type PresentationParts } from '../presentation.ts';

/** What follows the lists of masters, notes masters and slides in CT_Presentation. */
const AFTER_NOTES = new Set(['p:handoutMasterIdLst', 'p:sldIdLst']);
const BEFORE_SLIDES = new Set(['p:sldMasterIdLst', 'p:notesMasterIdLst', 'p:handoutMasterIdLst']);

/** Of the sample slides, or a lock that would ask whoever gets the deck for the template's password. */
const DROPPED = new Set(['p:sldIdLst', 'p:custShowLst', 'p:photoAlbum', 'p:modifyVerifier']);

const NAMESPACED = ` xmlns:p="${NAMESPACES.p}" xmlns:r="${NAMESPACES.r}"`;

function element(xml: string): Element {
  return parseXml(xml.replace(/^<([\w:]+)/, `<$1${NAMESPACED}`));
}

/** Without the declarations that the root has already. */
function plain(made: Element): Element {
  made.attributes = made.attributes.replace(NAMESPACED, '');
  return made;
}

function insertBefore(root: Element, made: Element, isLater: (name: string) => boolean): void {
  const at = root.children.findIndex((part) => typeof part !== 'string' && isLater(part.name));
  root.children.splice(at === -1 ? root.children.length : at, 0, plain(made));
}

export interface OwnParts {
  /** Null where the file has a notes master already, or the deck no notes. */
  readonly notesMaster: string | null;
  readonly slides: PresentationParts['slides'];
  readonly sections: readonly Section[];
  readonly isRightToLeft: boolean;
}

/** The organisation's `ppt/presentation.xml` with our slides in place of its samples. All else of it stays. */
export function mergedPresentation(xml: string, { notesMaster, slides, sections, isRightToLeft }: OwnParts): string {
  const root = parseXml(xml.replace(/^\uFEFF/, ''));
  remove(root, ({ name }) => DROPPED.has(name));
  const later = (name: string): boolean => !BEFORE_SLIDES.has(name);
  if (notesMaster !== null) {
    const made = element(`<p:notesMasterIdLst><p:notesMasterId r:id="${notesMaster}"/></p:notesMasterIdLst>`);
    insertBefore(root, made, (name) => AFTER_NOTES.has(name) || later(name));
  }
  insertBefore(root, element(slideList(slides)), later);
  putSections(root, sectionExtension(sections, slides));
  // The window's own side, and that of new tables, are the deck's.
  if (isRightToLeft !== ['1', 'true'].includes(value(root, 'rtl') ?? '')) {
    root.attributes = `${root.attributes.replace(/\srtl=(?:"[^"]*"|'[^']*')/, '')} rtl="${isRightToLeft ? 1 : 0}"`;
  }
  return serialise(root);
}

function putSections(root: Element, extension: string): void {
  const list = child(root, 'p:extLst');
  if (list) remove(list, (part) => value(part, 'uri') === SECTIONS_URI);
  if (extension === '') {
    if (list && children(list).length === 0) remove(root, (part) => part === list);
    return;
  }
  const made = plain(element(extension));
  if (list) list.children.unshift(made);
  else root.children.push({ name: 'p:extLst', attributes: '', children: [made] });
}
