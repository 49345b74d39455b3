import type { Brief } from '../../brief/types.ts';
import { CONTENT_TYPES } from '../../base/ooxml/content-types.ts';
import type { Parts } from '../../base/ooxml/zip.ts';
import { packageTime } from '../package-time.ts';

/** Ids that the library draws at random or counts on from one document to the next, in the order in which they stand. */
function numbered(xml: string, pattern: RegExp, name: (n: number) => string, known: Map<string, string>): string {
  return xml.replace(pattern, (_, before: string, id: string, after: string) => {
    const found = known.get(id) ?? name(known.size + 1);
    known.set(id, found);
    return `${before}${found}${after}`;
  });
}

const LINK = /(<w:hyperlink\b[^>]*\br:id=")([^"]+)(")/g;
const RELATIONSHIP = /(<Relationship\b[^>]*\bId=")([^"]+)(")/g;
const BOOKMARK = /(<w:bookmark(?:Start|End)\b[^>]*\bw:id=")([^"]+)(")/g;

/**
 * The library's parts without what it takes from the clock, from chance and from documents that it made before: times of making, ids of
 * links, numbers of bookmarks, and the order of parts.
 */
export function settled(files: ReadonlyMap<string, Uint8Array>, { date, language, stamp }: Brief): Parts {
  const decoder = new TextDecoder();
  const links = new Map<string, string>();
  const text = (name: string): string => decoder.decode(files.get(name));
  const document = numbered(
    numbered(text('word/document.xml'), LINK, (n) => `rIdLink${n}`, links),
    BOOKMARK,
    String,
    new Map<string, string>(),
  );
  const relations = text('word/_rels/document.xml.rels').replace(
    RELATIONSHIP,
    (_, before: string, id: string, after: string) => `${before}${links.get(id) ?? id}${after}`,
  );
  const time = packageTime({ date });
  const core = text('docProps/core.xml')
    .replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${time}`)
    .replace(/<cp:lastModifiedBy>[^<]*<\/cp:lastModifiedBy>/, '')
    .replace(
      '</cp:coreProperties>',
      `<dc:language>${language.replace(/[^\w-]/g, '')}</dc:language><cp:version>${stamp}</cp:version></cp:coreProperties>`,
    );
  const changed = new Map([
    ['word/document.xml', document],
    ['word/_rels/document.xml.rels', relations],
    ['docProps/core.xml', core],
  ]);
  const rank = (name: string): string => `${name === CONTENT_TYPES ? 0 : name.startsWith('_rels/') ? 1 : 2}${name}`;
  const names = [...files.keys()].sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
  return new Map(names.map((name) => [name, changed.get(name) ?? (/\.(?:xml|rels)$/.test(name) ? text(name) : (files.get(name) ?? ''))]));
}
