import { child, children, descendants, value, type Element } from '../../base/ooxml/xml/tree.ts';
import type { FontRole, Frame } from '../theme/types.ts';
import { artOf, backgroundIn, placeholderOf, type ArtContext } from './art.ts';
import { frameIn, points, rotationIn } from './geometry.ts';
import { settledLevels, type LevelContext } from './levels.ts';
import { isTitleType } from './offer.ts';
import type { CompanyLayout, CompanyPlaceholder } from './types.ts';
import { levelOf, paragraphStyle } from './words.ts';

/** A shape that is a placeholder, in a master or a layout. */
interface PlaceholderShape {
  readonly type: string;
  readonly index: number;
  readonly ph: Element;
  readonly shape: Element;
}

/** Which of a master's placeholders a layout's inherits from. ECMA-376 part 1, 19.3.1.36: by type, content types from the body. */
const ORIGIN: Readonly<Record<string, string>> = { ctrTitle: 'title', title: 'title', dt: 'dt', ftr: 'ftr', sldNum: 'sldNum' };

function placeholdersIn(part: Element): PlaceholderShape[] {
  const slide = child(part, 'p:cSld');
  const tree = slide && child(slide, 'p:spTree');
  return (tree ? children(tree) : []).flatMap((shape) => {
    const ph = placeholderOf(shape);
    if (!ph) return [];
    return [{ type: value(ph, 'type') ?? 'obj', index: Number(value(ph, 'idx') ?? 0), ph, shape }];
  });
}

/** A master as its layouts inherit from it. */
export interface MasterParts {
  readonly placeholders: readonly PlaceholderShape[];
  readonly titleStyle: Element | null;
  readonly bodyStyle: Element | null;
  readonly otherStyle: Element | null;
}

export function masterParts(master: Element): MasterParts {
  const styles = child(master, 'p:txStyles');
  const style = (name: string): Element | null => styles && child(styles, name);
  return {
    placeholders: placeholdersIn(master),
    titleStyle: style('p:titleStyle'),
    bodyStyle: style('p:bodyStyle'),
    otherStyle: style('p:otherStyle'),
  };
}

/** What titles and text inherit of a master, lowest first. */
export function masterLists({ placeholders, titleStyle, bodyStyle }: MasterParts): Readonly<Record<FontRole, readonly (Element | null)[]>> {
  const list = (type: string): Element | null => {
    const body = bodyOf(placeholders.find((p) => p.type === type)?.shape);
    return body && child(body, 'a:lstStyle');
  };
  return { heading: [titleStyle, list('title')], body: [bodyStyle, list('body')] };
}

function bodyOf(shape: Element | undefined): Element | null {
  return shape ? child(shape, 'p:txBody') : null;
}

function transformOf(shape: Element | undefined): Element | null {
  if (!shape) return null;
  const properties = child(shape, 'p:spPr');
  return (properties && child(properties, 'a:xfrm')) ?? child(shape, 'p:xfrm');
}

/** The first of a shape's and its origin's body properties that says something. */
function inherited(shapes: readonly (Element | undefined)[], name: string): string | null {
  for (const shape of shapes) {
    const body = bodyOf(shape);
    const properties = body && child(body, 'a:bodyPr');
    const found = properties && value(properties, name);
    if (found !== null) return found;
  }
  return null;
}

const FILLS: ReadonlySet<string> = new Set(['a:noFill', 'a:solidFill', 'a:gradFill', 'a:pattFill', 'a:blipFill', 'a:grpFill']);

/** By the first of a shape's and its origin's properties that says a fill, or its style. */
function isFilled(shapes: readonly (Element | undefined)[]): boolean {
  for (const shape of shapes) {
    const properties = shape && child(shape, 'p:spPr');
    const fill = properties && children(properties).find(({ name }) => FILLS.has(name));
    if (fill) return fill.name !== 'a:noFill';
  }
  return false;
}

const FITS: ReadonlySet<string> = new Set(['a:noAutofit', 'a:normAutofit', 'a:spAutoFit']);

/** By the first of a shape's and its origin's body properties that says how text fits. */
function growsWithText(shapes: readonly (Element | undefined)[]): boolean {
  for (const shape of shapes) {
    const body = bodyOf(shape);
    const properties = body && child(body, 'a:bodyPr');
    const fit = properties && children(properties).find(({ name }) => FITS.has(name));
    if (fit) return fit.name === 'a:spAutoFit';
  }
  return false;
}

