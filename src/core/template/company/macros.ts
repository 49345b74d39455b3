import { readZip, writeZip, type Parts } from '../../ooxml/zip.ts';

/** Parts that hold or serve macros. */
const MACROS = /(?:^|\/)vba(?:Project|Data)[^/]*$/i;
const MACRO_RELATIONSHIP = /\/(?:vbaProject|vbaProjectSignature\w*|wordVbaData|attachedToolbars|ui\/extensibility|ui\/userCustomization)$/;
const RIBBON = /^customUI\//;

/** Content types of the kinds of file with macros, by those without. */
const PLAIN_TYPES: readonly (readonly [string, string])[] = [
  ['vnd.ms-powerpoint.template.macroEnabled.main+xml', 'vnd.openxmlformats-officedocument.presentationml.template.main+xml'],
  ['vnd.ms-powerpoint.presentation.macroEnabled.main+xml', 'vnd.openxmlformats-officedocument.presentationml.presentation.main+xml'],
  ['vnd.ms-powerpoint.slideshow.macroEnabled.main+xml', 'vnd.openxmlformats-officedocument.presentationml.presentation.main+xml'],
];

export function isMacroPart(name: string): boolean {
  return MACROS.test(name) || RIBBON.test(name);
}

export function isMacroRelationship(type: string): boolean {
  return MACRO_RELATIONSHIP.test(type);
}

function cleaned(name: string, text: string): string {
  if (name.endsWith('.rels')) {
    return text.replace(/<(?:\w+:)?Relationship\s[^>]*>/g, (tag) =>
      MACRO_RELATIONSHIP.test(/\sType="([^"]*)"/.exec(tag)?.[1] ?? '') ? '' : tag,
    );
  }
  const plain = PLAIN_TYPES.reduce((all, [from, to]) => all.replace(from, to), text);
  return plain.replace(/<Override\s[^>]*PartName="\/([^"]*)"[^>]*>/g, (tag, part: string) => (isMacroPart(part) ? '' : tag));
}

/** The file without its macros: no part of them, nothing that leads to them, and the kind of file that has none. All else is as it was. */
export function withoutMacros(bytes: Uint8Array): Uint8Array {
  const decoder = new TextDecoder();
  const parts: Parts = new Map();
  for (const [name, content] of readZip(bytes)) {
    if (isMacroPart(name)) continue;
    const isText = name.endsWith('.rels') || name === '[Content_Types].xml';
    parts.set(name, isText ? cleaned(name, decoder.decode(content)) : content);
  }
  return writeZip(parts);
}
