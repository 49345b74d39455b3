import { strToU8, zipSync } from 'fflate';

/** A package of the given parts, as an office program would zip them. */
export function zipOf(parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part])));
}

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const NS = `xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" xmlns:r="${OFFICE}" xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"`;

/** Eight bytes that begin like a PNG. */
export const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

export const line = (text: string, properties = ''): string => `<a:p>${properties}<a:r><a:t>${text}</a:t></a:r></a:p>`;

/** A text box; `at`: left, top, width, height in inches. */
export function box(lines: string, { ph = '', at = null }: { readonly ph?: string; readonly at?: readonly number[] | null } = {}): string {
  const [x = 0, y = 0, w = 0, h = 0] = (at ?? []).map((inches) => inches * 914_400);
  const place = at === null ? '' : `<a:xfrm><a:off x="${x}" y="${y}"/><a:ext cx="${w}" cy="${h}"/></a:xfrm>`;
  return `<p:sp><p:nvSpPr><p:cNvPr id="2" name=""/><p:cNvSpPr/><p:nvPr>${ph}</p:nvPr></p:nvSpPr><p:spPr>${place}</p:spPr><p:txBody><a:bodyPr/>${lines}</p:txBody></p:sp>`;
}

export const title = (text: string): string => box(line(text), { ph: '<p:ph type="title"/>' });
export const body = (lines: string): string => box(lines, { ph: '<p:ph idx="1"/>' });

export interface SlideSpec {
  readonly shapes: string;
  readonly attributes?: string;
  /** Id, end of the type, target. */
  readonly related?: readonly (readonly [string, string, string])[];
}

/** A deck of slides, with other parts beside them; `prefix` renames PresentationML's own. */
export function makePptx(slides: readonly SlideSpec[], extra: Readonly<Record<string, string | Uint8Array>> = {}): Uint8Array {
  const relationships = (list: readonly (readonly [string, string, string])[]): string =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list.map(([id, type, target]) => `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`).join('')}</Relationships>`;
  const parts: Record<string, string | Uint8Array> = {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/ppt/presentation.xml" ContentType="application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"/></Types>',
    '_rels/.rels': relationships([['r1', 'officeDocument', 'ppt/presentation.xml']]),
    'ppt/presentation.xml': `<p:presentation ${NS}><p:sldIdLst>${slides.map((_, n) => `<p:sldId id="${256 + n}" r:id="s${n + 1}"/>`).join('')}</p:sldIdLst><p:sldSz cx="12192000" cy="6858000"/></p:presentation>`,
    'ppt/_rels/presentation.xml.rels': relationships(slides.map((_, n) => [`s${n + 1}`, 'slide', `slides/slide${n + 1}.xml`])),
  };
  slides.forEach(({ shapes, attributes = '', related = [] }, n) => {
    parts[`ppt/slides/slide${n + 1}.xml`] = `<p:sld ${NS}${attributes}><p:cSld><p:spTree>${shapes}</p:spTree></p:cSld></p:sld>`;
    parts[`ppt/slides/_rels/slide${n + 1}.xml.rels`] = relationships(related);
  });
  return zipOf({ ...parts, ...extra });
}

/** A page of notes, as a part. */
export const notesPart = (text: string): string =>
  `<p:notes ${NS}><p:cSld><p:spTree>${box(line(text), { ph: '<p:ph type="body" idx="1"/>' })}</p:spTree></p:cSld></p:notes>`;

/** A chart's part: `kind` is the element, `c:barChart`. */
export function chartPart(kind: string, categories: readonly string[], series: Readonly<Record<string, readonly number[]>>): string {
  const points = (values: readonly (string | number)[]): string =>
    values.map((value, n) => `<c:pt idx="${n}"><c:v>${value}</c:v></c:pt>`).join('');
  const all = Object.entries(series).map(
    ([name, values]) =>
      `<c:ser><c:tx><c:strRef><c:strCache>${points([name])}</c:strCache></c:strRef></c:tx><c:cat><c:strRef><c:strCache>${points(categories)}</c:strCache></c:strRef></c:cat><c:val><c:numRef><c:numCache>${points(values)}</c:numCache></c:numRef></c:val></c:ser>`,
  );
  return `<c:chartSpace ${NS}><c:chart><c:title><c:tx><c:rich>${line('Containers')}</c:rich></c:tx></c:title><c:plotArea><${kind}>${all.join('')}</${kind}></c:plotArea></c:chart></c:chartSpace>`;
}

const ODF = 'urn:oasis:names:tc:opendocument:xmlns';
export const ODF_NS = `xmlns:office="${ODF}:office:1.0" xmlns:text="${ODF}:text:1.0" xmlns:table="${ODF}:table:1.0" xmlns:draw="${ODF}:drawing:1.0" xmlns:style="${ODF}:style:1.0" xmlns:svg="${ODF}:svg-compatible:1.0" xmlns:xlink="http://www.w3.org/1999/xlink"`;

/** An OpenDocument text of a body and automatic styles. */
export function makeOdt(
  text: string,
  { styles = '', extra = {} }: { readonly styles?: string; readonly extra?: Readonly<Record<string, string | Uint8Array>> } = {},
): Uint8Array {
  return zipOf({
    mimetype: 'application/vnd.oasis.opendocument.text',
    'content.xml': `<office:document-content ${ODF_NS}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text>${text}</office:text></office:body></office:document-content>`,
    ...extra,
  });
}