const ANCHORS: Readonly<Record<string, CompanyPlaceholder['anchor']>> = { t: 'top', ctr: 'middle', b: 'bottom' };

/** Size nothing has: what a program writes that lost the geometry. */
function hasSize(frame: Frame | null): frame is Frame {
  return frame !== null && frame.width >= 1 && frame.height >= 1;
}

function placeholder(own: PlaceholderShape, master: MasterParts, context: LevelContext): CompanyPlaceholder {
  const { type, ph, shape } = own;
  const isTitle = isTitleType(type);
  const origin = master.placeholders.find((p) => p.type === (ORIGIN[type] ?? 'body'))?.shape;
  const shapes = [shape, origin];
  const frame = frameIn(transformOf(shape));
  const originFrame = frameIn(transformOf(origin));
  const list = (of: Element | undefined): Element | null => {
    const body = bodyOf(of);
    return body && child(body, 'a:lstStyle');
  };
  const style = isTitle ? master.titleStyle : (ORIGIN[type] ?? 'body') === 'body' ? master.bodyStyle : master.otherStyle;
  const inset = (name: string, fallback: number): number => points(inherited(shapes, name), fallback);
  const hasStyles = style !== null || list(origin) !== null || list(shape) !== null;
  const found = settledLevels(
    hasStyles ? [style, list(origin), list(shape)] : [sampleStyle(origin), sampleStyle(shape)],
    context,
    isTitle ? 'title' : 'body',
  );
  const names = descendants(shape, 'p:cNvPr');
  return {
    type,
    index: own.index,
    size: value(ph, 'sz'),
    orientation: value(ph, 'orient'),
    name: names[0] ? (value(names[0], 'name') ?? '') : '',
    frame: hasSize(frame) ? frame : hasSize(originFrame) ? originFrame : null,
    insets: { left: inset('lIns', 7.2), top: inset('tIns', 3.6), right: inset('rIns', 7.2), bottom: inset('bIns', 3.6) },
    anchor: ANCHORS[inherited(shapes, 'anchor') ?? 't'] ?? 'top',
    turned: !['horz', null].includes(inherited(shapes, 'vert')) || rotationIn(transformOf(shape)) !== 0,
    grows: growsWithText(shapes),
    filled: isFilled(shapes),
    levels: hasStyles ? found : found.map((level) => ({ ...level, inexact: EVERY_FIELD })),
  };
}

/**
 * A list style made of a placeholder's sample paragraphs: all that LibreOffice keeps of text styles. PowerPoint inherits nothing
 * from them, so slides say all of it themselves.
 */
function sampleStyle(shape: Element | undefined): Element | null {
  const body = bodyOf(shape);
  if (!body) return null;
  const levels = new Map<number, Element>();
  for (const paragraph of children(body, 'a:p')) {
    const level = levelOf(paragraph);
    const style = levels.has(level) ? null : paragraphStyle(paragraph, level);
    if (style) levels.set(level, style);
  }
  return levels.size === 0 ? null : { name: 'a:lstStyle', attributes: '', children: [...levels.values()] };
}

const EVERY_FIELD = ['size', 'bold', 'italic', 'color', 'align', 'lineSpacing', 'spaceBefore', 'indent', 'hanging', 'bullet'] as const;

export interface LayoutSource {
  readonly part: string;
  readonly root: Element;
  readonly master: number;
  readonly masterParts: MasterParts;
  readonly levels: LevelContext;
  readonly art: ArtContext;
  readonly use: CompanyLayout['use'];
}

/** What stands on a layout, with what it inherits. */
export function companyLayout({ part, root, master, masterParts: inheritedFrom, levels, art, use }: LayoutSource): CompanyLayout {
  const slide = child(root, 'p:cSld');
  const override = child(root, 'p:clrMapOvr');
  const map = override && child(override, 'a:overrideClrMapping');
  return {
    part,
    name: (slide && value(slide, 'name')) ?? '',
    type: value(root, 'type'),
    master,
    placeholders: placeholdersIn(root).map((own) => placeholder(own, inheritedFrom, levels)),
    art: artOf(root, art),
    use,
    masterArt: !['0', 'false'].includes(value(root, 'showMasterSp') ?? '1'),
    background: backgroundIn(root, art),
    colorMapOverride: map ? `<a:overrideClrMapping${map.attributes}/>` : null,
  };
}
