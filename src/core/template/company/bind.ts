import type { Frame, RegionType } from '../theme/types.ts';
import { Board } from './board.ts';
import { chooseLayouts, partName, type Choice } from './choose.ts';
import { placeContent, placeTitleSlide } from './content.ts';
import { round } from './geometry.ts';
import { placeLines } from './lines.ts';
import { isDistinct, titleOf } from './offer.ts';
import { PLANS, type LayoutPlan } from './plan.ts';
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

const FURNITURE: readonly (readonly [string, RegionType, string])[] = [
  ['footer', 'footer', 'ftr'],
  ['number', 'number', 'sldNum'],
  ['date', 'date', 'dt'],
];

const HOLDS_CONTENT = new Set(['obj', 'body', 'subTitle', 'pic', 'tbl', 'chart', 'media', 'dgm', 'clipArt']);

function bindLayout(board: Board, name: string, binding: LayoutBinding | undefined): BoundLayout {
  const { layout } = board.choice;
  const byHand = (region: string): CompanyPlaceholder | null | undefined => {
    const wanted = binding?.regions[region];
    return wanted === undefined || wanted === 'title'
      ? undefined
      : board.placeholders.find((p) => p.index === wanted && !board.used.has(p) && !p.turned);
  };
  board.put('title', 'title', titleOf(layout), board.share(0.06, 0.06, 0.88, 0.16));
  for (const [region, type, ph] of FURNITURE) {
    const placeholder = board.placeholders.find((p) => p.type === ph && !p.turned && p.frame !== null);
    if (placeholder) board.put(region, type, placeholder, board.share(0, 0, 1, 1));
  }
  if (name === 'title') placeTitleSlide(board, byHand);
  else placeContent(board, byHand);
  if (board.plan.standfirst) {
    const body = board.region('body');
    const height = round(Math.min((name === 'agenda' ? 22 : 40) * board.scale, (body?.frame.height ?? 0) / 4));
    if (body) board.regions.push({ name: 'lead', type: 'body', placeholder: null, trimmed: null, frame: board.cutOff(body, height) });
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

/** Every layout of ours on one of theirs, with its regions in their placeholders. What `byHand` names is kept as far as it can be. */
export function bindLayouts(template: CompanyTemplate, byHand: Readonly<Record<string, LayoutBinding>> = {}): BoundLayout[] {
  const choices = chooseLayouts(template, byHand);
  return Object.entries(PLANS).flatMap(([name, plan]) => {
    const choice = choices.get(name);
    if (!choice) return [];
    const binding = byHand[name]?.layout === partName(choice.layout) ? byHand[name] : undefined;
    return [bindLayout(new Board(template, choice, plan), name, binding)];
  });
}
