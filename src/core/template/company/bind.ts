import { distinct } from '../../base/distinct.ts';
import type { Frame, RegionType } from '../theme/types.ts';
import { innerFrame, LayoutBinder } from './layout-binder.ts';
import { chooseLayouts, partName } from './choose.ts';
import { placeContent, placeTitleSlide } from './content.ts';
import { area, round } from './geometry.ts';
import { placeLines } from './lines.ts';
import { clearOf, collides } from './room.ts';
import { contentOf, isDistinct, standInTitle, titleOf } from './offer.ts';
import { PLANS } from './plan.ts';
import type { CompanyLayout, CompanyPlaceholder, CompanyTemplate, LayoutBinding } from './types.ts';
import type { BoundRegion, BoundLayout } from './bound.ts';

const HEADER_FOOTER_REGIONS: readonly (readonly [string, RegionType, string])[] = [
  ['footer', 'footer', 'ftr'],
  ['number', 'number', 'sldNum'],
  ['date', 'date', 'dt'],
];

const HOLDS_CONTENT = new Set(['obj', 'body', 'subTitle', 'pic', 'tbl', 'chart', 'media', 'dgm', 'clipArt']);

/** A content slide without its number is hard to talk about, whatever a careless sample leaves out. */
const COVERS = new Set(['title', 'divider']);

/** Whether slides show one of the foot's placeholders: where the template's own slides do. */
function isShown(ph: string, { use: { shown } }: CompanyLayout, name: string): boolean {
  return shown === null || shown.has(ph) || (ph === 'sldNum' && !COVERS.has(name));
}

function bindLayout(board: LayoutBinder, name: string, binding: LayoutBinding | undefined): BoundLayout {
  const { layout } = board.choice;
  const byHand = (region: string): CompanyPlaceholder | null | undefined => {
    if (!binding || Object.keys(binding.regions).length === 0) return undefined;
    const wanted = binding.regions[region];
    return board.placeholders.find((p) => p.index === wanted && !board.used.has(p) && !p.turned) ?? null;
  };
  const isFront = board.plan.type === 'title' || board.plan.type === 'secHead';
  placeTitle(board, isFront);
  for (const [region, type, ph] of HEADER_FOOTER_REGIONS) {
    const placeholder = isShown(ph, layout, name) && board.placeholders.find((p) => p.type === ph && !p.turned && p.frame !== null);
    if (placeholder) board.put(region, type, placeholder, board.share(0, 0, 1, 1));
  }
  if (name === 'title') placeTitleSlide(board, byHand);
  else placeContent(board, byHand);
  if (board.plan.standfirst) {
    const body = board.region('body');
    const height = round(Math.min((name === 'agenda' ? 22 : 40) * board.scale, (body?.frame.height ?? 0) / 4));
    if (body)
      board.regions.push({ name: 'lead', type: 'body', placeholder: null, look: null, trimmed: null, frame: board.cutOff(body, height) });
  }
  placeLines(board);
  return {
    name,
    plan: board.plan,
    choice: board.choice,
    regions: board.regions,
    keepOut: board.keepOut,
    unused: board.placeholders.filter((p) => HOLDS_CONTENT.has(p.type) && !board.used.has(p)),
    lost: [...board.used].filter((p) => p.frame === null || !isDistinct(p, layout)),
  };
}

/** Height of two lines of a title at the size at which it is cut, in points at a page 540 points high. */
const TWO_LINES = 46;
/** Share of the page that content needs beside a title. */
const BESIDE_TITLE = 0.25;

/** The title in its placeholder, else where text stands that is one in all but its type; on a page made for a title alone, above content. */
function placeTitle(board: LayoutBinder, isFront: boolean): void {
  const { layout } = board.choice;
  const usual = board.share(0.06, 0.06, 0.88, 0.16);
  const own = titleOf(layout);
  const stand = own === null ? standInTitle(layout, isFront, board.template.page) : null;
  if (stand) board.used.add(stand);
  const title = board.put('title', 'title', own, (stand && innerFrame(stand)) ?? usual);
  if (stand) board.replace(title, { ...title, look: stand });
  if (!isFront) board.raiseTitle(TWO_LINES);
  if (isFront || board.choice.offer === 'obj' || board.choice.offer === 'twoObj') return;
  const hasContent = contentOf(layout, board.template.page).length > 0;
  if (hasContent || area(board.contentRoom()) >= BESIDE_TITLE * area({ x: 0, y: 0, ...board.template.page })) return;
  const placed = board.region('title');
  if (placed) board.replace(placed, { ...placed, frame: clearOf(usual, board.keepOut) });
}

/** The handling mark in one place on all layouts where it can stand there: it must be found at a glance, and not jump. */
function withOneMark(bound: readonly { readonly board: LayoutBinder; readonly layout: BoundLayout }[]): BoundLayout[] {
  const isMark = (region: BoundRegion): boolean => region.name === 'mark';
  const fits = (frame: Frame, { board, layout }: (typeof bound)[number]): boolean =>
    board.isEven(frame) &&
    [...layout.keepOut, ...layout.regions.filter((r) => !isMark(r)).map((r) => r.frame)].every((taken) => !collides(frame, taken));
  const frames = bound.flatMap(({ layout }) => layout.regions.filter(isMark).map((r) => r.frame));
  const places = distinct(frames);
  const counts = places.map((frame) => bound.filter((one) => fits(frame, one)).length);
  const best = places[counts.indexOf(Math.max(...counts))];
  return bound.map((one) => {
    const { layout } = one;
    if (!best || !fits(best, one)) return layout;
    return { ...layout, regions: layout.regions.map((r) => (isMark(r) ? { ...r, frame: best } : r)) };
  });
}

/** Every layout of ours on one of theirs, with its regions in their placeholders. What `byHand` names is kept as far as it can be. */
export function bindLayouts(template: CompanyTemplate, byHand: Readonly<Record<string, LayoutBinding>> = {}): BoundLayout[] {
  const choices = chooseLayouts(template, byHand);
  const bound = Object.entries(PLANS).flatMap(([name, plan]) => {
    const choice = choices.get(name);
    if (!choice) return [];
    const binding = byHand[name]?.layout === partName(choice.layout) ? byHand[name] : undefined;
    const board = new LayoutBinder(template, choice, plan);
    return [{ board, layout: bindLayout(board, name, binding) }];
  });
  return withOneMark(bound);
}
