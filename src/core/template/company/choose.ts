import { factsOf, usualIn, type Facts } from './facts.ts';
import { PLANS, type LayoutPlan, type Offer } from './plan.ts';
import type { CompanyDesign, CompanyLayout, CompanyMaster, CompanyTemplate, LayoutBinding } from './types.ts';
import { familyOf, scoreAs, typedAs, type Family } from './votes.ts';

/** Why a layout of ours stands where it does. */
export type Reason = 'by-type' | 'by-samples' | 'by-placeholders' | 'by-hand' | 'instead';

export interface Choice {
  readonly layout: CompanyLayout;
  readonly offer: Offer;
  readonly reason: Reason;
}

/** A layout of theirs with what can be told of it. */
export interface Judged {
  readonly layout: CompanyLayout;
  readonly facts: Facts;
  readonly family: Family;
}

/** File name of a layout's part, as mappings name it. */
export function partName(layout: CompanyLayout): string {
  return layout.part.slice(layout.part.lastIndexOf('/') + 1);
}

export function judge(template: CompanyDesign): readonly Judged[] {
  const usual = usualIn(template);
  return template.layouts.map((layout) => {
    const facts = factsOf(layout, usual, template);
    return { layout, facts, family: familyOf(facts) };
  });
}

/** Of some layouts that which serves best as one of a kind. */
function best(judged: readonly Judged[], offer: Offer, more: (one: Judged) => number = () => 0): Judged | null {
  let found: { readonly one: Judged; readonly score: number } | null = null;
  for (const one of judged) {
    const score = scoreAs(offer, one.facts);
    if (score !== null && (found === null || score + more(one) > found.score)) found = { one, score: score + more(one) };
  }
  return found?.one ?? null;
}

/** Accents of the themes that PowerPoint comes with: where a file has another design too, nobody made these for it. */
const STOCK: ReadonlySet<string> = new Set(['#4F81BD #C0504D', '#5B9BD5 #ED7D31', '#4472C4 #ED7D31', '#156082 #E97132']);

const isStock = ({ colors }: CompanyMaster): boolean => STOCK.has(`${colors['accent1'] ?? ''} ${colors['accent2'] ?? ''}`);

/** How much a master counts that samples stand on, that has what our layouts need, and that PowerPoint came with. */
const BY_USE = 3;
const BY_LAYOUTS = 3;
const BY_STOCK = 4;

/** The master that decks are written in: where the file's own slides put their content, else whose layouts serve most of ours as they should. */
export function mainMaster(template: CompanyDesign): number {
  const judged = judge(template);
  const plans = Object.values(PLANS);
  const scores = template.masters.map((master, i) => {
    const own = judged.filter(({ layout }) => layout.master === i);
    const content = own.filter(({ family }) => family === 'content');
    const slides = (list: readonly Judged[]): number => list.reduce((all, { layout }) => all + layout.use.slides, 0);
    const served = plans.filter(({ offers, fitting, defaultRegion }) =>
      offers.slice(0, fitting).some((offer) => best(defaultRegion === 'subtitle' ? own : content, offer) !== null),
    );
    const covered = Math.max(0, ...content.map(({ facts }) => facts.underArt));
    const used = BY_USE * Math.log2(1 + slides(content)) + Math.log2(1 + slides(own));
    return used + (BY_LAYOUTS * served.length) / plans.length - covered - (isStock(master) ? BY_STOCK : 0);
  });
  return Math.max(0, scores.indexOf(Math.max(...scores)));
}

/** The masters that layouts may be taken from where the main one has none: those that the file's own slides use. */
function othersOf({ masters, layouts, main }: CompanyTemplate): ReadonlySet<number> {
  const used = new Set(layouts.flatMap(({ master, use }) => (use.slides > 0 ? [master] : [])));
  const all = used.size > 0 ? [...used] : masters.flatMap((master, i) => (isStock(master) ? [] : [i]));
  return new Set(all.filter((i) => i !== main));
}

