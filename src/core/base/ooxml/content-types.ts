import { attributes, XML_HEADER } from './xml/escape.ts';
import { attribute, unescape } from './xml/scan.ts';
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
  [/^ppt\/drawings\/[^/]+\.xml$/, `${OFFICE}.drawingml.chartshapes+xml`],
  [/^ppt\/commentAuthors\.xml$/, `${OFFICE}.presentationml.commentAuthors+xml`],
  [/^ppt\/authors\.xml$/, 'application/vnd.ms-powerpoint.authors+xml'],
  [/^ppt\/comments\/modernComment[^/]*\.xml$/, 'application/vnd.ms-powerpoint.comments+xml'],
  [/^ppt\/comments\/[^/]+\.xml$/, `${OFFICE}.presentationml.comments+xml`],
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
  svg: 'image/svg+xml',
  rels: 'application/vnd.openxmlformats-package.relationships+xml',
  xlsx: `${OFFICE}.spreadsheetml.sheet`,
  xml: 'application/xml',
};

export const CONTENT_TYPES = '[Content_Types].xml';

/** What another program said of its parts; names and extensions in lower case, since OPC tells no case. */
export interface KnownTypes {
  readonly defaults: ReadonlyMap<string, string>;
  readonly overrides: ReadonlyMap<string, string>;
}

export function readContentTypes(xml: string): KnownTypes {
  const defaults = new Map<string, string>();
  const overrides = new Map<string, string>();
  for (const [, kind, list = ''] of xml.matchAll(/<(?:\w+:)?(Default|Override)(\s[^>]*?)\/?>/g)) {
    const type = unescape(attribute(list, 'ContentType') ?? '');
    if (kind === 'Default') defaults.set((attribute(list, 'Extension') ?? '').toLowerCase(), type);
    else
      overrides.set(
        unescape(attribute(list, 'PartName') ?? '')
          .replace(/^\//, '')
          .toLowerCase(),
        type,
      );
  }
  return { defaults, overrides };
}

const extensionOf = (name: string): string => name.slice(name.lastIndexOf('.') + 1).toLowerCase();

/** What a part is by its own name; null where only its extension says. */
function typeByName(name: string): string | null {
  return BY_NAME.find(([pattern]) => pattern.test(name))?.[1] ?? null;
}

/**
 * `[Content_Types].xml` for a package of `kept` parts, which are what `known` says, and our own. An extension that both
 * use for different things is the other program's.
 */
export function mergedContentTypes(parts: Parts, kept: ReadonlySet<string>, known: KnownTypes): string {
  const extensions = [...new Set([...parts.keys()].map(extensionOf))].sort();
  const defaults = new Map(
    extensions.flatMap((extension): [string, string][] => {
      const type = known.defaults.get(extension) ?? BY_EXTENSION[extension];
      return type === undefined ? [] : [[extension, type]];
    }),
  );
  const overrides = [...parts.keys()].sort().flatMap((name): [string, string][] => {
    if (name === CONTENT_TYPES || name.endsWith('.rels')) return [];
    const byExtension = defaults.get(extensionOf(name));
    const type =
      (kept.has(name) ? known.overrides.get(name.toLowerCase()) : null) ??
      typeByName(name) ??
      (kept.has(name) ? undefined : BY_EXTENSION[extensionOf(name)]);
    return type === undefined || type === byExtension ? [] : [[name, type]];
  });
  return typesXml([...defaults], overrides);
}

function typesXml(defaults: readonly (readonly [string, string])[], overrides: readonly (readonly [string, string])[]): string {
  const list = [
    ...defaults.map(([extension, type]) => `<Default${attributes({ Extension: extension, ContentType: type })}/>`),
    ...overrides.map(([name, type]) => `<Override${attributes({ PartName: `/${name}`, ContentType: type })}/>`),
  ];
  return `${XML_HEADER}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${list.join('')}</Types>`;
}

/** `[Content_Types].xml` for exactly the parts that there are. */
export function contentTypes(parts: Parts): string {
  const extensions = new Set([...parts.keys()].map((name) => name.slice(name.lastIndexOf('.') + 1)));
  const defaults = Object.entries(BY_EXTENSION).filter(([extension]) => extensions.has(extension));
  const overrides = [...parts.keys()].flatMap((name): [string, string][] => {
    const type = typeByName(name);
    return type === null ? [] : [[name, type]];
  });
  return typesXml(defaults, overrides);
}
