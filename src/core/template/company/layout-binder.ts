import type { Frame, RegionType } from '../theme/types.ts';
import type { Choice } from './choose.ts';
import { area, overlap, round } from './geometry.ts';
import { artOn, behind, keepOutsOf } from './ground.ts';
import { isDistinct } from './offer.ts';
import type { LayoutPlan } from './plan.ts';
import { clearOf } from './room.ts';
import type { CompanyPlaceholder, CompanyTemplate } from './types.ts';
import type { BoundRegion } from './bound.ts';

/** Points, at a page 540 points high. */
export const GAP = 14;
/** A region lower or narrower than this holds nothing worth reading. */
const LEAST = { width: 40, height: 14 } as const;

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
    const region: BoundRegion = { name, type, frame, placeholder: own, trimmed: own && trimmed };
    this.regions.push(region);
    return region;
  }

  unusedOf(...types: readonly string[]): CompanyPlaceholder | null {
    return this.placeholders.find((p) => types.includes(p.type) && !p.turned && !this.used.has(p)) ?? null;
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
    return clearOf(
      { x: round(best.x), y: round(best.y), width: round(best.width), height: round(Math.max(30, best.height)) },
      this.keepOut,
    );
  }

  /** A row taken off the top of a region, which then is smaller than its placeholder. */
  cutOff(region: BoundRegion, height: number): Frame {
    const { frame } = region;
    this.replace(region, { frame: { ...frame, y: round(frame.y + height + 2), height: round(frame.height - height - 2) } });
    return { ...frame, height };
  }
}
