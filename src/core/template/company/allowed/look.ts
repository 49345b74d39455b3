import { child, children, descendants, value, type Element } from '../../../base/ooxml/xml/tree.ts';
import { attributes as attributesText } from '../../../base/ooxml/xml/escape.ts';
import { attributesOf, localName } from './xml.ts';

/** What keeps the look of art where something of it goes. */

function element(name: string, attributes: string, ...inner: Element[]): Element {
  return { name, attributes, children: inner };
}

function schemeFill(prefix: string, color: string): Element {
  return element(`${prefix}solidFill`, '', element(`${prefix}schemeClr`, ` val="${color}"`));
}

const prefixOf = ({ name }: Element): string => name.slice(0, name.indexOf(':') + 1);

export function isBlip(element: Element): boolean {
  return localName(element) === 'blip';
}

/** What goes with a picture that is gone, and what stands for it: a shape keeps its outline, a background its colour. ECMA-376 part 1, 20.1.8.14. */
export function withoutBlip(blip: Element, above: readonly Element[]): { readonly unit: Element; readonly by: readonly Element[] } {
  const parent = above.at(-1);
  const outer = above.at(-2);
  if (!parent || localName(parent) !== 'blipFill') return { unit: parent ?? blip, by: [] };
  const prefix = prefixOf(blip);
  switch (outer && localName(outer)) {
    case 'pic':
      return { unit: outer ?? parent, by: [] };
    case 'bgPr':
      return { unit: parent, by: [schemeFill(prefix, 'bg1')] };
    case 'fillStyleLst':
    case 'bgFillStyleLst':
      return { unit: parent, by: [schemeFill(prefix, 'phClr')] };
    case 'rPr':
    case 'defRPr':
    case 'endParaRPr':
      return { unit: parent, by: [] };
    default:
      return { unit: parent, by: [element(`${prefix}noFill`, '')] };
  }
}

const FILLS = new Set(['noFill', 'solidFill', 'gradFill', 'blipFill', 'pattFill', 'grpFill']);
const RUNS = new Set(['rPr', 'defRPr', 'endParaRPr']);

/** Words that were a link keep the colour and the line that PowerPoint gives to links. [MS-ODRAWXML] 2.3.1.6. */
export function withoutLink(run: Element, link: Element): void {
  if (!RUNS.has(localName(run)) || localName(link) !== 'hlinkClick') return;
  if (value(run, 'u') === null) run.attributes += ' u="sng"';
  if (descendants(link, 'ahyp:hlinkClr').some((color) => value(color, 'val') === 'tx')) return;
  const fill = schemeFill(prefixOf(link), 'hlink');
  const at = run.children.findIndex((part) => typeof part !== 'string' && FILLS.has(localName(part)));
  if (at !== -1) run.children[at] = fill;
  else run.children.splice(run.children.findIndex((part) => typeof part !== 'string' && localName(part) === 'ln') + 1, 0, fill);
}

function below(parent: Element, name: string, found: Element[] = []): Element[] {
  for (const part of children(parent)) {
    if (localName(part) === name) found.push(part);
    below(part, name, found);
  }
  return found;
}

/** The picture that a frame with an embedded object shows, in the frame's place and under its name; null where it has none that stays. */
export function asPicture(frame: Element, kept: ReadonlySet<string>): Element | null {
  const picture = below(frame, 'oleObj')
    .flatMap((object) => below(object, 'pic'))
    .find((pic) =>
      below(pic, 'blip').some((blip) => attributesOf(blip).some((a) => a.prefix !== '' && a.name === 'embed' && kept.has(a.value))),
    );
  const named = below(frame, 'cNvPr')[0];
  const own = picture && below(picture, 'cNvPr')[0];
  const properties = picture && child(picture, 'p:spPr');
  if (!picture || !named || !own || !properties) return null;
  const description = value(named, 'descr');
  own.attributes = attributesText({ id: value(named, 'id') ?? '0', name: value(named, 'name') ?? '', descr: description });
  const place = child(frame, 'p:xfrm');
  if (place) {
    properties.children = properties.children.filter((part) => typeof part === 'string' || localName(part) !== 'xfrm');
    properties.children.unshift({ ...place, name: 'a:xfrm' });
  }
  return picture;
}
