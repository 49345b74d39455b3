import { child, children, value, type Element } from '../../base/ooxml/xml/tree.ts';
import { mixed } from '../theme/color.ts';
import type { Frame, Gradient } from '../theme/types.ts';
import { colorIn, fillIn, type Fill, type FoundColor, type Palette } from './color.ts';
import { frameIn, groupTransform, PAGE, placed, points, rotationIn, turnedBounds, type Transform } from './geometry.ts';
import { gradientIn } from './gradient.ts';
import { customOutline, flipped, presetOutline } from './outline.ts';
import type { Art, Background, Crop } from './types.ts';
import { artWords, textOfShape, type WordContext } from './words.ts';

/** What reading a part's shapes needs to know. */
export interface ArtContext {
  readonly palette: Palette;
  /** The PNG or JPEG part that a relationship of this part leads to; null for other kinds of picture. */
  readonly picture: (relationship: string) => string | null;
  /** The theme's fills by `fillRef@idx` (from 1) and by background index (from 1001). */
  readonly themeFill: (index: number) => Element | null;
  /** What words are set in. */
  readonly words: WordContext;
}

export const WHOLE: Crop = { left: 0, top: 0, right: 0, bottom: 0 };

function cropOf(blipFill: Element): Crop {
  const rectangle = child(blipFill, 'a:srcRect');
  const side = (name: string): number => {
    const raw = Number(rectangle ? (value(rectangle, name) ?? 0) : 0) / 100_000;
    return Number.isFinite(raw) ? Math.min(0.99, Math.max(0, Math.round(raw * 10_000) / 10_000)) : 0;
  };
  return { left: side('l'), top: side('t'), right: side('r'), bottom: side('b') };
}

/** The picture part of a `p:blipFill` or `a:blipFill`. */
export function pictureIn(blipFill: Element | null, context: ArtContext): { readonly media: string; readonly crop: Crop } | null {
  const blip = blipFill && child(blipFill, 'a:blip');
  const media = blip ? context.picture(value(blip, 'r:embed') ?? '') : null;
  return blipFill && media !== null ? { media, crop: cropOf(blipFill) } : null;
}

/** The fill that `p:style` refers to. */
function styleFill(shape: Element, reference: 'a:fillRef' | 'a:lnRef', context: ArtContext): Fill | null {
  const style = child(shape, 'p:style');
  const ref = style && child(style, reference);
  if (!ref || Number(value(ref, 'idx') ?? 0) === 0) return null;
  const color = colorIn(ref, context.palette);
  return color ? { kind: 'color', color, shading: null } : null;
}

/** A half transparent colour over the page, as a plain one. */
function settled({ use, hex, alpha }: FoundColor, context: ArtContext): FoundColor['use'] {
  return alpha > 0.97 ? use : (mixed(hex, context.palette.colors['bg1'] ?? '#FFFFFF', alpha) as FoundColor['use']);
}

function lineOf(shape: Element, properties: Element, context: ArtContext): { readonly fill: Fill; readonly width: number } | null {
  const own = child(properties, 'a:ln');
  const fill = (own && fillIn(own, context.palette)) ?? styleFill(shape, 'a:lnRef', context);
  const width = points(own ? value(own, 'w') : null, 0.75);
  return fill && fill.kind === 'color' && fill.color.alpha > 0.02 ? { fill, width } : null;
}

type Reader = (shape: Element, transform: Transform, context: ArtContext) => Art[];

const nameOf = (shape: Element, nonVisual: string): string => {
  const properties = child(shape, nonVisual)?.children.find((c): c is Element => typeof c !== 'string' && c.name === 'p:cNvPr');
  return properties ? (value(properties, 'name') ?? '') : '';
};

function drawn(name: string, what: string, frame: Frame): Art {
  return { kind: 'unknown', name, frame, what };
}

