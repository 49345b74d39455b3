import { unzipSync, zipSync } from 'fflate';

/** Building stones of a presentation as PowerPoint writes it. */

export const HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n';
export const NS =
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

export type Files = Record<string, string | Uint8Array>;

export const emu = (points: number): number => Math.round(points * 12_700);

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export function xfrm({ x, y, width, height }: Box): string {
  return `<a:xfrm><a:off x="${emu(x)}" y="${emu(y)}"/><a:ext cx="${emu(width)}" cy="${emu(height)}"/></a:xfrm>`;
}

const FIELD = '<a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum"><a:rPr lang="de-DE"/><a:t>‹Nr.›</a:t></a:fld>';

function wordsXml(words: string): string {
  if (words === '') return '<a:endParaRPr lang="de-DE"/>';
  return words === '‹Nr.›' ? FIELD : `<a:r><a:rPr lang="de-DE"/><a:t>${words}</a:t></a:r>`;
}

export interface PlaceholderText {
  readonly id: number;
  readonly name: string;
  /** Attributes of `p:ph`, as `type="title"`. */
  readonly ph: string;
  readonly box?: Box | null;
  readonly body?: string;
  readonly levels?: string;
  readonly words?: string;
}

export function placeholder({ id, name, ph, box = null, body = '<a:bodyPr/>', levels = '', words = 'Text' }: PlaceholderText): string {
  return (
    `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph ${ph}/></p:nvPr></p:nvSpPr>` +
    `<p:spPr>${box ? xfrm(box) : ''}</p:spPr><p:txBody>${body}<a:lstStyle>${levels}</a:lstStyle><a:p>${wordsXml(words)}</a:p></p:txBody></p:sp>`
  );
}

export function rectangle(id: number, name: string, box: Box, fill: string, words = ''): string {
  const body =
    words === '' ? '' : `<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:r><a:rPr lang="de-DE"/><a:t>${words}</a:t></a:r></a:p></p:txBody>`;
  return (
    `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${name}"/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr>` +
    `<p:spPr>${xfrm(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>${fill}<a:ln><a:noFill/></a:ln></p:spPr>${body}</p:sp>`
  );
}

export function picture(id: number, name: string, box: Box, relationship: string): string {
  return (
    `<p:pic><p:nvPicPr><p:cNvPr id="${id}" name="${name}"/><p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr userDrawn="1"/></p:nvPicPr>` +
    `<p:blipFill><a:blip r:embed="${relationship}"/><a:stretch><a:fillRect/></a:stretch></p:blipFill>` +
    `<p:spPr>${xfrm(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>`
  );
}

/** A picture as SVG with the PNG that older programs show. */
export function vectorPicture(id: number, name: string, box: Box, png: string, svg: string): string {
  const extension =
    '<a:extLst><a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}">' +
    `<asvg:svgBlip xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" r:embed="${svg}"/></a:ext></a:extLst>`;
  return picture(id, name, box, png).replace(`<a:blip r:embed="${png}"/>`, `<a:blip r:embed="${png}">${extension}</a:blip>`);
}

/** Words that stand on a master or layout as a text box. `run` are attributes of the first line's `a:rPr`. */
export function textBox(id: number, name: string, box: Box, lines: readonly string[], run: string, fill: string, body = ''): string {
  const paragraphs = lines.map(
    (words, i) =>
      `<a:p><a:pPr algn="l"/><a:r><a:rPr lang="de-DE" ${i === 0 ? run : 'sz="1000"'}>${fill}</a:rPr><a:t>${words}</a:t></a:r></a:p>`,
  );
  return (
    `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${name}"/><p:cNvSpPr txBox="1"/><p:nvPr userDrawn="1"/></p:nvSpPr>` +
    `<p:spPr>${xfrm(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></p:spPr>` +
    `<p:txBody><a:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" ${body}/><a:lstStyle/>${paragraphs.join('')}</p:txBody></p:sp>`
  );
}

/** A linear gradient; stops as `[thousandths of a per cent, colour element]`. */
export function gradient(angle: number, stops: readonly (readonly [number, string])[]): string {
  const list = stops.map(([at, color]) => `<a:gs pos="${at}">${color}</a:gs>`);
  return `<a:gradFill rotWithShape="1"><a:gsLst>${list.join('')}</a:gsLst><a:lin ang="${angle * 60_000}" scaled="0"/></a:gradFill>`;
}

export const scheme = (name: string): string => `<a:solidFill><a:schemeClr val="${name}"/></a:solidFill>`;

