import { parseXml, children, serialise, value } from '../../../base/ooxml/xml/tree.ts';

const VT = 'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"';

/**
 * The organisation's custom properties with ours behind them: its sensitivity labels stand there, and whoever
 * gets the deck must find them.
 */
export function mergedCustomProperties(theirs: string | null, ours: string): string {
  if (theirs === null) return ours;
  try {
    const root = parseXml(theirs.replace(/^\uFEFF/, ''));
    const own = children(parseXml(ours.replace(/<vt:lpwstr>/g, `<vt:lpwstr ${VT}>`)));
    const names = new Set(own.map((property) => value(property, 'name')));
    root.children = root.children.filter((part) => typeof part === 'string' || !names.has(value(part, 'name')));
    // Theirs keep their ids, which other programs may refer to; those that gave way free none.
    let pid = Math.max(1, ...children(root).map((property) => Number(value(property, 'pid') ?? 0)));
    for (const property of own) {
      pid += 1;
      root.children.push({ ...property, attributes: property.attributes.replace(/pid="\d+"/, `pid="${pid}"`) });
    }
    return serialise(root);
  } catch {
    return ours;
  }
}
