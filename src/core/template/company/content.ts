import type { Frame, RegionType } from '../theme/types.ts';
import { GAP, type LayoutBinder } from './layout-binder.ts';
import { round } from './geometry.ts';
import { contentOf, isDistinct } from './offer.ts';
import type { Slot } from './plan.ts';
import { freeRow, range } from './room.ts';
import type { CompanyPlaceholder } from './types.ts';

/** The placeholder that a mapping names for a region; null: it names none, so that a text box stands there; undefined: there is no mapping. */
export type ByHand = (region: string) => CompanyPlaceholder | null | undefined;

/** Heights of one line of text that is to be read, of two, and of the lines below a cover's title. */
const LINE = 22;
const TWO_LINES = 34;
const SEVERAL_LINES = 58;

/** The placeholder that a slot of the plan is for. */
function slotOf(board: LayoutBinder, slot: Slot): CompanyPlaceholder | null {
  const content = contentOf(board.choice.layout, board.template.page).filter((p) => !board.used.has(p));
  const typed = board.choice.offer === 'tbl' || board.choice.offer === 'chart' ? board.unusedOf(board.choice.offer) : null;
  switch (slot) {
    case 'first':
      return typed ?? content[0] ?? null;
    case 'second':
      return content[0] ?? null;
    case 'picture':
      return board.unusedOf('pic') ?? content.at(-1) ?? null;
    case 'text':
      return board.unusedOfHeight(TWO_LINES, 'body') ?? board.unusedOfHeight(TWO_LINES, 'subTitle') ?? content[0] ?? null;
    case 'subtitle':
      return board.unusedOf('subTitle') ?? content[0] ?? board.unusedOfHeight(LINE, 'body');
  }
}

/** A frame divided at `part` of its width, or of its height where it is upright. */
function divided(frame: Frame, part: number): readonly [Frame, Frame] {
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

/** The title slide: title, subtitle, and room for audience, presenter and authors. */
export function placeTitleSlide(board: LayoutBinder, byHand: ByHand): void {
  const title = board.region('title')?.frame ?? board.share(0.1, 0.2, 0.8, 0.3);
  const named = byHand('subtitle');
  const placeholder = named === undefined ? slotOf(board, 'subtitle') : named;
  const below = board.contentRoom();
  const subtitle = board.put('subtitle', 'subtitle', placeholder, {
    ...below,
    height: round(Math.min(below.height / 2, 90 * board.scale)),
  });
  const own = byHand('meta');
  const text = own === undefined ? board.unusedOfHeight(SEVERAL_LINES, 'body') : own;
  if (text) {
    board.put('meta', 'body', text, subtitle.frame);
    return;
  }
  const row = rowForMeta(board, title, subtitle.frame);
  if (row) {
    board.put('meta', 'body', null, row);
    return;
  }
  const upper = round(subtitle.frame.height * 0.45);
  board.replace(subtitle, { frame: { ...subtitle.frame, height: upper } });
  const rest = { ...subtitle.frame, y: round(subtitle.frame.y + upper + 4), height: round(subtitle.frame.height - upper - 4) };
  board.put('meta', 'body', null, rest);
}

/** Free room for several lines on a cover: below its subtitle, between that and the title, above the title, else wherever most is. */
function rowForMeta(board: LayoutBinder, title: Frame, subtitle: Frame): Frame | null {
  const { page } = board.template;
  const height = round(64 * board.scale);
  const { x, width } = subtitle.width > 150 ? subtitle : title;
  const least = Math.min(width, 200 * board.scale);
  const tops = [
    ...range(subtitle.y + subtitle.height + 6, page.height - height - 10, 4),
    ...range(title.y - height - 6, 0.06 * page.height, -4),
  ];
  const taken = board.taken();
  const row = { x, width, height };
  return freeRow(tops, row, taken, least, (frame) => board.isEven(frame)) ?? freeRow(tops, row, taken, least);
}

/** Regions for content, in the plan's order, left before right. */
export function placeContent(board: LayoutBinder, byHand: ByHand): void {
  const names = Object.keys(board.plan.slots);
  const main = board.plan.defaultRegion ?? 'body';
  const found = new Map<string, CompanyPlaceholder>();
  const typeOf = (name: string): RegionType => (name === 'picture' ? 'picture' : 'body');
  // What is chosen by hand is taken first; of what is left the main region has the first say where there is one alone.
  const boxes = new Set<string>();
  for (const name of names) {
    const placeholder = byHand(name);
    if (placeholder === null) boxes.add(name);
    if (placeholder) {
      found.set(name, placeholder);
      board.used.add(placeholder);
    }
  }
  const free = contentOf(board.choice.layout, board.template.page).filter((p) => !board.used.has(p));
  const missing = names.filter((name) => !found.has(name) && !boxes.has(name));
  const order =
    free.length < missing.length && !board.placeholders.some((p) => p.type === 'pic')
      ? [...missing].sort((a) => (a === main ? -1 : 1))
      : missing;
  for (const name of order) {
    const placeholder = slotOf(board, board.plan.slots[name] ?? 'first');
    if (!placeholder) continue;
    found.set(name, placeholder);
    board.used.add(placeholder);
  }
  const lacking = names.filter((name) => !found.has(name));
  if (lacking.length === 0 || names.length === 1) {
    for (const name of names) {
      const own = found.get(name) ?? null;
      const others = [...found.values()].filter((p) => p !== own);
      const isFixed = typeOf(name) === 'picture' || own?.type === 'pic' || (board.plan.type === 'secHead' && !own?.grows);
      if (isFixed) board.put(name, typeOf(name), own, board.contentRoom());
      else board.putContent(name, typeOf(name), own, others);
    }
    return;
  }
  // One placeholder or none for two regions: they share its room.
  const held = found.get(main) ?? [...found.values()][0] ?? null;
  const room = board.roomOf(held);
  const [first, second] = divided(room, 0.36);
  names.forEach((name, i) => {
    const candidate = found.get(name) ?? null;
    const placeholder = candidate && isDistinct(candidate, board.choice.layout) ? candidate : null;
    const frame = i === 0 ? first : second;
    board.regions.push({ name, type: typeOf(name), frame, placeholder, look: candidate, trimmed: null });
  });
}
