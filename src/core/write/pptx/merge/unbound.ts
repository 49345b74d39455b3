import { XML_HEADER } from '../../../base/ooxml/xml/escape.ts';
import { child, children, descendants, parseXml, serialise, value, type Element } from '../../../base/ooxml/xml/tree.ts';

/** The shape of a layout that has the placeholder with this `idx`. */
function shapeWith(layout: string, index: string): Element | undefined {
  return descendants(parseXml(layout), 'p:sp').find((shape) => descendants(shape, 'p:ph').some((ph) => value(ph, 'idx') === index));
}

/** The `idx` of all placeholders that a slide has. */
const placeholdersOf = (slide: string): Set<string> =>
  new Set([...slide.matchAll(/<p:ph\b[^>]*?\sidx="(\d+)"/g)].map(([, index = '']) => index));

/** Attributes of `own`, and those of `model` that it has not. */
function withRest(own: string, model: string): string {
  const rest = [...model.matchAll(/\s([\w:]+)="[^"]*"/g)].filter(([, name = '']) => !new RegExp(`\\s${name}=`).test(own));
  return own + rest.map(([whole]) => whole).join('');
}

/**
 * A text of ours as it may stand on a slide whose layout has no placeholder for it, or that has filled it already (ours has been given another
 * layout since): a text box, with the place and the look that it had from its own layout, without which no program would know where it stands.
 * ECMA-376 part 1, 19.3.1.36.
 */
export function unbound(xml: string, their: { readonly slide: string; readonly layout: string }, ourLayout: string): string {
  const shape = parseXml(xml);
  const ph = descendants(shape, 'p:ph')[0];
  const index = ph === undefined ? null : value(ph, 'idx');
  const isFree = index !== null && shapeWith(their.layout, index) !== undefined && !placeholdersOf(their.slide).has(index);
  const model = index === null || isFree ? undefined : shapeWith(ourLayout, index);
  if (!model) return xml;
  const [own, from] = [child(shape, 'p:spPr'), child(model, 'p:spPr')];
  const [body, look] = [child(shape, 'p:txBody'), child(model, 'p:txBody')];
  const bound = descendants(shape, 'p:nvPr')[0];
  if (!own || !from || !body || !look || !bound) return xml;
  bound.children = bound.children.filter((part) => part !== ph);
  const outline: Element = {
    name: 'a:prstGeom',
    attributes: ' prst="rect"',
    children: [{ name: 'a:avLst', attributes: '', children: [] }],
  };
  const place = child(own, 'a:xfrm') ?? child(from, 'a:xfrm');
  own.children = [
    ...(place ? [place] : []),
    child(own, 'a:prstGeom') ?? outline,
    ...children(own).filter(({ name }) => name !== 'a:xfrm' && name !== 'a:prstGeom'),
  ];
  const [mine, theirs] = [child(body, 'a:bodyPr'), child(look, 'a:bodyPr')];
  if (mine && theirs) mine.attributes = withRest(mine.attributes, theirs.attributes);
  // Where fitting changed a size, the layout's is as near: what stands on a slide of both is fitted again.
  const levels = child(look, 'a:lstStyle');
  if (levels) body.children = body.children.map((part) => (typeof part !== 'string' && part.name === 'a:lstStyle' ? levels : part));
  return serialise(shape).slice(XML_HEADER.length);
}
