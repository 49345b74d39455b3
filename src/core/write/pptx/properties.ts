import type { Scene } from '../../layout/types.ts';
import type { PageFormat } from '../../template/theme/types.ts';
import { escape, XML_HEADER } from '../../base/ooxml/xml/escape.ts';
import { NO_DIGEST } from '../package-digest.ts';
import { packageTime } from '../package-time.ts';

const FORMAT_NAMES: Readonly<Record<PageFormat, string>> = {
  '16:9': 'Widescreen',
  '4:3': 'On-screen Show (4:3)',
  A4: 'A4 Paper (210x297 mm)',
};

/** `docProps/core.xml`: title, presenter, the deck's date, its handling mark as a keyword (a tag in Windows and SharePoint); nothing of the machine or its user. */
export function coreProperties(scene: Scene): string {
  const { meta } = scene;
  const date = packageTime(meta);
  const optional = (element: string, value: string | null): string =>
    value === null || value === '' ? '' : `<${element}>${escape(value)}</${element}>`;
  return (
    `${XML_HEADER}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ` +
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:dcmitype="http://purl.org/dc/dcmitype/" ' +
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `${optional('dc:title', meta.title)}${optional('dc:subject', meta.subtitle)}${optional('dc:creator', meta.presenter)}` +
    `${optional('cp:keywords', meta.mark)}${optional('dc:language', meta.language)}${optional('cp:version', meta.stamp)}` +
    `<dcterms:created xsi:type="dcterms:W3CDTF">${date}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${date}</dcterms:modified></cp:coreProperties>`
  );
}

/** `docProps/app.xml`: what is in the deck. CT_Properties, in its order. */
export function appProperties(scene: Scene): string {
  const { theme, slides } = scene;
  const fonts = [...new Set([theme.fonts.heading.latin, theme.fonts.body.latin])];
  const titles = [...fonts, theme.name, ...slides.map((slide) => slide.title)];
  const pair = (name: string, count: number): string =>
    `<vt:variant><vt:lpstr>${name}</vt:lpstr></vt:variant><vt:variant><vt:i4>${count}</vt:i4></vt:variant>`;
  const pairs = `${pair('Fonts Used', fonts.length)}${pair('Theme', 1)}${pair('Slide Titles', slides.length)}`;
  const notes = slides.filter((slide) => slide.notes.length > 0).length;
  return (
    `${XML_HEADER}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties" ` +
    'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><TotalTime>0</TotalTime>' +
    `<Application>Lectern</Application><PresentationFormat>${FORMAT_NAMES[theme.format]}</PresentationFormat>` +
    `<Slides>${slides.length}</Slides><Notes>${notes}</Notes><HiddenSlides>0</HiddenSlides><ScaleCrop>false</ScaleCrop>` +
    `<HeadingPairs><vt:vector size="6" baseType="variant">${pairs}</vt:vector></HeadingPairs>` +
    `<TitlesOfParts><vt:vector size="${titles.length}" baseType="lpstr">${titles.map((t) => `<vt:lpstr>${escape(t)}</vt:lpstr>`).join('')}</vt:vector></TitlesOfParts>` +
    '<LinksUpToDate>false</LinksUpToDate><SharedDoc>false</SharedDoc><HyperlinksChanged>false</HyperlinksChanged></Properties>'
  );
}

/** `docProps/custom.xml`: the version stamp, room for the digest and the handling mark, under File → Info → Advanced properties. */
export function customProperties({ meta }: Scene): string {
  const property = (pid: number, name: string, value: string): string =>
    `<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="${pid}" name="${name}"><vt:lpwstr>${escape(value)}</vt:lpwstr></property>`;
  return (
    `${XML_HEADER}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" ` +
    'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">' +
    `${property(2, 'Lectern version', meta.stamp)}${property(3, 'Lectern digest', NO_DIGEST)}` +
    `${meta.mark === null ? '' : property(4, 'Handling mark', meta.mark)}</Properties>`
  );
}
