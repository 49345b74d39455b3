import type { Context } from '../context.ts';
import type { Item } from '../../block/layout.ts';
import { paginateEvenly } from '../flow/paginate.ts';
import type { RegionContent, SlideContent } from './content.ts';
import { agreedSteps, stepAt, type LadderNeed, type LadderUnit } from './ladder.ts';
import { fitsAt, pagesAt } from './measure.ts';

/** The parts of a slide: what each region holds on each. */
export interface Part {
  readonly regions: readonly { readonly content: RegionContent; readonly items: readonly Item[] }[];
}

/** What a slide is set at, as shares of full sizes. */
export interface Sizes {
  /** In regions without a ladder. */
  readonly scale: number;
  /** By style, in regions with a ladder. */
  readonly ladders: Readonly<Record<string, number>>;
}

export interface FittedSlide {
  readonly content: SlideContent;
  readonly sizes: Sizes;
  readonly parts: readonly Part[];
  /** Names of regions that something is too tall for, even alone and at its smallest. */
  readonly overflows: readonly string[];
}

/** The share of its full size that a region is set at. */
export function scaleIn({ scale, ladders }: Sizes, { ladder }: RegionContent): number {
  return ladder === null ? scale : (ladders[ladder] ?? scale);
}

/** The largest size at which the regions without a ladder need no more parts than at their smallest, and divide nothing that they need not. */
export function chooseScale(context: Context, { regions, steps }: SlideContent): number {
  const stepped = regions.filter(({ ladder }) => ladder === null);
  if (stepped.length === 0) return 1;
  const fitsInto = fitsAt(context, stepped, steps);
  if (fitsInto(1, 1)) return 1;
  const fewest = pagesAt(context, stepped, steps.at(-1) ?? 1);
  let [fits, fails] = [steps.length - 1, -1];
  while (fits - fails > 1) {
    const middle = Math.floor((fits + fails) / 2);
    if (fitsInto(steps[middle] ?? 1, fewest)) fits = middle;
    else fails = middle;
  }
  return steps[fits] ?? 1;
}

/** Divides the slide at given shares of its full size. */
export function fitAt(context: Context, content: SlideContent, sizes: Sizes): FittedSlide {
  const pages = content.regions.map((region) => ({
    region,
    ...paginateEvenly(context, region.items, region.region.frame, scaleIn(sizes, region)),
  }));
  const count = Math.max(1, ...pages.map((p) => p.pages.length));
  const parts = Array.from({ length: count }, (_, part) => ({
    regions: pages.flatMap(({ region, pages: own }) => {
      const items = own[part] ?? (region.repeats && own.length === 1 ? own[0] : undefined);
      return items ? [{ content: region, items }] : [];
    }),
  }));
  return { content, sizes, parts, overflows: pages.filter((p) => p.overflows).map((p) => p.region.region.name) };
}

/** What a slide would be set at by itself. */
export interface SizeNeeds {
  readonly content: SlideContent;
  readonly scale: number;
  readonly ladders: readonly LadderNeed[];
}

/**
 * The sizes of all slides. Those of one topic in the same styles are set alike, so that type does not jump: without a ladder in the smallest
 * that one of them needs; with one in a step that the deck agrees on.
 */
export function commonSizes(context: Context, slides: readonly SizeNeeds[]): Sizes[] {
  const common = new Map<string, number>();
  for (const { content, scale } of slides) {
    const { sizeGroup } = content;
    if (sizeGroup !== null) common.set(sizeGroup, Math.min(common.get(sizeGroup) ?? 1, scale));
  }
  const ladders = slides.map((): Record<string, number> => ({}));
  for (const style of new Set(slides.flatMap((slide) => slide.ladders.map((need) => need.style)))) agreeOn(context, style, slides, ladders);
  return slides.map(({ content, scale }, i) => ({
    scale: content.sizeGroup === null ? scale : (common.get(content.sizeGroup) ?? scale),
    ladders: ladders[i] ?? {},
  }));
}

function agreeOn(context: Context, style: string, slides: readonly SizeNeeds[], into: readonly Record<string, number>[]): void {
  const units = new Map<string, { readonly need: LadderNeed; readonly slide: number }[]>();
  slides.forEach(({ content, ladders }, slide) => {
    const need = ladders.find((own) => own.style === style);
    if (!need) return;
    const key = content.slide.topic ?? `\n${slide}`;
    units.set(key, [...(units.get(key) ?? []), { need, slide }]);
  });
  const all = [...units.values()];
  const steps = agreedSteps(
    all.map((needs): LadderUnit => ({
      best: Math.max(...needs.map(({ need }) => need.best)),
      isWhole: needs.every(({ need }) => need.isWhole),
      fillAt: (step) => Math.max(...needs.map(({ need }) => need.fillAt(context, step))),
    })),
  );
  all.forEach((needs, i) => {
    for (const { need, slide } of needs) Object.assign(into[slide] ?? {}, { [style]: stepAt(need.steps, steps[i] ?? 0) });
  });
}

/** Whether two say the same. */
export function sameSizes(a: Sizes, b: Sizes): boolean {
  const styles = Object.keys(a.ladders);
  return (
    a.scale === b.scale && styles.length === Object.keys(b.ladders).length && styles.every((style) => a.ladders[style] === b.ladders[style])
  );
}
