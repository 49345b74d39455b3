import type { Slide } from '../../deck/types.ts';
import type { Layout, Region } from '../../template/theme/types.ts';
import { styleNamed, type Context } from '../context.ts';
import { itemLayout, type Item } from '../../block/layout.ts';
import { itemsOf } from '../flow/items.ts';

import { scaleSteps } from '../text/scale.ts';

/** A region with what the slide puts into it. */
export interface RegionContent {
  readonly region: Region;
  readonly items: readonly Item[];
  /** The style with a ladder of sizes that it is set in: then in one of its steps, which the deck agrees on. Null: in the slide's own scale. */
  readonly ladder: string | null;
  /** Stands on every part of a slide that is divided. */
  readonly repeats: boolean;
}

export interface SlideContent {
  readonly slide: Slide;
  readonly layout: Layout;
  readonly regions: readonly RegionContent[];
  /** Shares of the full size to try, from 1 down, in regions without a ladder. */
  readonly steps: readonly number[];
  /** Slides of one topic with the same key are set in the same sizes. */
  readonly sizeGroup: string | null;
}

/** Styles of small lines that belong to the whole slide, not to its flow. */
const LASTING_STYLES: ReadonlySet<string> = new Set(['kicker', 'source', 'footer', 'mark', 'subtitle']);

/** The slide's blocks by region, in the layout's order. */
export function contentOf(context: Context, slide: Slide, layout: Layout): SlideContent {
  const regions = layout.regions.flatMap((region): RegionContent[] => {
    const blocks = slide.blocks.filter((b) => b.region === region.name).map((b) => b.block);
    if (region.type === 'title' || blocks.length === 0) return [];
    const items = itemsOf(context, region, blocks);
    const repeats = region.repeat === true || LASTING_STYLES.has(region.style) || items.every((item) => item.kind === 'image');
    return items.length > 0 ? [{ region, items, ladder: ladderOf(context, region, items), repeats }] : [];
  });
  const stepped = regions.filter(({ ladder }) => ladder === null);
  const names = namesOf(stepped);
  const flowing = stepped.filter((r) => !r.repeats && (names.includes(r.region.style) || !hasLadder(context, r.region.style)));
  const styles = [...new Set([...flowing.map((r) => r.region.style), ...names])].map((name) => styleNamed(context.theme, name));
  return {
    slide,
    layout,
    regions,
    steps: scaleSteps(styles),
    sizeGroup: slide.topic === null ? null : `${slide.topic}|${[...names].sort().join()}`,
  };
}

function namesOf(regions: readonly RegionContent[]): string[] {
  return [...new Set(regions.flatMap(stylesIn))];
}

/** The names of the styles that a region's items are set in. */
export function stylesIn({ region, items }: RegionContent): readonly string[] {
  return items.flatMap((item) => stylesOf(item, region));
}

function hasLadder({ theme }: Context, style: string): boolean {
  return styleNamed(theme, style).levels[0].steps !== undefined;
}

/** The first style of a region's text that has a ladder. */
function ladderOf(context: Context, region: Region, items: readonly Item[]): string | null {
  return items.flatMap((item) => stylesOf(item, region)).find((style) => hasLadder(context, style)) ?? null;
}

function stylesOf(item: Item, region: Region): readonly string[] {
  const { styles } = itemLayout(item.kind);
  if (typeof styles === 'function') return styles(item);
  return styles === 'region' ? [region.style] : styles;
}