/** A shape with a fill, a line, or words of its own. */
function shapeArt(shape: Element, transform: Transform, context: ArtContext): Art[] {
  const properties = child(shape, 'p:spPr');
  const xfrm = properties && child(properties, 'a:xfrm');
  const own = frameIn(xfrm);
  if (!properties || !own) return [];
  const name = nameOf(shape, 'p:nvSpPr');
  const upright = placed(own, transform);
  const turn = rotationIn(xfrm);
  const frame = turn % 180 === 0 ? upright : turnedBounds(upright, turn);
  const fill = fillIn(properties, context.palette) ?? styleFill(shape, 'a:fillRef', context);
  const line = lineOf(shape, properties, context);
  const words = textOfShape(shape);
  const list: Art[] = [];
  if (fill?.kind === 'picture') {
    const picture = pictureIn(fill.element, context);
    list.push(
      picture ? { kind: 'image', name, frame, ...picture } : drawn(name, 'a picture of a kind that a browser does not show', frame),
    );
  } else if (fill?.kind === 'color' && fill.color.alpha > 0.02) {
    const gradient = fill.shading && gradientIn(fill.shading, context.palette, turn);
    list.push(filledArt(name, properties, { upright, frame, turn }, { fill: settled(fill.color, context), gradient }));
  } else if (line) {
    const isLine = upright.height < 1 || upright.width < 1;
    const color = line.fill.kind === 'color' ? settled(line.fill.color, context) : 'text1';
    list.push(isLine ? { kind: 'line', name, frame, color, width: line.width } : drawn(name, 'a frame of lines', frame));
  }
  if (words !== '') list.push(wordsArt(name, shape, words, { frame, turn }, context));
  return list;
}

/** Words as they look, or, where that cannot be said, as what HTML leaves out. */
function wordsArt(
  name: string,
  shape: Element,
  words: string,
  { frame, turn }: { readonly frame: Frame; readonly turn: number },
  context: ArtContext,
): Art {
  const found = turn === 0 ? artWords(shape, frame, context.words) : null;
  return found ? { kind: 'words', name, frame, words: found } : drawn(name, `words: “${words.slice(0, 60)}”`, frame);
}

function filledArt(
  name: string,
  properties: Element,
  { upright, frame, turn }: { readonly upright: Frame; readonly frame: Frame; readonly turn: number },
  paint: { readonly fill: FoundColor['use']; readonly gradient: Gradient | null },
): Art {
  const preset = child(properties, 'a:prstGeom');
  const custom = child(properties, 'a:custGeom');
  const shape = preset ? (value(preset, 'prst') ?? 'rect') : 'rect';
  if (!custom && shape === 'rect' && turn % 90 === 0) return { kind: 'rectangle', name, frame, ...paint };
  if (turn % 180 !== 0) return drawn(name, 'a turned shape', frame);
  const outline = custom
    ? customOutline(custom, upright.width, upright.height)
    : presetOutline(shape, upright.height > 0 ? upright.width / upright.height : 1);
  const xfrm = child(properties, 'a:xfrm');
  const turned = turn === 180;
  const flips = ['flipH', 'flipV'].map((flip) => (xfrm !== null && value(xfrm, flip) === '1') !== turned) as [boolean, boolean];
  return outline
    ? { kind: 'path', name, frame: upright, ...paint, outline: flipped(outline, ...flips) }
    : drawn(name, `a shape (${shape})`, frame);
}

