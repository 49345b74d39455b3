import { startsWith } from '../../../base/archive.ts';
import { parseXml, type Element } from '../../../base/ooxml/xml/tree.ts';
import { unescape } from '../../../base/ooxml/xml/scan.ts';
import { attributesOf, localName, rootName } from './xml.ts';

/** Kinds of picture that PowerPoint shows, told by their first bytes. */
export type PictureKind = 'png' | 'jpeg' | 'gif' | 'bmp' | 'tiff' | 'jxr' | 'emf' | 'wmf' | 'svg';

const SIGNATURES: readonly (readonly [PictureKind, readonly number[]])[] = [
  ['png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['jpeg', [0xff, 0xd8, 0xff]],
  ['gif', [0x47, 0x49, 0x46, 0x38]],
  ['bmp', [0x42, 0x4d]],
  ['tiff', [0x49, 0x49, 0x2a, 0x00]],
  ['tiff', [0x4d, 0x4d, 0x00, 0x2a]],
  ['jxr', [0x49, 0x49, 0xbc]],
  // The placeable header, else a memory or disk metafile. [MS-WMF] 2.3.2.
  ['wmf', [0xd7, 0xcd, 0xc6, 0x9a]],
  ['wmf', [0x01, 0x00, 0x09, 0x00]],
  ['wmf', [0x02, 0x00, 0x09, 0x00]],
];

/** `RecordSignature` of EMR_HEADER. [MS-EMF] 2.2.9. */
const EMF = [0x20, 0x45, 0x4d, 0x46];

function textOf(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

export function pictureKind(bytes: Uint8Array): PictureKind | null {
  const found = SIGNATURES.find(([, signature]) => startsWith(bytes, signature));
  if (found) return found[0];
  if (startsWith(bytes, [1, 0, 0, 0]) && startsWith(bytes.subarray(40), EMF)) return 'emf';
  const text = textOf(bytes);
  return text !== null && rootName(text) === 'svg' ? 'svg' : null;
}

/** Content types and endings that a picture of a kind may go under: a photograph called .png is still a photograph. */
const RASTER = /^(?:image\/(?:png|x-png|jpe?g|pjpeg|gif|bmp|x-bmp|x-ms-bmp|tiff?)|png|jpe?g|jpe|jfif|gif|bmp|dib|tiff?)$/i;
const METAFILE = /^(?:image\/(?:x-)?[ew]mf|[ew]mf)$/i;
const CALLED: Readonly<Record<PictureKind, RegExp>> = {
  png: RASTER,
  jpeg: RASTER,
  gif: RASTER,
  bmp: RASTER,
  tiff: RASTER,
  jxr: /^(?:image\/(?:vnd\.ms-photo|jxr)|wdp|jxr|hdp)$/i,
  emf: METAFILE,
  wmf: METAFILE,
  svg: /^(?:image\/svg\+xml|svg)$/i,
};

/** Whether a picture is of the kind that its ending and its content type say. */
export function isCalledSo(kind: PictureKind, extension: string, contentType: string): boolean {
  return CALLED[kind].test(extension) && CALLED[kind].test(contentType);
}

/** Embedded fonts: an EOT ([EOT] 2, MagicNumber at 34), or the bare font as other programs write it. */
export function isFont(bytes: Uint8Array): boolean {
  const bare = [
    [0x00, 0x01, 0x00, 0x00],
    [0x4f, 0x54, 0x54, 0x4f],
    [0x74, 0x72, 0x75, 0x65],
  ];
  return startsWith(bytes.subarray(34), [0x4c, 0x50]) || bare.some((signature) => startsWith(bytes, signature));
}

const LIVE_ELEMENT = /^(?:script|foreignObject|iframe|object|embed|audio|video|handler|listener|link)$/i;
const ADDRESS = /url\(\s*(?!["']?\s*(?:#|data:image\/(?:png|jpe?g|gif)[;,]))/i;
/** A backslash spells letters in another way. */
const LIVE_CSS = /@import|expression\s*\(|\\/i;
const PLAIN_HREF = /^\s*(?:#|data:image\/(?:png|jpe?g|gif)[;,])/i;

function isLive(element: Element): boolean {
  const name = localName(element);
  if (LIVE_ELEMENT.test(name)) return true;
  for (const { name: attribute, value } of attributesOf(element)) {
    if (/^on/i.test(attribute) || /^(?:src|base)$/i.test(attribute)) return true;
    if (/^href$/i.test(attribute) && !PLAIN_HREF.test(value)) return true;
    // An animation can set what no attribute says.
    if (/^attributeName$/i.test(attribute) && /href|^on/i.test(value)) return true;
    if (ADDRESS.test(value) || (attribute === 'style' && LIVE_CSS.test(value))) return true;
  }
  return element.children.some((part) => {
    if (typeof part !== 'string') return isLive(part);
    const css = unescape(part);
    return name === 'style' && (LIVE_CSS.test(css) || ADDRESS.test(css));
  });
}

/** Whether an SVG only draws: no script, no address, no document type, no style sheet from elsewhere. */
export function isPlainSvg(bytes: Uint8Array): boolean {
  const text = textOf(bytes);
  if (text === null || /<\?xml-stylesheet/i.test(text)) return false;
  try {
    return !isLive(parseXml(text.replace(/^\uFEFF/, '')));
  } catch {
    return false;
  }
}
