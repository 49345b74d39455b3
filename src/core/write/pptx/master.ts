import type { Frame, LevelStyle, Region, RegionType, TextStyle, Theme } from '../../template/theme/types.ts';
import { background, shapeTree } from './background.ts';
import { colorMap } from './colors.ts';
import type { PartContext } from './context.ts';
import { decoration } from './decoration.ts';
import { placeholderBody, slideNumberField } from './layout.ts';
import { levelProperties, listStyle } from './level.ts';
import { transform } from './units.ts';
import { attributes, XML_HEADER } from '../../base/ooxml/xml/escape.ts';
import { PRESENTATION_NAMESPACES } from '../../base/ooxml/xml/namespaces.ts';

/** PowerPoint's own ids: a master and its layouts count on from 2³¹, each once in the file. */
export const MASTER_ID = 2147483648;

interface MasterPlaceholder {
  readonly type: 'title' | 'body' | 'dt' | 'ftr' | 'sldNum';
  readonly name: string;
  readonly region: RegionType;
  readonly index: number | null;
  readonly size: string | null;
  /** Where no layout has such a region: shares of the page. */
  readonly fallback: Frame;
  readonly style: string;
}

/** The five placeholders of a master, in PowerPoint's order with its indexes. */
const PLACEHOLDERS: readonly MasterPlaceholder[] = [
  {
    type: 'title',
    name: 'Title',
    region: 'title',
    index: null,
    size: null,
    style: 'title',
    fallback: { x: 0.06, y: 0.08, width: 0.88, height: 0.16 },
  },
  {
    type: 'body',
    name: 'Text',
    region: 'body',
    index: 1,
    size: null,
    style: 'body',
    fallback: { x: 0.06, y: 0.28, width: 0.88, height: 0.58 },
  },
  {
    type: 'dt',
    name: 'Date',
    region: 'date',
    index: 2,
    size: 'half',
    style: 'footer',
    fallback: { x: 0.6, y: 0.92, width: 0.2, height: 0.04 },
  },
  {
    type: 'ftr',
    name: 'Footer',
    region: 'footer',
    index: 3,
    size: 'quarter',
    style: 'footer',
    fallback: { x: 0.06, y: 0.92, width: 0.5, height: 0.04 },
  },
  {
    type: 'sldNum',
    name: 'Slide number',
    region: 'number',
    index: 4,
    size: 'quarter',
    style: 'footer',
    fallback: { x: 0.84, y: 0.92, width: 0.1, height: 0.04 },
  },
];

function styleOf(theme: Theme, name: string): TextStyle {
  const style = theme.styles[name] ?? theme.styles['body'];
  if (!style) throw new Error(`the theme has no style ${name}`);
  return style;
}

/** The region that stands for all layouts: that of the first content layout that has one. */
function modelRegion(theme: Theme, type: RegionType): Region | null {
  const layouts = Object.values(theme.layouts).filter((layout) => layout.masterDecoration);
  const ordered = [...layouts.filter((layout) => layout.type === 'obj'), ...layouts];
  for (const layout of ordered) {
    const regions = layout.regions.filter((region) => region.type === type);
    const region = regions.find((r) => r.name === layout.defaultRegion) ?? regions[0];
    if (region) return region;
  }
  return null;
}

function frameOf(theme: Theme, region: Region | null, { x, y, width, height }: Frame): Frame {
  if (region) return region.frame;
  const page = theme.page;
  return { x: x * page.width, y: y * page.height, width: width * page.width, height: height * page.height };
}

function placeholderShape(entry: MasterPlaceholder, context: PartContext): string {
  const { theme, languages } = context;
  const region = modelRegion(theme, entry.region);
  const isText = entry.type === 'title' || entry.type === 'body';
  // Title and body inherit from `p:txStyles` below; the three at the foot have no other place for their style.
  const style = isText ? '<a:lstStyle/>' : listStyle(styleOf(theme, region?.style ?? entry.style).levels.slice(0, 1), theme.direction);
  const language = languages.deck;
  const words =
    entry.type === 'sldNum'
      ? slideNumberField(language)
      : isText
        ? `<a:p><a:r><a:rPr lang="en-US"/><a:t>${entry.name}</a:t></a:r><a:endParaRPr lang="en-US"/></a:p>`
        : `<a:p><a:endParaRPr lang="${language}"/></a:p>`;
  return (
    `<p:sp><p:nvSpPr><p:cNvPr${attributes({ id: context.nextId(), name: entry.name })}/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>` +
    `<p:nvPr><p:ph${attributes({ type: entry.type, sz: entry.size, idx: entry.index })}/></p:nvPr></p:nvSpPr>` +
    `<p:spPr>${transform(frameOf(theme, region, entry.fallback))}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>` +
    `<p:txBody>${placeholderBody(region?.anchor ?? 'top')}${style}${words}</p:txBody></p:sp>`
  );
}

/** Nine levels, as `p:txStyles` has them: a theme's five, and its fifth four times more. */
function nineLevels(levels: readonly LevelStyle[], theme: Theme): string {
  return Array.from({ length: 9 }, (_, i) => {
    const level = levels[Math.min(i, levels.length - 1)];
    return level ? levelProperties(level, i, theme.direction) : '';
  }).join('');
}

/** Text that is in no placeholder: the body's first level without its bullet. */
export function plainLevels(theme: Theme): string {
  const [first] = styleOf(theme, 'body').levels;
  return nineLevels([{ ...first, bullet: null, indent: 0, hanging: 0, spaceBefore: 0 }], theme);
}

/** The slide master: what is on every layout, and the styles that all text falls back on. */
export function masterXml(context: PartContext, layoutRelationships: readonly string[]): string {
  const { theme } = context;
  const shapes = `${decoration(theme.decoration, context)}${PLACEHOLDERS.map((entry) => placeholderShape(entry, context)).join('')}`;
  const layouts = layoutRelationships.map((id, i) => `<p:sldLayoutId id="${MASTER_ID + 1 + i}" r:id="${id}"/>`).join('');
  return (
    `${XML_HEADER}<p:sldMaster${PRESENTATION_NAMESPACES}><p:cSld>${background(theme.background)}${shapeTree(shapes)}</p:cSld>` +
    `<p:clrMap ${colorMap(theme.variant)}/><p:sldLayoutIdLst>${layouts}</p:sldLayoutIdLst>` +
    `<p:txStyles><p:titleStyle>${levelProperties(styleOf(theme, 'title').levels[0], 0, theme.direction)}</p:titleStyle>` +
    `<p:bodyStyle>${nineLevels(styleOf(theme, 'body').levels, theme)}</p:bodyStyle>` +
    `<p:otherStyle>${plainLevels(theme)}</p:otherStyle></p:txStyles></p:sldMaster>`
  );
}
