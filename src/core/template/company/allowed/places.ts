import { children, value, type Element } from '../../../base/ooxml/xml/tree.ts';
import { localName } from './xml.ts';

/** Words for what stands on a master or layout. */
const SHAPES: Readonly<Record<string, string>> = {
  sp: 'shape',
  pic: 'picture',
  graphicFrame: 'object',
  cxnSp: 'line',
  grpSp: 'group',
  contentPart: 'ink',
};

/** A shape's own name. */
export function nameOf(shape: Element): string {
  for (const part of children(shape)) {
    const found = localName(part).startsWith('nv') ? children(part).find((inner) => localName(inner) === 'cNvPr') : undefined;
    if (found) return value(found, 'name') ?? '';
  }
  return '';
}

const quoted = (word: string, name: string): string => (name === '' ? word : `${word} “${name}”`);

/** Where in its part an element is, as a person sees it: `picture “Logo”`, `background`; empty where it is in no shape. */
export function placeIn(element: Element, above: readonly Element[]): string {
  const path = [...above, element];
  const shape = path.findLast((outer) => Object.hasOwn(SHAPES, localName(outer)));
  if (shape) return quoted(SHAPES[localName(shape)] ?? '', nameOf(shape));
  if (localName(element) === 'control') return quoted('control', value(element, 'name') ?? '');
  return path.some((outer) => localName(outer) === 'bg') ? 'background' : '';
}
