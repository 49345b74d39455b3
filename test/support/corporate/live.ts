import { readZip, writeZip, type Parts } from '../../../src/core/base/ooxml/zip.ts';
import { NS, picture, rectangle, type Box } from './xml.ts';

/** What a hostile or careless file has on its masters and layouts, each as a change of a sound one. */
export interface Tampering {
  /** The part that is changed. */
  readonly into?: string;
  /** Shapes put on top of all that it has. */
  readonly shapes?: string;
  /** Relationships as they stand in the file, by id. */
  readonly relations?: Readonly<Record<string, string>>;
  readonly parts?: Readonly<Record<string, string | Uint8Array>>;
  readonly edit?: (xml: string) => string;
}

export const LAYOUT = 'ppt/slideLayouts/slideLayout1.xml';
export const MASTER = 'ppt/slideMasters/slideMaster1.xml';
/** Nobody's address. It stands in whatever is to be taken out. */
export const EVIL = 'evil.example';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MICROSOFT = 'http://schemas.microsoft.com/office';

/** A relationship's attributes; one with an address is external. */
export function relation(type: string, target: string, external = /^(?:[a-z]+:|\\\\|\/\/)/i.test(target)): string {
  const full = type.includes(':') ? type : `${OFFICE}/${type}`;
  return `Type="${full}" Target="${target}"${external ? ' TargetMode="External"' : ''}`;
}

export const microsoft = (year: string, type: string): string => `${MICROSOFT}/${year}/relationships/${type}`;

const relsOf = (part: string): string => (part === '' ? '_rels/.rels' : part.replace(/([^/]*)$/, '_rels/$1.rels'));

const NO_RELATIONS =
  '<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>';

/** A template with things put into it. */
export function tampered(from: Uint8Array, ...list: readonly Tampering[]): Uint8Array {
  const parts: Parts = new Map(readZip(from));
  const text = (name: string): string => {
    const content = parts.get(name);
    return typeof content === 'string' ? content : content === undefined ? '' : new TextDecoder().decode(content);
  };
  for (const { into = LAYOUT, shapes = '', relations = {}, parts: more = {}, edit } of list) {
    for (const [name, content] of Object.entries(more)) parts.set(name, content);
    if (shapes !== '')
      parts.set(
        into,
        text(into).replace('</p:spTree>', () => `${shapes}</p:spTree>`),
      );
    if (edit) parts.set(into, edit(text(into)));
    const own = Object.entries(relations).map(([id, attributes]) => `<Relationship Id="${id}" ${attributes}/>`);
    const rels = relsOf(into);
    if (own.length > 0)
      parts.set(
        rels,
        (text(rels) || NO_RELATIONS).replace('</Relationships>', () => `${own.join('')}</Relationships>`),
      );
  }
  return writeZip(parts);
}

const BOX: Box = { x: 700, y: 400, width: 60, height: 30 };
let last = 500;
/** Ids of shapes are unique in a part. */
export const nextId = (): number => (last += 1);

/** A picture whose `a:blip` has these attributes. */
export function linkedPicture(name: string, blip: string, inside = ''): string {
  return picture(nextId(), name, BOX, 'x').replace('<a:blip r:embed="x"/>', `<a:blip ${blip}>${inside}</a:blip>`);
}

/** A shape that does something when it is clicked or pointed at. */
export function acting(name: string, link: string): string {
  return rectangle(nextId(), name, BOX, '<a:solidFill><a:srgbClr val="00707F"/></a:solidFill>').replace(
    /<p:cNvPr ([^>]*)\/>/,
    (_, attributes: string) => `<p:cNvPr ${attributes}>${link}</p:cNvPr>`,
  );
}

/** A frame around what is not drawn by DrawingML. */
export function frame(name: string, uri: string, inside: string): string {
  return (
    `<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="${nextId()}" name="${name}" descr="Wappen"/><p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr>` +
    '<p:xfrm><a:off x="8890000" y="5080000"/><a:ext cx="762000" cy="381000"/></p:xfrm>' +
    `<a:graphic><a:graphicData uri="${uri}">${inside}</a:graphicData></a:graphic></p:graphicFrame>`
  );
}

export const OLE = 'http://schemas.openxmlformats.org/presentationml/2006/ole';

/** An embedded object as PowerPoint writes it: for old programs by VML, for others with a picture of it. */
export function oleFrame(name: string, object: string, image: string | null, content = '<p:embed/>'): string {
  const shown = image === null ? '' : picture(0, '', BOX, image);
  const old = `<p:oleObj spid="_x0000_s1026" name="Worksheet" r:id="${object}" imgW="100" imgH="100" progId="Excel.Sheet.12">${content}</p:oleObj>`;
  const current = `<p:oleObj name="Worksheet" r:id="${object}" imgW="100" imgH="100" progId="Excel.Sheet.12">${content}${shown}</p:oleObj>`;
  const both =
    '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">' +
    `<mc:Choice xmlns:v="urn:schemas-microsoft-com:vml" Requires="v">${old}</mc:Choice><mc:Fallback>${current}</mc:Fallback></mc:AlternateContent>`;
  return frame(name, OLE, image === null ? current : both);
}

/** Something for programs that know it, with something else for those that do not. */
export function alternate(choice: string, fallback: string): string {
  return (
    '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main">' +
    `<mc:Choice Requires="p14">${choice}</mc:Choice><mc:Fallback>${fallback}</mc:Fallback></mc:AlternateContent>`
  );
}

export { NS };
