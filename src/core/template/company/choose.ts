import { area, sharedArea } from './geometry.ts';
import { artOn } from './ground.ts';
import { contentOf, offerOf, type Offered } from './offer.ts';
import { PLANS, type LayoutPlan, type Offer } from './plan.ts';
import type { CompanyLayout, CompanyTemplate, LayoutBinding } from './types.ts';

/** Why a layout of ours stands where it does. */
export type Reason = 'by-type' | 'by-placeholders' | 'by-hand' | 'instead';

export interface Choice {
  readonly layout: CompanyLayout;
  readonly offer: Offer;
  readonly reason: Reason;
}

/** File name of a layout's part, as mappings name it. */
export function partName(layout: CompanyLayout): string {
  return layout.part.slice(layout.part.lastIndexOf('/') + 1);
}

/** Of a kind the first whose type says so, else the first whose placeholders do. */
function best(offered: readonly Offered[], offer: Offer): Offered | null {
  const fitting = offered.filter((o) => o.offer === offer);
  return fitting.find((o) => o.by === 'type') ?? fitting[0] ?? null;
}

/** Share of a master's content placeholder that art lies under: of masters with the same layouts, one is for covers. */
function coverOf(template: CompanyTemplate, master: number): number {
  const layout = template.layouts.find((l) => l.master === master && offerOf(l, template.page).offer === 'obj');
  const frame = layout && contentOf(layout, template.page)[0]?.frame;
  if (!layout || !frame) return 0;
  const page = template.page.width * template.page.height;
  const pieces = artOn(layout, template).filter((art) => art.kind !== 'line' && area(art.frame) < 0.95 * page);
  return Math.min(0.9, pieces.reduce((sum, art) => sum + sharedArea(art.frame, frame), 0) / area(frame));
}

/** The master whose layouts serve most of ours as they should: decks are written in one design. */
export function chosenMaster(template: CompanyTemplate): number {
  const offered = template.layouts.map((layout) => offerOf(layout, template.page));
  const score = (master: number): number =>
    Object.values(PLANS).filter((plan) =>
      offered.some((o) => o.layout.master === master && o.offer !== null && plan.offers.slice(0, plan.fitting).includes(o.offer)),
    ).length;
  const scores = template.masters.map((_, i) => score(i) - coverOf(template, i));
  return Math.max(0, scores.indexOf(Math.max(...scores)));
}

function choose(plan: LayoutPlan, offered: readonly Offered[]): Choice | null {
  for (const [rank, offer] of plan.offers.entries()) {
    const found = best(offered, offer);
    if (!found) continue;
    const reason = rank >= plan.fitting ? 'instead' : found.by === 'type' ? 'by-type' : 'by-placeholders';
    return { layout: found.layout, offer, reason };
  }
  return null;
}

/** Which of their layouts each of ours stands on; those named by hand first. */
export function chooseLayouts(
  template: CompanyTemplate,
  byHand: Readonly<Record<string, Pick<LayoutBinding, 'layout'>>> = {},
): ReadonlyMap<string, Choice> {
  const offered = template.layouts.map((layout) => offerOf(layout, template.page));
  const master = chosenMaster(template);
  const own = offered.filter((o) => o.layout.master === master);
  const choices = new Map<string, Choice>();
  for (const [name, plan] of Object.entries(PLANS)) {
    const named = byHand[name];
    const byName = named && offered.find((o) => partName(o.layout) === named.layout);
    const usual = choose(plan, own) ?? choose(plan, offered) ?? anyLayout(template);
    // The mapping also says what was found without help; only what differs was chosen.
    const isChosen = byName && byName.layout !== usual?.layout;
    const found: Choice | null = isChosen ? { layout: byName.layout, offer: byName.offer ?? 'obj', reason: 'by-hand' } : usual;
    if (found) choices.set(name, found);
  }
  return choices;
}

/** Where nothing can be recognised: the first layout, with regions of our own. */
function anyLayout(template: CompanyTemplate): Choice | null {
  const [layout] = template.layouts;
  return layout ? { layout, offer: 'blank', reason: 'instead' } : null;
}
