import type { Layout, Region } from '../../template/theme/types.ts';
import { attributes } from '../../base/ooxml/xml/escape.ts';

/** Content of any kind, text alone, or something of its own: `ph@type`, null for content. ST_PlaceholderType. */
function typeOf(region: Region, layout: Layout): string | null {
  switch (region.type) {
    case 'title':
      return layout.type === 'title' ? 'ctrTitle' : 'title';
    case 'subtitle':
      return layout.type === 'title' ? 'subTitle' : 'body';
    case 'body':
      return holdsContent(region, layout) ? null : 'body';
    case 'picture':
      return 'pic';
    case 'footer':
      return 'ftr';
    case 'number':
      return 'sldNum';
    case 'date':
      return 'dt';
    case 'mark':
      return 'body';
  }
}

/** Points: a lower region is a line of text, a kicker or a note, and takes no table or picture. */
const LEAST_CONTENT_HEIGHT = 100;

function holdsContent(region: Region, layout: Layout): boolean {
  return region.name === layout.defaultRegion || region.frame.height >= LEAST_CONTENT_HEIGHT;
}

/** PowerPoint's own three at the foot are quarter or half size, which only says how they are drawn when empty. */
const SIZES: Readonly<Record<string, string>> = { ftr: 'quarter', sldNum: 'quarter', dt: 'half' };

/** `p:ph` of a region, the same in layout and slide but for the prompt. The title has no index, since it is one. */
export function placeholder(region: Region, layout: Layout, inLayout = false): string {
  const type = typeOf(region, layout);
  const isTitle = region.type === 'title';
  return `<p:ph${attributes({
    type,
    sz: type === null ? null : SIZES[type],
    idx: isTitle ? null : region.index,
    hasCustomPrompt: inLayout && region.prompt !== '' ? true : null,
  })}/>`;
}

/** Whether a table, chart or picture may fill the region's placeholder. */
export function takesObject(region: Region, layout: Layout, kind: 'table' | 'chart' | 'image'): boolean {
  const type = typeOf(region, layout);
  return type === null || (type === 'pic' && kind === 'image');
}
