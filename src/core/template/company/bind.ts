import type { Frame, RegionType } from '../theme/types.ts';
import { chooseLayouts, partName, type Choice } from './choose.ts';
import { round } from './geometry.ts';
import { keepOutsOf } from './ground.ts';
import { contentOf, isDistinct, titleOf } from './offer.ts';
import { PLANS, type LayoutPlan, type Slot } from './plan.ts';
import { clearOf, collides, freeRow, range } from './room.ts';
import type { CompanyPlaceholder, CompanyTemplate, LayoutBinding } from './types.ts';

/** A region of ours on a layout of theirs. */
export interface BoundRegion {
  readonly name: string;
  readonly type: RegionType;
  /** From edge to edge of its words. */
  readonly frame: Frame;
  /** The placeholder that it fills; null: a text box beside those. */
  readonly placeholder: CompanyPlaceholder | null;
  /** Made smaller than its placeholder: it would have run into this. */
  readonly trimmed: 'art' | 'placeholder' | null;
}

export interface BoundLayout {
  readonly name: string;
  readonly plan: LayoutPlan;
  readonly choice: Choice;
  readonly regions: readonly BoundRegion[];
  readonly keepOut: readonly Frame[];
  /** Placeholders for content that nothing of ours fills. */
  readonly unused: readonly CompanyPlaceholder[];
  /** Placeholders without a place, so that one was made up. */
  readonly lost: readonly CompanyPlaceholder[];
}

/** Points, at a page 540 points high. */
const LINE = 16;
const GAP = 14;
/** A region lower or narrower than this holds nothing worth reading. */
const LEAST = { width: 40, height: 14 } as const;

const FURNITURE: readonly (readonly [string, RegionType, string])[] = [
  ['footer', 'footer', 'ftr'],
  ['number', 'number', 'sldNum'],
  ['date', 'date', 'dt'],
];

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
function onPage(frame: Frame, page: CompanyTemplate['page']): Frame {
  const x = Math.max(0, frame.x);
  const y = Math.max(0, frame.y);
  const width = Math.min(page.width, frame.x + frame.width) - x;
  const height = Math.min(page.height, frame.y + frame.height) - y;
  return { x: round(x), y: round(y), width: round(width), height: round(height) };
}

class Binder {
  readonly #template: CompanyTemplate;
  readonly #choice: Choice;
  readonly #plan: LayoutPlan;
  readonly #regions: BoundRegion[] = [];
  readonly #used = new Set<CompanyPlaceholder>();
  readonly #keepOut: readonly Frame[];
  readonly #scale: number;

  constructor(template: CompanyTemplate, choice: Choice, plan: LayoutPlan) {
    this.#template = template;
    this.#choice = choice;
    this.#plan = plan;
    this.#keepOut = keepOutsOf(choice.layout, template).map((k) => k.frame);
    this.#scale = Math.min(2, Math.max(0.7, template.page.height / 540));
  }

