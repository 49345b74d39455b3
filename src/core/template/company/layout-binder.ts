import type { Frame, RegionType } from '../theme/types.ts';
import type { Choice } from './choose.ts';
import { area, overlap, round, sharedArea } from './geometry.ts';
import { around, grown, largestFree } from './free.ts';
import { artOn, behind, keepOutsOf } from './ground.ts';
import { contentOf, isDistinct, reachOf } from './offer.ts';
import type { LayoutPlan } from './plan.ts';
import { clearOf } from './room.ts';
import type { CompanyPlaceholder, CompanyTemplate } from './types.ts';
import type { BoundRegion } from './bound.ts';

/** Points, at a page 540 points high. */
export const GAP = 14;
/** A region lower or narrower than this holds nothing worth reading. */
const LEAST = { width: 40, height: 14 } as const;

/** The shares of the page that content needs at least, and the share of its height below which a placeholder may grow. */
const HOLDS = { width: 0.25, height: 0.22 } as const;
const LOW = 0.3;
const FEET: ReadonlySet<RegionType> = new Set(['footer', 'number', 'date']);

/** Where a placeholder's words stand. */
export function innerFrame({ frame, insets }: CompanyPlaceholder): Frame | null {
  if (frame === null) return null;
  const { left, top, right, bottom } = insets;
  const width = frame.width - left - right;
  const height = frame.height - top - bottom;
  if (width < 1 || height < 1) return frame;
  return { x: round(frame.x + left), y: round(frame.y + top), width: round(width), height: round(height) };
}

/** A frame inside the page: some stand a little outside of it. */
export function onPage(frame: Frame, page: CompanyTemplate['page']): Frame {
  const x = Math.max(0, frame.x);
  const y = Math.max(0, frame.y);
  const width = Math.min(page.width, frame.x + frame.width) - x;
  const height = Math.min(page.height, frame.y + frame.height) - y;
  return { x: round(x), y: round(y), width: round(width), height: round(height) };
}

/** A layout of theirs while regions of ours are put on it. */
export class LayoutBinder {
  readonly template: CompanyTemplate;
  readonly choice: Choice;
  readonly plan: LayoutPlan;
  readonly regions: BoundRegion[] = [];
  readonly used = new Set<CompanyPlaceholder>();
  readonly keepOut: readonly Frame[];
  /** How much larger than 540 points the page is, within reason. */
  readonly scale: number;

  constructor(template: CompanyTemplate, choice: Choice, plan: LayoutPlan) {
    this.template = template;
    this.choice = choice;
    this.plan = plan;
    this.keepOut = keepOutsOf(choice.layout, template).map((k) => k.frame);
    this.scale = Math.min(2, Math.max(0.7, template.page.height / 540));
  }

  get placeholders(): readonly CompanyPlaceholder[] {
    return this.choice.layout.placeholders;
  }

  region(name: string): BoundRegion | undefined {
    return this.regions.find((r) => r.name === name);
  }

  replace(region: BoundRegion, by: Partial<BoundRegion>): void {
    this.regions[this.regions.indexOf(region)] = { ...region, ...by };
  }

  /** A frame in shares of the page. */
  share(x: number, y: number, width: number, height: number): Frame {
    const { page } = this.template;
    return { x: round(x * page.width), y: round(y * page.height), width: round(width * page.width), height: round(height * page.height) };
  }

  frames(): Frame[] {
    return this.regions.map((r) => r.frame);
  }

  /** What a text box of ours must not stand on. */
  taken(): Frame[] {
    return [...this.frames(), ...this.keepOut];
  }

  /** Whether one colour lies behind all of a frame, so that words on it can be read. */
  isEven(frame: Frame): boolean {
    const { layout } = this.choice;
    if (behind(frame, layout, this.template) === null) return false;
    return artOn(layout, this.template).every((art) => {
      const common = art.kind === 'line' ? null : overlap(art.frame, frame);
      return common === null || area(common) < 0.01 * area(frame) || area(common) > 0.99 * area(frame);
    });
  }

