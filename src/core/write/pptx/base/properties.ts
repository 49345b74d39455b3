import { parseXml, children, serialise, value } from '../../../ooxml/xml/tree.ts';

/** Ours, without the XML round it. */
function propertyOf(custom: string): string {
  return /<property\s[^]*?<\/property>/.exec(custom)?.[0] ?? '';
}

/**
 * The organisation's custom properties with ours behind them: its sensitivity labels stand there, and whoever
 * gets the deck must find them.
 */
export function mergedCustomProperties(theirs: string | null, ours: string): string {
  if (theirs === null) return ours;
  try {
    const root = parseXml(theirs.replace(/^\uFEFF/, ''));
    const ids = children(root).map((property) => Number(value(property, 'pid') ?? 0));
    const next = Math.max(1, ...ids) + 1;
    const own = parseXml(
      propertyOf(ours)
        .replace(/pid="\d+"/, `pid="${next}"`)
        .replace('<vt:lpwstr>', '<vt:lpwstr xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'),
    );
    root.children = root.children.filter((part) => typeof part === 'string' || value(part, 'name') !== value(own, 'name'));
    root.children.push(own);
    return serialise(root);
  } catch {
    return ours;
  }
}
