import type { TextBox } from '../../layout/types.ts';
import type { LevelStyle, Region } from '../../template/theme/types.ts';
import type { CompanyPlaceholder } from '../../template/company/types.ts';
import { companyPh, companyTakesText, inheritedLevel, standsIn } from './base/placeholder.ts';
import { solidFill } from './colors.ts';
import type { PartContext, SlideContext } from './context.ts';
import { levelProperties, listStyle } from './level.ts';
import { levelAt, paragraphsXml } from './paragraph.ts';
import { placeholder } from './placeholder.ts';
import { click } from './run.ts';
import { emu, transform } from './units.ts';
import { attributes } from '../../base/ooxml/xml/escape.ts';

export const ANCHORS = { top: 't', middle: 'ctr', bottom: 'b' } as const;

/** What a selection pane shows: the box id without the slide's own id before it. */
export function shapeName(id: string): string {
  return id.slice(id.indexOf('/') + 1);
}

/** A text shape's name, and where a click on it leads. */
function named(box: TextBox, context: PartContext): string {
  const name = attributes({ id: context.nextId(), name: shapeName(box.id) });
  const action = box.href === undefined ? '' : click(box.href, context);
  return action === '' ? `<p:cNvPr${name}/>` : `<p:cNvPr${name}>${action}</p:cNvPr>`;
}

function usedLevels(box: TextBox): number[] {
  return [...new Set(box.paragraphs.map((p) => p.level))].sort((a, b) => a - b);
}

/** Only what differs from the layout: sizes that fitting changed, or another style than the region's. */
function differences(box: TextBox, region: Region, context: PartContext): string {
  const inherited: readonly LevelStyle[] = context.theme.styles[region.style]?.levels ?? box.levels;
  const levels = usedLevels(box).map((i) => levelProperties(levelAt(box.levels, i), i, context.theme.direction, levelAt(inherited, i)));
  const text = levels.join('');
  return text === '' ? '<a:lstStyle/>' : `<a:lstStyle>${text}</a:lstStyle>`;
}

type Insets = CompanyPlaceholder['insets'];

/** What a box's words keep clear of its sides beyond what is inherited; nothing where they keep clear of nothing. */
function insets({ inset }: TextBox, inherited: Insets | null): Readonly<Record<string, number>> {
  if (!inset) return {};
  const side = (name: string, own: number, base = 0): Record<string, number> => (own === 0 ? {} : { [name]: emu(own + base) });
  return {
    ...side('lIns', inset.left, inherited?.left),
    ...side('tIns', inset.top, inherited?.top),
    ...side('rIns', inset.right, inherited?.right),
  };
}

/** A placeholder of the slide's layout: place, size, font and colour are the layout's. */
function placeholderShape(box: TextBox, region: Region, context: SlideContext): string {
  const anchor = box.anchor === region.anchor ? null : ANCHORS[box.anchor];
  const fill = box.fill === null ? '<p:spPr/>' : `<p:spPr>${solidFill(box.fill)}</p:spPr>`;
  return (
    `<p:sp><p:nvSpPr>${named(box, context)}` +
    `<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>${placeholder(region, context.layout)}</p:nvPr></p:nvSpPr>${fill}` +
    `<p:txBody><a:bodyPr${attributes({ ...insets(box, null), anchor })}><a:normAutofit/></a:bodyPr>${differences(box, region, context)}` +
    `${paragraphsXml(box, context)}</p:txBody></p:sp>`
  );
}

/** Only what differs from what the organisation's placeholder hands down. */
function companyDifferences(box: TextBox, placeholder: CompanyPlaceholder, context: PartContext): string {
  const { direction } = context.theme;
  const levels = usedLevels(box).map((i) =>
    levelProperties(levelAt(box.levels, i), i, direction, inheritedLevel(placeholder, i, direction)),
  );
  const text = levels.join('');
  return text === '' ? '<a:lstStyle/>' : `<a:lstStyle>${text}</a:lstStyle>`;
}

const NO_INSETS = { lIns: 0, tIns: 0, rIns: 0, bIns: 0 } as const;

