import { attributes as attributeText, escape, hasForbidden } from '../../../base/ooxml/xml/escape.ts';
import { parseXml, type Element } from '../../../base/ooxml/xml/tree.ts';
import { LIMITS } from './allowed.ts';
import { cleaned, type Cleaning } from './clean.ts';
import { drawnElements } from './cost.ts';
import { withoutDoctype } from './doctype.ts';
import { sizeOf } from './size.ts';
import type { Kept } from './types.ts';

const SVG = 'http://www.w3.org/2000/svg';
const XLINK = 'http://www.w3.org/1999/xlink';

/** How far a drawing's root is looked for: comments and a document type may stand before it. */
const HEAD = 16_384;

/** The text of a file, by its mark or as UTF-8; null where it is none. */
function decoded(bytes: Uint8Array): string | null {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Whether a file is a drawing in SVG: text whose first element is `svg`. */
export function isSvg(bytes: Uint8Array): boolean {
  const first = bytes[0] ?? 0;
  // A mark of UTF-8 or UTF-16, white space, or the first tag.
  if (![0xef, 0xff, 0xfe, 0x3c, 0x20, 0x09, 0x0a, 0x0d].includes(first)) return false;
  const head = new TextDecoder(first === 0xff ? 'utf-16le' : first === 0xfe ? 'utf-16be' : 'utf-8').decode(bytes.subarray(0, HEAD));
  const bare = head.replace(/<!--[\s\S]*?-->/g, '');
  return /^(?:[\w-]+:)?svg[\s>/]/.test(/<([A-Za-z][^<]*)/.exec(bare)?.[1] ?? '');
}

function write({ name, attributes, children }: Kept): string {
  const text = attributeText(Object.fromEntries(attributes));
  if (children.length === 0) return `<${name}${text}/>`;
  return `<${name}${text}>${children.map((part) => (typeof part === 'string' ? escape(part) : write(part))).join('')}</${name}>`;
}

function isTooDeep(element: Element, left: number = LIMITS.depth): boolean {
  return left === 0 || element.children.some((part) => typeof part !== 'string' && isTooDeep(part, left - 1));
}

/** A drawing, cleaned: nothing in it runs, moves, or leads out of it. */
export interface Drawing {
  /** UTF-8, one root with its size, `xlink:href` for every address. */
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
  readonly hasWords: boolean;
  /** What was left out, each once, as words. */
  readonly leftOut: readonly string[];
  readonly sizeAssumed: boolean;
}

/** A drawing as it may stand in a deck, or in words why it cannot be read. */
export function readSvg(bytes: Uint8Array): Drawing | string {
  const text = bytes.length > LIMITS.characters ? null : decoded(bytes);
  if (text === null) return bytes.length > LIMITS.characters ? 'the drawing is too large' : 'the drawing is not in UTF-8';
  const plain = withoutDoctype(text, LIMITS.characters);
  if (plain === null || hasForbidden(plain)) return 'the drawing is not well-formed';
  let root: Element;
  try {
    root = parseXml(plain);
  } catch {
    return 'the drawing is not well-formed, or uses entities';
  }
  if (isTooDeep(root)) return 'the drawing’s parts lie too deep inside each other';
  const leftOut = new Set<string>();
  const prefix = /^[\w-]+:/.exec(root.name)?.[0] ?? '';
  const cleaning: Cleaning = { prefix, report: (what) => void leftOut.add(what), pixels: 0, hasWords: false };
  const kept = cleaned(root, cleaning);
  if (kept?.name !== 'svg') return 'the drawing is not well-formed';
  if (drawnElements(kept) > LIMITS.drawn) return 'the drawing has too many parts, or repeats itself without end';
  const size = sizeOf(kept.attributes);
  const own = [...kept.attributes].filter(([name]) => !['x', 'y', 'width', 'height', 'viewBox', 'version', 'baseProfile'].includes(name));
  const style = kept.attributes.get('style')?.replace(/(?:^|(?<=;))\s*(?:(?:max-|min-)?(?:width|height))\s*:[^;]*;?/gi, '');
  const attributes = new Map([
    ['xmlns', SVG],
    ['xmlns:xlink', XLINK],
    ['width', String(size.width)],
    ['height', String(size.height)],
    ['viewBox', size.viewBox],
    ...own.map(([name, value]): [string, string] => [name, name === 'style' ? (style ?? value) : value]),
  ]);
  return {
    bytes: new TextEncoder().encode(write({ name: 'svg', attributes, children: kept.children })),
    width: size.width,
    height: size.height,
    hasWords: cleaning.hasWords,
    leftOut: [...leftOut],
    sizeAssumed: size.assumed,
  };
}