  /** Puts a region where its placeholder is, clear of art and of what was put before it. */
  put(name: string, type: RegionType, placeholder: CompanyPlaceholder | null, fallback: Frame): BoundRegion {
    const page = this.template.page;
    const wanted = onPage((placeholder && innerFrame(placeholder)) ?? fallback, page);
    if (placeholder) this.used.add(placeholder);
    const clearOfArt = clearOf(wanted, this.keepOut);
    const clear = clearOf(clearOfArt, this.frames(), 2);
    const isRoomy = (f: Frame): boolean => f.width >= LEAST.width * this.scale && f.height >= Math.min(LEAST.height, wanted.height) * 0.7;
    const frame = isRoomy(clear) ? clear : isRoomy(clearOfArt) ? clearOfArt : wanted;
    const same = (a: Frame, b: Frame): boolean => a.width === b.width && a.height === b.height;
    const trimmed = placeholder === null || same(frame, wanted) ? null : same(clearOfArt, wanted) ? 'placeholder' : 'art';
    const own = placeholder && isDistinct(placeholder, this.choice.layout) ? placeholder : null;
    const region: BoundRegion = { name, type, frame, placeholder: own, look: placeholder, trimmed: own && trimmed };
    this.regions.push(region);
    return region;
  }

  /**
   * The same for content, which may grow: over placeholders that nothing else fills, down to the foot where its own height is none that
   * was chosen or little. What still holds next to nothing stands in the largest free part of the page. `others`: placeholders to leave alone.
   */
  putContent(name: string, type: RegionType, placeholder: CompanyPlaceholder | null, others: readonly CompanyPlaceholder[]): BoundRegion {
    const region = this.put(name, type, placeholder, this.contentRoom());
    const taken = [...this.frames().filter((f) => f !== region.frame), ...this.keepOut, ...others.flatMap((p) => innerFrame(p) ?? [])];
    const grownFrame = placeholder ? this.#grown(region.frame, placeholder, taken) : region.frame;
    const roomy = this.holdsContent(grownFrame) ? grownFrame : this.#roomiest(grownFrame, taken);
    const even = clearOf(roomy, this.#straddled(roomy));
    const isCut = even !== roomy && this.holdsContent(even);
    const frame = isCut ? even : roomy;
    if (frame === region.frame) return region;
    const by: BoundRegion = { ...region, frame, trimmed: isCut && region.placeholder ? 'art' : null };
    this.replace(region, by);
    return by;
  }

  /** Art that other placeholders were put on and this frame only reaches into: its words would stand on two grounds. */
  #straddled(frame: Frame): Frame[] {
    const { layout } = this.choice;
    const whole = area({ x: 0, y: 0, ...this.template.page });
    return artOn(layout, this.template).flatMap((art) => {
      if (art.kind !== 'rectangle' && art.kind !== 'image') return [];
      const share = sharedArea(art.frame, frame) / area(frame);
      return area(art.frame) < 0.5 * whole && share > 0.02 && share < 0.5 ? [art.frame] : [];
    });
  }

  /** All the room that one placeholder may have for several regions; without one, free room. */
  roomOf(placeholder: CompanyPlaceholder | null): Frame {
    const region = this.putContent('', 'body', placeholder, []);
    this.regions.splice(this.regions.indexOf(region), 1);
    return region.frame;
  }

  #grown(frame: Frame, placeholder: CompanyPlaceholder, taken: readonly Frame[]): Frame {
    const { page } = this.template;
    const pictures = this.placeholders.filter((p) => p.type === 'pic' && !p.turned);
    const content = [...contentOf(this.choice.layout, page), ...pictures];
    const spare = content.some((p) => p !== placeholder && !this.used.has(p));
    const isLow = frame.height < LOW * page.height;
    if (!spare && !placeholder.grows && !isLow) return frame;
    const frames = content.flatMap((p) => innerFrame(p) ?? []);
    const all = around([frame, ...(spare ? frames : [])]) ?? frame;
    const end = placeholder.grows || isLow ? Math.max(all.y + all.height, this.#foot()) : all.y + all.height;
    return grown(frame, { ...all, height: end - all.y }, taken, GAP * this.scale);
  }