/** A placeholder of the organisation's layout. The slide says its place only where text had to keep clear of something. */
function companyShape(box: TextBox, placeholder: CompanyPlaceholder, context: SlideContext): string {
  const inherits = standsIn(box.frame, placeholder);
  const anchor = box.anchor === placeholder.anchor ? null : ANCHORS[box.anchor];
  const inner = `${inherits ? '' : transform(box.frame)}${box.fill === null ? '' : solidFill(box.fill)}`;
  return (
    `<p:sp><p:nvSpPr>${named(box, context)}<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>${companyPh(placeholder)}</p:nvPr></p:nvSpPr>` +
    (inner === '' ? '<p:spPr/>' : `<p:spPr>${inner}</p:spPr>`) +
    `<p:txBody><a:bodyPr${attributes({ ...(inherits ? insets(box, placeholder.insets) : { ...NO_INSETS, ...insets(box, null) }), anchor })}><a:normAutofit/></a:bodyPr>` +
    `${companyDifferences(box, placeholder, context)}${paragraphsXml(box, context)}</p:txBody></p:sp>`
  );
}

/**
 * The preset that a box is drawn as, and how far its own rectangle of text stands in from the box's left and right edges (points): a
 * pentagon's to the middle of its head, a chevron's to the notch and the head, as `presetShapeDefinitions.xml` has them.
 */
function outlineOf({ outline, frame }: TextBox): { readonly geometry: string; readonly start: number; readonly end: number } {
  if (!outline) return { geometry: '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>', start: 0, end: 0 };
  const { shape, depth, flipped } = outline;
  const adjust = Math.round((depth / Math.min(frame.width, frame.height)) * 100_000);
  const preset = shape === 'pentagon' ? 'homePlate' : 'chevron';
  const geometry = `<a:prstGeom prst="${preset}"><a:avLst><a:gd name="adj" fmla="val ${adjust}"/></a:avLst></a:prstGeom>`;
  if (shape === 'chevron') return { geometry, start: depth, end: depth };
  return flipped ? { geometry, start: depth / 2, end: 0 } : { geometry, start: 0, end: depth / 2 };
}

/** A text box with its own place and style; also a part of a group. */
export function plainText(box: TextBox, context: PartContext): string {
  const { x, y } = box.padding;
  const { left = 0, right = 0, top = 0 } = box.inset ?? {};
  const { geometry, start, end } = outlineOf(box);
  const body = attributes({
    wrap: 'square',
    lIns: emu(Math.max(0, x + left - start)),
    tIns: emu(y + top),
    rIns: emu(Math.max(0, x + right - end)),
    bIns: emu(y),
    rtlCol: false,
    anchor: ANCHORS[box.anchor],
  });
  const last = Math.max(0, ...usedLevels(box));
  return (
    `<p:sp><p:nvSpPr>${named(box, context)}<p:cNvSpPr${box.outline ? '' : ' txBox="1"'}/><p:nvPr/></p:nvSpPr>` +
    `<p:spPr>${transform(box.frame, box.outline?.flipped)}${geometry}${box.fill === null ? '<a:noFill/>' : solidFill(box.fill)}</p:spPr>` +
    `<p:txBody><a:bodyPr${body}><a:normAutofit/></a:bodyPr>${listStyle(box.levels.slice(0, last + 1), context.theme.direction)}` +
    `${paragraphsXml(box, context)}</p:txBody></p:sp>`
  );
}

/** A text box of a slide: its region's placeholder where it fills one, else a plain shape. */
export function text(box: TextBox, context: SlideContext): string {
  const region = box.placeholder ? context.layout.regions.find((r) => r.name === box.region) : undefined;
  if (!region || context.filled.has(region.name)) return plainText(box, context);
  if (context.bound !== null) {
    const placeholder = context.bound.get(region.name);
    if (!placeholder || !companyTakesText(placeholder)) return plainText(box, context);
    context.filled.add(region.name);
    return companyShape(box, placeholder, context);
  }
  context.filled.add(region.name);
  return placeholderShape(box, region, context);
}
