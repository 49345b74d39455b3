import { attributes } from '../../../base/ooxml/xml/escape.ts';
import { attribute } from '../../../base/ooxml/xml/scan.ts';

const ROOT = /<(?:[A-Za-z_][\w.-]*:)?[A-Za-z_][\w.-]*(?=[\s/>])[^>]*>/;
const DECLARATION = /xmlns:([\w.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const PREFIX = /<\/?([\w.-]+):|\s([\w.-]+):[\w.-]+\s*=/g;
const RELATIONSHIP = /(\sr:(?:id|embed|link|pict|dm|lo|qs|cs)\s*=\s*)(?:"([^"]*)"|'([^']*)')/g;

/** What prefixes mean at a part's root. */
export function declarations(xml: string): Map<string, string> {
  const root = ROOT.exec(xml.replace(/^[^]*?\?>/, ''))?.[0] ?? '';
  return new Map([...root.matchAll(DECLARATION)].map(([, prefix = '', a, b]) => [prefix, a ?? b ?? '']));
}

/**
 * A piece of one part as it may stand in another: its relationships named by `relate`, and prefixes that the other part does not know,
 * or by another meaning, declared on the piece itself.
 */
export function snippet(
  xml: string,
  from: ReadonlyMap<string, string>,
  to: ReadonlyMap<string, string>,
  relate: (id: string) => string,
): string {
  const related = xml.replace(RELATIONSHIP, (_, before: string, a?: string, b?: string) => `${before}"${relate(a ?? b ?? '')}"`);
  const used = new Set([...related.matchAll(PREFIX)].map(([, a, b]) => a ?? b ?? ''));
  const open = ROOT.exec(related);
  if (!open) return related;
  const missing = [...used].filter((prefix) => {
    const meaning = from.get(prefix);
    return (
      meaning !== undefined &&
      to.get(prefix) !== meaning &&
      attribute(open[0].replace(/^<[^\s/>]+/, '').replace(/\/?>$/, ''), `xmlns:${prefix}`) === null
    );
  });
  const list = attributes(Object.fromEntries(missing.map((prefix) => [`xmlns:${prefix}`, from.get(prefix)])));
  return `${related.slice(0, open.index)}${open[0].replace(/\s*(\/?>)$/, `${list}$1`)}${related.slice(open.index + open[0].length)}`;
}