const READERS: Readonly<Record<string, Reader>> = {
  'p:sp': shapeArt,
  'p:cxnSp': (shape, transform, context) => {
    const properties = child(shape, 'p:spPr');
    const own = properties && frameIn(child(properties, 'a:xfrm'));
    const line = properties && lineOf(shape, properties, context);
    if (!own || !line || line.fill.kind !== 'color') return [];
    const name = nameOf(shape, 'p:nvCxnSpPr');
    return [{ kind: 'line', name, frame: placed(own, transform), color: settled(line.fill.color, context), width: line.width }];
  },
  'p:pic': (shape, transform, context) => {
    const properties = child(shape, 'p:spPr');
    const xfrm = properties && child(properties, 'a:xfrm');
    const own = frameIn(xfrm);
    if (!own) return [];
    const frame = placed(own, transform);
    const turn = rotationIn(xfrm);
    const name = nameOf(shape, 'p:nvPicPr');
    const picture = pictureIn(child(shape, 'p:blipFill'), context);
    if (turn !== 0) return [drawn(name, 'a turned picture', turnedBounds(frame, turn))];
    return [picture ? { kind: 'image', name, frame, ...picture } : drawn(name, 'a picture of a kind that a browser does not show', frame)];
  },
  'p:graphicFrame': (shape, transform) => {
    const own = frameIn(child(shape, 'p:xfrm'));
    return own ? [drawn(nameOf(shape, 'p:nvGraphicFramePr'), 'a table, chart or diagram', placed(own, transform))] : [];
  },
  'p:grpSp': (shape, transform, context) => {
    const properties = child(shape, 'p:grpSpPr');
    return artIn(shape, groupTransform(properties && child(properties, 'a:xfrm'), transform), context);
  },
  'mc:AlternateContent': (shape, transform, context) => {
    const chosen = child(shape, 'mc:Fallback') ?? child(shape, 'mc:Choice');
    return chosen ? artIn(chosen, transform, context) : [];
  },
};

function isHidden(shape: Element): boolean {
  return children(shape).some((part) => children(part, 'p:cNvPr').some((properties) => value(properties, 'hidden') === '1'));
}

export function placeholderOf(shape: Element): Element | null {
  for (const part of children(shape)) {
    const properties = /^p:nv/.test(part.name) ? child(part, 'p:nvPr') : null;
    const found = properties && child(properties, 'p:ph');
    if (found) return found;
  }
  return null;
}

/** What a shape tree draws, placeholders left out, bottom first. */
export function artIn(tree: Element, transform: Transform, context: ArtContext): Art[] {
  return children(tree).flatMap((shape) =>
    placeholderOf(shape) || isHidden(shape) ? [] : (READERS[shape.name]?.(shape, transform, context) ?? []),
  );
}

export function artOf(part: Element, context: ArtContext): Art[] {
  const slide = child(part, 'p:cSld');
  const tree = slide && child(slide, 'p:spTree');
  return tree ? artIn(tree, PAGE, context) : [];
}

/** The background that a part has; null where it has its master's. CT_Background. */
export function backgroundIn(part: Element, context: ArtContext): Background | null {
  const slide = child(part, 'p:cSld');
  const background = slide && child(slide, 'p:bg');
  if (!background) return null;
  const properties = child(background, 'p:bgPr');
  const reference = child(background, 'p:bgRef');
  if (properties) return filledBackground(fillIn(properties, context.palette), context);
  const color = colorIn(reference, context.palette);
  const fill = context.themeFill(Number(reference ? (value(reference, 'idx') ?? 0) : 0));
  if (!color) return null;
  const painted = fill && fillIn(wrap(fill), { ...context.palette, named: false, placeholderColor: color.hex });
  const same = painted?.kind === 'color' && painted.shading === null && painted.color.hex === color.hex;
  const palette = { ...context.palette, named: false, placeholderColor: color.hex };
  return painted && !same
    ? filledBackground(painted, { ...context, palette })
    : { color: color.use, gradient: null, media: null, crop: WHOLE };
}

function wrap(fill: Element): Element {
  return { name: '', attributes: '', children: [fill] };
}

function filledBackground(fill: Fill | null, context: ArtContext): Background | null {
  if (fill?.kind === 'color') {
    const gradient = fill.shading && gradientIn(fill.shading, context.palette);
    return { color: fill.color.use, gradient, media: null, crop: WHOLE };
  }
  if (fill?.kind !== 'picture') return null;
  const picture = pictureIn(fill.element, context);
  return { color: 'background1', gradient: null, media: picture?.media ?? null, crop: picture?.crop ?? WHOLE };
}
