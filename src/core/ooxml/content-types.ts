import { attributes, XML_HEADER } from './xml/escape.ts';
import type { Parts } from './zip.ts';

const OFFICE = 'application/vnd.openxmlformats-officedocument';

/** Content types of parts by their name. ECMA-376 part 1, chapters 13 to 15. */
const BY_NAME: readonly (readonly [RegExp, string])[] = [
  [/^ppt\/presentation\.xml$/, `${OFFICE}.presentationml.presentation.main+xml`],
  [/^ppt\/slides\/[^/]+\.xml$/, `${OFFICE}.presentationml.slide+xml`],
  [/^ppt\/slideLayouts\/[^/]+\.xml$/, `${OFFICE}.presentationml.slideLayout+xml`],
  [/^ppt\/slideMasters\/[^/]+\.xml$/, `${OFFICE}.presentationml.slideMaster+xml`],
  [/^ppt\/notesSlides\/[^/]+\.xml$/, `${OFFICE}.presentationml.notesSlide+xml`],
  [/^ppt\/notesMasters\/[^/]+\.xml$/, `${OFFICE}.presentationml.notesMaster+xml`],
  [/^ppt\/theme\/[^/]+\.xml$/, `${OFFICE}.theme+xml`],
  [/^ppt\/charts\/[^/]+\.xml$/, `${OFFICE}.drawingml.chart+xml`],
  [/^ppt\/presProps\.xml$/, `${OFFICE}.presentationml.presProps+xml`],
  [/^ppt\/viewProps\.xml$/, `${OFFICE}.presentationml.viewProps+xml`],
  [/^ppt\/tableStyles\.xml$/, `${OFFICE}.presentationml.tableStyles+xml`],
  [/^docProps\/core\.xml$/, 'application/vnd.openxmlformats-package.core-properties+xml'],
  [/^docProps\/app\.xml$/, `${OFFICE}.extended-properties+xml`],
  [/^docProps\/custom\.xml$/, `${OFFICE}.custom-properties+xml`],
  [/^customXml\/itemProps\d+\.xml$/, `${OFFICE}.customXmlProperties+xml`],
];

const BY_EXTENSION: Readonly<Record<string, string>> = {
  jpeg: 'image/jpeg',
  png: 'image/png',
  rels: 'application/vnd.openxmlformats-package.relationships+xml',
  xlsx: `${OFFICE}.spreadsheetml.sheet`,
  xml: 'application/xml',
};

/** `[Content_Types].xml` for exactly the parts that there are. */
export function contentTypes(parts: Parts): string {
  const extensions = new Set([...parts.keys()].map((name) => name.slice(name.lastIndexOf('.') + 1)));
  const defaults = Object.entries(BY_EXTENSION)
    .filter(([extension]) => extensions.has(extension))
    .map(([extension, type]) => `<Default${attributes({ Extension: extension, ContentType: type })}/>`);
  const overrides = [...parts.keys()].flatMap((name) => {
    const type = BY_NAME.find(([pattern]) => pattern.test(name))?.[1];
    return type === undefined ? [] : [`<Override${attributes({ PartName: `/${name}`, ContentType: type })}/>`];
  });
  return `${XML_HEADER}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${defaults.join('')}${overrides.join('')}</Types>`;
}
