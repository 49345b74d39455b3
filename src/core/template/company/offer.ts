import type { Frame } from '../theme/types.ts';
import { area } from './geometry.ts';
import type { CompanyLayout, CompanyPlaceholder, CompanyTemplate } from './types.ts';
import type { Offer } from './plan.ts';

const TITLES: ReadonlySet<string> = new Set(['title', 'ctrTitle']);
const CONTENT: ReadonlySet<string> = new Set(['obj', 'body', 'tbl', 'chart']);

/** Share of the page's height from which a placeholder holds more than a line. */
const TALL = 0.18;

export function isTitle({ type }: CompanyPlaceholder): boolean {
  return TITLES.has(type);
}

export function titleOf(layout: CompanyLayout): CompanyPlaceholder | null {
  return layout.placeholders.find((p) => isTitle(p) && !p.turned) ?? null;
}

/** Whether slides can tell it from the layout's others: PowerPoint finds a placeholder by its index, the title by its type. */
export function isDistinct(placeholder: CompanyPlaceholder, layout: CompanyLayout): boolean {
  return isTitle(placeholder) || layout.placeholders.filter((p) => p.index === placeholder.index && !isTitle(p)).length === 1;
}

function isTall(p: CompanyPlaceholder, page: CompanyTemplate['page']): boolean {
  return p.frame === null || p.frame.height >= page.height * TALL;
}

const byPlace = (a: Frame | null, b: Frame | null): number => {
  if (!a || !b) return 0;
  // Beside each other, or one below the other.
  const level = Math.abs(a.y - b.y) < Math.min(a.height, b.height) / 2;
  return level ? a.x - b.x : a.y - b.y;
};

/** Placeholders for content of more than a line: the two largest come first, left before right; text alone counts where nothing else is. */
export function contentOf(layout: CompanyLayout, page: CompanyTemplate['page']): CompanyPlaceholder[] {
  const all = layout.placeholders.filter((p) => CONTENT.has(p.type) && !p.turned && isTall(p, page));
  const open = all.filter((p) => p.type !== 'body');
  const wanted = open.length > 0 ? open : all;
  const largest = [...wanted].sort((a, b) => (b.frame ? area(b.frame) : 0) - (a.frame ? area(a.frame) : 0));
  const two = largest.slice(0, 2).sort((a, b) => byPlace(a.frame, b.frame));
  return [...two, ...largest.slice(2)];
}

/** What a type of their layout is to us; others are recognised by what stands on them. ST_SlideLayoutType. */
const BY_TYPE: Readonly<Record<string, Offer>> = {
  title: 'title',
  secHead: 'secHead',
  obj: 'obj',
  tx: 'obj',
  objOnly: 'obj',
  twoObj: 'twoObj',
  twoColTx: 'twoObj',
  txAndObj: 'twoObj',
  objAndTx: 'twoObj',
  tbl: 'tbl',
  chart: 'chart',
  picTx: 'picTx',
  titleOnly: 'titleOnly',
  blank: 'blank',
};

type Test = (layout: CompanyLayout, page: CompanyTemplate['page']) => boolean;

const has =
  (...types: readonly string[]): Test =>
  (layout) =>
    layout.placeholders.some((p) => types.includes(p.type) && !p.turned);
const titled: Test = (layout) => titleOf(layout) !== null;

/** What a layout must have to be what its type says. */
const NEEDS: Readonly<Record<Offer, Test>> = {
  title: titled,
  secHead: titled,
  obj: (layout, page) => titled(layout, page) && contentOf(layout, page).length >= 1,
  twoObj: (layout, page) => titled(layout, page) && contentOf(layout, page).length >= 2,
  tbl: (layout, page) => titled(layout, page) && has('tbl')(layout, page),
  chart: (layout, page) => titled(layout, page) && has('chart')(layout, page),
  picTx: (layout, page) => titled(layout, page) && has('pic')(layout, page),
  titleOnly: titled,
  blank: () => true,
};

/** What a layout without a type that says it is, by its placeholders; the first that holds. */
const BY_PLACEHOLDERS: readonly (readonly [Offer, Test])[] = [
  ['title', (layout, page) => has('ctrTitle')(layout, page) || (titled(layout, page) && has('subTitle')(layout, page))],
  ['picTx', (layout, page) => titled(layout, page) && has('pic')(layout, page) && contentOf(layout, page).length <= 1],
  ['twoObj', (layout, page) => titled(layout, page) && contentOf(layout, page).length === 2],
  ['obj', (layout, page) => titled(layout, page) && contentOf(layout, page).length === 1],
  ['titleOnly', (layout, page) => titled(layout, page) && contentOf(layout, page).length === 0],
];

export interface Offered {
  readonly layout: CompanyLayout;
  readonly offer: Offer | null;
  readonly by: 'type' | 'placeholders' | null;
}

/** What each layout is good for. The type counts where its placeholders bear it out; the name never does, since it is in the maker's language. */
export function offerOf(layout: CompanyLayout, page: CompanyTemplate['page']): Offered {
  const typed = BY_TYPE[layout.type ?? ''];
  if (typed !== undefined && NEEDS[typed](layout, page)) return { layout, offer: typed, by: 'type' };
  const found = BY_PLACEHOLDERS.find(([, test]) => test(layout, page));
  if (found) return { layout, offer: found[0], by: 'placeholders' };
  return { layout, offer: layout.placeholders.length === 0 ? 'blank' : null, by: layout.placeholders.length === 0 ? 'placeholders' : null };
}