  get #placeholders(): readonly CompanyPlaceholder[] {
    return this.#choice.layout.placeholders;
  }

  #share(x: number, y: number, width: number, height: number): Frame {
    const { page } = this.#template;
    return { x: round(x * page.width), y: round(y * page.height), width: round(width * page.width), height: round(height * page.height) };
  }

  #frames(): Frame[] {
    return this.#regions.map((r) => r.frame);
  }

  /** Puts a region where its placeholder is, clear of art and of what was put before it. */
  #put(name: string, type: RegionType, placeholder: CompanyPlaceholder | null, fallback: Frame): BoundRegion {
    const page = this.#template.page;
    const wanted = onPage((placeholder && innerFrame(placeholder)) ?? fallback, page);
    if (placeholder) this.#used.add(placeholder);
    const clearOfArt = clearOf(wanted, this.#keepOut);
    const clear = clearOf(clearOfArt, this.#frames(), 2);
    const isRoomy = (f: Frame): boolean => f.width >= LEAST.width * this.#scale && f.height >= Math.min(LEAST.height, wanted.height) * 0.7;
    const frame = isRoomy(clear) ? clear : isRoomy(clearOfArt) ? clearOfArt : wanted;
    const same = (a: Frame, b: Frame): boolean => a.width === b.width && a.height === b.height;
    const trimmed = placeholder === null || same(frame, wanted) ? null : same(clearOfArt, wanted) ? 'placeholder' : 'art';
    const own = placeholder && isDistinct(placeholder, this.#choice.layout) ? placeholder : null;
    const region: BoundRegion = { name, type, frame, placeholder: own, trimmed: own && trimmed };
    this.#regions.push(region);
    return region;
  }

  #unusedOf(...types: readonly string[]): CompanyPlaceholder | null {
    return this.#placeholders.find((p) => types.includes(p.type) && !p.turned && !this.#used.has(p)) ?? null;
  }

  /** The placeholder that a slot of the plan is for. */
  #slot(slot: Slot): CompanyPlaceholder | null {
    const content = contentOf(this.#choice.layout, this.#template.page).filter((p) => !this.#used.has(p));
    const typed = this.#choice.offer === 'tbl' || this.#choice.offer === 'chart' ? this.#unusedOf(this.#choice.offer) : null;
    switch (slot) {
      case 'first':
        return typed ?? content[0] ?? null;
      case 'second':
        return content[0] ?? null;
      case 'picture':
        return this.#unusedOf('pic') ?? content.at(-1) ?? null;
      case 'text':
        return this.#unusedOf('body') ?? this.#unusedOf('subTitle') ?? content[0] ?? null;
      case 'subtitle':
        return this.#unusedOf('subTitle') ?? content[0] ?? this.#unusedOf('body');
    }
  }

  /** Room for content where no placeholder says: below the title as far as the foot, or above it where that is more. */
  #contentRoom(): Frame {
    const { page } = this.#template;
    const title = this.#regions.find((r) => r.name === 'title')?.frame ?? this.#share(0.06, 0.06, 0.88, 0.14);
    const foot = Math.min(
      page.height * 0.92,
      ...this.#regions.filter((r) => r.type === 'footer' || r.type === 'number' || r.type === 'date').map((r) => (r.frame.y > page.height / 2 ? r.frame.y - 6 : page.height)),
    );
    const left = Math.max(page.width * 0.04, Math.min(title.x, page.width * 0.3));
    const width = Math.max(page.width * 0.5, Math.min(title.width, page.width * 0.96 - left));
    const top = title.y + title.height + GAP;
    const below: Frame = { x: left, y: top, width, height: foot - top };
    const above: Frame = { x: left, y: page.height * 0.06, width, height: title.y - GAP - page.height * 0.06 };
    const best = below.height >= above.height ? below : above;
    return clearOf({ x: round(best.x), y: round(best.y), width: round(best.width), height: round(Math.max(30, best.height)) }, this.#keepOut);
  }

  /** The lines beside the placeholders: whose words, and the handling mark. */
  #lines(): void {
    const { page } = this.#template;
    const height = round(LINE * this.#scale);
    const title = this.#regions.find((r) => r.name === 'title');
    const body = this.#regions.find((r) => r.name === this.#plan.defaultRegion) ?? this.#regions.find((r) => r.name === 'lead');
    if (!title) return;
    const kickerPlaceholder = this.#plan.kicker ? this.#lineOfText() : null;
    const taken = [...this.#frames(), ...this.#keepOut, ...(kickerPlaceholder?.frame ? [kickerPlaceholder.frame] : [])];
    const { x, width } = title.frame;
    const titleEnd = title.frame.y + title.frame.height;
    const bodyEnd = body ? body.frame.y + body.frame.height : titleEnd;
    const tops = [
      ...range(title.frame.y - height - 3, 8, -2),
      ...(body && body.frame.y > titleEnd ? [titleEnd + (body.frame.y - titleEnd - height) / 2] : []),
      ...range(bodyEnd + 3, page.height - height - 4, 2),
    ];
    let row = freeRow(tops, { x, width, height }, taken, Math.min(width, 220 * this.#scale));
    if (!row && body) row = this.#cutOff(body, height + 2);
    const kicker = kickerPlaceholder
      ? this.#put('kicker', 'body', kickerPlaceholder, title.frame)
      : this.#plan.kicker && row
        ? this.#put('kicker', 'body', null, row)
        : null;
    this.#mark(row, kicker, { tops: [...range(10, title.frame.y - height - 1, 3), ...range(page.height - height - 8, bodyEnd + 2, -3)], height });
  }

  /** A placeholder for one line of text that their designers put beside the title: where a kicker belongs. */
  #lineOfText(): CompanyPlaceholder | null {
    const { page } = this.#template;
    return (
      this.#placeholders.find(
        (p) =>
          p.type === 'body' && !p.turned && !this.#used.has(p) && p.frame !== null && p.frame.height < page.height * 0.15 && p.frame.width > page.width * 0.25,
      ) ?? null
    );
  }

  /** A row taken off the top of a region, which then is smaller than its placeholder. */
  #cutOff(region: BoundRegion, height: number): Frame {
    const { frame } = region;
    const at = this.#regions.indexOf(region);
    this.#regions[at] = { ...region, frame: { ...frame, y: round(frame.y + height + 2), height: round(frame.height - height - 2) } };
    return { ...frame, height };
  }

  #mark(row: Frame | null, kicker: BoundRegion | null, { tops, height }: { readonly tops: readonly number[]; readonly height: number }): void {
    const { page } = this.#template;
    const width = round(180 * this.#scale);
    const title = this.#regions.find((r) => r.name === 'title')?.frame;
    const right = title ? title.x + title.width : page.width * 0.95;
    const taken = [...this.#frames(), ...this.#keepOut];
    const free = freeRow(tops, { x: Math.max(0, right - width), width, height }, taken, 120 * this.#scale);
    if (free) this.#put('mark', 'mark', null, free);
    else if (kicker?.placeholder === null && kicker.frame.width > 2 * width) {
      const { frame } = kicker;
      const at = this.#regions.indexOf(kicker);
      this.#regions[at] = { ...kicker, frame: { ...frame, width: round(frame.width - width - GAP) } };
      this.#regions.push({ name: 'mark', type: 'mark', placeholder: null, trimmed: null, frame: { ...frame, x: round(frame.x + frame.width - width), width } });
    } else if (row && !kicker) this.#put('mark', 'mark', null, { ...row, x: round(row.x + row.width / 2), width: round(row.width / 2) });
  }

  /** A frame divided at `part` of its width, or of its height where it is upright. */
  #divided(frame: Frame, part: number): readonly [Frame, Frame] {
    if (frame.width > frame.height) {
      const first = round(frame.width * part - GAP / 2);
      return [
        { ...frame, width: first },
        { ...frame, x: round(frame.x + first + GAP), width: round(frame.width - first - GAP) },
      ];
    }
    const first = round(frame.height * part - GAP / 2);
    return [
      { ...frame, height: first },
      { ...frame, y: round(frame.y + first + GAP), height: round(frame.height - first - GAP) },
    ];
  }

  #titleSlide(byHand: (name: string) => CompanyPlaceholder | null | undefined): void {
    const title = this.#regions.find((r) => r.name === 'title')?.frame ?? this.#share(0.1, 0.2, 0.8, 0.3);
    const placeholder = byHand('subtitle') ?? this.#slot('subtitle');
    const below = this.#contentRoom();
    const subtitle = this.#put('subtitle', 'subtitle', placeholder, { ...below, height: round(below.height / 2) });
    const text = byHand('meta') ?? this.#unusedOf('body');
    if (text && (text.frame?.height ?? 0) > LINE) {
      this.#put('meta', 'body', text, subtitle.frame);
      return;
    }
    const { page } = this.#template;
    const end = subtitle.frame.y + subtitle.frame.height;
    const taken = [...this.#frames(), ...this.#keepOut];
    const height = round(64 * this.#scale);
    const { x, width } = subtitle.frame.width > 150 ? subtitle.frame : title;
    const row = freeRow(range(end + 6, page.height - height - 10, 4), { x, width, height }, taken, Math.min(width, 200 * this.#scale));
    if (row) {
      this.#put('meta', 'body', null, row);
      return;
    }
    const at = this.#regions.indexOf(subtitle);
    const upper = round(subtitle.frame.height * 0.45);
    this.#regions[at] = { ...subtitle, frame: { ...subtitle.frame, height: upper } };
    const rest = { ...subtitle.frame, y: round(subtitle.frame.y + upper + 4), height: round(subtitle.frame.height - upper - 4) };
    this.#put('meta', 'body', null, rest);
  }

  /** Regions for content, in the plan's order, left before right. */
  #content(byHand: (name: string) => CompanyPlaceholder | null | undefined): void {
    const names = Object.keys(this.#plan.slots);
    const main = this.#plan.defaultRegion ?? 'body';
    const found = new Map<string, CompanyPlaceholder>();
    const typeOf = (name: string): RegionType => (name === 'picture' ? 'picture' : 'body');
    // What is chosen by hand is taken first; of what is left the main region has the first say where there is one alone.
    for (const name of names) {
      const placeholder = byHand(name);
      if (placeholder) {
        found.set(name, placeholder);
        this.#used.add(placeholder);
      }
    }
    const free = contentOf(this.#choice.layout, this.#template.page).filter((p) => !this.#used.has(p));
    const missing = names.filter((name) => !found.has(name));
    const order = free.length < missing.length && !this.#placeholders.some((p) => p.type === 'pic') ? [...missing].sort((a) => (a === main ? -1 : 1)) : missing;
    for (const name of order) {
      const placeholder = this.#slot(this.#plan.slots[name] ?? 'first');
      if (!placeholder) continue;
      found.set(name, placeholder);
      this.#used.add(placeholder);
    }
    const lacking = names.filter((name) => !found.has(name));
    if (lacking.length === 0 || names.length === 1) {
      for (const name of names) this.#put(name, typeOf(name), found.get(name) ?? null, this.#contentRoom());
      return;
    }
    // One placeholder or none for two regions: they share its room.
    const held = found.get(main) ?? [...found.values()][0] ?? null;
    const room = clearOf(onPage((held && innerFrame(held)) ?? this.#contentRoom(), this.#template.page), [...this.#keepOut, ...this.#frames()], 2);
    const [first, second] = this.#divided(room, 0.36);
    names.forEach((name, i) => {
      const candidate = found.get(name) ?? null;
      const placeholder = candidate && isDistinct(candidate, this.#choice.layout) ? candidate : null;
      this.#regions.push({ name, type: typeOf(name), frame: i === 0 ? first : second, placeholder, trimmed: null });
    });
  }

  bind(name: string, binding: LayoutBinding | undefined): BoundLayout {
    const { layout } = this.#choice;
    const byHand = (region: string): CompanyPlaceholder | null | undefined => {
      const wanted = binding?.regions[region];
      return wanted === undefined || wanted === 'title' ? undefined : this.#placeholders.find((p) => p.index === wanted && !this.#used.has(p) && !p.turned);
    };
    this.#put('title', 'title', titleOf(layout), this.#share(0.06, 0.06, 0.88, 0.16));
    for (const [region, type, ph] of FURNITURE) {
      const placeholder = this.#placeholders.find((p) => p.type === ph && !p.turned && p.frame !== null);
      if (placeholder) this.#put(region, type, placeholder, this.#share(0, 0, 1, 1));
    }
    if (name === 'title') this.#titleSlide(byHand);
    else this.#content(byHand);
    if (this.#plan.standfirst) {
      const body = this.#regions.find((r) => r.name === 'body');
      const height = round(Math.min((name === 'agenda' ? 22 : 40) * this.#scale, (body?.frame.height ?? 0) / 4));
      if (body) this.#regions.push({ name: 'lead', type: 'body', placeholder: null, trimmed: null, frame: this.#cutOff(body, height) });
    }
    this.#lines();
    const content = new Set(['obj', 'body', 'subTitle', 'pic', 'tbl', 'chart', 'media', 'dgm', 'clipArt']);
    return {
      name,
      plan: this.#plan,
      choice: this.#choice,
      regions: this.#regions,
      keepOut: this.#keepOut,
      unused: this.#placeholders.filter((p) => content.has(p.type) && !this.#used.has(p)),
      lost: [...this.#used].filter((p) => p.frame === null || !isDistinct(p, layout)),
    };
  }
}

/** Every layout of ours on one of theirs, with its regions in their placeholders. What `byHand` names is kept as far as it can be. */
export function bindLayouts(template: CompanyTemplate, byHand: Readonly<Record<string, LayoutBinding>> = {}): BoundLayout[] {
  const choices = chooseLayouts(template, byHand);
  return Object.entries(PLANS).flatMap(([name, plan]) => {
    const choice = choices.get(name);
    if (!choice) return [];
    const binding = byHand[name]?.layout === partName(choice.layout) ? byHand[name] : undefined;
    return [new Binder(template, choice, plan).bind(name, binding)];
  });
}

/** Whether two regions of a layout run into each other, or one into art: what `theme/placement` would say. */
export function isCrowded({ regions, keepOut }: BoundLayout): boolean {
  return regions.some((r, i) => keepOut.some((k) => collides(r.frame, k)) || regions.slice(i + 1).some((o) => collides(r.frame, o.frame)));
}