  /** Where content ends at the latest: above what stands at the foot. */
  #foot(): number {
    const { page } = this.template;
    const feet = this.regions.filter(({ type, frame }) => FEET.has(type) && frame.y > page.height / 2);
    return Math.min(page.height * 0.92, ...feet.map(({ frame }) => frame.y - 6));
  }

  /** Gives a title that is lower than this room above and below it, as far as nothing stands there. */
  raiseTitle(least: number): void {
    const title = this.region('title');
    const missing = least * this.scale - (title?.frame.height ?? Infinity);
    if (!title || missing <= 0) return;
    const { page } = this.template;
    const { frame } = title;
    const content = this.placeholders.filter((p) => p !== title.look && !p.turned).flatMap((p) => innerFrame(p) ?? []);
    const top = Math.max(0.03 * page.height, frame.y - missing);
    const within = { ...frame, y: top, height: frame.y + frame.height + missing - top };
    this.replace(title, { ...title, frame: grown(frame, within, [...content, ...this.keepOut], 2) });
  }

  holdsContent({ width, height }: Frame): boolean {
    const { page } = this.template;
    return width >= HOLDS.width * page.width && height >= HOLDS.height * page.height;
  }

  /** The largest free part of the page, or the frame itself where that is no better. */
  #roomiest(frame: Frame, taken: readonly Frame[]): Frame {
    const { page } = this.template;
    const margin = 0.05 * page.width;
    const free = largestFree(
      { x: margin, y: 0.06 * page.height, width: page.width - 2 * margin, height: this.#foot() - 0.06 * page.height },
      taken,
      8 * this.scale,
    );
    return free && area(free) > 1.3 * area(frame) ? free : frame;
  }

  unusedOf(...types: readonly string[]): CompanyPlaceholder | null {
    return this.placeholders.find((p) => types.includes(p.type) && !p.turned && !this.used.has(p)) ?? null;
  }

  /** Of the placeholders of some types the first that is at least so high, in points at a page 540 points high. */
  unusedOfHeight(least: number, ...types: readonly string[]): CompanyPlaceholder | null {
    const { layout } = this.choice;
    const isHigh = (p: CompanyPlaceholder): boolean =>
      (reachOf(p, layout, this.template.page)?.height ?? least * this.scale) >= least * this.scale;
    return this.placeholders.find((p) => types.includes(p.type) && !p.turned && !this.used.has(p) && isHigh(p)) ?? null;
  }

  /** Room for content where no placeholder says: below the title as far as the foot, or above it where that is more. */
  contentRoom(): Frame {
    const { page } = this.template;
    const title = this.region('title')?.frame ?? this.share(0.06, 0.06, 0.88, 0.14);
    const foot = Math.min(
      page.height * 0.92,
      ...this.regions
        .filter((r) => r.type === 'footer' || r.type === 'number' || r.type === 'date')
        .map((r) => (r.frame.y > page.height / 2 ? r.frame.y - 6 : page.height)),
    );
    const left = Math.max(page.width * 0.04, Math.min(title.x, page.width * 0.3));
    const width = Math.max(page.width * 0.5, Math.min(title.width, page.width * 0.96 - left));
    const top = title.y + title.height + GAP;
    const below: Frame = { x: left, y: top, width, height: foot - top };
    const above: Frame = { x: left, y: page.height * 0.06, width, height: title.y - GAP - page.height * 0.06 };
    const best = below.height >= above.height ? below : above;
    const clear = clearOf(
      { x: round(best.x), y: round(best.y), width: round(best.width), height: round(Math.max(30, best.height)) },
      this.keepOut,
    );
    return this.holdsContent(clear) ? clear : this.#roomiest(clear, this.taken());
  }

  /** A row taken off the top of a region, which then is smaller than its placeholder. */
  cutOff(region: BoundRegion, height: number): Frame {
    const { frame } = region;
    this.replace(region, { frame: { ...frame, y: round(frame.y + height + 2), height: round(frame.height - height - 2) } });
    return { ...frame, height };
  }
}
