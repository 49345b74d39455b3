import { NAMESPACES, OWN_NAMESPACES } from './namespaces.ts';
import { scan } from './scan.ts';

/*
 * A prefix means nothing in XML: `<ns0:sld xmlns:ns0="…/presentationml/2006/main">` is the same as `<p:sld …>`, and programs that rebuild a
 * package from a tree write what their library calls it (Namespaces in XML 1.0, 2). Readers here know elements by the names that PowerPoint
 * gives them; so a part that is written otherwise is given these names when a package is opened.
 */

const OFFICE = 'http://schemas.openxmlformats.org';

/** The prefix that Office itself writes for a namespace; empty: it is the part's default. */
const PREFIXES: ReadonlyMap<string, string> = new Map([
  ...Object.entries(NAMESPACES).map(([prefix, uri]) => [uri, prefix] as const),
  ['http://schemas.openxmlformats.org/markup-compatibility/2006', 'mc'],
  ['http://schemas.microsoft.com/office/powerpoint/2012/main', 'p15'],
  ['http://schemas.microsoft.com/office/powerpoint/2018/8/main', 'p188'],
  ['http://schemas.microsoft.com/office/powerpoint/2013/main/command', 'pc'],
  ['http://schemas.microsoft.com/office/drawing/2010/main', 'a14'],
  ['http://schemas.microsoft.com/office/drawing/2014/main', 'a16'],
  [`${OFFICE}/officeDocument/2006/docPropsVTypes`, 'vt'],
  [`${OFFICE}/officeDocument/2006/extended-properties`, ''],
  [`${OFFICE}/officeDocument/2006/custom-properties`, ''],
  [`${OFFICE}/officeDocument/2006/customXml`, 'ds'],
  [`${OFFICE}/package/2006/relationships`, ''],
  [`${OFFICE}/package/2006/content-types`, ''],
  [`${OFFICE}/package/2006/metadata/core-properties`, 'cp'],
  ['http://purl.org/dc/elements/1.1/', 'dc'],
  ['http://purl.org/dc/terms/', 'dcterms'],
  ['http://purl.org/dc/dcmitype/', 'dcmitype'],
  ['http://www.w3.org/2001/XMLSchema-instance', 'xsi'],
  ...OWN_NAMESPACES.map((uri) => [uri, ''] as const),
]);
const TAKEN = new Set(PREFIXES.values());

const DECLARATION = /\sxmlns(?::([\w.-]+))?\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const ATTRIBUTE = /\s+([\w:.-]+)\s*=\s*("[^"]*"|'[^']*')/g;
/** Attributes whose values are prefixes (ECMA-376 part 3, 7). */
const LISTS = new Set(['Ignorable', 'MustUnderstand', 'Requires']);

interface Name {
  readonly prefix: string;
  readonly local: string;
}

function divided(name: string): Name {
  const at = name.indexOf(':');
  return at === -1 ? { prefix: '', local: name } : { prefix: name.slice(0, at), local: name.slice(at + 1) };
}

const joined = (prefix: string, local: string): string => (prefix === '' ? local : `${prefix}:${local}`);

/** What a namespace that a part declares is called: as Office calls it; another's name stays, but for one that Office has. */
function calledBy(prefix: string, uri: string): string {
  const known = PREFIXES.get(uri);
  if (known !== undefined) return known;
  return prefix !== '' && TAKEN.has(prefix) ? `${prefix}_` : prefix;
}

const isOther = (xml: string): boolean =>
  [...xml.matchAll(DECLARATION)].some(([, prefix = '', first, second]) => calledBy(prefix, first ?? second ?? '') !== prefix);

/** A part with the prefixes that Office itself writes; one that has them, and one that is ill-formed, as it is. */
export function withOfficePrefixes(xml: string): string {
  if (!isOther(xml)) return xml;
  const pieces: string[] = [];
  const scopes: ReadonlyMap<string, string>[] = [new Map([['', '']])];
  let done = 0;
  let opened = -1;
  const put = (text: string, from: number, to: number): void => {
    pieces.push(xml.slice(done, from), text);
    done = to;
  };
  const nameIn = (scope: ReadonlyMap<string, string>, name: string): string => {
    const { prefix, local } = divided(name);
    return joined(scope.get(prefix) ?? prefix, local);
  };
  const fault = scan(xml, {
    open: (name, raw, at, end) => {
      const scope = new Map(scopes.at(-1));
      for (const [, prefix = '', first, second] of raw.matchAll(DECLARATION)) scope.set(prefix, calledBy(prefix, first ?? second ?? ''));
      scopes.push(scope);
      opened = end;
      const declared = new Set<string>();
      const attributes = [...raw.matchAll(ATTRIBUTE)].map(([, own = '', value = '""']): string => {
        const { prefix, local } = divided(own);
        if (own === 'xmlns' || prefix === 'xmlns') {
          const called = scope.get(own === 'xmlns' ? '' : local) ?? '';
          if (declared.has(called)) return '';
          declared.add(called);
          return ` ${called === '' ? 'xmlns' : `xmlns:${called}`}=${value}`;
        }
        const words = value.slice(1, -1);
        const prefixes = LISTS.has(local) ? words.replace(/[\w.-]+/g, (one) => scope.get(one) ?? one) : null;
        const type = local === 'type' && scope.get(prefix) === 'xsi' ? nameIn(scope, words) : null;
        const text = prefixes ?? type ?? words;
        const mark = text.includes('"') ? "'" : '"';
        return ` ${prefix === '' ? local : nameIn(scope, own)}=${mark}${text}${mark}`;
      });
      put(`<${nameIn(scope, name)}${attributes.join('')}${xml.charCodeAt(end - 2) === 47 ? '/>' : '>'}`, at, end);
    },
    close: (name, end) => {
      const scope = scopes.pop();
      if (scope && end !== opened) put(`</${nameIn(scope, name)}>`, xml.lastIndexOf('<', end - 1), end);
      opened = -1;
    },
  });
  return fault === null ? pieces.join('') + xml.slice(done) : xml;
}