export function tree(shapes: string): string {
  return (
    '<p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>' +
    '<p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>' +
    `${shapes}</p:spTree>`
  );
}

/** Relationships as `[id, type's last word, target]`; an address makes it external. */
export function relationships(list: readonly (readonly [string, string, string])[]): string {
  const items = list.map(([id, type, target]) => {
    const base = /^(?:metadata\/)/.test(type) ? PACKAGE : OFFICE;
    const mode = /^(?:https?|file):/.test(target) ? ' TargetMode="External"' : '';
    return `<Relationship Id="${id}" Type="${base}/${type}" Target="${target}"${mode}/>`;
  });
  return `${HEADER}<Relationships xmlns="${PACKAGE}">${items.join('')}</Relationships>`;
}

const KINDS: readonly (readonly [RegExp, string])[] = [
  [/^ppt\/slides\//, 'application/vnd.openxmlformats-officedocument.presentationml.slide+xml'],
  [/^ppt\/slideLayouts\//, 'application/vnd.openxmlformats-officedocument.presentationml.slideLayout+xml'],
  [/^ppt\/slideMasters\//, 'application/vnd.openxmlformats-officedocument.presentationml.slideMaster+xml'],
  [/^ppt\/notesMasters\//, 'application/vnd.openxmlformats-officedocument.presentationml.notesMaster+xml'],
  [/^ppt\/notesSlides\//, 'application/vnd.openxmlformats-officedocument.presentationml.notesSlide+xml'],
  [/^ppt\/theme\//, 'application/vnd.openxmlformats-officedocument.theme+xml'],
  [/^ppt\/presProps/, 'application/vnd.openxmlformats-officedocument.presentationml.presProps+xml'],
  [/^ppt\/viewProps/, 'application/vnd.openxmlformats-officedocument.presentationml.viewProps+xml'],
  [/^ppt\/tableStyles/, 'application/vnd.openxmlformats-officedocument.presentationml.tableStyles+xml'],
  [/^ppt\/vbaProject/, 'application/vnd.ms-office.vbaProject'],
  [/^docProps\/core/, 'application/vnd.openxmlformats-package.core-properties+xml'],
  [/^docProps\/app/, 'application/vnd.openxmlformats-officedocument.extended-properties+xml'],
  [/^docProps\/custom/, 'application/vnd.openxmlformats-officedocument.custom-properties+xml'],
];

/** A package's bytes, with content types for its parts. */
export function zipped(files: Files, main: string): Uint8Array {
  const overrides = Object.keys(files).flatMap((name) => {
    const type = name === 'ppt/presentation.xml' ? main : KINDS.find(([pattern]) => pattern.test(name) && !name.endsWith('.rels'))?.[1];
    return type === undefined ? [] : [`<Override PartName="/${name}" ContentType="${type}"/>`];
  });
  const types =
    `${HEADER}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="png" ContentType="image/png"/>` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>' +
    `<Default Extension="jpeg" ContentType="image/jpeg"/><Default Extension="svg" ContentType="image/svg+xml"/><Default Extension="emf" ContentType="image/x-emf"/>${overrides.join('')}</Types>`;
  const encoder = new TextEncoder();
  const all = Object.entries({ '[Content_Types].xml': types, ...files });
  return zipSync(Object.fromEntries(all.map(([name, content]) => [name, typeof content === 'string' ? encoder.encode(content) : content])));
}

/** The names that ISO/IEC 29500's strict form has in place of the usual ones, as PowerPoint writes it. */
const STRICT: readonly (readonly [string, string])[] = [
  ['http://schemas.openxmlformats.org/drawingml/2006/', 'http://purl.oclc.org/ooxml/drawingml/'],
  ['http://schemas.openxmlformats.org/presentationml/2006/', 'http://purl.oclc.org/ooxml/presentationml/'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/', 'http://purl.oclc.org/ooxml/officeDocument/'],
];

/** The file as “Strict Open XML Presentation” has it. */
export function strict(bytes: Uint8Array): Uint8Array {
  const parts = Object.entries(unzipSync(bytes)).map(([name, content]) => {
    if (!/\.(?:xml|rels)$/.test(name)) return [name, content] as const;
    const text = STRICT.reduce((all, [usual, own]) => all.replaceAll(usual, own), new TextDecoder().decode(content));
    return [name, new TextEncoder().encode(text.replace('<p:presentation ', '<p:presentation conformance="strict" '))] as const;
  });
  return zipSync(Object.fromEntries(parts));
}