/** Groups of layouts to look through for a plan, one after the other: a cover holds no content while anything else could. */
function pools(plan: LayoutPlan, judged: readonly Judged[], template: CompanyTemplate): (readonly Judged[])[] {
  const others = othersOf(template);
  const from = (isIn: (master: number) => boolean, ...families: readonly Family[]): Judged[] =>
    judged.filter(({ layout, family }) => isIn(layout.master) && families.includes(family));
  const own = (master: number): boolean => master === template.main;
  const other = (master: number): boolean => others.has(master);
  const any = (): boolean => true;
  if (plan.type === 'title') {
    return [from((m) => own(m) || other(m), 'cover'), from(own, 'divider', 'bare'), from(own, 'content'), from(any, 'cover'), [...judged]];
  }
  if (plan.type === 'secHead') {
    return [
      from(own, 'divider'),
      from(other, 'divider'),
      from(own, 'cover'),
      from(own, 'bare', 'content'),
      from(any, 'cover'),
      [...judged],
    ];
  }
  return [
    from(own, 'content'),
    from(own, 'bare'),
    from(other, 'content'),
    from(any, 'content'),
    from(any, 'bare'),
    from(own, 'divider'),
    from(own, 'cover'),
    [...judged],
  ];
}

/** More than this nobody looks through. */
const MOST_RANKED = 6;

/** What a cover of the main master has over one of another. */
const OWN = 1;
/** And a layout that is called an agenda over others, where an agenda is looked for. */
const NAMED_AGENDA = 3;

function choose(name: string, plan: LayoutPlan, judged: readonly Judged[], template: CompanyTemplate): Choice | null {
  const more = ({ layout, facts }: Judged): number =>
    (layout.master === template.main ? OWN : 0) + (name === 'agenda' && facts.meaning === 'agenda' ? NAMED_AGENDA : 0);
  for (const pool of pools(plan, judged, template)) {
    for (const [rank, offer] of plan.offers.entries()) {
      const found = best(pool, offer, more);
      if (!found) continue;
      const { layout, facts } = found;
      const by = typedAs(facts) === offer ? 'by-type' : layout.use.slides > 0 ? 'by-samples' : 'by-placeholders';
      const isFitting = rank < plan.fitting && fits(plan, found);
      return { layout, offer, reason: isFitting ? by : 'instead' };
    }
  }
  return null;
}

/** Whether a layout of this family is what the plan is for; any can be scored as a cover or a divider. */
function fits(plan: LayoutPlan, { family }: Judged): boolean {
  if (plan.type === 'title') return family === 'cover';
  if (plan.type === 'secHead') return family === 'divider';
  return family === 'content';
}

/** Their layouts that one of ours could stand on, the best first: those that it would stand on if those before were not there. */
export function rankedFor(name: string, template: CompanyTemplate): readonly Choice[] {
  const plan = PLANS[name];
  const ranked: Choice[] = [];
  let left = judge(template);
  while (plan && ranked.length < MOST_RANKED) {
    const found = choose(name, plan, left, template);
    if (!found) break;
    ranked.push(found);
    left = left.filter(({ layout }) => layout !== found.layout);
  }
  return ranked;
}

/** Which of their layouts each of ours stands on; those named by hand first. */
export function chooseLayouts(
  template: CompanyTemplate,
  byHand: Readonly<Record<string, Pick<LayoutBinding, 'layout'>>> = {},
): ReadonlyMap<string, Choice> {
  const judged = judge(template);
  const choices = new Map<string, Choice>();
  for (const [name, plan] of Object.entries(PLANS)) {
    const named = byHand[name];
    const byName = named && judged.find(({ layout }) => partName(layout) === named.layout);
    const usual = choose(name, plan, judged, template) ?? anyLayout(template);
    // The mapping also says what was found without help; only what differs was chosen.
    const isChosen = byName && byName.layout !== usual?.layout;
    const found: Choice | null = isChosen ? { layout: byName.layout, offer: offerOf(plan, byName), reason: 'by-hand' } : usual;
    if (found) choices.set(name, found);
  }
  return choices;
}

/** As what of a plan's kinds a layout chosen by hand serves. */
function offerOf(plan: LayoutPlan, { facts }: Judged): Offer {
  return plan.offers.find((offer) => scoreAs(offer, facts) !== null) ?? 'obj';
}

/** Where nothing can be recognised: the first layout, with regions of our own. */
function anyLayout(template: CompanyTemplate): Choice | null {
  const [layout] = template.layouts;
  return layout ? { layout, offer: 'blank', reason: 'instead' } : null;
}
