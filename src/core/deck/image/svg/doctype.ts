/** A document type's end: its inner part may hold `>` in quotes. */
function endOf(text: string, from: number): number {
  let quote = '';
  let inside = false;
  for (let at = from; at < text.length; at += 1) {
    const sign = text.charAt(at);
    if (quote !== '') {
      if (sign === quote) quote = '';
    } else if (sign === '"' || sign === "'") quote = sign;
    else if (sign === '[') inside = true;
    else if (sign === ']') inside = false;
    else if (sign === '>' && !inside) return at + 1;
  }
  return -1;
}

const ENTITY = /<!ENTITY\s+([A-Za-z_][\w.-]*)\s+(?:"([^"]*)"|'([^']*)')\s*>/g;

/**
 * The text without its document type. Entities that it names and that are plain words (as drawing programs name namespaces by them) are
 * put where they stand; one that holds others, or leads to a file, stays as it is, and so the drawing is not well-formed.
 * Null where the type has no end or the words would make more than `limit` characters.
 */
export function withoutDoctype(text: string, limit: number): string | null {
  const start = text.search(/<!DOCTYPE/i);
  const root = text.search(/<[A-Za-z]/);
  if (start === -1 || (root !== -1 && root < start)) return text;
  const end = endOf(text, start);
  if (end === -1) return null;
  const words = new Map<string, string>();
  for (const [, name = '', double, single] of text.slice(start, end).matchAll(ENTITY)) {
    const value = double ?? single ?? '';
    if (!words.has(name) && !/[&<%]/.test(value)) words.set(name, value);
  }
  const rest = text.slice(0, start) + text.slice(end);
  if (words.size === 0) return rest;
  let length = rest.length;
  const used = rest.matchAll(/&([A-Za-z_][\w.-]*);/g);
  for (const [, name = ''] of used) {
    length += words.get(name)?.length ?? 0;
    if (length > limit) return null;
  }
  return rest.replace(/&([A-Za-z_][\w.-]*);/g, (whole, name: string) => words.get(name) ?? whole);
}
